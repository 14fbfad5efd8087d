using AmpSpec.Explorer;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring;
using Xunit;
using static AmpSpec.Settlement.HtlcSet;
using static AmpSpec.Settlement.SetEvent;
using Rest = AmpSpec.Settlement.Rest;
using TableStep = AmpSpec.Settlement.Step;

namespace AmpSpec.Explorer.Tests.Receiver;

/// <summary>The shipped table keeps every promise; a table with a mistake breaks the promise that speaks of it, by a run that no run undercuts.</summary>
public sealed class The_receiver_explored
{
    private static readonly Size Small = new(Parts: 3, Sets: 2, MaxAmount: 2, Timer: 1, Total: 3);

    private static readonly Fate Failed = new Fate.Failed(new Refusal.TimedOut());

    private static readonly Dictionary<string, (string Alphabet, SetTable Table)> Mistakes = new()
    {
        ["I3"] = ("core", Instead((set, on, _, terms) => (set, on) is (Collecting, PartArrived) && !terms.Hold ? Opens(terms) : null)),
        ["I9"] = ("core", Instead((set, on, _, _) => on is TimePassed ? Stays(set) : null)),
        ["I16"] = ("core", Instead((set, on, _, terms) => (set, on) switch
        {
            (_, BlockPassed) => Stays(set),
            (Complete, OwnerSettles) => Opens(terms, among: false),
            _ => null,
        })),
        ["I20"] = ("core", Instead((set, on, _, _) => (set, on) is (Complete, OwnerSettles) ? new(new Settled(), null, new Rest.Keep()) : null)),
        ["I5"] = ("core", Instead((set, on, _, _) => (set, on) is (Settled, PartArrived(var part, _)) ? new(new Collecting(Held.None.With(part)), new Fate.Held(), new Rest.Keep()) : null)),
        ["I7"] = ("core", Instead((set, on, _, _) => (set, on) is (Collecting(var held), PartArrived(var part, _)) && held.HasBegun && part.Total != held.Total ? new(new Collecting(held.With(part)), Failed, new Rest.Keep()) : null)),
        ["AMP-RCV-10"] = ("spontaneous", (set, on, now, terms, rules) => Receiver(set, on, now, terms, rules) is { Rest: Rest.All(Fate.Settled(Opening.Each(var each))) } step ? step with { Rest = new Rest.All(new Fate.Settled(new Opening.Each(each.Reverse().ToSeq()))) } : Receiver(set, on, now, terms, rules)),
        ["I4"] = ("spontaneous", (set, on, now, terms, rules) => AmpSpec.Settlement.Receiver.Next(set, on, now, terms, rules with { Mismatch = Mismatch.CancelInvoice })),
        ["I17"] = ("bounds", Instead((set, on, _, _) => (set, on) is (Collecting(var held), PartArrived(var part, _)) && held.HasBegun && part.Total == held.Total ? new(new Collecting(held.With(part)), new Fate.Held(), new Rest.Keep()) : null)),
    };

    public static TheoryData<string, int> Shortest => new()
    {
        { "AMP-RCV-10", 2 }, { "I3", 1 }, { "I4", 3 }, { "I5", 3 }, { "I7", 2 }, { "I9", 4 }, { "I16", 6 }, { "I17", 2 }, { "I20", 3 },
    };

    [Fact]
    [Requirement("MPP-RCV-19", "MPP-RCV-13", "MPP-RCV-15", "AMP-RCV-09", "AMP-RCV-16")]
    public void keeps_every_promise_in_every_alphabet_and_every_row_fires()
    {
        var found = Union.Of([.. Alphabets.Names.SelectMany(name => Alphabets.Scopes(name, Rules.Ours, Small)).Select(scope => Explored(new SetsModel(scope)))]);
        Assert.All(found.Verdicts, verdict => Assert.Equal((verdict.Promise, Verdict.Kept), (verdict.Promise, verdict.Verdict)));
        Assert.Equal(10, found.Verdicts.Count);
        Assert.Empty(found.Unfired);
        Assert.True(found.Complete);
        Assert.Equal((158_076L, 398_365L), (found.States, found.Transitions));
    }

    [Theory]
    [MemberData(nameof(Shortest))]
    public void that_makes_a_mistake_breaks_the_promise_that_speaks_of_it(string promise, int steps)
    {
        var (alphabet, table) = Mistakes[promise];
        var broken = Alphabets.Scopes(alphabet, Rules.Ours, Small).Where(scope => scope.IsJudged)
            .Select(scope => new SetsModel(scope) { Next = table })
            .Select(model => Explored(model with { Promise = model.Properties.First(each => each.Name.StartsWith($"{promise} ", StringComparison.Ordinal)).Name }).Verdicts[0])
            .Where(verdict => verdict.Verdict is Verdict.Broken).Select(verdict => verdict.Run!.Value.Count).ToArray();
        Assert.NotEmpty(broken);
        Assert.Equal(steps, broken.Min());
    }

    [Fact]
    [Requirement("AMP-RCV-13", "MPP-RCV-19")]
    public void with_a_timer_for_each_part_splits_a_set()
    {
        var scope = Alphabets.Scopes("core", Rules.Ours with { TimerScope = TimerScope.Part }, Small with { Sets = 1, Timer = 2 })[0] with { Happens = Happens.Nothing };
        var verdict = Explored(new SetsModel(scope)).Verdicts[0];
        Assert.Equal((Verdict.Broken, 6), (verdict.Verdict, verdict.Run!.Value.Count));
    }

    [Fact]
    public void is_larger_without_symmetry()
    {
        var scope = Alphabets.Scopes("core", Rules.Ours, Small)[0];
        var (all, folded) = (Explored(new SetsModel(scope)), Explored(new SetsModel(scope), symmetry: true));
        Assert.True(folded.Complete && folded.Holds);
        Assert.InRange(folded.States, all.States / 6, all.States - 1);
    }

    private static Exploration Explored(SetsModel model, bool symmetry = false) => BreadthFirst.Explore(model, new Bounds(symmetry, 5_000_000, default), TimeProvider.System);

    private static TableStep Receiver(HtlcSet set, SetEvent on, Now now, Terms terms, Rules rules) => AmpSpec.Settlement.Receiver.Next(set, on, now, terms, rules);

    private static SetTable Instead(Func<HtlcSet, SetEvent, Now, Terms, TableStep?> mistake) =>
        (set, on, now, terms, rules) => mistake(set, on, now, terms)?.By("receiver/35") ?? Receiver(set, on, now, terms, rules);

    private static TableStep Stays(HtlcSet set) => new(set, null, new Rest.Keep());

    private static TableStep Opens(Terms terms, bool among = true)
    {
        var opened = new Fate.Settled(new Opening.Shared(terms.Preimage!.Value));
        return new(new Settled(), among ? opened : null, new Rest.All(opened));
    }
}
