using System.Globalization;
using AmpSpec.Explorer;
using Spectre.Console;

namespace AmpSpec.Cli.Exploring;

/// <summary>Runs for people: a table of counts, rows that never fired, and how a promise was broken.</summary>
internal sealed class ExplorationText(IReadOnlyList<ExploredRun> runs, Screen screen)
{
    private const int MostNamed = 20;

    /// <summary>A verdict in a word.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Kept => "kept",
        Verdict.Broken => "broken",
        Verdict.OutOfReach => "not reachable in this size",
        Verdict.Unfinished => "unfinished",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    public void Write()
    {
        screen.Show(Counts());
        foreach (var run in runs)
        {
            Remarks(run);
        }

        Summary(runs.SelectMany(run => run.Found.Verdicts).ToLookup(v => v.Verdict));
    }

    private void Summary(ILookup<Verdict, PropertyVerdict> verdicts)
    {
        var (all, broken, open, beyond) = (verdicts.Sum(v => v.Count()), verdicts[Verdict.Broken].Count(), verdicts[Verdict.Unfinished].Count(), verdicts[Verdict.OutOfReach].Count());
        screen.Line(
            broken + open + beyond == 0 ? $"All {all} promises are kept."
            : broken + open == 0 ? $"{all - beyond} of {all} promises are kept, {beyond} {(beyond == 1 ? "is" : "are")} {Word(Verdict.OutOfReach)}."
            : broken == 0 ? $"{open} of {all} promises are left open."
            : $"{broken} of {all} promises {(broken == 1 ? "is" : "are")} broken{(open == 0 ? "" : $", {open} {(open == 1 ? "is" : "are")} left open")}.",
            broken + open == 0 ? Screen.Good : Screen.Bad);
    }

    private Table Counts()
    {
        var table = new Table { Border = TableBorder.Simple, BorderStyle = Screen.Faint };
        foreach (var name in new[] { "parts", "states", "transitions", "depth", "calls of Next", "states/s", "bytes/state" })
        {
            table.AddColumn(new TableColumn(new Text(name, Screen.Faint)) { Padding = new Padding(0, 0, 1, 0) }.RightAligned());
        }

        foreach (var (_, parameters, found) in runs)
        {
            double[] cells = [parameters[0].Value, found.States, found.Transitions, found.Depth, found.Calls, found.StatesPerSecond, found.BytesPerState];
            table.AddRow(cells.Select(cell => new Text(cell.ToString("N0", CultureInfo.InvariantCulture))));
        }

        return table;
    }

    private void Remarks(ExploredRun run)
    {
        if (run.Found is { Complete: false } cut && cut.Verdicts.All(v => v.Verdict is not Verdict.Broken))
        {
            screen.Line($"{run.Bound}: {(cut.Interrupted ? "interrupted" : "too many states")}; not all of them were seen.", Screen.Bad);
        }

        var unfired = run.Found.Unfired;
        screen.Line($"{run.Bound}: {run.Found.Fired.Count} of {run.Found.Fired.Count + unfired.Count} rows have fired.");
        if (unfired.Count > 0 && (run.Missed.Count > 0 || unfired.Count <= MostNamed))
        {
            screen.Line($"{run.Bound}: never fired: {string.Join(", ", unfired)}");
        }

        foreach (var beyond in run.Found.Verdicts.Where(v => v.Verdict is Verdict.OutOfReach))
        {
            screen.Line($"{run.Bound}: {Word(beyond.Verdict)}: {beyond.Promise}");
        }

        foreach (var broken in run.Found.Verdicts.Where(v => v.Verdict is Verdict.Broken))
        {
            Broken(run, broken);
        }
    }

    private void Broken(ExploredRun run, PropertyVerdict broken)
    {
        screen.Line($"{run.BoundOf(broken)}: broken: {broken.Promise}", Screen.Bad);
        screen.Line(broken.Run is { } steps ? $"  by a run of {steps.Count} steps, and by none that is shorter" : "  it is never reached");
        screen.Pairs((broken.Run ?? []).Select((step, i) => ($"{i + 1}", $"{step}  →  {step.Summary}; {string.Join(" | ", step.Parts)}")), indent: 2);
    }
}
