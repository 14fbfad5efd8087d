using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

/// <summary>Relations between two sessions: one is changed in a way that may change nothing else.</summary>
[Properties(Arbitrary = [typeof(SessionArbitraries)], MaxTest = 300, EndSize = 50)]
public sealed class Whatever_happens
{
    [Property]
    [Requirement("AMP-RCV-22", "MPP-RCV-19")]
    public Property the_order_of_arrival_does_not_matter(bool amp, PositiveInt seed)
    {
        ulong[] amounts = [100, 200, 300, 400];
        byte[] shares = [0x11, 0x22, 0x44, 0x88];
        int[] order = [.. Enumerable.Range(0, 4).OrderBy(at => (at + 1) * 7919L * seed.Get % 104_729)];
        var node = With(Mpp, Amp);
        var last = order.Select(at => node.Offers(amp ? Child((ulong)at, amounts[at], 0x55, at, shares) : Part((ulong)at, amounts[at]))).ToArray();
        return (last[..3].All(answers => answers.Count == 0) && last[3].Show().Order().SequenceEqual(["0 settles", "1 settles", "2 settles", "3 settles"])).Classify(!order.SequenceEqual(order.Order()), "turned");
    }

    [Property]
    [Requirement("MPP-RCV-12", "MPP-RCV-11")]
    public Property a_part_may_come_in_two(RandomSession session, PositiveInt which)
    {
        // a part with another total fails its set, and then its other half would begin a new one
        var moves = session.Moves.Select(move => move is Move.Offer offer ? offer with { Total = 1000 } : move).ToSeq();
        var offers = moves.OfType<Move.Offer>().Where(offer => offer is { Set: < 2, Fault: Fault.None, Amount: > 1 }).ToArray();
        if (offers is [])
        {
            return true.Classify(true, "nothing to split");
        }

        var one = offers[which.Get % offers.Length];
        var half = one.Amount / 2;
        var split = moves.SelectMany(move => ReferenceEquals(move, one) ? (Move[])[one with { Amount = half }, one with { Amount = one.Amount - half, Number = 1000 }] : [move]);
        return Others(moves, one.Number, 1000).SequenceEqual(Others(split, one.Number, 1000)).Classify(true, "split");
    }

    [Property]
    [Requirement("MPP-RCV-22")]
    public bool a_part_that_is_refused_alone_changes_nothing_else(RandomSession session, PositiveInt where, int set, bool other)
    {
        Fault[] faults = [Fault.Secret, Fault.Wire, Fault.Expiry, Fault.LowTotal, Fault.Zero];
        var bad = new Move.Offer((set & int.MaxValue) % 4, 400, other ? 1200UL : 1000UL, 144, 1000) { Fault = faults[where.Get % faults.Length] };
        var at = where.Get % (session.Moves.Count + 1);
        var with = Played.Of([.. session.Moves.Take(at), bad, .. session.Moves.Skip(at)]);
        var without = Played.Of(session.Moves);
        return with.Fates[1000] is not "settles" && with.Fates.Where(fate => fate.Key != 1000).SequenceEqual(without.Fates)
            && with.Node.Sets == without.Node.Sets && with.Node.Invoices == without.Node.Invoices && with.Node.Ended.Keys.ToHashSet().SetEquals(without.Node.Ended.Keys);
    }

    [Property]
    [Requirement("MPP-RCV-23", "AMP-RCV-11")]
    public bool what_came_so_far_may_come_again(RandomSession session, PositiveInt where)
    {
        var at = where.Get % (session.Moves.Count + 1);
        var again = Played.Of(session.Moves.Take(at));
        again.Replay();
        foreach (var move in session.Moves.Skip(at))
        {
            again.Play(move);
        }

        var once = Played.Of(session.Moves);
        return again.Fates.SequenceEqual(once.Fates) && again.Node.Sets == once.Node.Sets && again.Node.Invoices == once.Node.Invoices;
    }

    [Property]
    [Requirement("MPP-RCV-23")]
    public bool each_answer_is_given_again(RandomSession session) => Played.Of(session.Moves.Where(move => move is not Move.Drop)).AnswersAgain();

    [Property]
    [Requirement("AMP-RCV-16", "MPP-RCV-01")]
    public bool sets_do_not_know_of_each_other(RandomSession session)
    {
        var all = Played.Of(session.Moves);
        return Enumerable.Range(0, 4).All(set =>
        {
            var numbers = session.Moves.OfType<Move.Offer>().Where(offer => offer.Set == set).Select(offer => offer.Number).ToHashSet();
            var alone = Played.Of(session.Moves.Where(move => move.About is null || move.About == set));
            return alone.Fates.SequenceEqual(all.Fates.Where(fate => numbers.Contains(fate.Key)));
        });
    }

    [Property]
    [Requirement("CHAIN-07", "MPP-RCV-15", "CHAIN-01")]
    public bool clock_and_height_may_begin_anywhere(RandomSession session, uint clock, ushort height) =>
        Played.Of(session.Moves, clock, height).Fates.SequenceEqual(Played.Of(session.Moves).Fates);

    [Property]
    [Requirement("PRIV-02", "MPP-RCV-11", "AMP-RCV-07")]
    public bool hops_may_add_to_what_was_meant(RandomSession session, PositiveInt more) =>
        Played.Of(session.Moves.Select(move => move is Move.Offer offer ? offer with { More = (ulong)more.Get * (1 + offer.Number % 3) } : move)).Fates.SequenceEqual(Played.Of(session.Moves).Fates);

    [Property]
    [Requirement("MPP-RCV-19", "MPP-RCV-13")]
    public bool a_set_settles_whole_or_not_at_all(RandomSession session) => Played.Of(session.Moves).Whole;

    [Property]
    [Requirement("MPP-RCV-23")]
    public bool what_is_held_stands_in_a_set(RandomSession session)
    {
        var node = Played.Of(session.Moves).Node;
        return node.Sets.All(open => open.Parts.Count == node.Verdicts.Values.OfType<Verdict.Held>().Count(held => held.Key == open.Key))
            && node.Verdicts.Values.OfType<Verdict.Held>().All(held => node.Find(held.Key) is not null);
    }

    [Property]
    [Requirement("MPP-RCV-16")]
    public bool all_is_decided_in_the_end(RandomSession session) =>
        Played.Of([.. session.Moves, new Move.Wait(60_000), new Move.Mine(200)]).Node.Sets.Count == 0;

    private static IEnumerable<KeyValuePair<ulong, string>> Others(IEnumerable<Move> moves, params ulong[] numbers) =>
        Played.Of(moves).Fates.Where(fate => !numbers.Contains(fate.Key));
}
