using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmpSpec.Cli;

/// <summary>The one object that <c>--json</c> prints: members in the order in which they are meant to be read.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Host host, JsonObject json) => host.Out.WriteLine(json.ToJsonString(Readable));

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> show) => [.. items.Select(i => (JsonNode)show(i))];
}
