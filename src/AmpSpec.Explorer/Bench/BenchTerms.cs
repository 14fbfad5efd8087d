namespace AmpSpec.Explorer.Bench;

/// <summary>The sizes of a benchmark machine.</summary>
/// <param name="Parts">How many parts there are, from 1.</param>
/// <param name="Total">What the set asks, from 1.</param>
/// <param name="MaxAmount">A part carries 1 to this.</param>
/// <param name="Timer">Ticks after which the set times out, from 1.</param>
/// <param name="Fault">A mistake to be found.</param>
public sealed record BenchTerms(int Parts, int Total, int MaxAmount = 2, int Timer = 2, BenchFault Fault = BenchFault.None)
{
    /// <summary>As every checker is measured by it: the total is the number of parts, amounts are 1 and 2, the timer has two ticks.</summary>
    public static BenchTerms Of(int parts) => new(parts, Total: parts);
}
