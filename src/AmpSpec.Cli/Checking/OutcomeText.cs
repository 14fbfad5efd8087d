using System.Globalization;
using AmpSpec.Cli.Exploring;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Vectors;
using Spectre.Console;

namespace AmpSpec.Cli.Checking;

/// <summary>The outcome of a check for people: the table, what waits, what fails, and the last line that says it all.</summary>
internal sealed class OutcomeText(Outcome outcome, Clauses clauses, Screen screen)
{
    private const int Shown = 20;

    public void Write()
    {
        screen.Line($"AmpSpec, suite {Suite.Version}", Screen.Strong);
        if (outcome.Tally.Areas.Count > 0)
        {
            screen.Show(Areas());
            if (outcome.Tally.Repeats > 0)
            {
                screen.Line("Repeats ask what another case asks too. They are judged, and not counted among the cases.");
                screen.Line();
            }
        }
        else
        {
            screen.Line();
        }

        Waiting();
        Traced();
        Explored();
        Differing();
        foreach (var failed in outcome.Tally.Failed.Take(Shown))
        {
            Failure(failed);
        }

        if (outcome.Tally.Failed.Count > Shown)
        {
            screen.Line($"… and {Number(outcome.Tally.Failed.Count - Shown)} more; --json lists them all.");
            screen.Line();
        }

        screen.Line(Verdict(), outcome.Code == Exit.Holds ? Screen.Good : Screen.Bad);
    }

    private Table Areas()
    {
        var tally = outcome.Tally;
        var table = new Table { Border = TableBorder.Simple, BorderStyle = Screen.Faint };
        string[] total = ["total", Number(tally.Distinct), Number(tally.External), Number(tally.Repeats), Number(tally.Areas.Sum(a => a.Failed))];
        foreach (var (i, name) in new[] { "area", "cases", "of them external", "repeats apart", "failed" }.Index())
        {
            var column = new TableColumn(new Text(name, Screen.Faint)) { Footer = new Text(total[i], i == 4 && total[i] != "0" ? Screen.Bad : Screen.Strong) };
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }

        foreach (var area in tally.Areas)
        {
            table.AddRow(
                new Text(area.Area), new Text(Number(area.Distinct)), new Text(Number(area.External)), new Text(Number(area.Repeats)),
                new Text(Number(area.Failed), area.Failed > 0 ? Screen.Bad : Screen.Plain));
        }

        return table;
    }

    private void Waiting()
    {
        if (outcome.Unjudged.Entries.Count == 0)
        {
            return;
        }

        screen.Line($"External entries that are not judged: {Number(outcome.Unjudged.Entries.Count)}");
        screen.Pairs(outcome.Unjudged.ByReason.Select(r => (Number(r.Count).PadLeft(8), r.Reason)));
        screen.Line();
    }

    private void Traced()
    {
        if (outcome.Traced is not { } traced)
        {
            return;
        }

        var (all, whole, inside) = outcome.Musts;
        screen.Line($"Requirements: {whole} of {all} MUSTs have their text, code{(inside == 0 ? ", test and vector" : $" and test, and a vector, but for {inside} that no vector can show")}.");
        if (traced.Findings.Count > 0)
        {
            screen.Pairs(traced.Findings.Take(Shown).Select(f => ($"{f.File}:{f.Line}", f.Text.Length <= 160 ? f.Text : $"{f.Text[..150]}…")), indent: 2);
        }

        if (traced.Findings.Count > Shown)
        {
            screen.Line($"  … and {Number(traced.Findings.Count - Shown)} more; 'ampspec docs check' lists them all.");
        }

        screen.Line();
    }

