using System.Text.Json;
using System.Text.RegularExpressions;
using AmpSpec.Primitives;

namespace AmpSpec.Docs;

/// <summary>Where ids were found outside the text: files of code and of tests by id, cases by id, mutants by id; and what could not be read.</summary>
public sealed partial record Footprints(
    IReadOnlyDictionary<string, IEnumerable<string>> Code,
    IReadOnlyDictionary<string, IEnumerable<string>> Tests,
    IReadOnlyDictionary<string, int> Cases,
    IReadOnlyDictionary<string, Kills>? Kills,
    Seq<Finding> Unreadable)
{
    /// <summary>All ids that were met, each with one file where it was.</summary>
    public IEnumerable<(string Id, string File)> Met() =>
        Code.Concat(Tests).Select(found => (found.Key, found.Value.First()))
            .Concat(Cases.Keys.Select(id => (id, "vectors")));

    /// <summary>Gathers the ids of files that have been read.</summary>
    /// <param name="code">Path and text of each file of <c>src/AmpSpec</c>.</param>
    /// <param name="tests">Path and text of each C# file of <c>tests/</c>.</param>
    /// <param name="vectors">Path and text of the JSON files of <c>vectors/</c>; those that are no vector files are passed over.</param>
    /// <param name="kills">Path and text of <c>vectors/kills.json</c>, where there is one.</param>
    public static Footprints Of(
        IEnumerable<(string File, string Text)> code,
        IEnumerable<(string File, string Text)> tests,
        IEnumerable<(string File, string Text)> vectors,
        (string File, string Text)? kills)
    {
        List<Finding> unreadable = [];
        return new(
            ByName(code, Attribute(), RowName()),
            ByName(tests, Attribute()),
            vectors.SelectMany(v => Json(v, Claims, unreadable) ?? []).CountBy(id => id).ToDictionary(),
            kills is { } file ? Json(file, KillsOf, unreadable) : null,
            unreadable.ToSeq());
    }

    // what is no JSON, or not of the form, is named with its file
    private static T? Json<T>((string File, string Text) file, Func<JsonElement, T> read, List<Finding> unreadable)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(file.Text);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            unreadable.Add(new Finding(file.File, e is JsonException { LineNumber: { } line } ? (int)line + 1 : 0, $"cannot be read: {e.Message.ReplaceLineEndings(" ")}"));
            return null;
        }
    }

    private static Dictionary<string, IEnumerable<string>> ByName(IEnumerable<(string File, string Text)> files, params Regex[] claims) =>
        files.SelectMany(f => claims.SelectMany(claim => claim.Matches(f.Text))
                .SelectMany(a => QuotedId().Matches(a.Value))
                .Select(id => (Id: id.Groups[1].Value, f.File)))
            .Distinct()
            .GroupBy(found => found.Id, found => found.File)
            .ToDictionary(g => g.Key, IEnumerable<string> (g) => g.Order(StringComparer.Ordinal).ToList());

    // a case claims what its group names and what it names itself
    private static List<string> Claims(JsonElement file) =>
        file.ValueKind is JsonValueKind.Object && file.TryGetProperty("format", out var format) && format.GetString()!.StartsWith("ampspec-vectors/", StringComparison.Ordinal)
            ?
            [
                .. from @group in file.GetProperty("groups").EnumerateArray()
                   from @case in @group.GetProperty("cases").EnumerateArray()
                   from id in Ids(@group).Concat(Ids(@case)).Distinct()
                   select id,
            ]
            : [];

    private static IEnumerable<string> Ids(JsonElement holder) =>
        holder.TryGetProperty("requirements", out var ids) ? ids.EnumerateArray().Select(id => id.GetString()!) : [];

    private static Dictionary<string, Kills> KillsOf(JsonElement file) =>
        file.GetProperty("requirements").EnumerateObject().ToDictionary(
            r => r.Name,
            r => new Kills(r.Value.GetProperty("killed").GetInt32(), r.Value.GetProperty("by_claiming_case").GetInt32()));

    [GeneratedRegex(@"^\s*\[Requirement\([^)]*\)\]", RegexOptions.Multiline)]
    private static partial Regex Attribute();

    // a row of a table names itself, and then what it serves: By("receiver/07", "CHAIN-07")
    [GeneratedRegex("""^(?!\s*//).*?"[a-z-]+/[0-9]{2}"(?:,\s*"[A-Z][A-Z0-9-]*-[0-9]{2}")+""", RegexOptions.Multiline)]
    private static partial Regex RowName();

    [GeneratedRegex("\"([A-Z][A-Z0-9-]*-[0-9]{2})\"")]
    private static partial Regex QuotedId();
}
