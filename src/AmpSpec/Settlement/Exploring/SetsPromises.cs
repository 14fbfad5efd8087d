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
        Never(Breach.Split, "I1 all or none: no set has an opened part and a failed one", "MPP-RCV-19", "AMP-RCV-13"),
        Never(Breach.Misopened, "I2 each preimage opens the part that it is sent for", "AMP-RCV-08", "AMP-RCV-10"),
        Never(Breach.Short, "I3 no part is opened before the whole is there", "MPP-RCV-13", "AMP-RCV-07"),
        Never(Breach.Foreign, "I4 what happens to one set ends no other", "AMP-RCV-09", "AMP-RCV-16"),
        Never(Breach.Revived, "I5 a set that has ended never changes", "AMP-RCV-12", "MPP-RCV-17"),
        Never(Breach.Impure, "I7 a part that is refused alone leaves no trace", "MPP-RCV-22"),
        Always.Of("I9 an incomplete set waits no longer than its timer", world => world.Due.Count > 0 || isUrgent(world) || world.Sets.All(set => !IsOverdue(set, now(world), rules))) with { Requirements = ["MPP-RCV-15"] },
        Never(Breach.Late, "I16 no part is opened with fewer blocks left than the margin, or on a stale tip", "MPP-RCV-18", "CHAIN-01", "CHAIN-07"),
        Always.Of("I17 no sum is above all bitcoins", world => world.Sets.All(set => set.Held.Sum.Msat <= Msat.AllBitcoins)) with { Requirements = ["MPP-RCV-30"] },
        Always.OfEach("I20 when a set is settled it holds nothing any more", (world, piece) => piece is not Piece.Held(var set, _) || world.Sets[set].Set is not (HtlcSet.Settled or HtlcSet.Dead)) with { Requirements = ["MPP-RCV-25", "MPP-RCV-19"] },
    ];

    private static Always Never(Breach breach, string name, params string[] requirements) =>
        Always.Of(name, world => world.Sets.All(set => !set.Breach.HasFlag(breach))) with { Requirements = requirements.ToSeq() };

    private static bool IsOverdue(Watched set, Now now, Rules rules) =>
        set.Set is HtlcSet.Collecting(var held) && held.HasBegun && SetTimer.DueAt(held.FirstAt, rules).HasCome(now.Clock);
}
