using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Vectors;

/// <summary>A file as it was read: its bytes are kept until all rules have been asked, to find lines in them.</summary>
internal sealed record SourceText(string Path, byte[] Bytes, JsonObject Json)
{
    /// <summary>Whether it holds recorded scenarios.</summary>
    public bool IsScenario => Operations.Form.TextOf(Json["schema"]) == Scenarios.ScenarioForm.Format;

    /// <summary>A problem at a JSON Pointer.</summary>
    public Problem At(string pointer, string rule, string text) =>
        new(Path, JsonPlace.Line(Bytes, pointer), rule, pointer.Length > 0 ? $"{pointer}: {text}" : text);

    /// <summary>The groups and where they stand.</summary>
    public IEnumerable<(string At, JsonObject Group)> Groups => Items(Json["groups"]!, "/groups");

    /// <summary>The cases, where they stand, and their groups.</summary>
    public IEnumerable<(string At, JsonObject Case, JsonObject Group)> Cases =>
        Groups.SelectMany(g => Items(g.Group["cases"]!, $"{g.At}/cases").Select(c => (c.At, c.Item, g.Group)));

    private static IEnumerable<(string At, JsonObject Item)> Items(JsonNode list, string at) =>
        list.AsArray().Select((item, i) => ($"{at}/{i}", item!.AsObject()));
}
