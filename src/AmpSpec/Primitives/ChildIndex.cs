using System.Buffers.Binary;
using System.Globalization;
using AmpSpec.Modelling;

namespace AmpSpec.Primitives;

/// <summary>Tells the children of one share apart. Public to the payee.</summary>
/// <remarks>
/// Range 0 to 2^32 - 1 on Lightning; older derivations take 1, 2 or 8 bytes, so it is held in 64 bits and each derivation
/// says what fits (<c>ChildDerivation.Indexed.Fits</c>).
/// </remarks>
/// <source>lnd record/amp.go: child_index</source>
public readonly record struct ChildIndex(ulong Value)
{
    /// <summary>The number of random bytes in one draw.</summary>
    public const int DrawSize = 4;

    /// <summary>The index that four random bytes say, big-endian: each of the 2^32 draws gives another one.</summary>
    /// <exception cref="ArgumentException"><paramref name="draw"/> is not 4 bytes long.</exception>
    [Requirement("AMP-DRV-16")]
    public static ChildIndex Drawn(ReadOnlySpan<byte> draw) =>
        draw.Length == DrawSize
            ? new(BinaryPrimitives.ReadUInt32BigEndian(draw))
            : throw new ArgumentException($"{draw.Length} bytes in place of {DrawSize}", nameof(draw));

    /// <summary>The number in decimal.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
