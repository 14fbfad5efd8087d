using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using Json.Schema;

namespace AmpSpec.Conformance.Publishing;

/// <summary>The published schemas as other people's tools read them, asked through a library that is not ours.</summary>
/// <remarks>The reader itself asks <see cref="ClosedCheck"/>, which is the same form and many times faster; tests hold the two together.</remarks>
public static class SchemaCheck
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Schemas = new();

    /// <summary>Whether a file of <paramref name="op"/> passes its schema.</summary>
    public static bool Accepts(Operation op, JsonNode? file)
    {
        var schema = Schemas.GetOrAdd(op.Name, _ => JsonSchema.FromText(GeneratedFiles.SchemaOf(op).ToJsonString()));
        return schema.Evaluate(JsonSerializer.SerializeToElement(file), new EvaluationOptions { OutputFormat = OutputFormat.Flag }).IsValid;
    }

    /// <summary>What a schema refuses though the reader has taken it: that is a mistake of ours.</summary>
    internal static IEnumerable<Problem> Problems(VectorFile file) => Accepts(Catalogue.Find(file.Op)!, file.Json)
        ? []
        : [new($"{file.File}.json", 0, Rules.Schema, $"the reader takes the file, vectors/schemas/{file.Op}.schema.json does not")];
}
