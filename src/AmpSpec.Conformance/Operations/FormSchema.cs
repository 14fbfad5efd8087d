using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Operations;

/// <summary>The JSON Schema (2020-12) of a form. Its objects are closed.</summary>
public static class FormSchema
{
    private const string Unsigned = "^(0|[1-9][0-9]*)$";

    /// <summary>The schema of <paramref name="form"/>, a fresh node.</summary>
    public static JsonObject Of(Form form) => form switch
    {
        Form.Hex hex => new()
        {
            ["type"] = "string",
            ["pattern"] = (hex.Min, hex.Max) switch
            {
                (0, int.MaxValue) => "^([0-9a-f]{2})*$",
                (var min, int.MaxValue) => $"^([0-9a-f]{{2}}){{{min},}}$",
                (var min, var max) when min == max => $"^[0-9a-f]{{{2 * min}}}$",
                (var min, var max) => $"^([0-9a-f]{{2}}){{{min},{max}}}$",
            },
        },
        Form.Number number => new() { ["type"] = "integer", ["minimum"] = number.Min, ["maximum"] = number.Max },
        Form.Decimal number => new() { ["type"] = "string", ["pattern"] = number.Min < 0 ? "^(0|-?[1-9][0-9]*)$" : Unsigned, ["maxLength"] = 20 },
        Form.Text { Options: [] } => new() { ["type"] = "string" },
        Form.Text text => new() { ["enum"] = new JsonArray([.. text.Options.Select(o => (JsonNode)o)]) },
        Form.Bool => new() { ["type"] = "boolean" },
        Form.List list => List(list),
        Form.Object members => Closed(members.Members),
        Form.Map map => new()
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = Unsigned, ["maxLength"] = 20 },
            ["additionalProperties"] = Of(map.Value),
        },
        Form.Either forms => new() { ["anyOf"] = new JsonArray([.. forms.Forms.Select(Of)]) },
        Form.Variants variants => new()
        {
            ["oneOf"] = new JsonArray([.. variants.Cases.Select(c => Closed([new(variants.By, new Form.Text(c.Is)), .. c.Members]))]),
        },
        _ => throw new InvalidOperationException($"a form without a schema: {form.GetType().Name}"),
    };

    /// <summary>An object with exactly these members.</summary>
    public static JsonObject Closed(IEnumerable<Member> members)
    {
        var all = members.ToArray();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(all.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)Of(m.Form)))),
            ["additionalProperties"] = false,
        };
        if (all.Any(m => !m.Optional))
        {
            schema["required"] = new JsonArray([.. all.Where(m => !m.Optional).Select(m => (JsonNode)m.Name)]);
        }

        return schema;
    }

    private static JsonObject List(Form.List list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
        if (list.Min > 0)
        {
            schema["minItems"] = list.Min;
        }

        return schema;
    }
}
