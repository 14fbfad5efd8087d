using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Derivation;

/// <summary>The arithmetic of shares: all of a set XOR to its root, and a split is undone by a merge.</summary>
/// <source>lightning-dev 2018-February 000993; lnd amp/sharer.go</source>
public static class XorSharing
{
    /// <summary>root = s1 ⊕ … ⊕ sn. Order and grouping do not matter; equal shares cancel.</summary>
    [Requirement("AMP-DRV-01")]
    public static RootSeed Root(IEnumerable<Share> shares) => new(shares.Aggregate(default(Share), (sum, share) => sum ^ share).Value);

    /// <summary>Two shares that XOR to <paramref name="share"/>. Secret only when <paramref name="left"/> is 32 fresh random bytes.</summary>
    /// <param name="share">What is split.</param>
    /// <param name="left">The randomness. Zero, or the whole share, would leave one side with nothing: then the caller draws again.</param>
    [Requirement("AMP-DRV-10")]
    public static Derived<Halves> Split(Share share, Share left) =>
        LeavesNothing(share, left)
            ? new DerivationError(DerivationClass.ZeroShare, "AMP-DRV-12")
            : new Halves(left, share ^ left);

    /// <summary>free ⊕ share: what was given away comes back.</summary>
    [Requirement("AMP-DRV-13")]
    public static Share Merge(Share free, Share share) => free ^ share;

    // The share to split is asked too: when it is zero, both halves are the same, and they cancel.
    [Requirement("AMP-DRV-12")]
    private static bool LeavesNothing(Share share, Share left) => share.IsZero | left.IsZero | (share ^ left).IsZero;
}

/// <summary>The two sides of a split; neither is zero.</summary>
/// <param name="Left">What is handed out.</param>
/// <param name="Right">What stays free.</param>
public readonly record struct Halves(Share Left, Share Right);
