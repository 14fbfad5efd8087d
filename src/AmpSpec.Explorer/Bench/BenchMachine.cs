namespace AmpSpec.Explorer.Bench;

/// <summary>The benchmark machine: how fast, and how right, an explorer is.</summary>
public static class BenchMachine
{
    /// <summary>Explores it. See <see cref="BreadthFirst"/> for what is handed in.</summary>
    public static Exploration Explore(BenchTerms terms, Bounds bounds, TimeProvider clock, Action<long>? progress = null) =>
        BreadthFirst.Explore(new BenchModel(terms), bounds, clock, progress);
}
