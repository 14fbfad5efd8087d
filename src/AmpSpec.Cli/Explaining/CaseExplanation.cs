using System.Text.Json.Nodes;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Cli.Explaining;

/// <summary>A case: what it asks, why, what must come back, and what the reference says now.</summary>
internal sealed class CaseExplanation(VectorFile file, Group group, Case @case, Library library)
{
    public Explanation Make()
    {
        var verdict = Judge.One(@case, group.Roundtrip);
        var place = library.Find($"\"{@case.Id}\"") is var (path, line) ? $"{library.Shown(path)}:{line}" : "";
        return new(@case.Id, Kind, Parts(verdict, place), Json(verdict, place), verdict is Verdict.Failed ? Exit.Failed : Exit.Holds);
    }

    private string Kind => $"a case with {(@case.Result is Result.Invalid ? "an" : "a")} {@case.Result.ToString().ToLowerInvariant()} {(@case.Result is Result.Choice ? "of answers" : "input")}";

    private IReadOnlyList<(string, string)> Parts(Verdict verdict, string place) =>
    [
        ("stands in", place),
        ("asks", $"{@case.Op}: {Catalogue.Find(@case.Op)?.About ?? AmpSpec.Conformance.Scenarios.Scenario.About}"),
        ("answers to", Explanation.Lines(@case.Requirements.Select(library.Clauses.Sentence))),
        ("flags", Explanation.Lines(Flags.Select(f => $"{f.Name}: {f.Description}"))),
        ("source", Source),
        ("input", Pretty(@case.Request)),
        .. @case.Allowed.Select(a => ("expects", a.Policy is { } policy ? $"under {policy}\n{Pretty(a.Expect)}" : Pretty(a.Expect))),
        ("roundtrip", group.Roundtrip is { } back && @case.Result is Result.Valid ? $"{back} of the answer gives the input again" : ""),
        ("control", Control is { } control ? $"{control.Id} is valid, and differs in one intended point:\n{Difference.Between(control.Request, @case.Request, "input")?.Replace("expected", "there", StringComparison.Ordinal).Replace("answered", "here", StringComparison.Ordinal)}" : ""),
        ("trace", @case.Json["trace"] is { } trace ? Pretty(trace) : ""),
        ("reference", verdict switch
        {
            Verdict.Failed { Under: { } under } failed => $"answers otherwise under {under}: {failed.Difference}\n{Pretty(failed.Actual)}",
            Verdict.Failed failed => $"answers otherwise: {failed.Difference}\n{Pretty(failed.Actual)}",
            _ => "answers as expected",
        }),
    ];

    private JsonObject Json(Verdict verdict, string place) => new()
    {
        ["kind"] = "case",
        ["id"] = @case.Id,
        ["place"] = place,
        ["op"] = @case.Op,
        ["requirements"] = AmpSpec.Cli.Json.List(@case.Requirements, r => new() { ["id"] = r, ["sentence"] = library.Clauses.Find(r)?.Sentence }),
        ["flags"] = AmpSpec.Cli.Json.List(Flags, f => new() { ["flag"] = f.Name, ["description"] = f.Description }),
        ["case"] = @case.Json.DeepClone(),
        ["control"] = Control?.Json.DeepClone(),
        ["verdict"] = verdict is Verdict.Failed ? "failed" : "passed",
        ["difference"] = (verdict as Verdict.Failed)?.Difference,
        ["actual"] = (verdict as Verdict.Failed)?.Actual?.DeepClone(),
    };

    private Case? Control => @case.Control is { } id ? library.Suite.Cases.FirstOrDefault(c => c.Id == id) : null;

    private IEnumerable<(string Name, string Description)> Flags =>
        from name in @case.Json["flags"]?.AsArray().Select(f => f!.GetValue<string>()) ?? []
        select (name, file.Json["flags"]?[name]?["description"]?.GetValue<string>() ?? "");

    private string Source => @case.Op == AmpSpec.Conformance.Scenarios.Scenario.Op && @case.Json["source"] is JsonObject from ? $"{from["repository"]} at {from["commit"]}, {from["path"]}: {from["test"]}" : file.Json["source"] is JsonObject of
        ? $"{of["repository"]} at {of["commit"]}, {of["path"]}\n{CanonicalJson.Line(@case.Json["source"]).Trim('"')}"
        : "";

    private static string Pretty(JsonNode? node) => CanonicalJson.Format(node).TrimEnd('\n');
}
