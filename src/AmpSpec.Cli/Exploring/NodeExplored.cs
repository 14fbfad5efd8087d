using System.CommandLine;
using AmpSpec.Conformance.Exploring;
using AmpSpec.Explorer;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring.Nodes;

namespace AmpSpec.Cli.Exploring;

/// <summary><c>explore node</c>: the receiving node around the sets; a step of a run is an event of a session.</summary>
internal static class NodeExplored
{
    private const int MostSets = 3, MostAmount = 9, MostTimer = 9, MostTotal = 99;

    public static ExploredModel Model()
    {
        var usual = new Size();
        var sets = new Option<int>("--sets") { Description = $"How many sets there are; 1 to {MostSets}. Every second one is for its owner to settle.", HelpName = "K", DefaultValueFactory = _ => usual.Sets };
        var amount = new Option<int>("--max-amount") { Description = $"A part carries 1 to this; 1 to {MostAmount}.", HelpName = "A", DefaultValueFactory = _ => usual.MaxAmount };
        var timer = new Option<int>("--timer") { Description = $"Ticks after which a set times out; 1 to {MostTimer}.", HelpName = "T", DefaultValueFactory = _ => usual.Timer };
        var total = new Option<int?>("--total") { Description = $"What each set asks; 1 to {MostTotal}. {usual.Total} where it is not given, or as many as there are parts.", HelpName = "M" };
        var alphabet = new Option<string?>("--alphabet") { Description = $"What parts can say and what can happen: {string.Join(", ", Alphabets.Names)}. All of them where none is given, and then every row must fire; only core has more than {Size.Few} parts.", HelpName = "NAME" };
        var promise = new Option<string?>("--promise") { Description = "Judge this promise alone, by the beginning of its name: I9.", HelpName = "P" };
        var profile = Options.Profile();
        profile.Description = "Explore under the rules of this implementation: lnd, ldk@0.3.0+git. Promises that it breaks come with a shortest run.";
        return new(
            "node",
            "The receiving node: what it does with offers, replays, restarts and invoices, around the table of its sets.",
            DefaultParts: 4,
            [sets, amount, timer, total, alphabet, promise, profile],
            ["ampspec explore node", "ampspec explore node --parts 5 --alphabet core", "ampspec explore node --profile lnd --json", "ampspec explore node --profile eclair --report vector=eclair.json"],
            (parsed, parts) =>
            {
                var size = new Size(
                    parts,
                    Limits.Within("--sets", parsed.GetValue(sets), MostSets),
                    Limits.Within("--max-amount", parsed.GetValue(amount), MostAmount),
                    Limits.Within("--timer", parsed.GetValue(timer), MostTimer),
                    Limits.Within("--total", parsed.GetValue(total) ?? Math.Min(parts, usual.Total), MostTotal));
                var named = parsed.GetValue(alphabet);
                if (named is not null && !Alphabets.Names.Contains(named))
                {
                    throw new UsageException($"no alphabet {named}; there are {string.Join(", ", Alphabets.Names)}");
                }

                return Prepared(size, named is null ? Alphabets.Names : [named], ProfileOf(parsed.GetValue(profile)), PromiseOf(parsed.GetValue(promise)));
            });
    }

    /// <summary>Some alphabets under the rules of a profile; under ours, where none is given, with the variations that have the rows of other policies.</summary>
    private static PreparedModel Prepared(Size size, Seq<string> alphabets, Settlement.Profile? profile, string? promise)
    {
        var scopes = alphabets.SelectMany(name => Alphabets.Of(name, profile?.Rules ?? Rules.Ours, size).Concat(profile is null ? Alphabets.Variations(name, size) : []))
            .Select(scope => promise is null ? scope : scope.Alone(promise)).ToArray();
        return new(
            [("parts", size.Parts), ("sets", size.Sets), ("maxAmount", size.MaxAmount), ("timer", size.Timer), ("total", size.Total)],
            (bounds, progress) => Union.Of([.. scopes.Select(scope => Explore(scope, bounds, progress))]))
        {
            MustFire = profile is null && alphabets == Alphabets.Names && size.Parts >= Size.Few,
            Session = verdict => ExploredSession.Answered(scopes.First(scope => $"{scope}" == verdict.Within), verdict.Run!.Value.Select(step => (step.Part, (ReceiverEvent)step.Cause!))),
        };
    }

    // a promise that is broken ends a search; the others are judged without it
    private static Exploration Explore(Scope scope, Bounds bounds, Action<long> progress)
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

    private static string? PromiseOf(string? beginning) => beginning is null ? null
        : Promises.Names.Select(name => (string?)name).FirstOrDefault(name => $"{name} ".StartsWith($"{beginning} ", StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"no promise {beginning}; there are {string.Join(", ", Promises.Names.Select(name => name.Split(' ')[0]))}");

    private static Settlement.Profile? ProfileOf(string? named) => named is null ? null
        : Profiles.Find(named) ?? throw new UsageException($"no profile {named}; there are {string.Join(", ", Profiles.All.Select(p => $"{p}"))}");
}
