using System.Text.RegularExpressions;
using AmpSpec.Docs.Parsing;
using AmpSpec.Primitives;

namespace AmpSpec.Docs;

/// <summary>Writes generated tables between their markers, <c>&lt;!-- table: NAME --&gt;</c> and <c>&lt;!-- /table --&gt;</c>.</summary>
public static partial class TableWeaver
{
    private const string End = "<!-- /table -->";

    /// <summary>A chapter with its tables as the code has them now, and a finding for each that had become stale.</summary>
    public static Woven Weave(Chapter chapter, IReadOnlyDictionary<string, Func<string>> tables)
    {
        List<string> text = [];
        List<Finding> findings = [];
        var lines = chapter.Lines().ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            text.Add(lines[i].Text);
            var marker = Marker().Match(lines[i].Text);
            if (lines[i].Fenced || !marker.Success)
                continue;

            var name = marker.Groups[1].Value;
            var end = lines.FindIndex(i + 1, l => l.Text == End || Marker().IsMatch(l.Text));
            if (end < 0 || lines[end].Text != End)
                findings.Add(new Finding(chapter.File, lines[i].Number, $"the table '{name}' is not closed by '{End}'"));
            else if (!tables.TryGetValue(name, out var table))
                findings.Add(new Finding(chapter.File, lines[i].Number, $"there is no table '{name}'; there are: {string.Join(", ", tables.Keys.Order())}"));
            else if (Written(table, out var why) is not { } written)
                findings.Add(new Finding(chapter.File, lines[i].Number, $"the table '{name}' cannot be written: {why}"));
            else
            {
                string[] now = [.. written.TrimEnd().Split('\n')];
                var then = lines[(i + 1)..end];
                if (FirstDifference(then, now) is { } at)
                    findings.Add(Stale(chapter.File, name, lines[i + 1 + Math.Min(at, then.Count)].Number, then.ElementAtOrDefault(at)?.Text, now.ElementAtOrDefault(at)));
                text.AddRange(now);
                i = end - 1;
            }
        }

        return new Woven(chapter with { Text = string.Join('\n', text) }, findings.ToSeq());
    }

    // what the code lacks for its table is a finding about the text, and the text stays
    private static string? Written(Func<string> table, out string why)
    {
        try
        {
            why = "";
            return table();
        }
        catch (Unwritable e)
        {
            why = e.Message;
            return null;
        }
    }

    private static int? FirstDifference(List<ChapterLine> then, string[] now) =>
        Enumerable.Range(0, Math.Max(then.Count, now.Length))
            .Cast<int?>()
            .FirstOrDefault(at => then.ElementAtOrDefault(at!.Value)?.Text != now.ElementAtOrDefault(at.Value));

    private static Finding Stale(string file, string table, int line, string? then, string? now) =>
        new(file, line, $"the table '{table}' is stale: text {Quoted(then)}, code {Quoted(now)} (docs build writes it)");

    private static string Quoted(string? line) => line is null ? "has no such line" : $"'{line}'";

    [GeneratedRegex("^<!-- table: ([a-z-]+(?:/[a-z-]+)?) -->$")]
    private static partial Regex Marker();
}

/// <summary>A chapter as it ought to be, and what was not so.</summary>
public sealed record Woven(Chapter Chapter, Seq<Finding> Findings);
