using System.Text.Json.Nodes;
using AmpSpec.Cli.Exploring;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Cli.Checking;

/// <summary>The outcome of a check as the one object of <c>--json</c>.</summary>
internal static class OutcomeJson
{
    public static JsonObject Of(Outcome outcome)
    {
        var tally = outcome.Tally;
        var failed = tally.Areas.Sum(a => a.Failed);
        return new()
        {
            ["suite"] = Suite.Version,
            ["cases"] = tally.Distinct,
            ["passed"] = tally.Distinct - failed - tally.Differing.Count - tally.NotApplicable.Count,
            ["failed"] = failed,
            ["expectedFailures"] = outcome.Known.Count,
            ["notApplicable"] = tally.NotApplicable.Count,
            ["profile"] = outcome.Profile?.ToString(),
            ["differing"] = tally.Differing.Count - outcome.Known.Count,
            ["external"] = tally.External,
            ["repeats"] = tally.Repeats,
            ["interrupted"] = outcome.Interrupted,
            ["areas"] = Json.List(tally.Areas, Area),
            ["unjudged"] = new JsonObject
            {
                ["entries"] = outcome.Unjudged.Entries.Count,
                ["reasons"] = Json.List(outcome.Unjudged.ByReason, r => new() { ["reason"] = r.Reason, ["entries"] = r.Count }),
            },
            ["traced"] = outcome.Traced is { } traced
                ? new JsonObject { ["musts"] = outcome.Musts.All, ["whole"] = outcome.Musts.Whole, ["shownInside"] = outcome.Musts.Inside, ["findings"] = Json.Texts(traced.Findings.Select(f => $"{f}")) }
                : null,
            ["explored"] = outcome.Explored is { } run ? Explored(run) : null,
            ["known"] = Json.List(outcome.Known, Differs),
            ["differences"] = Json.List(outcome.ByRequirement, r => new()
            {
                ["requirement"] = r.Requirement,
                ["cases"] = Json.List(r.Cases, Differs),
            }),
            ["failures"] = Json.List(tally.Failed, f => Failure(outcome, f)),
        };
    }

    private static JsonObject Explored(ExploredRun run) => new()
    {
        ["model"] = run.Model,
        ["bound"] = run.Bound,
        ["states"] = run.Found.States,
        ["promises"] = run.Found.Verdicts.Count,
        ["kept"] = run.Found.Verdicts.Count(v => v.Verdict is AmpSpec.Explorer.Verdict.Kept),
        ["fired"] = run.Found.Fired.Count,
        ["unfired"] = Json.Texts(run.Found.Unfired),
    };

    private static JsonObject Differs(Verdict.Differs differs) => new()
    {
        ["id"] = differs.Case.Id,
        ["requirements"] = Json.Texts(differs.Case.Requirements),
        ["policies"] = Json.Texts(differs.Decided),
        ["under"] = differs.Why,
        ["difference"] = differs.Difference,
    };

    private static JsonObject Area(AreaTally area) => new()
    {
        ["area"] = area.Area,
        ["cases"] = area.Distinct,
        ["passed"] = area.Distinct - area.Failed,
        ["failed"] = area.Failed,
        ["external"] = area.External,
        ["repeats"] = area.Repeats,
    };

    private static JsonObject Failure(Outcome outcome, Verdict.Failed failed) => new()
    {
        ["id"] = failed.Case.Id,
        ["requirement"] = failed.Case.Requirements.FirstOrDefault(),
        ["requirements"] = Json.Texts(failed.Case.Requirements),
        ["under"] = failed.Under,
        ["difference"] = failed.Difference,
        ["expected"] = failed.Expected?.DeepClone(),
        ["actual"] = failed.Actual?.DeepClone(),
        ["replay"] = outcome.Replay(failed.Case.Id),
    };
}
