using System.Text.RegularExpressions;
using AmpSpec.Primitives;

namespace AmpSpec.Docs;

/// <summary>A row with a name, <c>receiver/07</c>, as a table of a chapter shows it.</summary>
/// <param name="Id">The name.</param>
/// <param name="Cells">The heads of the columns with what stands below them; not the name, and no empty cell.</param>
/// <param name="Place">File and line.</param>
/// <param name="Section">The heading over the table.</param>
public sealed partial record ShownRow(string Id, Seq<(string Head, string Text)> Cells, string Place, string Section)
{
    /// <summary>The head of the column of requirements.</summary>
    public const string Requirements = "requirements";

    /// <summary>The requirements that it serves.</summary>
    public IReadOnlyList<string> Served => Cells.FirstOrDefault(cell => cell.Head == Requirements).Text?.Split(", ") ?? [];

    /// <summary>All rows of some chapters, each once.</summary>
    public static IReadOnlyList<ShownRow> Of(IEnumerable<Chapter> chapters) => [.. chapters.SelectMany(In).DistinctBy(row => row.Id)];

    private static IEnumerable<ShownRow> In(Chapter chapter)
    {
        var (section, heads) = ("", (string[])[]);
        foreach (var line in chapter.Lines().Where(line => !line.Fenced))
        {
            var cells = Cell().Split(line.Text.Trim().Trim('|')).Select(cell => cell.Replace("\\|", "|", StringComparison.Ordinal).Trim()).ToArray();
            if (line.Text.StartsWith('#'))
                section = line.Text.TrimStart('#', ' ');
            else if (cells[0] == "row")
                heads = cells;
            else if (Name().IsMatch(cells[0]) && cells.Length == heads.Length)
                yield return new(cells[0], heads.Zip(cells).Skip(1).Where(cell => cell.Second.Length > 0).ToSeq(), $"{chapter.File}:{line.Number}", section);
        }
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cell();

    [GeneratedRegex("^[a-z]+/[0-9]{2}$")]
    private static partial Regex Name();
}
