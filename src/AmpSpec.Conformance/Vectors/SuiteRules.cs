using AmpSpec.Conformance.Sessions;

namespace AmpSpec.Conformance.Vectors;

/// <summary>What the files of a suite must keep together.</summary>
internal static class SuiteRules
{
    /// <summary>The breaches, in the order of the files.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyList<SourceText> sources)
    {
        var cases = sources.SelectMany(s => s.Cases.Select(c => new Place(s, c.At, Text(c.Case, "id")!, Text(s.Json, "op")!, Text(c.Case, "result")!, Text(c.Case, "control")))).ToArray();
        var byId = new Dictionary<string, Place>();
        foreach (var place in cases)
        {
            if (!byId.TryAdd(place.Id, place))
            {
                var (first, at) = (byId[place.Id].Source, byId[place.Id].At);
                yield return place.Source.At($"{place.At}/id", Rules.IdUnique, $"{place.Id} stands at {first.Path}:{JsonPlace.Line(first.Bytes, $"{at}/id")} already");
            }
        }

        foreach (var place in cases)
        {
            if (Uncontrolled(place, byId) is { } why)
            {
                yield return place.Source.At(place.Control is null ? place.At : $"{place.At}/control", Rules.Control, why);
            }
        }
    }

    /// <summary>No scenario stands twice, in whichever files.</summary>
    public static IEnumerable<Problem> Scenarios(IReadOnlyList<SourceText> sources)
    {
        var seen = new Dictionary<string, string>();
        foreach (var (source, i, id) in sources.SelectMany(s => s.Json["scenarios"]!.AsArray().Select((n, i) => (s, i, n!["id"]!.GetValue<string>()))))
        {
            if (!seen.TryAdd(id, source.Path))
            {
                yield return source.At($"/scenarios/{i}/id", Rules.IdUnique, $"{id} stands in {seen[id]} already");
            }
        }
    }

    private static string? Uncontrolled(Place place, Dictionary<string, Place> byId) => (place.Result, place.Control) switch
    {
        ("invalid", null) when !place.Source.Json.ContainsKey("source") => "an invalid case of ours names its valid control",
        (_, null) => null,
        ("valid", _) when place.Op != SessionOps.Run.Name => "a valid case has no control",
        (_, var control) => byId.GetValueOrDefault(control) switch
        {
            null => $"no case {control}",
            { Result: not "valid" } => $"{control} is not valid",
            { Op: var op } when op != place.Op => $"{control} asks {op}",
            _ => null,
        },
    };

    private static string? Text(System.Text.Json.Nodes.JsonObject json, string name) => json[name]?.GetValue<string>();

    private sealed record Place(SourceText Source, string At, string Id, string Op, string Result, string? Control);
}
