using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Operations;

/// <summary>The JSON Schema (2020-12) of a form. Its objects are closed.</summary>
public static class FormSchema
{
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
        Form.Decimal number => new() { ["type"] = "string", ["pattern"] = DecimalRange.Pattern(number.Min, number.Max) },
        Form.Text { Options: [] } => new() { ["type"] = "string" },
        Form.Text text => new() { ["enum"] = new JsonArray([.. text.Options.Select(o => (JsonNode)o)]) },
        Form.Bool => new() { ["type"] = "boolean" },
        Form.List list => List(list),
        Form.Object members => Closed(members.Members),
        Form.Map map => new()
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = DecimalRange.Pattern(0, ulong.MaxValue) },
            ["additionalProperties"] = Of(map.Value),
        },
        Form.Either forms => new() { ["anyOf"] = new JsonArray([.. forms.Forms.Select(Of)]) },
        Form.Variants variants => new()
        {
            ["oneOf"] = new JsonArray([.. variants.Cases.Select(c => Closed([new(variants.By, new Form.Text(c.Is)), .. c.Members]))]),
        },
        Form.Pattern pattern => new() { ["type"] = "string", ["pattern"] = pattern.Expression },
        Form.Table table => new()
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = table.Key },
            ["additionalProperties"] = Of(table.Value),
        },
        Form.Free => new() { ["type"] = "object" },
        Form.When fork => new() { ["if"] = Has(fork.Has), ["then"] = Of(fork.Then), ["else"] = Of(fork.Else) },
        Form.Real real => new() { ["type"] = "number", ["minimum"] = real.Min, ["maximum"] = real.Max },
        Form.Nullable nullable => new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, Of(nullable.Is)) },
        Form.Any => [],
        Form.Named named => new() { ["$ref"] = $"#/$defs/{named.Name}" },
        _ => throw new InvalidOperationException($"a form without a schema: {form.GetType().Name}"),
    };

    /// <summary>A whole document: the schema of <paramref name="form"/> with the named forms in it.</summary>
    public static JsonObject Document(Form form, string title)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (name, value) in Of(form).ToArray())
        {
            schema[name] = value!.DeepClone();
        }

        var named = new SortedDictionary<string, Form>(StringComparer.Ordinal);
        Collect(form, named);
        schema["$defs"] = new JsonObject(named.Select(n => KeyValuePair.Create(n.Key, (JsonNode?)Of(n.Value))));
        return schema;
    }

    private static void Collect(Form form, SortedDictionary<string, Form> named)
    {
        if (form is Form.Named { Name: var name, Is: var @is })
        {
            named[name] = @is;
        }

        IEnumerable<Form> parts = form switch
        {
            Form.Named n => [n.Is],
            Form.List list => [list.Item],
            Form.Object members => members.Members.Select(m => m.Form),
            Form.Map map => [map.Value],
            Form.Table table => [table.Value],
            Form.Either either => either.Forms,
            Form.When fork => [fork.Then, fork.Else],
            Form.Variants variants => variants.Cases.SelectMany(c => c.Members.Select(m => m.Form)),
            _ => [],
        };
        foreach (var part in parts)
        {
            Collect(part, named);
        }
    }

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

    private static JsonObject Has(Member[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)(m.Form is Form.Object o ? Has(o.Members) : Of(m.Form))))),
        ["required"] = new JsonArray([.. members.Select(m => (JsonNode)m.Name)]),
    };

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
