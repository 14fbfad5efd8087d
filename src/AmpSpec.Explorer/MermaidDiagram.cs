using System.Globalization;
using System.Text;
using AmpSpec.Primitives;

namespace AmpSpec.Explorer;

/// <summary>A run as a diagram in the language of Mermaid.</summary>
public static class MermaidDiagram
{
    /// <summary>A sequence diagram: each event goes from its part to the set, or happens to the set alone; below it stands the row, and the summary after.</summary>
    public static string Sequence(Seq<Step> run)
    {
        var text = new StringBuilder("sequenceDiagram\n");
        foreach (var part in run.Select(step => step.Part).OfType<int>().Distinct().Order())
        {
            text.Append(CultureInfo.InvariantCulture, $"    participant P{part} as part {part}\n");
        }

        text.Append("    participant S as set\n");
        foreach (var step in run)
        {
            var from = step.Part is { } part ? $"P{part}" : "S";
            text.Append(CultureInfo.InvariantCulture, $"    {from}->>S: {Plain(step.Event)} ({step.Row})\n    Note over S: {Plain(step.Summary)}\n");
        }

        return text.ToString();
    }

    // a semicolon ends a statement of Mermaid, a number sign begins an entity
    private static string Plain(string text) => string.Concat(text.Select(c => c is ';' or '#' ? $"#{(int)c};" : $"{c}"));
}
