using AmpSpec.Explorer.Bench;
using AmpSpec.Primitives;
using Xunit;

namespace AmpSpec.Explorer.Tests;

/// <summary>The benchmark machine with a mistake.</summary>
public sealed class A_broken_machine
{
    [Theory]
    [InlineData(BenchFault.EarlyRelease, false, 4, "a set is released only when it is whole")]
    [InlineData(BenchFault.EarlyRelease, true, 4, "a set is released only when it is whole")]
    [InlineData(BenchFault.LateTimeout, false, 8, "a part is done only while the set is being released")]
    [InlineData(BenchFault.LateTimeout, true, 8, "a part is done only while the set is being released")]
    public void is_caught_by_a_shortest_run(BenchFault fault, bool symmetry, int steps, string promise)
    {
        var found = Explored(fault, symmetry);
        var broken = found.Verdicts.Single(v => v.Verdict is Verdict.Broken);
        Assert.Equal((promise, steps, false), (broken.Promise, broken.Run!.Value.Count, found.Complete));
    }

    [Fact]
    public void gives_the_least_of_the_shortest_runs() => Assert.Equal(
        [
            "part 1: Sent 1 (bench/01)", "part 1: Arrived (bench/04)", "part 2: Sent 2 (bench/01)", "part 2: Arrived (bench/04)",
            "part 3: Sent 2 (bench/01)", "part 3: Arrived (bench/03)", "part 1: Settled (bench/05)", "TimedOut (bench/09)",
        ],
        Run(BenchFault.LateTimeout, symmetry: false).Select(step => $"{step}"));

    [Theory]
    [InlineData(BenchFault.EarlyRelease)]
    [InlineData(BenchFault.LateTimeout)]
    public void gives_the_same_run_with_symmetry_and_without_and_again(BenchFault fault)
    {
        Assert.Equal(Run(fault, symmetry: false), Run(fault, symmetry: true));
        Assert.Equal(Run(fault, symmetry: false), Run(fault, symmetry: false));
    }

    [Fact]
    public void leaves_open_what_was_not_reached() =>
        Assert.Equal(Verdict.Unfinished, Explored(BenchFault.EarlyRelease, symmetry: false).Verdicts.Single(v => v.Promise == "a set times out").Verdict);

    [Fact]
    public void can_be_drawn() => Assert.Equal(
        """
        sequenceDiagram
            participant P1 as part 1
            participant P2 as part 2
            participant S as set
            P1->>S: Sent 2 (bench/01)
            Note over S: Open, timer 0, sum 0
            P1->>S: Arrived (bench/04)
            Note over S: Open, timer 0, sum 2
            P2->>S: Sent 2 (bench/01)
            Note over S: Open, timer 0, sum 2
            P2->>S: Arrived (bench/03)
            Note over S: Releasing, timer 0, sum 4

        """,
        MermaidDiagram.Sequence(Run(BenchFault.EarlyRelease, symmetry: true)));

    private static Seq<Step> Run(BenchFault fault, bool symmetry) => Explored(fault, symmetry).Verdicts.Single(v => v.Verdict is Verdict.Broken).Run!.Value;

    private static Exploration Explored(BenchFault fault, bool symmetry) =>
        BenchMachine.Explore(BenchTerms.Of(5) with { Fault = fault }, new Bounds(symmetry), TimeProvider.System);
}
