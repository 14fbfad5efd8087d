using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Vectors;

/// <summary>The one way in which a file of the suite is written: keys sorted by code unit, two spaces, LF, minimal escapes, a final newline.</summary>
public static class CanonicalJson
{
    /// <summary>The text of a file.</summary>
    public static string Format(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, 0, pretty: true);
        return text.Append('\n').ToString();
    }

    /// <summary>The same on one line, to compare and to show.</summary>
    public static string Line(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, 0, pretty: false);
        return text.ToString();
    }

    private static void Write(StringBuilder to, JsonNode? node, int depth, bool pretty)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } o:
                Members(to, '{', '}', o.OrderBy(m => m.Key, StringComparer.Ordinal), depth, pretty, member =>
                {
                    Quote(to, member.Key);
                    to.Append(pretty ? ": " : ":");
                    Write(to, member.Value, depth + 1, pretty);
                });
                break;
            case JsonArray { Count: > 0 } a:
                Members(to, '[', ']', a, depth, pretty, item => Write(to, item, depth + 1, pretty));
                break;
            case JsonObject:
                to.Append("{}");
                break;
            case JsonArray:
                to.Append("[]");
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                Quote(to, value.GetValue<string>());
                break;
            default:
                to.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void Members<T>(StringBuilder to, char open, char close, IEnumerable<T> items, int depth, bool pretty, Action<T> write)
    {
        to.Append(open);
        var first = true;
        foreach (var item in items)
        {
            to.Append(first ? "" : ",");
            first = false;
            Indent(to, depth + 1, pretty);
            write(item);
        }

        Indent(to, depth, pretty);
        to.Append(close);
    }

    private static void Indent(StringBuilder to, int depth, bool pretty)
    {
        if (pretty)
        {
            to.Append('\n').Append(' ', 2 * depth);
        }
    }

    private static void Quote(StringBuilder to, string text)
    {
        to.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\n' => to.Append("\\n"),
                '\r' => to.Append("\\r"),
                '\t' => to.Append("\\t"),
                '\b' => to.Append("\\b"),
                '\f' => to.Append("\\f"),
                < ' ' => to.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => to.Append(c),
            };
        }

        to.Append('"');
    }
}
