using AmpSpec.Modelling;
using AmpSpec.Primitives;
using Always = AmpSpec.Modelling.Property<AmpSpec.Settlement.Exploring.World, AmpSpec.Settlement.Exploring.Piece>.Always;

namespace AmpSpec.Settlement.Exploring;

/// <summary>What is promised of every set, in every state. The names are those of the invariants.</summary>
public static class SetsPromises
{
    /// <summary>Of sets under these rules.</summary>
    /// <param name="rules">Where receivers differ.</param>
    /// <param name="now">Clock and height of a world.</param>
    /// <param name="isUrgent">Whether something is due to a part before anything else may happen.</param>
    public static Seq<Property<World, Piece>> Of(Rules rules, Func<World, Now> now, Func<World, bool> isUrgent) =>
    [
        Never(Breach.Split),
        Never(Breach.Misopened),
        Never(Breach.Short),
        Never(Breach.Foreign),
        Never(Breach.Revived),
        Never(Breach.Impure),
        Named(Breach.Overdue, world => world.Due.Count > 0 || isUrgent(world) || world.Sets.All(set => !IsOverdue(set, now(world), rules))),
        Always.Of("I16 no part is opened with fewer blocks left than the margin, or on a stale tip", IsFreeOf(Breach.Late)) with { Requirements = ["MPP-RCV-18", "CHAIN-01", "CHAIN-07"] },
        Always.Of("I17 no sum is above all bitcoins", world => world.Sets.All(set => set.Held.Sum.Msat <= Msat.AllBitcoins)) with { Requirements = ["MPP-RCV-30"] },
        Always.OfEach("I20 when a set is settled it holds nothing any more", (world, piece) => piece is not Piece.Held(var set, _) || world.Sets[set].Set is not (HtlcSet.Settled or HtlcSet.Dead)) with { Requirements = ["MPP-RCV-25", "MPP-RCV-19"] },
    ];

    private static Always Never(Breach breach) => Named(breach, IsFreeOf(breach));

    // what the node promises too is said in its words
    private static Always Named(Breach breach, Func<World, bool> holds) => Always.Of(Nodes.Promises.Of(breach).Name, holds) with { Requirements = Nodes.Promises.Of(breach).Requirements };

    private static Func<World, bool> IsFreeOf(Breach breach) => world => world.Sets.All(set => !set.Breach.HasFlag(breach));

    private static bool IsOverdue(Watched set, Now now, Rules rules) =>
        set.Set is HtlcSet.Collecting(var held) && held.HasBegun && SetTimer.DueAt(held.FirstAt, rules).HasCome(now.Clock);
}
