using System.Text.Json.Nodes;
using AmpSpec.Conformance.Tests.External;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Tests.Scenarios;

/// <summary>The recorded scenarios of the project, and those that show one policy each.</summary>
internal static class Recorded
{
    public static string Folder { get; } = Path.Combine(Project.External, "scenarios");

    public static string Policies { get; } = Path.Combine(Project.Root, "tests", "AmpSpec.Conformance.Tests", "Scenarios", "policies");

    public static IReadOnlyList<Case> Cases { get; } = Read(Folder);

    public static IReadOnlyList<Case> PolicyCases { get; } = Read(Policies);

    /// <summary>A file, changed as values.</summary>
    public static string Changed(string name, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!.AsObject();
        change(json);
        return CanonicalJson.Format(json);
    }

    /// <summary>What a JSON Pointer without escapes names.</summary>
    public static JsonNode At(JsonNode json, string pointer) => pointer.Split('/').Skip(1)
        .Aggregate(json, (at, step) => at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!);

    private static IReadOnlyList<Case> Read(string folder) => ((SuiteReading.Read)SuiteReader.Read(folder)).Suite.Recorded.SelectMany(f => f.Cases).ToArray();
}
