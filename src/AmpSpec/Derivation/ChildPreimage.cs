using System.Buffers.Binary;
using System.Security.Cryptography;
using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Derivation;

/// <summary>preimage = SHA256(root ‖ share ‖ index), where the derivation says whether the share is in, and how wide the index is.</summary>
/// <source>lnd amp/child.go; the others at <see cref="ChildDerivation"/></source>
public static class ChildPreimage
{
    private const int WidestIndex = sizeof(ulong);

    /// <summary>The child of a root, a share and an index, or the reason why the index has none.</summary>
    public static Derived<Child> Derive(ChildDerivation.Indexed derivation, RootSeed root, Share share, ChildIndex index, PaymentHashing? hashing = null) =>
        derivation.Fits(index)
            ? Of(derivation, root, share, index, hashing)
            : new DerivationError(DerivationClass.IndexTooWide, derivation.Requirement);

    /// <summary>hash = SHA256(preimage). For an index that is known to fit; nothing is allocated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index does not fit the derivation.</exception>
    [Requirement("AMP-DRV-02", "AMP-DRV-06")]
    public static Child Of(ChildDerivation.Indexed derivation, RootSeed root, Share share, ChildIndex index, PaymentHashing? hashing = null)
    {
        var preimage = PreimageOf(derivation, root, share, index);
        return new(derivation, preimage, hashing is null ? preimage.Hash() : hashing(preimage));
    }

    /// <summary>32 bytes of root, 32 of share or none, and 1, 2, 4 or 8 of index in; 32 out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index does not fit the derivation.</exception>
    [Requirement("AMP-DRV-02")]
    public static Preimage PreimageOf(ChildDerivation.Indexed derivation, RootSeed root, Share share, ChildIndex index)
    {
        Span<byte> input = stackalloc byte[Bytes32.Size + Bytes32.Size + WidestIndex];
        Span<byte> digest = stackalloc byte[Bytes32.Size];
        root.Value.CopyTo(input);
        var end = Bytes32.Size;
        if (derivation.TakesShare)
        {
            share.Value.CopyTo(input[end..]);
            end += Bytes32.Size;
        }

        end += WriteIndex(derivation, index, input[end..]);
        SHA256.HashData(input[..end], digest);
        return new(new Bytes32(digest));
    }

    /// <summary>The index big-endian, in the size of the derivation and never in that of the wire; gives that size.</summary>
    [Requirement("AMP-DRV-03", "AMP-DRV-05", "AMP-DRV-06", "AMP-DRV-07")]
    private static int WriteIndex(ChildDerivation.Indexed derivation, ChildIndex index, Span<byte> to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index.Value, derivation.MaxIndex, nameof(index));
        Span<byte> wide = stackalloc byte[WidestIndex];
        BinaryPrimitives.WriteUInt64BigEndian(wide, index.Value);
        wide[^derivation.IndexSize..].CopyTo(to);
        return derivation.IndexSize;
    }
}
