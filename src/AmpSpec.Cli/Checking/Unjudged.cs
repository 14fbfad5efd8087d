using System.Text.Json;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Scenarios;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Cli.Checking;

/// <summary>An entry of somebody else's data that is not judged.</summary>
/// <param name="Source">The file of the data.</param>
/// <param name="Pointer">Where in it.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Op">The operation that it waits for, where there is one.</param>
internal sealed record Entry(string Source, string Pointer, string Reason, string? Op);

/// <summary>Everything external that is not judged, so that nothing is dropped in silence.</summary>
internal sealed record Unjudged(IReadOnlyList<Entry> Entries)
{
    private const string Format = "ampspec-unjudged/1.0";

    /// <summary>The entries by reason, the most first.</summary>
    public IReadOnlyList<(string Reason, int Count)> ByReason =>
        [.. Entries.GroupBy(e => e.Reason).Select(g => (g.Key, g.Count())).OrderByDescending(r => r.Item2).ThenBy(r => r.Key, StringComparer.Ordinal)];

    /// <summary>Those of the vectors at <paramref name="path"/>; none where there is no such file.</summary>
    public static Unjudged Of(string path)
    {
        var file = Path.Combine(path, "external", "unjudged.json");
        if (!File.Exists(file))
        {
            return new([]);
        }

        try
        {
            return JsonNode.Parse(File.ReadAllBytes(file)) is JsonObject json && json["format"]?.GetValue<string>() == Format
                ? new([.. json["entries"]!.AsArray().Select(e => new Entry(Text(e, "source"), Text(e, "pointer"), Text(e, "reason"), e!["op"]?.GetValue<string>()))])
                : throw new UsageException($"{file}: no {Format}");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new UsageException($"{file}: no {Format}: {e.Message}");
        }
    }

    /// <summary>With what the results of recorded scenarios ask and nothing here judges.</summary>
    public Unjudged With(Suite suite) => new([.. Entries, .. suite.Recorded.SelectMany(f => f.Cases).SelectMany(c => Scenario.Unjudged(c)
        .Select(name => new Entry(c.Id, $"/result/{name}", "a result of a recorded scenario that this version does not judge", Scenario.Op)))]);

    private static string Text(JsonNode? entry, string name) => entry![name]!.GetValue<string>();
}
