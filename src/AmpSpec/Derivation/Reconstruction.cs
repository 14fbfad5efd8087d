using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Derivation;

/// <summary>What a payee has of one part: its share and index from the onion, and the hash that locks it.</summary>
/// <param name="Share">Zero and repeated shares are taken here, as lnd takes them; the receiver refuses them.</param>
/// <param name="Index">Must fit the derivation.</param>
/// <param name="Hash">The payment hash of the part, when it is to be checked.</param>
public readonly record struct SeenPart(Share Share, ChildIndex Index, Hash32? Hash = null);

/// <summary>What a payee computes from all parts of a set: the root, and a child for each part in its place.</summary>
/// <source>lnd amp/sharer.go, ReconstructChildren</source>
public sealed record Reconstruction(RootSeed Root, Seq<Child> Children)
{
    /// <summary>The root and the children of a set, in the order of the parts; or the places where a hash is not the part's.</summary>
    /// <remarks>
    /// No parts at all are refused: their XOR would be the zero root, which everyone knows, and the check of no hash would pass.
    /// </remarks>
    /// <param name="derivation">How children are derived.</param>
    /// <param name="parts">All parts, in the order in which the children are wanted.</param>
    /// <param name="emptyGivesNothing">Whether no parts give no children, as in lnd.</param>
    public static Derived<Reconstruction> Of(ChildDerivation.Indexed derivation, Seq<SeenPart> parts, bool emptyGivesNothing = false)
    {
        if (parts.Count == 0 && !emptyGivesNothing)
        {
            return new DerivationError(DerivationClass.EmptySet, "AMP-DRV-01");
        }

        if (FirstTooWide(derivation, parts) is { } at)
        {
            return new DerivationError(DerivationClass.IndexTooWide, derivation.Requirement, [at]);
        }

        var root = XorSharing.Root(parts.Select(part => part.Share));
        var children = parts.Select(part => ChildPreimage.Of(derivation, root, part.Share, part.Index)).ToSeq();
        var wrong = Mismatches(parts, children);
        return wrong.Count == 0
            ? new Reconstruction(root, children)
            : new DerivationError(DerivationClass.PreimageMismatch, "AMP-DRV-02", wrong);
    }

    private static int? FirstTooWide(ChildDerivation.Indexed derivation, Seq<SeenPart> parts)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            if (!derivation.Fits(parts[at].Index))
            {
                return at;
            }
        }

        return null;
    }

    // A wrong share spoils the root, and with it every child; a wrong index or hash only its own.
    [Requirement("AMP-DRV-02")]
    private static Seq<int> Mismatches(Seq<SeenPart> parts, Seq<Child> children) =>
        Enumerable.Range(0, parts.Count).Where(at => parts[at].Hash is { } hash && hash != children[at].Hash).ToSeq();
}
