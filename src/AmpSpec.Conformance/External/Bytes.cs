using System.Buffers.Binary;
using System.Globalization;

namespace AmpSpec.Conformance.External;

/// <summary>What a converter must read of bytes that their source calls good. Written apart from the library, so that no value of the reference slips into an expectation.</summary>
internal static class Bytes
{
    /// <summary>A BigSize and how many bytes it took.</summary>
    public static (ulong Value, int Size) BigSize(ReadOnlySpan<byte> bytes) => bytes[0] switch
    {
        0xfd => (BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]), 3),
        0xfe => (BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]), 5),
        0xff => (BinaryPrimitives.ReadUInt64BigEndian(bytes[1..]), 9),
        var small => (small, 1),
    };

    /// <summary>The BigSize of a value.</summary>
    public static byte[] BigSize(ulong value) => value switch
    {
        < 0xfd => [(byte)value],
        <= ushort.MaxValue => [0xfd, .. Wide(value)[6..]],
        <= uint.MaxValue => [0xfe, .. Wide(value)[4..]],
        _ => [0xff, .. Wide(value)],
    };

    /// <summary>The records of a good stream.</summary>
    public static IReadOnlyList<(ulong Type, byte[] Value)> Records(ReadOnlySpan<byte> stream)
    {
        var records = new List<(ulong, byte[])>();
        while (stream.Length > 0)
        {
            var (type, typeSize) = BigSize(stream);
            var (length, lengthSize) = BigSize(stream[typeSize..]);
            var start = typeSize + lengthSize;
            records.Add((type, stream.Slice(start, (int)length).ToArray()));
            stream = stream[(start + (int)length)..];
        }

        return records;
    }

    /// <summary>A record: type, length, value.</summary>
    public static byte[] Record(ulong type, ReadOnlySpan<byte> value) => [.. BigSize(type), .. BigSize((ulong)value.Length), .. value];

    /// <summary>What a length in front says to take; null where less is there.</summary>
    public static byte[]? Prefixed(ReadOnlySpan<byte> bytes)
    {
        var (length, size) = BigSize(bytes);
        return length <= (ulong)(bytes.Length - size) ? bytes.Slice(size, (int)length).ToArray() : null;
    }

    /// <summary>A big-endian number of at most 8 bytes.</summary>
    public static ulong Number(ReadOnlySpan<byte> bytes) => bytes.Length == 0 ? 0 : ulong.Parse(Convert.ToHexString(bytes), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>A number without its leading zero bytes.</summary>
    public static byte[] Shortest(ulong value) => [.. Wide(value).SkipWhile(b => b == 0)];

    private static byte[] Wide(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }
}
