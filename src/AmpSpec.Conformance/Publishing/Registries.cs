using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Publishing;

/// <summary>The closed lists that the files draw on: refusals by operation, flags, policies.</summary>
internal static class Registries
{
    public static JsonObject Errors() => new()
    {
        ["format"] = "ampspec-errors/1.0",
        ["ops"] = new JsonObject(Catalogue.All.Select(op => KeyValuePair.Create(op.Name, (JsonNode?)new JsonArray([.. Of(op)])))),
    };

    /// <summary>Every flag that a file explains. One name has one explanation in the whole suite.</summary>
    public static JsonObject Flags(IEnumerable<VectorFile> files)
    {
        var flags = new JsonObject();
        foreach (var (name, flag) in files.SelectMany(f => f.Json["flags"]!.AsObject()))
        {
            if (flags[name] is { } other && !JsonNode.DeepEquals(other, flag))
            {
                throw new InvalidOperationException($"the flag {name} has two explanations");
            }

            flags[name] = flag!.DeepClone();
        }

        return new() { ["format"] = "ampspec-flags/1.0", ["flags"] = flags };
    }

    public static JsonObject Policies() => new()
    {
        ["format"] = "ampspec-policies/1.0",
        ["policies"] = new JsonArray([.. Operations.Policies.All.Select(p => (JsonNode)Of(p))]),
    };

    private static JsonObject Of(Policy policy)
    {
        var json = new JsonObject
        {
            ["name"] = policy.Name,
            ["about"] = policy.About,
            ["ours"] = policy.Default,
            ["options"] = new JsonArray([.. policy.Options.Select(o => (JsonNode)new JsonObject { ["option"] = o.Option, ["meaning"] = o.Meaning })]),
        };
        if (policy.Requirement is not "")
        {
            json["requirement"] = policy.Requirement;
        }

        return json;
    }

    private static IEnumerable<JsonNode> Of(Operation op) => op.Errors.Append((Phase.Input, Operation.Malformed)).Distinct()
        .OrderBy(e => e.Item1, StringComparer.Ordinal).ThenBy(e => e.Item2, StringComparer.Ordinal)
        .Select(e => new JsonObject { ["phase"] = e.Item1, ["class"] = e.Item2, ["meaning"] = ErrorMeanings.Of(e.Item2) });
}
