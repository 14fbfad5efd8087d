using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring;

/// <summary>Sets of one receiver, its clock in ticks, its height in blocks, and what is due before anything else may happen.</summary>
/// <param name="Sets">The sets.</param>
/// <param name="Ticks">Ticks since the start.</param>
/// <param name="Blocks">Blocks since the start.</param>
/// <param name="IsStale">Whether no block has come for long.</param>
/// <param name="Due">What is due, first things first.</param>
public sealed record World(Seq<Watched> Sets, int Ticks, int Blocks, bool IsStale, Seq<Due> Due)
{
    /// <summary>In words.</summary>
    public override string ToString() =>
        $"tick {Ticks}, block {Blocks}{(IsStale ? ", the tip is stale" : "")}: {string.Join("; ", Sets.Select((set, i) => $"set {i + 1} {set}"))}{(Due.Count > 0 ? $"; due: {string.Join(", ", Due.Select(each => each.On.GetType().Name))}" : "")}";
}

/// <summary>Something that is due to one set.</summary>
public sealed record Due(int Set, SetEvent On);

/// <summary>A set, the parts that it holds in the order of their arrival, and what an observer remembers of it.</summary>
/// <param name="Set">Where it stands.</param>
/// <param name="Parts">What it holds.</param>
/// <param name="Released">Whether a part of it was opened since it began.</param>
/// <param name="Failed">Whether a part that it held was failed since it began.</param>
/// <param name="Breach">Which promises it has broken, ever.</param>
public sealed record Watched(HtlcSet Set, Seq<Part> Parts, bool Released, bool Failed, Breach Breach)
{
    /// <summary>Before anything has happened.</summary>
    public static Watched Fresh { get; } = new(HtlcSet.Start, [], false, false, Breach.None);

    /// <summary>What its parts amount to.</summary>
    public Held Held => Set switch
    {
        HtlcSet.Collecting(var held) => held,
        HtlcSet.Complete(var held) => held,
        HtlcSet.Settled or HtlcSet.Dead => Held.None,
    };

    /// <summary>In words.</summary>
    public override string ToString() => Set switch
    {
        HtlcSet.Collecting(var held) => held.HasBegun ? $"collects, {held.Sum.Msat} of {held.Total.Msat} in {held.Parts}" : "is empty",
        HtlcSet.Complete(var held) => $"is complete, {held.Sum.Msat} in {held.Parts}",
        HtlcSet.Settled => "is settled",
        HtlcSet.Dead => "is dead",
    };
}

/// <summary>One HTLC of the world.</summary>
public abstract record Piece
{
    private Piece()
    {
    }

    /// <summary>Not offered yet.</summary>
    public sealed record Idle : Piece
    {
        /// <summary>In words.</summary>
        public override string ToString() => "idle";
    }

    /// <summary>Held by a set.</summary>
    public sealed record Held(int Set, Part Part) : Piece
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"held by set {Set + 1}, {Part.Onion.Msat} of {Part.Total.Msat}";
    }

    /// <summary>Answered, or lost; no set holds it any more.</summary>
    public sealed record Done(string How) : Piece
    {
        /// <summary>In words.</summary>
        public override string ToString() => How;
    }
}

/// <summary>What befalls every part that one set holds.</summary>
public sealed record SetFate(int Set, Fate Fate);
