using AmpSpec.Cli.Exploring;
using AmpSpec.Explorer;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring;

namespace AmpSpec.Cli.Checking;

/// <summary>The models that a check explores, within bounds that take seconds. What is found out depends on nothing but the code.</summary>
internal static class Models
{
    private const int MostStates = 1_000_000;

    private static readonly Lazy<ExploredRun> Once = new(() =>
    {
        var receiver = ReceiverExplored.Prepared(Alphabets.Names, Rules.Ours, new(Parts: 3, Sets: 2, MaxAmount: 2, Timer: 1, Total: 3), around: new(Parts: 2), promises: []);
        var found = receiver.Explore(new Bounds(Symmetry: false, MostStates, CancellationToken.None), null);
        return new("receiver", receiver.Parameters, found) { Missed = [.. found.Unfired] };
    });

    /// <summary>The receiver's table and the node around it, in every alphabet.</summary>
    public static ExploredRun Receiver => Once.Value;
}
