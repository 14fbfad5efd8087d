using System.Text.RegularExpressions;

namespace AmpSpec.Docs;

/// <summary>The words of demand stand in requirement lines and nowhere else, so that no rule hides in the prose.</summary>
public static partial class PlainWords
{
    /// <summary>Each line of prose that demands something.</summary>
    public static IEnumerable<Finding> Check(Chapter chapter) =>
        from line in chapter.Lines()
        where !line.Fenced && !line.Text.StartsWith("**", StringComparison.Ordinal)
        let word = Demand().Match(Code().Replace(line.Text, ""))
        where word.Success
        select new Finding(chapter.File, line.Number, $"'{word.Value}' outside a requirement line");

    [GeneratedRegex(@"\b(MUST|SHOULD|MAY)\b")]
    private static partial Regex Demand();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();
}
