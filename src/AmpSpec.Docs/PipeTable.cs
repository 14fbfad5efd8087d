using System.Text;

namespace AmpSpec.Docs;

/// <summary>A table of Markdown whose columns also line up for the eye, unless a cell is long.</summary>
public static class PipeTable
{
    private const int Widest = 40;

    /// <summary>Head, rule and rows, each line ended by a line feed. A vertical bar in a cell is escaped.</summary>
    public static string Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.Prepend(head).Select(row => row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)).ToList()).ToList();
        var widths = head.Select((_, column) => all.Max(row => row[column].Length)).Select(width => width > Widest ? 0 : width).ToList();
        var text = new StringBuilder();
        foreach (var (index, row) in all.Index())
        {
            Line(text, row.Select((cell, column) => cell.PadRight(widths[column])));
            if (index is 0)
                Line(text, widths.Select(width => width is 0 ? "---" : new string('-', width)));
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
