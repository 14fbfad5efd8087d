using AmpSpec.Explorer.Bench;
using Xunit;

namespace AmpSpec.Explorer.Tests;

/// <summary>A second explorer, which shares nothing with the engine.</summary>
public sealed class Another_explorer
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 2, 2, 2)]
    [InlineData(3, 3, 3, 1)]
    [InlineData(3, 5, 3, 4)]
    [InlineData(4, 4, 1, 2)]
    [InlineData(4, 2, 3, 1)]
    [InlineData(4, 7, 2, 3)]
    [InlineData(5, 5, 2, 2)]
    public void counts_the_same(int parts, int total, int maxAmount, int timer)
    {
        var other = new NaiveExplorer(total, maxAmount, timer).Run(parts);
        var found = Explored(new BenchTerms(parts, total, maxAmount, timer), symmetry: false);
        Assert.Equal((other.States.Count, other.Transitions, other.Depth), (found.States, found.Transitions, found.Depth));
    }

    [Theory]
    [InlineData(3, 3, 2, 2)]
    [InlineData(4, 5, 3, 1)]
    [InlineData(5, 5, 2, 2)]
    public void finds_as_many_classes_and_their_orbits_are_all_states(int parts, int total, int maxAmount, int timer)
    {
        var states = new NaiveExplorer(total, maxAmount, timer).Run(parts).States;
        var classes = states.GroupBy(Sorted).Select(c => (Text: c.Key, Size: c.Count())).ToArray();
        Assert.Equal(classes.Length, Explored(new BenchTerms(parts, total, maxAmount, timer), symmetry: true).States);
        Assert.Equal(states.Count, classes.Sum(c => Orbit(c.Text.Split(' ')[..^1])));
        Assert.All(classes, c => Assert.Equal(Orbit(c.Text.Split(' ')[..^1]), c.Size));
    }

    private static string Sorted(string state) =>
        state.Split(' ') is [.. var parts, var set] ? string.Join(' ', [.. parts.Order(StringComparer.Ordinal), set]) : throw new ArgumentException(state);

    // n! over the product of the factorials of how often each occurs
    private static long Orbit(string[] parts) => Factorial(parts.Length) / parts.GroupBy(p => p).Aggregate(1L, (product, same) => product * Factorial(same.Count()));

    private static long Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);

    private static Exploration Explored(BenchTerms terms, bool symmetry) => BenchMachine.Explore(terms, new Bounds(symmetry), TimeProvider.System);
}
