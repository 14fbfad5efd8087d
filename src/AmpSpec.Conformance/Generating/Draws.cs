using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AmpSpec.Conformance.Generating;

/// <summary>Values drawn from a seed: draw k (k from 1) is SHA-256 of <c>seed/k</c> in ASCII, or its first bytes.</summary>
/// <remarks>The same rule as for the draws of a session, so that any language can repeat them.</remarks>
public sealed class Draws(string seed)
{
    private int _drawn;

    /// <summary>The next 1 to 32 bytes.</summary>
    public byte[] Bytes(int size = 32) => SHA256.HashData(Encoding.ASCII.GetBytes($"{seed}/{++_drawn}"))[..size];

    /// <summary>The next 32 bytes as hexadecimal.</summary>
    public string Hex(int size = 32) => Convert.ToHexStringLower(Bytes(size));

    /// <summary>The next number of 32 bits, big-endian.</summary>
    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(Bytes(4));

    /// <summary>The next number of 64 bits, big-endian.</summary>
    public ulong U64() => BinaryPrimitives.ReadUInt64BigEndian(Bytes(8));

    /// <summary>The next number below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(U64() % (ulong)bound);
}
