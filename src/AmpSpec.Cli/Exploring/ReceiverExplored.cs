using AmpSpec.Conformance.Sessions;
using AmpSpec.Explorer;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring;
using AmpSpec.Settlement.Exploring.Nodes;
using Alphabets = AmpSpec.Settlement.Exploring.Alphabets;
using Scope = AmpSpec.Settlement.Exploring.Scope;

namespace AmpSpec.Cli.Exploring;

/// <summary><c>explore receiver</c>: the shipped table over several sets at once, and the node around them; of a given size, the table alone.</summary>
internal static class ReceiverExplored
{
    private static readonly Size Usual = new(Parts: 4, Sets: 2, MaxAmount: 2, Timer: 1, Total: 3);

    public static ExploredModel Model()
    {
        var options = new ReceiverOptions(Usual, "All of them where none is given, and then every row must fire; only core has more than 3 parts.");
        return new(
            "receiver",
            $"The receiver: its table over several sets, with timers, blocks, owners and losses, and the node around them, with replays and restarts. Where a size is given, the table alone; 'explore node' is the node alone.",
            Usual.Parts,
            options.All,
            ["ampspec explore receiver", "ampspec explore receiver --parts 5 --sets 2", "ampspec explore receiver --alphabet restart", "ampspec explore receiver --profile lnd --json"],
            (parsed, parts) =>
            {
                var (size, alphabets, rules) = (options.SizeOf(parsed, parts), options.AlphabetsOf(parsed), options.ProfileOf(parsed)?.Rules ?? Rules.Ours);
                var around = options.IsSized(parsed) ? null : NodeExplored.Usual;
                var promises = options.PromisesOf(parsed, around is null ? Names : Names.Concat(NodeExplored.Names));
                return Prepared(alphabets, rules, size, around, promises);
            });
    }

    /// <summary>Some alphabets, ready to go.</summary>
    /// <param name="alphabets">Their names.</param>
    /// <param name="rules">Where receivers differ.</param>
    /// <param name="size">How large the exploration of the table is.</param>
    /// <param name="around">How large that of the node is; null for the table alone.</param>
    /// <param name="promises">The promises that are judged alone; none: all.</param>
    public static PreparedModel Prepared(Primitives.Seq<string> alphabets, Rules rules, Size size, Size? around, string[] promises)
    {
        var seen = new List<(Scope Scope, Exploration Found)>();
        var nodes = around is null ? [] : NodeExplored.Scopes(alphabets, rules, around, promises);
        Exploration Explore(Bounds bounds, Action<long>? progress)
        {
            var table = OfSets(alphabets, rules, size, promises.Length > 0 && !promises.Intersect(Names).Any() ? NoneOfThese : [.. promises.Intersect(Names)], bounds, progress, seen);
            return around is null ? table : Union.Of([.. NodeExplored.Explore(nodes, bounds, progress), table]);
        }

        return new([.. ReceiverOptions.Parameters(size), .. around is null ? [] : new[] { ("nodeParts", around.Parts), ("nodeTimer", around.Timer) }], Explore)
        {
            MustFire = alphabets == Alphabets.Names && rules == Rules.Ours,
            Session = verdict => verdict.Within is not null ? NodeExplored.Session(nodes, verdict)
                : seen.FirstOrDefault(each => each.Found.Verdicts.Contains(verdict)) is ({ } scope, _) ? SessionOfRun.Of(scope, verdict.Run!.Value.Select(step => (step.Part, (WorldEvent)step.Cause!)))
                : (null, "no run shows it"),
        };
    }

    // all promises at once, up to the first that is broken; or each of some by itself
    private static Exploration OfSets(Primitives.Seq<string> alphabets, Rules rules, Size size, IReadOnlyList<string> promises, Bounds bounds, Action<long>? progress, List<(Scope Scope, Exploration Found)> seen)
    {
        Exploration[] All(IReadOnlyList<string?> each)
        {
            (Scope Scope, Exploration Found)[] all =
            [
                .. from name in alphabets
                   from scope in Alphabets.Scopes(name, rules, size)
                   from promise in each
                   select (scope, BreadthFirst.Explore(new SetsModel(scope) { Promise = promise }, bounds, TimeProvider.System, progress)),
            ];
            seen.AddRange(all);
            return [.. all.Select(one => one.Found)];
        }

        var found = Union.Of(All(promises.Count > 0 ? promises : (IReadOnlyList<string?>)NoneAlone));

        // what is broken ends a search: then each promise has one of its own
        return found.Holds || promises.Count > 0 || found.Interrupted ? found : Union.Of(All(Names));
    }

    private static string[] Names { get; } = [.. SetsPromises.Of(Rules.Ours, _ => default, _ => false).Select(promise => promise.Name)];

    private static string?[] NoneAlone { get; } = [null];

    // only the node makes the promise
    private static string[] NoneOfThese { get; } = [""];
}
