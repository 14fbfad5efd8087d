using System.Text.Json.Nodes;

namespace AmpSpec.Mutants;

/// <summary>A requirement that must have a mutant which a witness of its own kills.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Inside">Whether no vector can show it; then the witness is a test.</param>
internal sealed record Must(string Id, bool Inside)
{
    public string Problem => $"{Id}: no mutant of it is killed by a {(Inside ? "test" : "case")} that claims it";

    public bool IsShownBy(Killer killer) => killer.IsCase != Inside && killer.Claims.Contains(Id);

    public bool IsShown(JsonObject report) => report["requirements"]![Id]?[Inside ? "by_claiming_test" : "by_claiming_case"]?.GetValue<int>() > 0;
}

/// <summary>Every MUST of the chapters that are no drafts.</summary>
internal static class Musts
{
    public static IReadOnlyList<Must> Of(string root) =>
        [.. Directory.EnumerateFiles(Path.Combine(root, "spec"), "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllLines).Where(lines => !lines.Contains("Status: draft")).SelectMany(In)];

    private static IEnumerable<Must> In(string[] lines) =>
        from line in lines.Index()
        where line.Item.StartsWith("**", StringComparison.Ordinal) && line.Item.Contains("** MUST", StringComparison.Ordinal)
        select new Must(line.Item[2..line.Item.IndexOf("** MUST", StringComparison.Ordinal)], lines.Skip(line.Index + 1).TakeWhile(l => l.Length > 0).Any(l => l.StartsWith("Shown: inside", StringComparison.Ordinal)));
}
