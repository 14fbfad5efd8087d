using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>A receiving node as far as its future depends on it, and what an observer remembers of its past.</summary>
/// <param name="Invoices">Its invoices.</param>
/// <param name="Groups">Its undecided sets, in the order in which they began.</param>
/// <param name="Memories">By set of the scope, what an observer remembers.</param>
public sealed record World(Seq<Invoice> Invoices, Seq<Group> Groups, Seq<Memory> Memories)
{
    /// <summary>What the node remembers of sets that have ended.</summary>
    public Seq<KeyValuePair<SetKey, HtlcSet>> Ended { get; init; }

    /// <summary>How the last set of a key ended; only where rules care.</summary>
    public Seq<KeyValuePair<SetKey, Fate>> Ends { get; init; }

    /// <summary>What was let out last; only where the node may die meanwhile.</summary>
    public Seq<NodeAction> Last { get; init; }

    /// <summary>Whether no block has come for long.</summary>
    public bool IsStale { get; init; }

    /// <summary>Whether the node is about to stop.</summary>
    public bool IsStopping { get; init; }

    /// <summary>Whether the owner will not want the next part.</summary>
    public bool RejectsNext { get; init; }

    /// <summary>Which promises have been broken.</summary>
    public Breach Breach { get; init; }

    /// <summary>The undecided set of a key, or null.</summary>
    internal Group? Find(SetKey key)
    {
        foreach (var group in Groups)
        {
            if (group.Key == key)
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>Whether a set holds a part of this kind.</summary>
    internal bool Holds(Piece.Held piece) => Find(piece.Key)?.Members.Any(member => member.Letter.Equals(piece.Letter) && member.Part == piece.Part) == true;

    /// <summary>A cheap one: what is not counted here seldom differs alone.</summary>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var invoice in Invoices)
        {
            hash.Add(invoice.Status);
        }

        foreach (var group in Groups)
        {
            hash.Add(group);
        }

        hash.Add(Memories);
        hash.Add(Ended.Count);
        hash.Add((IsStale, IsStopping, RejectsNext, Breach));
        return hash.ToHashCode();
    }

    /// <summary>In words.</summary>
    public override string ToString() => string.Join("; ", Words());

    private IEnumerable<string> Words()
    {
        for (var set = 0; set < Memories.Count; set++)
        {
            if (Memories.Take(set).All(other => other.Key != Memories[set].Key) && Memories[set].Says(Find(Memories[set].Key)) is { } says)
            {
                yield return $"set {set + 1} {says}";
            }
        }

        if (IsStale)
        {
            yield return "the tip is stale";
        }

        if (Breach is not Breach.None)
        {
            yield return $"broken: {Breach}";
        }
    }
}

/// <summary>An undecided set and its parts in the order of their arrival.</summary>
/// <param name="Key">What makes them belong together.</param>
/// <param name="Terms">What the invoice asks.</param>
/// <param name="Set">Where it stands.</param>
/// <param name="Members">What it holds.</param>
public sealed record Group(SetKey Key, Terms Terms, HtlcSet Set, Seq<Member> Members)
{
    /// <summary>By where it stands and what it holds.</summary>
    public override int GetHashCode() => HashCode.Combine(Set is HtlcSet.Complete, Members.Count == 0 ? 0 : Members.GetHashCode());

    /// <summary>What the set says of its parts.</summary>
    internal Held Held => Set switch
    {
        HtlcSet.Collecting(var held) => held,
        HtlcSet.Complete(var held) => held,
        HtlcSet.Settled or HtlcSet.Dead => Held.None,
    };
}

/// <summary>A part that a set holds: what its payer said, and what the node made of it.</summary>
public sealed record Member(Letter Letter, Part Part)
{
    /// <summary>By its letter and its time.</summary>
    public override int GetHashCode() => HashCode.Combine(Letter, Part.AcceptedAt.Clock, Part.Expiry);
}

/// <summary>What an observer remembers of one set of the scope.</summary>
/// <param name="Key">The set.</param>
/// <param name="Age">Ticks since the undecided set began; 0 where there is none.</param>
/// <param name="Seen">What has happened to it.</param>
public sealed record Memory(SetKey Key, int Age, Seen Seen)
{
    /// <summary>By what happened and when.</summary>
    public override int GetHashCode() => HashCode.Combine(Age, Seen);

    internal string? Says(Group? group) => group switch
    {
        { Set: HtlcSet.Complete, Held: var held } => $"waits with {held.Sum.Msat} in {held.Parts}",
        { Held: var held } => $"collects, {held.Sum.Msat} of {held.Total.Msat} in {held.Parts}, age {Age}",
        null when Seen.HasFlag(Seen.WasSettled) => "is settled",
        null when Seen.HasFlag(Seen.HasEnded) => "has ended",
        null => null,
    };
}

/// <summary>What has happened to a set.</summary>
[Flags]
public enum Seen
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>A part of the undecided set was opened.</summary>
    Opened = 1,

    /// <summary>A part of the undecided set was failed, and not because it was lost.</summary>
    Failed = 2,

    /// <summary>The preimage of all its parts has left while it is undecided.</summary>
    Public = 4,

    /// <summary>A set of this key has settled.</summary>
    WasSettled = 8,

    /// <summary>A set of this key has ended, and was one that has its key for itself.</summary>
    HasEnded = 16,
}
