using System.CommandLine;
using AmpSpec.Cli.Exploring;
using AmpSpec.Explorer;

namespace AmpSpec.Cli.Verbs;

/// <summary><c>ampspec explore MODEL</c>: every state that a model can reach, and what holds in them.</summary>
internal static class ExploreVerb
{
    private const int MostParts = 12, UsualStates = 50_000_000;

    private static readonly int[] Exits = [Exit.Holds, Exit.Failed, Exit.Usage, Exit.Fault, Exit.Interrupted];

    private static readonly Dictionary<int, string> Meanings = new()
    {
        [Exit.Holds] = "every promise is kept",
        [Exit.Failed] = "a promise is broken, a row that must fire does not, or not all states could be seen",
        [Exit.Usage] = "wrong usage; the states do not fit a key",
    };

    public static Verb Make(Host host)
    {
        var models = ExploredModel.All();
        var verb = new Verb("explore", "Visits every state that a model can reach, and judges what is promised of them.", Exits, [.. models.Select(m => m.Examples[0])], Meanings);
        foreach (var model in models)
        {
            verb.Add(Of(model, host));
        }

        return verb;
    }

    private static Verb Of(ExploredModel model, Host host)
    {
        var parts = new Option<int[]>("--parts")
        {
            Description = $"How many parts there are; 1 to {MostParts}. Several numbers are several runs.",
            HelpName = "N …",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [model.DefaultParts],
        };
        var symmetry = new Option<bool>("--symmetry") { Description = "Keep one state of those that differ only in the order of parts that start equal." };
        var most = new Option<int>("--max-states") { Description = "Stop, unfinished, when there are more states than this.", HelpName = "N", DefaultValueFactory = _ => UsualStates };
        var report = new Option<string?>("--report") { Description = "Write what is broken to files: mermaid=PATH as diagrams, vector=PATH as cases of session.run with the answers of a right receiver.", HelpName = "kind=path,…" };
        var json = Options.Json();
        var verb = new Verb(model.Name, model.About, Exits, model.Examples, Meanings) { parts };
        foreach (var option in (Option[])[.. model.Options, symmetry, most, report, json])
        {
            verb.Add(option);
        }

        verb.SetAction(parsed =>
        {
            var bounds = new Bounds(parsed.GetValue(symmetry), Limits.Within("--max-states", parsed.GetValue(most), Bounds.MostStates), host.Interrupted);
            var prepared = parsed.GetRequiredValue(parts).Select(n => model.Prepare(parsed, Limits.Within("--parts", n, MostParts))).ToArray();
            return Run(model, prepared, bounds, new(parsed.GetValue(report)), parsed.GetValue(json), host);
        });
        return verb;
    }

    private static int Run(ExploredModel model, PreparedModel[] prepared, Bounds bounds, ExplorationReports reports, bool json, Host host)
    {
        host.FinishOnInterrupt();
        var runs = prepared.Select(p => Explored(model, p, bounds, host)).ToArray();
        if (json)
        {
            Json.Write(host, ExplorationJson.Of(runs));
        }
        else
        {
            new ExplorationText(runs, new Screen(host)).Write();
        }

        reports.Write(runs, host);
        return runs.Any(r => r.Missed.Count > 0 || r.Found.Verdicts.Any(v => v.Verdict is Verdict.Broken)) ? Exit.Failed
            : runs.Any(r => r.Found.Interrupted) ? Exit.Interrupted
            : runs.All(r => r.Found.Holds && r.Found.Complete) ? Exit.Holds
            : Exit.Failed;
    }

    private static ExploredRun Explored(ExploredModel model, PreparedModel prepared, Bounds bounds, Host host)
    {
        using var progress = new Progress(host, "states:");
        try
        {
            var found = prepared.Explore(bounds, progress.Reach);
            return new(model.Name, prepared.Parameters, found) { Missed = prepared.MustFire && found.Complete ? [.. found.Unfired] : [], Session = prepared.Session };
        }
        catch (KeySpaceOverflowException overflow)
        {
            throw new UsageException(overflow.Message);
        }
    }
}
