using System.CommandLine;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Explorer;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring;

namespace AmpSpec.Cli.Exploring;

/// <summary><c>explore receiver</c>: the shipped table of the set, over several sets at once.</summary>
internal static class ReceiverExplored
{
    private const int MostSets = 3, MostAmount = 5, MostTimer = 4, MostTotal = 20;

    public static ExploredModel Model()
    {
        var sets = new Option<int>("--sets") { Description = $"How many sets; 1 to {MostSets}.", HelpName = "K", DefaultValueFactory = _ => 2 };
        var amount = new Option<int>("--max-amount") { Description = $"A part carries 1 to this; 1 to {MostAmount}.", HelpName = "A", DefaultValueFactory = _ => 2 };
        var timer = new Option<int>("--timer") { Description = $"Ticks after which a set times out; 1 to {MostTimer}.", HelpName = "T", DefaultValueFactory = _ => 1 };
        var total = new Option<int>("--total") { Description = $"What each set asks; 1 to {MostTotal}.", HelpName = "M", DefaultValueFactory = _ => 3 };
        var alphabet = new Option<string?>("--alphabet") { Description = $"What parts can say and what can happen: {string.Join(", ", Alphabets.Names)}. All of them where none is given, and then every row must fire; only core has more than 3 parts.", HelpName = "NAME" };
        var promise = new Option<string?>("--promise") { Description = "Judge this promise alone, by the beginning of its name: I9.", HelpName = "P" };
        var profile = Options.Profile();
        profile.Description = "Explore under the rules of this implementation: lnd, ldk@0.3.0+git. Promises that it breaks come with a shortest run.";
        return new(
            "receiver",
            "The receiver's table: several sets, their timers, blocks, owners and losses.",
            DefaultParts: 4,
            [sets, amount, timer, total, alphabet, promise, profile],
            ["ampspec explore receiver", "ampspec explore receiver --parts 5 --sets 2", "ampspec explore receiver --alphabet bounds", "ampspec explore receiver --profile lnd --json"],
            (parsed, parts) =>
            {
                var size = new Size(
                    parts,
                    Limits.Within("--sets", parsed.GetValue(sets), MostSets),
                    Limits.Within("--max-amount", parsed.GetValue(amount), MostAmount),
                    Limits.Within("--timer", parsed.GetValue(timer), MostTimer),
                    Limits.Within("--total", parsed.GetValue(total), MostTotal));
                var rules = RulesOf(parsed.GetValue(profile));
                var named = parsed.GetValue(alphabet);
                if (named is not null && !Alphabets.Names.Contains(named))
                {
                    throw new UsageException($"no alphabet {named}; there are {string.Join(", ", Alphabets.Names)}");
                }

                var seen = new List<(Scope Scope, Exploration Found)>();
                var promises = Promises(parsed.GetValue(promise));
                return new(
                    [("parts", parts), ("sets", size.Sets), ("maxAmount", size.MaxAmount), ("timer", size.Timer), ("total", size.Total)],
                    (bounds, progress) => Explore(named is null ? Alphabets.Names : [named], rules, size, promises, bounds, progress, seen))
                {
                    Session = verdict => seen.FirstOrDefault(each => each.Found.Verdicts.Contains(verdict)) is ({ } scope, _)
                        ? SessionOfRun.Of(scope, verdict.Run!.Value.Select(step => (step.Part, (WorldEvent)step.Cause!)))
                        : (null, "no run shows it"),
                    MustFire = named is null && rules == Rules.Ours,
                };
            });
    }

    /// <summary>The explorations of some alphabets as one.</summary>
    /// <param name="alphabets">Their names.</param>
    /// <param name="rules">Where receivers differ.</param>
    /// <param name="size">How large.</param>
    /// <param name="promises">The promises that are judged each by itself; none: all at once, up to the first that is broken.</param>
    /// <param name="bounds">How far to go.</param>
    /// <param name="progress">Told how many states there are.</param>
    /// <param name="seen">Told of each exploration.</param>
    public static Exploration Explore(IReadOnlyList<string> alphabets, Rules rules, Size size, IReadOnlyList<string> promises, Bounds bounds, Action<long>? progress, List<(Scope Scope, Exploration Found)>? seen = null)
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
            seen?.AddRange(all);
            return [.. all.Select(one => one.Found)];
        }

        var found = Union.Of(All(promises.Count > 0 ? promises : (IReadOnlyList<string?>)NoneAlone));

        // what is broken ends a search: then each promise has one of its own
        return found.Holds || promises.Count > 0 || found.Interrupted ? found : Union.Of(All(Names));
    }

    private static string[] Names { get; } = [.. SetsPromises.Of(Rules.Ours, _ => default, _ => false).Select(promise => promise.Name)];

    private static string?[] NoneAlone { get; } = [null];

    private static string[] Promises(string? beginning) =>
        beginning is null ? []
        : Names.Where(name => $"{name} ".StartsWith($"{beginning} ", StringComparison.OrdinalIgnoreCase)).ToArray() is { Length: > 0 } chosen ? chosen
        : throw new UsageException($"no promise {beginning}; there are {string.Join(", ", Names.Select(name => name.Split(' ')[0]))}");

    private static Rules RulesOf(string? named) => named is null ? Rules.Ours
        : (Profiles.Find(named) ?? throw new UsageException($"no profile {named}; there are {string.Join(", ", Profiles.All.Select(p => $"{p}"))}")).Rules;
}
