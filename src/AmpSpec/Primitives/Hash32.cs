using System.Security.Cryptography;

namespace AmpSpec.Primitives;

/// <summary>A payment hash: 32 bytes, SHA-256 of a preimage unless a system says otherwise. Public.</summary>
/// <source>BOLT 2, update_add_htlc: payment_hash</source>
public readonly record struct Hash32(Bytes32 Value)
{
    /// <summary>SHA-256 of <paramref name="bytes"/>, of any length.</summary>
    public static Hash32 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[Bytes32.Size];
        SHA256.HashData(bytes, digest);
        return new(new Bytes32(digest));
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();
}
