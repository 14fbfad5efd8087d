using System.Text.RegularExpressions;

namespace AmpSpec.Docs;

/// <summary>Whether the pages and repositories that requirements rest on are there.</summary>
public static partial class Grounding
{
    /// <summary>A finding for each decision without a page, and for each repository or commit that the table of sources does not know.</summary>
    /// <param name="requirements">The lines.</param>
    /// <param name="decisions">The numbers of the pages in <c>spec/decisions/</c>.</param>
    /// <param name="sources">The text of <c>spec/sources/README.md</c>.</param>
    public static IEnumerable<Finding> Check(IEnumerable<Requirement> requirements, IReadOnlySet<string> decisions, string sources)
    {
        var known = Row().Matches(sources).Select(row => (Name: row.Groups[1].Value, Commit: row.Groups[2].Value)).ToList();
        return from requirement in requirements
               from ground in requirement.Grounds
               let lack = Lack(ground, decisions, known)
               where lack is not null
               select new Finding(requirement.File, requirement.Line + 1, $"{requirement.Id}: {lack}");
    }

    private static string? Lack(Ground ground, IReadOnlySet<string> decisions, List<(string Name, string Commit)> known) => ground switch
    {
        Ground.Decision(var number) => decisions.Contains(number) ? null : $"spec/decisions/{number}-*.md is not there",
        Ground.Repository(var name, var commit, _) => known.Any(k => k.Name == name && k.Commit.StartsWith(commit, StringComparison.Ordinal))
            ? null
            : $"spec/sources/README.md has no row '{name}' with the commit {commit}",
        Ground.Message(var list, _, _) => known.Any(k => k.Name == list) ? null : $"spec/sources/README.md has no row '{list}'",
        _ => known.Any(k => k.Name == "BOLT") ? null : "spec/sources/README.md has no row 'BOLT'",
    };

    [GeneratedRegex(@"^\| ([A-Za-z][A-Za-z0-9-]*) +\| [^|]*\| +`?([0-9a-f]*)`? *\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
