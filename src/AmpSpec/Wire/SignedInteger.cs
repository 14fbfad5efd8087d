using AmpSpec.Modelling;

namespace AmpSpec.Wire;

/// <summary>A signed integer of 1, 2, 4 or 8 bytes: big-endian two's complement that fills its width.</summary>
/// <source>BOLT 1, Appendix D: Signed Integers Test Vectors</source>
public static class SignedInteger
{
    /// <summary>Reads all of <paramref name="bytes"/>, which must be as many as the kind has.</summary>
    /// <param name="bytes">What is read, to its end.</param>
    /// <param name="size">The size of the kind in bytes: 1, 2, 4 or 8.</param>
    /// <param name="offset">Where they stand in the message, for the error.</param>
    [Requirement("MPP-WIRE-02")]
    public static Decoded<long> Read(ReadOnlySpan<byte> bytes, int size, int offset = 0) =>
        bytes.Length < size ? new WireError(ErrorClass.ValueTooShort, offset + bytes.Length, $"{bytes.Length} bytes", "MPP-WIRE-02")
        : bytes.Length > size ? new WireError(ErrorClass.ValueTooLong, offset + size, $"{bytes.Length} bytes", "MPP-WIRE-02")
        : new Decoded<long>.Ok(Extend(BigEndian.Unsigned(bytes), size), size);

    /// <summary>Whether <paramref name="value"/> lies in -2^(8·size-1) to 2^(8·size-1) - 1.</summary>
    public static bool Fits(long value, int size) => Extend(unchecked((ulong)value), size) == value;

    /// <summary>The one encoding of <paramref name="value"/> in <paramref name="size"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value does not fit.</exception>
    [Requirement("AMP-WIRE-07")]
    public static byte[] Write(long value, int size) =>
        Fits(value, size)
            ? BigEndian.Bytes(unchecked((ulong)value), size)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"does not fit in {size} bytes");

    // the sign bit of the width is copied into all bits above it
    private static long Extend(ulong bits, int size) => unchecked((long)(bits << (64 - 8 * size))) >> (64 - 8 * size);
}
