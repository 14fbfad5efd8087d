using AmpSpec.Conformance.Exploring;
using AmpSpec.Explorer;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring;
using AmpSpec.Settlement.Exploring.Nodes;
using Alphabets = AmpSpec.Settlement.Exploring.Nodes.Alphabets;
using Scope = AmpSpec.Settlement.Exploring.Nodes.Scope;

namespace AmpSpec.Cli.Exploring;

/// <summary><c>explore node</c>: the receiving node around the sets; a step of a run is an event of a session.</summary>
internal static class NodeExplored
{
    /// <summary>As large as every alphabet is whole.</summary>
    public static Size Usual { get; } = new(Size.Few);

    /// <summary>What it promises.</summary>
    public static Seq<string> Names => Promises.Names;

    public static ExploredModel Model()
    {
        var options = new ReceiverOptions(Usual, $"All of them where none is given, and then every row must fire; only core has more than {Size.Few} parts.");
        return new(
            "node",
            "The receiving node alone: what it does with offers, replays, restarts and invoices, around the table of its sets.",
            Usual.Parts,
            options.All,
            ["ampspec explore node", "ampspec explore node --parts 5 --alphabet core --symmetry", "ampspec explore node --profile lnd --json", "ampspec explore node --profile eclair --report vector=eclair.json"],
            (parsed, parts) =>
            {
                var (size, alphabets, profile) = (options.SizeOf(parsed, parts), options.AlphabetsOf(parsed), options.ProfileOf(parsed));
                var scopes = Scopes(alphabets, profile?.Rules ?? Rules.Ours, size, options.PromisesOf(parsed, Names));
                return new(ReceiverOptions.Parameters(size), (bounds, progress) => Union.Of(Explore(scopes, bounds, progress)))
                {
                    MustFire = profile is null && alphabets == Alphabets.Names && size.Parts >= Size.Few,
                    Session = verdict => Session(scopes, verdict),
                };
            });
    }

    /// <summary>Some alphabets; under our rules with the variations that have the rows of other policies.</summary>
    public static Scope[] Scopes(Seq<string> alphabets, Rules rules, Size size, string[] promises) =>
    [
        .. alphabets.SelectMany(name => Alphabets.Of(name, rules, size).Concat(rules == Rules.Ours ? Alphabets.Variations(name, size) : []))
            .Select(scope => promises.Length == 0 ? scope : scope.Alone(promises)),
    ];

    /// <summary>Each of them by itself.</summary>
    public static Exploration[] Explore(Scope[] scopes, Bounds bounds, Action<long>? progress) => [.. scopes.Select(scope => Explore(scope, bounds, progress))];

    /// <summary>A broken promise as a session.</summary>
    public static (System.Text.Json.Nodes.JsonObject? Input, string? Why) Session(Scope[] scopes, PropertyVerdict verdict) =>
        ExploredSession.Answered(scopes.First(scope => $"{scope}" == verdict.Within), verdict.Run!.Value.Select(step => (step.Part, (ReceiverEvent)step.Cause!)));

    // a promise that is broken ends a search; the others are judged without it
    private static Exploration Explore(Scope scope, Bounds bounds, Action<long>? progress)
    {
        var (at, broken) = (scope, new List<PropertyVerdict>());
        while (true)
        {
            var found = BreadthFirst.Explore(new NodeModel(at), bounds, TimeProvider.System, progress);
            if (found.Verdicts.Where(v => v is { Verdict: Explorer.Verdict.Broken, Run: not null }).ToArray() is not { Length: > 0 } more)
            {
                return found with { Verdicts = broken.Concat(found.Verdicts).Select(verdict => verdict with { Within = $"{scope}" }).ToSeq() };
            }

            broken.AddRange(more);
            at = at.Without(more.Select(v => v.Promise));
        }
    }
}
