using System.Text.Json.Nodes;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Generating;

/// <summary>Bytes and requests, written short.</summary>
internal static class WireBytes
{
    /// <summary>33 bytes that begin as a point must; the generator of secp256k1.</summary>
    public const string Point = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

    /// <summary>Each value with a length of its own, and both sides of the step, up to 2^bits - 1.</summary>
    public static IEnumerable<ulong> Steps(int bits)
    {
        var last = ulong.MaxValue >> (64 - bits);
        ulong[] inner = [.. Enumerable.Range(1, bits / 8 - 1).SelectMany(bytes => new[] { (1UL << (8 * bytes)) - 1, 1UL << (8 * bytes) })];
        return [0, 1, .. inner, last];
    }

    /// <summary>A record in hexadecimal.</summary>
    public static string Record(ulong type, string value = "") =>
        Convert.ToHexStringLower(new TlvRecord(type, [.. Convert.FromHexString(value)]).Encode());

    /// <summary>A byte many times.</summary>
    public static string Fill(string hex, int times) => string.Concat(Enumerable.Repeat(hex, times));

    /// <summary>A truncated integer in hexadecimal.</summary>
    public static string Tint(ulong value) => Convert.ToHexStringLower(Truncated.Write(value));

    /// <summary>The request <c>{name: value}</c>.</summary>
    public static JsonObject Ask(string name, string value) => new() { [name] = value };

    /// <summary>The request with one more member.</summary>
    public static JsonObject And(this JsonObject request, string name, JsonNode? value)
    {
        request[name] = value;
        return request;
    }
}
