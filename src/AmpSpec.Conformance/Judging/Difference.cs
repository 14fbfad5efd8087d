using System.Text.Json.Nodes;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Judging;

/// <summary>The first place in which two values differ, in one line.</summary>
public static class Difference
{
    /// <summary>Null when the values are equal. Values are compared, never bytes.</summary>
    public static string? Between(JsonNode? expected, JsonNode? actual, string at = "expect") => (expected, actual) switch
    {
        (JsonObject e, JsonObject a) => e.Select(m => m.Key).Union(a.Select(m => m.Key)).Order(StringComparer.Ordinal)
            .Select(key => (e.ContainsKey(key), a.ContainsKey(key)) switch
            {
                (true, true) => Between(e[key], a[key], $"{at}.{key}"),
                (true, false) => $"{at}.{key}: expected {Show(e[key])}, answered nothing",
                _ => $"{at}.{key}: expected nothing, answered {Show(a[key])}",
            }).FirstOrDefault(d => d is not null),
        (JsonArray e, JsonArray a) => e.Count != a.Count
            ? $"{at}: expected {e.Count} items, answered {a.Count}"
            : e.Zip(a).Select((pair, i) => Between(pair.First, pair.Second, $"{at}[{i}]")).FirstOrDefault(d => d is not null),
        _ => JsonNode.DeepEquals(expected, actual) ? null : $"{at}: expected {Show(expected)}, answered {Show(actual)}",
    };

    private static string Show(JsonNode? node)
    {
        var text = CanonicalJson.Line(node);
        return text.Length <= 160 ? text : $"{text[..120]}… ({text.Length} characters)";
    }
}
