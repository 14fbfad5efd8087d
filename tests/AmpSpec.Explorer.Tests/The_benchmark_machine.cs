using AmpSpec.Explorer.Bench;
using Xunit;

namespace AmpSpec.Explorer.Tests;

/// <summary>Counts that SPIN, TLC and Stateright agree on.</summary>
public sealed class The_benchmark_machine
{
    [Theory]
    [InlineData(2, 76, 160, 7)]
    [InlineData(3, 672, 2_190, 9)]
    [InlineData(4, 4_752, 20_056, 12)]
    [InlineData(5, 32_656, 168_410, 15)]
    [InlineData(6, 216_032, 1_303_524, 18)]
    [InlineData(7, 1_416_176, 9_731_862, 21)]
    public void has_these_states(int parts, long states, long transitions, int depth) => Assert.Equal((states, transitions, depth), Counts(parts, new Bounds()));

    [Theory]
    [InlineData(2, 41, 87, 7)]
    [InlineData(3, 154, 503, 9)]
    [InlineData(4, 382, 1_632, 12)]
    [InlineData(5, 856, 4_514, 15)]
    [InlineData(6, 1_645, 10_288, 18)]
    [InlineData(7, 2_990, 21_593, 21)]
    [InlineData(8, 5_003, 40_948, 24)]
    public void has_these_states_up_to_symmetry(int parts, long states, long transitions, int depth) =>
        Assert.Equal((states, transitions, depth), Counts(parts, new Bounds(Symmetry: true)));

    private static (long, long, int) Counts(int parts, Bounds bounds)
    {
        var found = BenchMachine.Explore(BenchTerms.Of(parts), bounds, TimeProvider.System);
        Assert.True(found is { Complete: true, Holds: true });
        Assert.Equal(parts == 2 ? ["bench/07"] : [], found.Unfired); // of two units, what is held before the release is one part
        return (found.States, found.Transitions, found.Depth);
    }
}
