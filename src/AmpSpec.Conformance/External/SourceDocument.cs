using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>A file of somebody else's values, as it is carried under <c>vectors/external/sources</c>.</summary>
/// <param name="Folder">The source: <c>lnd</c>.</param>
/// <param name="Name">The file without its ending: <c>amp-derive</c>.</param>
/// <param name="Json">All of it.</param>
public sealed record SourceDocument(string Folder, string Name, JsonObject Json)
{
    // members that describe a file or its formats; everything else is an entry that must be judged or counted
    private static readonly HashSet<string> Descriptive = ["source", "meta", "namespaces", "flag_bits", "formula_source", "record_rule", "length_limits", "parameters", "failure"];

    // files that hold one worked example, not a list
    private static readonly HashSet<string> Whole = ["bolt04-onion-test", "bolt04-onion-error-test", "bolt04-route-blinding-test", "bolt04-blinded-payment-onion-test", "bolt04-blinded-onion-message-onion-test", "published-invoice"];

    /// <summary>Folder and name: <c>lnd/amp-derive</c>.</summary>
    public string Key => $"{Folder}/{Name}";

    /// <summary>Reads every file under <paramref name="root"/>, the folder of the project, in the order of their names.</summary>
    public static IReadOnlyList<SourceDocument> All(string root) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(root, "vectors", "external", "sources"), "*.json", SearchOption.AllDirectories)
            .Select(path => new SourceDocument(
                Path.GetFileName(Path.GetDirectoryName(path))!,
                Path.GetFileNameWithoutExtension(path),
                JsonNode.Parse(File.ReadAllBytes(path))!.AsObject()))
            .OrderBy(document => document.Key, StringComparer.Ordinal),
    ];

    /// <summary>All entries: the elements of its lists of objects, and its objects that hold no list.</summary>
    public IReadOnlyList<Element> Entries => Whole.Contains(Name)
        ? [new(this, Json, "")]
        : [.. Json.Where(member => !Descriptive.Contains(member.Key)).SelectMany(member => Under(member.Value, $"/{member.Key}"))];

    /// <summary>The elements of the list at <paramref name="path"/>: <c>cases</c>, <c>formula_contrast/variants</c>.</summary>
    public IReadOnlyList<Element> List(string path) => [.. Entries.Where(entry => entry.List == $"/{path}")];

    private IEnumerable<Element> Under(JsonNode? node, string pointer) => node switch
    {
        JsonArray list => list.Select((item, i) => item is JsonObject o ? new Element(this, o, $"{pointer}/{i}") : null).OfType<Element>(),
        JsonObject o when o.Any(member => member.Value is JsonArray or JsonObject) => o.SelectMany(member => Under(member.Value, $"{pointer}/{member.Key}")),
        JsonObject o => [new(this, o, pointer)],
        _ => [],
    };
}
