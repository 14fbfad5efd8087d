using AmpSpec.Modelling;
using AmpSpec.Primitives;
using Xunit;

namespace AmpSpec.Explorer.Tests;

/// <summary>Small models whose states can be counted by hand.</summary>
public sealed class A_model
{
    private static Exploration Explored(Counters model, Bounds? bounds = null) => BreadthFirst.Explore(model, bounds ?? new(), TimeProvider.System);

    [Fact]
    public void is_asked_once_for_each_summary_part_and_event()
    {
        var model = Counters.Of(parts: 4, limit: 5, sums: true);
        var found = Explored(model);
        Assert.Equal(model.Asked.Count, model.Asked.Distinct().Count());
        Assert.Equal(model.Asked.Count, found.Calls);
    }

    [Theory]
    [InlineData(2, 9, false)]
    [InlineData(3, 40, true)]
    public void has_as_many_states_as_its_parts_have_counts(int parts, int limit, bool sums) =>
        Assert.Equal((long)Math.Pow(limit + 1, parts), Explored(Counters.Of(parts, limit, sums)).States);

    [Theory]
    [InlineData(12, 15, 64)]
    [InlineData(12, 20, 64)] // sixteen kinds were guessed
    [InlineData(12, 33, 128)]
    [InlineData(10, 70, 128)]
    public void has_its_keys_widened_until_they_hold(int parts, int limit, int bits)
    {
        var found = Explored(OneThatCounts(parts, limit));
        Assert.Equal((limit + 1, bits), (found.States, found.KeyBits));
    }

    [Fact]
    public void has_the_same_states_when_its_keys_were_widened_in_the_midst()
    {
        var bounds = new Bounds(Symmetry: true);
        Assert.Equal((4 * 4 * 4 * 4) - (3 * 3 * 3 * 3), Explored(OneThatCounts(4, 3, bell: true)).States); // whoever rings stays at the end
        Assert.Equal(4_845, Explored(Counters.Of(parts: 16, limit: 4, bell: true), bounds).States); // 20 over 4; two kinds a part would have had room
        Assert.Equal(128, Explored(Counters.Of(parts: 24, limit: 4, bell: true), bounds).KeyBits);
        Assert.Equal(20_475, Explored(Counters.Of(parts: 24, limit: 4, bell: true), bounds).States); // 28 over 4
    }

    // one part counts, the others are at the end already
    private static Counters OneThatCounts(int parts, int limit, bool bell = false) =>
        Counters.Of(parts, limit, bell: bell) with { Parts = [new(0), .. Enumerable.Repeat(new Counter(limit), parts - 1)] };

    [Fact]
    public void that_outgrows_128_bits_says_so_with_the_numbers()
    {
        var model = Counters.Of(parts: 40, limit: 100);
        var overflow = Assert.Throws<KeySpaceOverflowException>(() => Explored(model, new Bounds(Symmetry: true)));
        Assert.Contains("40 parts of 4 bits", overflow.Message, StringComparison.Ordinal);
        Assert.Contains("a state has 128", overflow.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void meets_its_fate_in_all_parts_but_the_one_concerned()
    {
        var never = new Property<int, Counter>.Always("two parts are not at the end", new Statement<int, Counter>.OfWhole((_, parts) => parts.Count(p => p.Value == 2) < 2));
        var rung = Property<int, Counter>.Sometimes.OfWhole("the last part alone is at the end", (_, parts) => parts[0].Value == 0 && parts[2].Value == 2);
        var found = Explored(Counters.Of(parts: 3, limit: 2, bell: true) with { Properties = [rung] });
        Assert.Equal((27L, Verdict.Kept), (found.States, found.Verdicts[0].Verdict));
        var run = Explored(Counters.Of(parts: 2, limit: 2, bell: true) with { Properties = [never] }).Verdicts[0].Run!.Value;
        Assert.Equal(["part 1: up", "part 1: up", "part 2: up", "part 2: up"], run.Select(step => step.Label));
        Assert.Equal(27, Explored(Counters.Of(parts: 3, limit: 2)).States);
    }

    [Fact]
    public void with_a_bell_goes_back()
    {
        var found = Explored(Counters.Of(parts: 2, limit: 1, bell: true));
        Assert.Equal((4L, 8L), (found.States, found.Transitions)); // 4 counts up, and each part rings in two states
    }

    [Fact]
    public void keeps_the_order_of_parts_that_start_apart()
    {
        var apart = Counters.Of(parts: 4, limit: 3) with { Parts = [new(0), new(1), new(0), new(1)] };
        Assert.Equal(4 * 4 * 3 * 3, Explored(apart).States);
        Assert.Equal(10 * 6, Explored(apart, new Bounds(Symmetry: true)).States); // two of four kinds, and two of three
    }

    [Fact]
    public void names_the_rows_that_never_fire()
    {
        var found = Explored(Counters.Of(parts: 2, limit: 1));
        Assert.Equal(["count/01"], found.Fired);
        Assert.Equal(["count/02", "count/03"], found.Unfired);
    }

    [Fact]
    public void that_never_comes_to_a_witness_breaks_the_promise()
    {
        var model = Counters.Of(parts: 2, limit: 3) with { Properties = [Property<int, Counter>.Sometimes.OfSome("a part is at 4", (_, part) => part.Value == 4)] };
        var found = Explored(model);
        Assert.Equal((true, false, Verdict.Broken), (found.Complete, found.Holds, found.Verdicts[0].Verdict));
        Assert.Null(found.Verdicts[0].Run);
    }

    [Fact]
    public void that_comes_to_a_witness_shows_the_shortest_way()
    {
        var model = Counters.Of(parts: 2, limit: 3) with { Properties = [Property<int, Counter>.Sometimes.OfSome("a part is at 2", (_, part) => part.Value == 2)] };
        Assert.Equal(["part 1: up", "part 1: up"], Explored(model).Verdicts[0].Run!.Value.Select(step => step.Label));
    }

    [Fact]
    public void that_is_broken_at_the_start_has_a_run_of_no_step()
    {
        var model = Counters.Of(parts: 2, limit: 3) with { Properties = [Property<int, Counter>.Always.Of("never", _ => false)] };
        Assert.Empty(Explored(model, new Bounds(Symmetry: true)).Verdicts[0].Run!.Value);
    }

    [Fact]
    public void larger_than_the_bound_is_left_unfinished()
    {
        var model = Counters.Of(parts: 3, limit: 99) with { Properties = [Property<int, Counter>.Always.Of("always", _ => true)] };
        var found = Explored(model, new Bounds(MaxStates: 1_000));
        Assert.Equal((false, false, Verdict.Unfinished), (found.Complete, found.Interrupted, found.Verdicts[0].Verdict));
    }

    [Fact]
    public void exactly_as_large_as_the_bound_is_complete() => Assert.True(Explored(Counters.Of(parts: 2, limit: 9), new Bounds(MaxStates: 100)).Complete);

    [Fact]
    public void stops_when_it_is_interrupted() => Assert.True(Explored(Counters.Of(parts: 2, limit: 9), new Bounds(Interrupted: new CancellationToken(canceled: true))).Interrupted);

    [Fact]
    public void without_parts_is_none() => Assert.Throws<ArgumentOutOfRangeException>(() => Explored(Counters.Of(parts: 0, limit: 1)));
}
