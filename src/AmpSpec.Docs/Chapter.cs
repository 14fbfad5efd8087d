namespace AmpSpec.Docs;

/// <summary>A file of <c>spec/</c>: its path from the root of the repository, and its text.</summary>
public sealed record Chapter(string File, string Text)
{
    private static readonly string[] LineEnds = ["\r\n", "\n"];

    /// <summary>Whether a line of its own says <c>Status: draft</c>: then its rules may still lack code, tests or vectors.</summary>
    public bool IsDraft => Lines().Any(line => line is { Fenced: false, Text: "Status: draft" });

    /// <summary>The lines with their numbers from 1, and whether each stands inside a fenced block.</summary>
    public IEnumerable<ChapterLine> Lines()
    {
        var fenced = false;
        foreach (var (index, line) in Text.Split(LineEnds, StringSplitOptions.None).Index())
        {
            var fence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            yield return new ChapterLine(index + 1, line, Fenced: fenced || fence);
            fenced ^= fence;
        }
    }
}

/// <summary>One line of a chapter. A fence itself counts as fenced.</summary>
public sealed record ChapterLine(int Number, string Text, bool Fenced)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