    private void Explored()
    {
        if (outcome.Explored is not { Found: var found } run)
        {
            return;
        }

        var broken = found.Verdicts.Where(v => v.Verdict is not (AmpSpec.Explorer.Verdict.Kept or AmpSpec.Explorer.Verdict.OutOfReach)).ToArray();
        screen.Line($"Explored: {run.Model}, {found.States.ToString("N0", CultureInfo.InvariantCulture)} states ({run.Bound}): {found.Verdicts.Count - broken.Length} of {found.Verdicts.Count} promises are kept, {found.Fired.Count} of {found.Fired.Count + found.Unfired.Count} rows fired.");
        (string, string)[] wrong =
        [
            .. broken.Select(v => (ExplorationText.Word(v.Verdict), $"{v.Promise}{(v.Run is { } steps ? $": {steps.Count} steps; 'ampspec explore {run.Model}' shows them" : "")}")),
            .. run.Missed.Select(row => ("never fired", row)),
        ];
        if (wrong.Length > 0)
        {
            screen.Pairs(wrong, indent: 2);
        }

        screen.Line();
    }

    private void Differing()
    {
        if (outcome.Known.Count > 0)
        {
            screen.Line($"Recorded scenarios that are wrong about their implementation: {Number(outcome.Known.Count)}");
            screen.Pairs(outcome.Known.Select(d => (d.Case.Id, $"{d.Difference}; {d.Why}")), indent: 2);
            screen.Line();
        }

        if (outcome.Profile is not { } profile)
        {
            return;
        }

        screen.Line($"Under {profile} ({profile.Release}): {Number(outcome.Tally.Differing.Count - outcome.Known.Count)} cases differ, {Number(outcome.Tally.NotApplicable.Count)} are not applicable.");
        foreach (var (requirement, cases) in outcome.ByRequirement)
        {
            screen.Line();
            screen.Line($"{clauses.Sentence(requirement)} · {Number(cases.Count)}", Screen.Strong);
            screen.Pairs(cases.Take(Shown).Select(d => (d.Case.Id, d.Decided.Count == 0 ? d.Difference : $"{d.Difference} ({string.Join(", ", d.Decided)})")), indent: 2);
            if (cases.Count > Shown)
            {
                screen.Line($"  … and {Number(cases.Count - Shown)} more; --json lists them all.");
            }
        }

        screen.Line();
    }

    private void Failure(Verdict.Failed failed)
    {
        screen.Line($"FAILED  {failed.Case.Id}", Screen.Bad);
        screen.Pairs(
        [
            .. failed.Case.Requirements.Select(id => ("breaks", clauses.Sentence(id))),
            .. failed.Under is { } under ? [("under", under)] : Array.Empty<(string, string)>(),
            ("differs", failed.Difference),
            ("replay", outcome.Replay(failed.Case.Id)),
        ], indent: 8);
        screen.Line();
    }

    private string Verdict() => outcome switch
    {
        { Interrupted: true } => $"Interrupted after {Number(outcome.Tally.Distinct)} cases; {Number(outcome.Tally.Failed.Count)} failed so far.",
        { Tally.Distinct: 0 } => "Nothing was verified: there is no case to judge.",
        { Tally.Failed.Count: > 0 } => $"{Number(outcome.Tally.Areas.Sum(a => a.Failed))} of {Number(outcome.Tally.Distinct)} cases failed.",
        { Traced.Ok: false } => $"All {Number(outcome.Tally.Distinct)} cases hold, but the text has {Number(outcome.Traced.Findings.Count)} finding{(outcome.Traced.Findings.Count == 1 ? "" : "s")}.",
        { Keeps: false } => $"All {Number(outcome.Tally.Distinct)} cases hold, but the {outcome.Explored!.Model} does not keep what it promises.",
        { Profile: { } profile, Tally.Differing.Count: > 0 } => $"{Number(outcome.Tally.Distinct)} cases were asked of {profile}; {Number(outcome.Tally.Differing.Count)} differ.",
        { Tally.Differing.Count: > 0 } => $"All {Number(outcome.Tally.Distinct)} cases hold, but for {Number(outcome.Known.Count)} known to be wrong.",
        _ => $"All {Number(outcome.Tally.Distinct)} cases hold.",
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
