using System.Text.Json.Nodes;
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
            ["passed"] = tally.Distinct - failed,
            ["failed"] = failed,
            ["expectedFailures"] = 0,
            ["notApplicable"] = 0,
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
            ["failures"] = Json.List(tally.Failed, f => Failure(outcome, f)),
        };
    }

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
