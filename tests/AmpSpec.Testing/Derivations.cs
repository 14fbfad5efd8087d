using System.Security.Cryptography;
using AmpSpec.Derivation;
using AmpSpec.Primitives;

namespace AmpSpec.Testing;

/// <summary>Short ways to say what a test of the derivation room is about.</summary>
public static class Derivations
{
    /// <summary>The shares of the worked example, and their root.</summary>
    public static readonly Share A = Share("11"), B = Share("22"), C = Share("44");

    /// <summary>a ⊕ b ⊕ c.</summary>
    public static readonly RootSeed Root = new(Share("77").Value);

    /// <summary>The byte, 32 times.</summary>
    public static Share Share(string hexByte) => new(Bytes32.Parse(string.Concat(Enumerable.Repeat(hexByte, Bytes32.Size))));

    /// <summary>The formula, put together byte by byte without the library.</summary>
    public static byte[] Formula(string name, byte[] root, byte[] share, ulong index) => name switch
    {
        "lnd" => SHA256.HashData([.. root, .. share, .. BigEndian(index, 4)]),
        "fiber" => SHA256.HashData([.. root, .. share, .. BigEndian(index, 2)]),
        "pr658" or "og18-2" => SHA256.HashData([.. root, .. BigEndian(index, 2)]),
        "og18-1" => SHA256.HashData([.. root, .. BigEndian(index, 1)]),
        "og18-4" => SHA256.HashData([.. root, .. BigEndian(index, 4)]),
        "og18-8" => SHA256.HashData([.. root, .. BigEndian(index, 8)]),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>The value of something that is not refused.</summary>
    public static T Value<T>(this Derived<T> derived) =>
        derived is Derived<T>.Ok(var value) ? value : throw new InvalidOperationException($"{derived.Error()}");

    /// <summary>The error of something refused; null when it is not.</summary>
    public static DerivationError? Error<T>(this Derived<T> derived) => (derived as Derived<T>.Refused)?.Error;

    private static IEnumerable<byte> BigEndian(ulong value, int size) =>
        Enumerable.Range(1, size).Select(at => (byte)(value >> (8 * (size - at)) & 0xff));
}
