using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>An HTLC that stands on chain, because its channel was closed.</summary>
/// <param name="Id">Its name for good.</param>
/// <param name="Hash">What locks it.</param>
public sealed record ChainHtlc(HtlcId Id, Hash32 Hash)
{
    /// <summary>Whether it was only to be forwarded.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>A preimage that others have shown already: the next hop, or somebody on chain.</summary>
    public Preimage? Public { get; init; }
}

/// <summary>What a receiver shows on chain.</summary>
public static class OnChain
{
    /// <summary>The preimage that may be shown for an HTLC, or null.</summary>
    /// <remarks>An invoice is never asked: what its set has not decided stays inside, and so does what somebody else's HTLC would pay for.</remarks>
    /// <param name="proof">The last record that was written.</param>
    /// <param name="htlc">The HTLC.</param>
    [Requirement("CHAIN-02", "CHAIN-03")]
    public static Claim? ClaimFor(Durable proof, ChainHtlc htlc) =>
        htlc.Public is { } seen && seen.Hash() == htlc.Hash ? new(htlc.Id, seen)
        : htlc.IsForwarded ? null
        : proof.Entry.Node.Verdicts.GetValueOrDefault(htlc.Id) is Verdict.Told(NodeAction.Settle(var claim)) && claim.Preimage.Hash() == htlc.Hash ? claim
        : null;

    /// <summary>The most blocks before an expiry at which a claim may be broadcast, such that parts come and sets are decided early enough; null where the margins leave none.</summary>
    /// <source>lnd lncfg/config.go, lncfg/invoices.go</source>
    [Requirement("CHAIN-05")]
    public static CltvDelta? EarliestBroadcast(Rules rules)
    {
        var blocks = Math.Min((long)rules.CltvMargin.Value - 3, (long)rules.DeadlineMargin.Value - 2);
        return blocks >= 0 ? new CltvDelta((uint)blocks) : null;
    }

    /// <summary>The held parts that have no output of their own on chain, in the order of their sets.</summary>
    /// <param name="node">The node.</param>
    /// <param name="dustLimit">By channel, the least amount that has an output there.</param>
    [Requirement("CHAIN-06")]
    public static AtRisk Dust(Node node, Func<string, Msat> dustLimit)
    {
        var parts = node.Sets.SelectMany(open => open.Parts).Where(part => part.Wire.Msat < dustLimit(part.Id.Channel)).ToSeq();
        return new(parts.Select(part => part.Id).ToSeq(), parts.Aggregate(default(WireAmount), (sum, part) => sum + part.Wire));
    }
}

/// <summary>What would be lost if its channels were closed now.</summary>
/// <param name="Parts">Which parts.</param>
/// <param name="Sum">What they bring.</param>
public sealed record AtRisk(Seq<HtlcId> Parts, WireAmount Sum);
