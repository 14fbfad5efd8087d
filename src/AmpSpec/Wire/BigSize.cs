using System.Buffers.Binary;
using AmpSpec.Modelling;

namespace AmpSpec.Wire;

/// <summary>An unsigned integer of 1, 3, 5 or 9 bytes: big-endian, in the fewest bytes that hold it.</summary>
/// <remarks>Range 0 to 2^64 - 1.</remarks>
/// <source>BOLT 1, Appendix A: BigSize Test Vectors</source>
public static class BigSize
{
    /// <summary>Reads one value from the front of <paramref name="bytes"/>; more bytes may follow.</summary>
    /// <param name="bytes">What is read.</param>
    /// <param name="offset">Where they stand in the message, for the error.</param>
    [Requirement("MPP-WIRE-02")]
    public static Decoded<ulong> Read(ReadOnlySpan<byte> bytes, int offset = 0) => bytes switch
    {
        [< 0xfd and var value, ..] => new Decoded<ulong>.Ok(value, 1),
        [0xfd, .. { Length: >= 2 } rest] => Minimal(BinaryPrimitives.ReadUInt16BigEndian(rest), size: 3, least: 0xfd, offset),
        [0xfe, .. { Length: >= 4 } rest] => Minimal(BinaryPrimitives.ReadUInt32BigEndian(rest), size: 5, least: 0x1_0000, offset),
        [0xff, .. { Length: >= 8 } rest] => Minimal(BinaryPrimitives.ReadUInt64BigEndian(rest), size: 9, least: 0x1_0000_0000, offset),
        _ => new WireError(ErrorClass.BigSizeTruncated, offset, $"{bytes.Length} bytes", "MPP-WIRE-02"),
    };

    /// <summary>How many bytes <paramref name="value"/> takes: 1, 3, 5 or 9.</summary>
    public static int Size(ulong value) => value switch
    {
        < 0xfd => 1,
        < 0x1_0000 => 3,
        < 0x1_0000_0000 => 5,
        _ => 9,
    };

    /// <summary>The one encoding of <paramref name="value"/>: 1, 3, 5 or 9 bytes.</summary>
    [Requirement("MPP-WIRE-02")]
    public static byte[] Write(ulong value)
    {
        Span<byte> wide = stackalloc byte[9];
        BinaryPrimitives.WriteUInt64BigEndian(wide[1..], value);
        var size = Size(value);
        var tail = wide[^(size - 1)..];
        return size switch
        {
            1 => [wide[8]],
            3 => [0xfd, .. tail],
            5 => [0xfe, .. tail],
            _ => [0xff, .. tail],
        };
    }

    private static Decoded<ulong> Minimal(ulong value, int size, ulong least, int offset) =>
        value >= least
            ? new Decoded<ulong>.Ok(value, size)
            : new WireError(ErrorClass.BigSizeNotMinimal, offset, $"{value} in {size} bytes", "MPP-WIRE-02");
}
