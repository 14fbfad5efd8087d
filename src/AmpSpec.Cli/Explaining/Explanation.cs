using System.Text.Json.Nodes;

namespace AmpSpec.Cli.Explaining;

/// <summary>What there is to say about an id: for people as labelled parts, for programs as an object.</summary>
/// <param name="Title">The id.</param>
/// <param name="Kind">What it is the id of.</param>
/// <param name="Parts">Label and text, in reading order; a part without text is left out.</param>
/// <param name="Json">The same.</param>
/// <param name="Exit">How the verb ends: a case that fails is no success.</param>
internal sealed record Explanation(string Title, string Kind, IReadOnlyList<(string Label, string Text)> Parts, JsonObject Json, int Exit = Exit.Holds)
{
    /// <summary>Prints the parts.</summary>
    public void Write(Screen screen)
    {
        screen.Line($"{Title} · {Kind}", Screen.Strong);
        screen.Line();
        screen.Pairs(Parts.Where(p => p.Text.Length > 0));
    }

    /// <summary>Several lines as one text.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>The first few, and how many more there are.</summary>
    public static string Some(IReadOnlyCollection<string> all, int count = 10) =>
        Lines(all.Take(count).Append(all.Count > count ? $"… and {all.Count - count} more" : "").Where(l => l.Length > 0));
}
