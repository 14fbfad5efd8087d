using System.Collections.Immutable;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement;

/// <summary>A receiving node: its invoices, the sets that are undecided, and every verdict that it gave.</summary>
/// <remarks>What happens within one event, and in which order, stands in <see cref="Turn"/>; what happens to a set, in <see cref="Receiver"/>.</remarks>
public sealed record Node(Rules Rules, Now Now, Seq<Invoice> Invoices)
{
    /// <summary>The undecided sets, in the order in which they began.</summary>
    public Seq<OpenSet> Sets { get; init; }

    /// <summary>AMP sets that have ended; their ids never come back.</summary>
    [Requirement("AMP-RCV-12")]
    public ImmutableDictionary<SetKey, HtlcSet> Ended { get; init; } = ImmutableDictionary<SetKey, HtlcSet>.Empty;

    /// <summary>What became of each HTLC; one that is presented again is answered from here.</summary>
    [Requirement("MPP-RCV-23", "AMP-RCV-11")]
    public ImmutableDictionary<HtlcId, Verdict> Verdicts { get; init; } = ImmutableDictionary<HtlcId, Verdict>.Empty;

    /// <summary>Offers that their peers can still take back; they count for nothing.</summary>
    [Requirement("MPP-RCV-34")]
    public ImmutableDictionary<HtlcId, Offer> Uncommitted { get; init; } = ImmutableDictionary<HtlcId, Offer>.Empty;

    /// <summary>How the last set of a key ended; only where parts may still reach it.</summary>
    [Requirement("MPP-RCV-20")]
    public ImmutableDictionary<SetKey, Fate> Ends { get; init; } = ImmutableDictionary<SetKey, Fate>.Empty;

    /// <summary>Whether the owner will want neither the next part nor its set.</summary>
    public bool RejectsNext { get; init; }

    /// <summary>Whether it was told to stop.</summary>
    public bool IsStopping { get; init; }

    /// <summary>What the last decision let out.</summary>
    internal Seq<NodeAction> LastActions { get; init; }

    /// <summary>What the node does about an event; null where the owner's request cannot be met, and then nothing changes.</summary>
    /// <param name="on">What happens.</param>
    /// <param name="clock">The clock read with it; an earlier reading than before changes nothing.</param>
    /// <param name="height">The height read with it, likewise.</param>
    public Decision? Decide(NodeEvent on, Instant clock, BlockHeight height) => Decide(on, clock, height, Receiver.Next);

    /// <summary>The same, with another table for its sets.</summary>
    internal Decision? Decide(NodeEvent on, Instant clock, BlockHeight height, SetTable table)
    {
        var turn = new Turn(this with { Now = Now.Moved(clock, height) }, table).Timers().Expiries().Deadlines().Do(on)?.Deadlines().Stop();
        return turn is null ? null : new Decision(new Entry(turn.Node with { LastActions = turn.Due }, turn.Due), turn.Rows);
    }

    /// <summary>The undecided set of a key, or null.</summary>
    public OpenSet? Find(SetKey key) => Sets.FirstOrDefault(open => open.Key == key);
}

/// <summary>A set that is undecided, with its parts in the order of their arrival.</summary>
/// <param name="Key">What makes them belong together.</param>
/// <param name="Terms">What the invoice asks.</param>
/// <param name="Set">Where it stands.</param>
/// <param name="Parts">What it holds.</param>
public sealed record OpenSet(SetKey Key, Terms Terms, HtlcSet Set, Seq<Part> Parts)
{
    /// <summary>What all parts but one amount to.</summary>
    public Held Without(Part part) => Held.Of(Parts.Where(other => other.Id != part.Id));

    /// <summary>The same, its parts as if they had come now.</summary>
    public OpenSet Afresh(Instant now)
    {
        var parts = Parts.Select(part => part with { AcceptedAt = part.AcceptedAt with { Clock = now } }).ToSeq();
        return this with { Parts = parts, Set = Set is HtlcSet.Complete ? new HtlcSet.Complete(Held.Of(parts)) : new HtlcSet.Collecting(Held.Of(parts)) };
    }
}

/// <summary>What became of an HTLC.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It is held in a set.</summary>
    public sealed record Held(SetKey Key) : Verdict;

    /// <summary>It was answered; a replay is answered the same.</summary>
    public sealed record Told(NodeAction Action) : Verdict;
}
