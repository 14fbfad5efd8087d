using System.Buffers.Binary;

namespace AmpSpec.Primitives;

/// <summary>Thirty-two bytes, compared in a time that does not depend on their contents.</summary>
/// <remarks>XOR is an operator, because every sharing in this specification is one.</remarks>
public readonly struct Bytes32 : IEquatable<Bytes32>
{
    /// <summary>The size in bytes.</summary>
    public const int Size = 32;

    private readonly UInt128 _high, _low;

    private Bytes32(UInt128 high, UInt128 low) => (_high, _low) = (high, low);

    /// <summary>Takes exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public Bytes32(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"{bytes.Length} bytes in place of {Size}", nameof(bytes));
        }

        (_high, _low) = (BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));
    }

    /// <summary>Whether all 32 bytes are zero.</summary>
    public bool IsZero => Fold(_high | _low) == 0;

    /// <summary>Takes 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException"><paramref name="hex"/> is not hexadecimal.</exception>
    /// <exception cref="ArgumentException">It is not 64 digits long.</exception>
    public static Bytes32 Parse(string hex) => new(Convert.FromHexString(hex));

    /// <summary>The bitwise exclusive or.</summary>
    public static Bytes32 operator ^(Bytes32 left, Bytes32 right) => new(left._high ^ right._high, left._low ^ right._low);

    /// <summary>Equal in all 32 bytes; the time does not depend on where they differ.</summary>
    public static bool operator ==(Bytes32 left, Bytes32 right) => left.Equals(right);

    /// <summary>Different in at least one byte.</summary>
    public static bool operator !=(Bytes32 left, Bytes32 right) => !left.Equals(right);

    /// <summary>Writes the 32 bytes to the front of <paramref name="to"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is shorter than 32 bytes.</exception>
    public void CopyTo(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt128BigEndian(to, _high);
        BinaryPrimitives.WriteUInt128BigEndian(to[16..], _low);
    }

    /// <summary>A fresh array of the 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public bool Equals(Bytes32 other) => Fold((_high ^ other._high) | (_low ^ other._low)) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Bytes32 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_high, _low);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => $"{_high:x32}{_low:x32}";

    private static ulong Fold(UInt128 bits) => (ulong)(bits >> 64) | unchecked((ulong)bits);
}
