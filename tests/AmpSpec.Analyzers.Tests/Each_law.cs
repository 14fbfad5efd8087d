using System.Text.RegularExpressions;
using AmpSpec.Analyzers.House;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AmpSpec.Analyzers.Tests;

public sealed class Each_law
{
    private static readonly string[] Ids =
        [.. typeof(ClosedIsClosed).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
            .SelectMany(a => a is DiagnosticSuppressor s ? s.SupportedSuppressions.Select(d => d.Id) : a.SupportedDiagnostics.Select(d => d.Id))
            .Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void has_a_page_and_each_page_a_law() =>
        Assert.Equal(Ids, Directory.GetFiles(Rules.Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Fact]
    public void is_told_with_an_example_on_either_side() => Assert.All(Ids, id =>
    {
        var page = Rules.Page(id);
        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        string[] order = ["**What.**", "**Why.**", "## Breaks it", "## Keeps it"];
        Assert.Equal(order, Regex.Matches(page, @"^(\*\*(What|Why)\.\*\*|## .+$)", RegexOptions.Multiline).Select(m => m.Value));
    });
}
