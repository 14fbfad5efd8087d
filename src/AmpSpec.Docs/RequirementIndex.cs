using System.Text.RegularExpressions;
using AmpSpec.Primitives;

namespace AmpSpec.Docs;

/// <summary>All requirement lines of the chapters, and what is wrong with any of them.</summary>
/// <remarks>A requirement is a paragraph of two or three lines: the rule, <c>Rests on:</c>, and perhaps <c>Shown: inside, because …</c>.</remarks>
public sealed partial record RequirementIndex(Seq<Requirement> Requirements, Seq<Finding> Findings)
{
    private const string RestsOn = "Rests on: ";
    private const string Shown = "Shown: inside, because ";

    /// <summary>Reads every chapter; nothing that looks like a requirement is passed over in silence.</summary>
    public static RequirementIndex Read(IEnumerable<Chapter> chapters)
    {
        List<Requirement> good = [];
        List<Finding> bad = [];
        foreach (var chapter in chapters)
        {
            foreach (var paragraph in Paragraphs(chapter))
            {
                void Wrong(int line, string text) => bad.Add(new Finding(chapter.File, line, text));
                if (LooksLikeOne().IsMatch(paragraph[0].Text))
                    ReadOne(chapter, paragraph, good, Wrong);
                else if (paragraph.FirstOrDefault(l => LooksLikeOne().IsMatch(l.Text)) is { } late)
                    Wrong(late.Number, "a requirement begins its own paragraph");
            }
        }

        return new RequirementIndex(good.ToSeq(), bad.ToSeq());
    }

    private static void ReadOne(Chapter chapter, List<ChapterLine> lines, List<Requirement> good, Action<int, string> wrong)
    {
        var head = Head().Match(lines[0].Text);
        if (!head.Success)
        {
            wrong(lines[0].Number, "a requirement reads '**ID** MUST: sentence.' with the level MUST, SHOULD or MAY");
            return;
        }

        var id = head.Groups[1].Value;
        if (good.FirstOrDefault(r => r.Id == id) is { } twin)
            wrong(lines[0].Number, $"{id} stands in {twin.File}:{twin.Line} already");
        if (lines.Count < 2 || !lines[1].Text.StartsWith(RestsOn, StringComparison.Ordinal))
        {
            wrong(lines[0].Number, $"{id}: the next line says what it rests on ('{RestsOn}…')");
            return;
        }

        var grounds = Ground.Read(lines[1].Text[RestsOn.Length..], text => wrong(lines[1].Number, $"{id}: {text}")).ToSeq();
        string? inside = null;
        if (lines.Count > 2 && lines[2].Text.StartsWith(Shown, StringComparison.Ordinal))
            inside = lines[2].Text[Shown.Length..];
        if (lines.Count > (inside is null ? 2 : 3))
            wrong(lines[inside is null ? 2 : 3].Number, $"{id}: a requirement ends with 'Rests on:' or '{Shown}…'");
        good.Add(new Requirement(id, LevelOf(head.Groups[2].Value), head.Groups[3].Value, grounds, inside, chapter.File, lines[0].Number, chapter.IsDraft));
    }

    private static Level LevelOf(string word) => word switch
    {
        "MUST" => Level.Must,
        "SHOULD" => Level.Should,
        _ => Level.May,
    };

    private static IEnumerable<List<ChapterLine>> Paragraphs(Chapter chapter)
    {
        List<ChapterLine> paragraph = [];
        foreach (var line in chapter.Lines())
        {
            if (!line.IsBlank && !line.Fenced)
            {
                paragraph.Add(line);
                continue;
            }

            if (paragraph.Count > 0)
                yield return paragraph;
            paragraph = [];
        }

        if (paragraph.Count > 0)
            yield return paragraph;
    }

    // bold capitals and a number: whoever writes that means a requirement
    [GeneratedRegex(@"^\s*\*\*[A-Z][A-Z0-9]*(-[A-Z0-9]+)+\*\*")]
    private static partial Regex LooksLikeOne();

    [GeneratedRegex(@"^\*\*([A-Z][A-Z0-9]*(?:-[A-Z]+)?-[0-9]{2})\*\* (MUST|SHOULD|MAY): (\S.*\.)$")]
    private static partial Regex Head();
}
