using AmpSpec.Explorer.Bench;
using AmpSpec.Explorer.Engine;
using Xunit;

namespace AmpSpec.Explorer.Tests;

/// <summary>What symmetry keeps, counted from the keys of the engine itself.</summary>
public sealed class The_representatives
{
    [Theory]
    [InlineData(2, 76)]
    [InlineData(5, 32_656)]
    [InlineData(7, 1_416_176)]
    [InlineData(8, 9_228_928)]
    public void stand_for_all_states(int parts, long all)
    {
        var model = new BenchModel(BenchTerms.Of(parts));
        var tables = new ModelTables<BenchSummary, BenchPart, BenchEvent, NoFate>(model);
        var search = new Search<ulong>(tables, new ModelWatch<BenchSummary, BenchPart, BenchEvent, NoFate>([], tables), Layout.Of(parts), new Bounds(Symmetry: true), null);
        Assert.Equal(Ending.Complete, search.Run());
        var orbits = 0L;
        for (var state = 0; state < search.States.Count; state++)
        {
            var key = search.States[state];
            orbits += Enumerable.Range(0, parts).Select(i => search.Packing.Part(key, i)).GroupBy(part => part)
                .Aggregate(Factorial(parts), (orbit, same) => orbit / Factorial(same.Count()));
        }

        Assert.Equal(all, orbits);
    }

    private static long Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
