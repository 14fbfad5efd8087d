namespace AmpSpec.Explorer.Bench;

/// <summary>What the set as a whole is at.</summary>
internal enum Phase
{
    Open,
    Releasing,
    Failing,
}

/// <summary>The set of the benchmark machine.</summary>
/// <param name="Phase">What it is at.</param>
/// <param name="Timer">Ticks since the first part was held.</param>
/// <param name="Sum">The amounts of the parts that are held or done.</param>
internal sealed record BenchSummary(Phase Phase, int Timer, int Sum)
{
    public override string ToString() => $"{Phase}, timer {Timer}, sum {Sum}";
}
