using System.Text.Json.Nodes;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Mutants;

/// <summary><c>vectors/kills.json</c>: every mutant, what killed it, and the sums by requirement.</summary>
internal static class KillReport
{
    public static JsonObject Json(string digest, IReadOnlyList<(Mutant Mutant, IReadOnlyList<Killer> Killers)> results, IReadOnlyDictionary<string, string> excused) => new()
    {
        ["format"] = "ampspec-kills/1.0",
        ["digest"] = digest,
        ["mutants"] = new JsonArray([.. results.OrderBy(r => r.Mutant.Id, StringComparer.Ordinal).Select(r => (JsonNode)Row(r.Mutant, r.Killers, excused.Excuse(r.Mutant.Id)))]),
        ["requirements"] = new JsonObject(results.SelectMany(r => r.Mutant.Requirements.Distinct().Select(id => (Id: id, r.Killers)))
            .GroupBy(r => r.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (JsonNode?)new JsonObject
            {
                ["mutants"] = g.Count(),
                ["killed"] = g.Count(r => r.Killers.Count > 0),
                ["by_claiming_case"] = g.Count(r => r.Killers.Any(k => k.IsCase && k.Claims.Contains(g.Key))),
                ["by_claiming_test"] = g.Count(r => r.Killers.Any(k => !k.IsCase && k.Claims.Contains(g.Key))),
            }))),
    };

    private static JsonObject Row(Mutant mutant, IReadOnlyList<Killer> killers, string? excuse)
    {
        var row = new JsonObject
        {
            ["id"] = mutant.Id,
            ["file"] = mutant.File,
            ["line"] = mutant.Line,
            ["change"] = mutant.Change,
            ["requirement"] = new JsonArray([.. mutant.Requirements.Distinct().Select(r => (JsonNode)r)]),
            ["killed_by"] = new JsonArray([.. killers.Select(k => (JsonNode)k.Name)]),
        };
        if (excuse is not null)
        {
            row["survives"] = excuse;
        }

        return row;
    }

    public static string Text(JsonObject report) => CanonicalJson.Format(report);
}
