using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace AmpSpec.Cli.Serving;

/// <summary>A line of the runner, taken apart; or the reason why it is none.</summary>
internal abstract record Request
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private Request()
    {
    }

    /// <summary>A call. Members that the protocol does not name are ignored.</summary>
    public sealed record Call(JsonNode Id, string Op, JsonObject Json) : Request;

    /// <summary>No request; the id where one could be read.</summary>
    public sealed record Malformed(JsonNode? Id, string Text) : Request;

    /// <summary>Reads one line. Members that stand twice are refused: which one counts is not for us to choose.</summary>
    public static Request Read(byte[] line)
    {
        if (!Utf8.IsValid(line))
        {
            return new Malformed(null, "the line is not UTF-8");
        }

        try
        {
            if (JsonNode.Parse(line, documentOptions: Strict) is not JsonObject json)
            {
                return new Malformed(null, "the line is no JSON object");
            }

            return (IdOf(json["id"]), json["op"], LoneSurrogate(json)) switch
            {
                (null, _, _) => new Malformed(null, "id: neither a number nor a string"),
                ({ } id, _, true) => new Malformed(id, "a string holds half of a surrogate pair"),
                ({ } id, JsonValue op, _) when op.GetValueKind() is JsonValueKind.String => new Call(id, op.GetValue<string>(), json),
                ({ } id, _, _) => new Malformed(id, "op: not a string"),
            };
        }
        catch (JsonException e)
        {
            return new Malformed(Rescue(line), e.Message.ReplaceLineEndings(" "));
        }
        catch (InvalidOperationException)
        {
            return new Malformed(null, "a name or an id holds half of a surrogate pair");
        }
    }

    private static JsonNode? IdOf(JsonNode? id) => id?.GetValueKind() switch
    {
        JsonValueKind.Number => id.DeepClone(),
        JsonValueKind.String when id.GetValue<string>() is not null => id.DeepClone(),
        _ => null,
    };

    /// <summary>The id of an object that is well-formed but for a member that stands twice.</summary>
    private static JsonNode? Rescue(byte[] line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var ids = document.RootElement.ValueKind is JsonValueKind.Object
                ? document.RootElement.EnumerateObject().Where(m => m.NameEquals("id")).Select(m => m.Value.GetRawText()).ToArray()
                : [];
            return ids is [var id] ? IdOf(JsonNode.Parse(id)) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool LoneSurrogate(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                return o.Any(m => LoneSurrogate(m.Value));
            case JsonArray a:
                return a.Any(LoneSurrogate);
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                try
                {
                    return value.GetValue<string>() is null;
                }
                catch (InvalidOperationException)
                {
                    return true;
                }

            default:
                return false;
        }
    }
}
