using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmpSpec.Primitives;

namespace AmpSpec.Conformance.Operations;

/// <summary>A request that has passed its form, so that reading a member cannot fail.</summary>
public sealed class Input(JsonObject json)
{
    /// <summary>The object itself.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>Whether the member is there.</summary>
    public bool Has(string name) => Json.ContainsKey(name);

    /// <summary>A text.</summary>
    public string Text(string name) => Json[name]!.GetValue<string>();

    /// <summary>Bytes from hexadecimal.</summary>
    public byte[] Bytes(string name) => Convert.FromHexString(Text(name));

    /// <summary>Thirty-two bytes.</summary>
    public Bytes32 Bytes32(string name) => Primitives.Bytes32.Parse(Text(name));

    /// <summary>A number up to 64 bits, whether it is written as a number or as a decimal string.</summary>
    public ulong U64(string name) => ulong.Parse(Digits(Json[name]!), CultureInfo.InvariantCulture);

    /// <summary>A signed number, whether it is written as a number or as a decimal string.</summary>
    public long I64(string name) => long.Parse(Digits(Json[name]!), CultureInfo.InvariantCulture);

    /// <summary>A number of 32 bits.</summary>
    public uint U32(string name) => checked((uint)U64(name));

    /// <summary>A small number.</summary>
    public int Int(string name) => checked((int)I64(name));

    /// <summary>A nested object.</summary>
    public Input Object(string name) => new(Json[name]!.AsObject());

    /// <summary>A list of objects.</summary>
    public IReadOnlyList<Input> Objects(string name) => [.. Json[name]!.AsArray().Select(item => new Input(item!.AsObject()))];

    /// <summary>A list of values, each as its digits or text.</summary>
    public IReadOnlyList<string> Values(string name) => [.. Json[name]!.AsArray().Select(item => Digits(item!))];

    private static string Digits(JsonNode node) =>
        node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
}
