using AmpSpec.Cli.Exploring;
using AmpSpec.Explorer;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring;

namespace AmpSpec.Cli.Checking;

/// <summary>The models that a check explores, within bounds that take seconds. What is found out depends on nothing but the code.</summary>
internal static class Models
{
    private const int MostStates = 1_000_000;

    private static readonly Size Bound = new(Parts: 3, Sets: 2, MaxAmount: 2, Timer: 1, Total: 3);

    private static readonly Lazy<ExploredRun> Once = new(() =>
    {
        var found = ReceiverExplored.Explore(Alphabets.Names, Rules.Ours, Bound, [], new Bounds(Symmetry: false, MostStates, CancellationToken.None), progress: null);
        return new("receiver", [("parts", Bound.Parts), ("sets", Bound.Sets), ("maxAmount", Bound.MaxAmount), ("timer", Bound.Timer), ("total", Bound.Total)], found) { Missed = [.. found.Unfired] };
    });

    /// <summary>The receiver's table in every alphabet.</summary>
    public static ExploredRun Receiver => Once.Value;
}
