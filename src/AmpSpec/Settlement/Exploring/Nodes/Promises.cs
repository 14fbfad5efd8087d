using AmpSpec.Modelling;
using AmpSpec.Primitives;
using Always = AmpSpec.Modelling.Property<AmpSpec.Settlement.Exploring.Nodes.World, AmpSpec.Settlement.Exploring.Nodes.Piece>.Always;
using Sometimes = AmpSpec.Modelling.Property<AmpSpec.Settlement.Exploring.Nodes.World, AmpSpec.Settlement.Exploring.Nodes.Piece>.Sometimes;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>What is promised of a receiver: the invariants by their numbers, and what no number has.</summary>
public static class Promises
{
    private static readonly Seq<(Breach Breach, Always Promise)> All =
    [
        Never(Breach.Split, "I1 all or none: no set has an opened part and one that was failed", "MPP-RCV-19", "AMP-RCV-13"),
        Never(Breach.Short, "I3 no part is opened before its set brings the total, and the total what was asked", "MPP-RCV-12", "MPP-RCV-13", "AMP-RCV-07"),
        Never(Breach.Foreign, "I4 what happens to one set changes no other, and no invoice for others", "AMP-RCV-09", "AMP-RCV-16"),
        Never(Breach.Revived, "I5 a set that has ended takes nothing and never changes", "AMP-RCV-12", "INV-07"),
        Never(Breach.Unlike, "I6 what comes again is answered as before, and changes nothing", "MPP-RCV-23", "MPP-RCV-24", "AMP-RCV-11"),
        Never(Breach.Impure, "I7 a part that is refused alone leaves no trace", "MPP-RCV-22"),
        Never(Breach.Telling, "I8 wrong details are told alike", "PRIV-01", "MPP-RCV-02"),
        Never(Breach.Overdue, "I9 every part is answered before the timer of its set is over", "MPP-RCV-15", "KEYSEND-03"),
        Never(Breach.Stranger, "I10 a part joins a set by its whole key", "MPP-RCV-01", "MPP-RCV-02", "AMP-RCV-01"),
        Never(Breach.Late, "I16 a set is decided while enough blocks are left to all of its parts", "CHAIN-01", "MPP-RCV-18"),
        Never(Breach.Wrong, "I17 a set says of itself what its parts bring, and never more than all bitcoins", "MPP-RCV-11", "MPP-RCV-30", "MPP-WIRE-07"),
        Never(Breach.Betrayed, "I20 once its preimage is public no part of a set fails", "MPP-RCV-25"),
        Never(Breach.Untimely, "MPP-RCV-17 a set has its whole time, and none that is complete times out", "MPP-RCV-15", "MPP-RCV-17"),
        Never(Breach.Misopened, "AMP-RCV-10 each preimage that leaves opens its part", "AMP-RCV-08", "AMP-RCV-10"),
        Never(Breach.Blind, "CHAIN-07 no preimage leaves on a stale tip", "CHAIN-07"),
        (Breach.Early, Always.OfEach(
            "MPP-RCV-34 what its peer may still take back counts for nothing, and does not outlive the node",
            (world, piece) => !world.Breach.HasFlag(Breach.Early) && piece is not Piece.InFlight { HasOutlived: true }) with { Requirements = ["MPP-RCV-34"] }),
    ];

    /// <summary>Their sentences, in order.</summary>
    public static Seq<string> Names { get; } = All.Select(each => each.Promise.Name).ToSeq();

    /// <summary>What is promised by its breach.</summary>
    internal static Property<World, Piece> Of(Breach breach) => All.First(each => each.Breach == breach).Promise;

    /// <summary>The promises that are judged in a scope, and what must be seen there.</summary>
    public static Seq<Property<World, Piece>> Of(Scope scope) =>
        All.Where(each => !IsWaived(each.Promise, scope)).Select(each => (Property<World, Piece>)each.Promise).Concat(scope.Sights.Select(Seen)).ToSeq();

    /// <summary>The breaches that are not looked at in a scope.</summary>
    internal static Breach Waived(Scope scope) => All.Where(each => IsWaived(each.Promise, scope)).Aggregate(Breach.None, (all, each) => all | each.Breach);

    private static bool IsWaived(Always promise, Scope scope) => scope.Waives.Any(word => promise.Name.StartsWith($"{word} ", StringComparison.Ordinal));

    private static (Breach Breach, Always Promise) Never(Breach breach, string name, params string[] requirements) =>
        (breach, Always.Of(name, world => !world.Breach.HasFlag(breach)) with { Requirements = requirements.ToSeq() });

    private static Sometimes Seen(Sight sight) => sight switch
    {
        Sight.Settles => Sometimes.Of("a set settles", world => world.Memories.Any(set => set.Seen.HasFlag(Nodes.Seen.WasSettled))),
        Sight.TimesOut => Sometimes.OfSome("a part is told that its set timed out", (_, piece) => piece is Piece.Done(Outcome.TimedOut) || (piece is Piece.Answered(_, var answer) && Outcomes.Of(answer) is Outcome.TimedOut)),
        Sight.Fails => Sometimes.OfSome("a part is failed for another reason", (_, piece) => piece is Piece.Done(Outcome.Failed) || (piece is Piece.Answered(_, var answer) && Outcomes.Of(answer) is Outcome.Failed)),
        Sight.Waits => Sometimes.Of("a complete set waits for its owner", world => world.Groups.Any(group => group.Set is HtlcSet.Complete)),
        Sight.Dies => Sometimes.Of("the id of a set is dead", world => world.Ended.Any(ended => ended.Value is HtlcSet.Dead)),
        Sight.SettlesTwice => Sometimes.Of("two sets settle", world => world.Memories.Count(set => set.Seen.HasFlag(Nodes.Seen.WasSettled)) > 1),
        Sight.Forgets => Sometimes.OfSome("a part is forgotten", (_, piece) => piece is Piece.Forgotten),
        _ => throw new ArgumentOutOfRangeException(nameof(sight)),
    };
}

/// <summary>What must be seen in some state of a scope.</summary>
public enum Sight
{
    /// <summary>A set settles.</summary>
    Settles,

    /// <summary>A part is told that its set timed out.</summary>
    TimesOut,

    /// <summary>A part is failed for another reason.</summary>
    Fails,

    /// <summary>A complete set waits for its owner.</summary>
    Waits,

    /// <summary>The id of a set is dead.</summary>
    Dies,

    /// <summary>Two sets settle.</summary>
    SettlesTwice,

    /// <summary>A part is forgotten.</summary>
    Forgets,
}
