using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Derivation;

/// <summary>One part's piece of a preimage under <c>rusty18</c>: 20 bytes, the spare room in the last hop of an old onion. A secret.</summary>
/// <source>lightning-dev 2018-February 001009</source>
public readonly record struct Piece
{
    /// <summary>The size in bytes.</summary>
    public const int Size = 20;

    private readonly Bytes32 _padded;

    private Piece(Bytes32 padded) => _padded = padded;

    /// <summary>Takes exactly 20 bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 20 bytes long.</exception>
    [Requirement("AMP-DRV-08")]
    public static Piece Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"{bytes.Length} bytes in place of {Size}", nameof(bytes));
        }

        Span<byte> padded = stackalloc byte[Bytes32.Size];
        padded.Clear();
        bytes.CopyTo(padded[^Size..]);
        return new(new Bytes32(padded));
    }

    /// <summary>preimage = 12 zero bytes ‖ XOR of the pieces, in any order. One lock for all parts.</summary>
    [Requirement("AMP-DRV-08")]
    public static Derived<Child> Join(ReadOnlySpan<Piece> pieces)
    {
        if (pieces.IsEmpty)
        {
            return new DerivationError(DerivationClass.EmptySet, "AMP-DRV-08");
        }

        var sum = default(Bytes32);
        foreach (var piece in pieces)
        {
            sum ^= piece._padded;
        }

        var preimage = new Preimage(sum);
        return new Child(ChildDerivation.Rusty18, preimage, preimage.Hash());
    }

    /// <summary>The kind, never the value.</summary>
    [Requirement("AMP-DRV-15")]
    public override string ToString() => "Piece(secret)";
}
