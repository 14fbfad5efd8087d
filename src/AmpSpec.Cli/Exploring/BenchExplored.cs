using System.CommandLine;
using AmpSpec.Explorer.Bench;

namespace AmpSpec.Cli.Exploring;

/// <summary><c>explore bench</c>: the machine by which explorers are compared.</summary>
internal static class BenchExplored
{
    private const int MostAmount = 100, MostTimer = 100, MostTotal = 1000;

    private static readonly Dictionary<string, BenchFault> Faults = new() { ["early-release"] = BenchFault.EarlyRelease, ["late-timeout"] = BenchFault.LateTimeout };

    public static ExploredModel Model()
    {
        var amount = new Option<int>("--max-amount") { Description = $"A part carries 1 to this; 1 to {MostAmount}.", HelpName = "A", DefaultValueFactory = _ => 2 };
        var timer = new Option<int>("--timer") { Description = $"Ticks after which the set times out; 1 to {MostTimer}.", HelpName = "T", DefaultValueFactory = _ => 2 };
        var total = new Option<int?>("--total") { Description = $"What the set asks; 1 to {MostTotal}. As many as there are parts where it is not given.", HelpName = "M" };
        var fault = new Option<string?>("--break") { Description = $"A mistake to be found: {string.Join(" or ", Faults.Keys)}.", HelpName = "NAME" };
        return new(
            "bench",
            "The benchmark machine: a set that is released when it is whole and failed when it waits too long.",
            DefaultParts: 5,
            [amount, timer, total, fault],
            ["ampspec explore bench", "ampspec explore bench --parts 2 3 4 5 6 7", "ampspec explore bench --parts 12 --symmetry", "ampspec explore bench --parts 5 --break late-timeout"],
            (parsed, parts) =>
            {
                var terms = new BenchTerms(
                    parts,
                    Limits.Within("--total", parsed.GetValue(total) ?? parts, MostTotal),
                    Limits.Within("--max-amount", parsed.GetValue(amount), MostAmount),
                    Limits.Within("--timer", parsed.GetValue(timer), MostTimer),
                    FaultOf(parsed.GetValue(fault)));
                return new(
                    [("parts", parts), ("maxAmount", terms.MaxAmount), ("timer", terms.Timer), ("total", terms.Total)],
                    (bounds, progress) => BenchMachine.Explore(terms, bounds, TimeProvider.System, progress));
            });
    }

    private static BenchFault FaultOf(string? name) =>
        name is null ? BenchFault.None
        : Faults.TryGetValue(name, out var fault) ? fault
        : throw new UsageException($"--break knows no '{name}'; one of: {string.Join(", ", Faults.Keys)}");
}
