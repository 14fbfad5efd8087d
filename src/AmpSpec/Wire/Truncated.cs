using AmpSpec.Modelling;

namespace AmpSpec.Wire;

/// <summary>An unsigned integer without its leading zero bytes: tu16, tu32 and tu64. Zero is no byte at all.</summary>
/// <remarks>It stands last in a value, because the length of the record is what says how long it is.</remarks>
/// <source>BOLT 1, Fundamental Types</source>
public static class Truncated
{
    /// <summary>Reads all of <paramref name="bytes"/> as one number.</summary>
    /// <param name="bytes">What is read, to its end.</param>
    /// <param name="most">The most bytes that the kind allows: 2, 4 or 8.</param>
    /// <param name="offset">Where they stand in the message, for the error.</param>
    [Requirement("MPP-WIRE-02")]
    public static Decoded<ulong> Read(ReadOnlySpan<byte> bytes, int most, int offset = 0) => bytes switch
    {
        _ when bytes.Length > most => new WireError(ErrorClass.ValueTooLong, offset + most, $"{bytes.Length} bytes", "MPP-WIRE-02"),
        [0, ..] => new WireError(ErrorClass.TruncatedIntNotMinimal, offset, Convert.ToHexStringLower(bytes), "MPP-WIRE-02"),
        _ => new Decoded<ulong>.Ok(BigEndian.Unsigned(bytes), bytes.Length),
    };

    /// <summary>How many bytes <paramref name="value"/> takes: 0 to 8.</summary>
    public static int Size(ulong value) => (64 - System.Numerics.BitOperations.LeadingZeroCount(value) + 7) / 8;

    /// <summary>The one encoding of <paramref name="value"/>: 0 to 8 bytes.</summary>
    [Requirement("AMP-WIRE-07")]
    public static byte[] Write(ulong value) => BigEndian.Bytes(value, Size(value));
}
