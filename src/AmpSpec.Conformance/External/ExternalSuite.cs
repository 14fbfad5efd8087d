using System.Text.Json.Nodes;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.External;

/// <summary>Other people's values as vector files, made anew from <c>vectors/external/sources</c>.</summary>
public static class ExternalSuite
{
    /// <summary>The format of the list of entries that no case asks.</summary>
    public const string UnjudgedFormat = "ampspec-unjudged/1.0";

    private static readonly IReadOnlyDictionary<string, Action<Conversion>> Converters = new[]
    {
        AmpSamples.Files, Bolts.Files, BoltsDrafts.Files, CoreLightning.Files, Eclair.Files, Electrum.Files, Ldk.Files, LightningKmp.Files, Lnd.Files, Secrets.Files,
    }.SelectMany(files => files).ToDictionary(file => file.Key, file => file.Value);

    /// <summary>The vector files.</summary>
    /// <param name="root">The folder of the project.</param>
    public static IEnumerable<VectorFile> Files(string root) => Convert(root).SelectMany(conversion => conversion.Files());

    /// <summary>Every entry that no case asks, and why.</summary>
    /// <param name="root">The folder of the project.</param>
    public static IReadOnlyList<Unjudged> Unjudged(string root) => [.. Convert(root).SelectMany(conversion => conversion.Unjudged)];

    /// <summary>The content of <c>vectors/external/unjudged.json</c>.</summary>
    /// <param name="root">The folder of the project.</param>
    public static JsonObject UnjudgedJson(string root) =>
        new() { ["format"] = UnjudgedFormat, ["entries"] = new JsonArray([.. Unjudged(root).Select(entry => entry.Json)]) };

    private static IEnumerable<Conversion> Convert(string root)
    {
        foreach (var document in SourceDocument.All(root))
        {
            var conversion = new Conversion(document, Licence.Of(document));
            (Converters.GetValueOrDefault(document.Key) ?? throw new InvalidOperationException($"{document.Key}: nothing converts it"))(conversion);
            yield return conversion;
        }
    }
}
