using System.Buffers.Binary;

namespace AmpSpec.Wire;

/// <summary>Numbers of 0 to 8 bytes, the most significant byte first.</summary>
internal static class BigEndian
{
    /// <summary>The number that <paramref name="bytes"/> (at most 8) say.</summary>
    internal static ulong Unsigned(ReadOnlySpan<byte> bytes)
    {
        Span<byte> wide = stackalloc byte[8];
        bytes.CopyTo(wide[^bytes.Length..]);
        return BinaryPrimitives.ReadUInt64BigEndian(wide);
    }

    /// <summary>The lowest <paramref name="size"/> bytes (at most 8) of <paramref name="value"/>.</summary>
    internal static byte[] Bytes(ulong value, int size)
    {
        Span<byte> wide = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(wide, value);
        return wide[^size..].ToArray();
    }
}
