using AmpSpec.Docs;
using Xunit;

namespace AmpSpec.Docs.Tests;

public sealed class A_block_of_a_foreign_document
{
    private const string Document =
        """
        # Top

        A paragraph that runs
        over two lines.

        ## The `inner` part

          - the parent item
            goes on here:
            - the child item
        * another
        1. numbered

        | one | row |
        |-----|-----|
        | two | row |

        ### Below

        deep

        ## Elsewhere

        apart
        """;

    private static readonly SourceDigests Digests = SourceDigests.Read(Document);

    [Theory]
    [InlineData("Top", "A paragraph that runs over two lines.")]
    [InlineData("The inner part", "the parent item goes on here:")]
    [InlineData("The `inner` part", "the child item")]
    [InlineData("The inner part", "another")]
    [InlineData("The inner part", "numbered")]
    [InlineData("The inner part", "| two | row |")]
    [InlineData("The inner part", "deep")]
    [InlineData("Top", "apart")]
    public void is_found_under_every_heading_above_it(string heading, string text) =>
        Assert.True(Digests.Has(heading, SourceDigests.DigestOf(text)));

    [Theory]
    [InlineData("Elsewhere", "deep")]
    [InlineData("Below", "numbered")]
    [InlineData("The inner part", "apart")]
    [InlineData("Below", "apart")]
    [InlineData("Top", "the parent item goes on here: - the child item")]
    [InlineData("No such heading", "apart")]
    public void is_not_found_elsewhere_and_not_with_its_children(string heading, string text) =>
        Assert.False(Digests.Has(heading, SourceDigests.DigestOf(text)));

    [Fact]
    public void has_a_digest_that_anyone_can_compute() =>
        // printf 'MUST minimally encode `type` and `length`.' | sha256sum | cut -c1-16
        Assert.Equal("244ca366c7c88949", SourceDigests.DigestOf("MUST  minimally\n   encode `type` and `length`. "));
}

public sealed class The_ground_of_a_requirement : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ampspec-ground").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void that_stands_where_it_was_is_counted()
    {
        var report = Run("# BOLT #1: One\n\n## Rules\n\n- MUST hold\n  together.\n");

        Assert.Equal((0, 1, 1), (report.Exit, report.LookedUp, report.Requirements));
    }

    [Theory]
    [InlineData("# BOLT #1: One\n\n## Rules\n\n- MUST hold apart.\n", "the ground has moved")]
    [InlineData("# BOLT #1: One\n\n- MUST hold together.\n\n## Rules\n\n- else\n", "the ground has moved")]
    [InlineData("# BOLT #1: One\n\n## Laws\n\n- MUST hold together.\n", "has no heading \"Rules\"")]
    public void that_has_moved_is_named(string bolt, string reason)
    {
        var report = Run(bolt);

        var finding = Assert.Single(report.Moved);
        Assert.Equal((1, "spec/10-x.md", 2), (report.Exit, finding.File, finding.Line));
        Assert.Contains("AAA-01: ", finding.Text, StringComparison.Ordinal);
        Assert.Contains(reason, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void in_a_document_that_is_missing_is_named() =>
        Assert.Contains("BOLT 1 is not there", Assert.Single(Run("# BOLT #2: Two", file: "02-two.md").Moved).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("no-such-folder")]
    [InlineData("spec")]
    public void cannot_be_looked_for_where_there_are_no_bolts(string folder)
    {
        Run("# BOLT #1: One");

        Assert.Equal(2, SourcesCheck.Run(_root, Path.Combine(_root, folder)).Exit);
    }

    [Fact]
    public void can_be_found_by_its_words()
    {
        Run("# BOLT #1: One\n\n## Rules\n\n- MUST hold together.\n");

        Assert.Equal([$"BOLT 1, \"Rules\" · digest {SourceDigests.DigestOf("MUST hold together.")}   line 5"], SourcesCheck.Find(Path.Combine(_root, "bolts"), "hold TOGETHER"));
    }

    private SourcesReport Run(string bolt, string file = "01-one.md")
    {
        Write("spec/10-x.md", $"**AAA-01** MUST: so.\nRests on: BOLT 1, \"Rules\" · digest {SourceDigests.DigestOf("MUST hold together.")}");
        Write($"bolts/{file}", bolt);
        return SourcesCheck.Run(_root, Path.Combine(_root, "bolts"));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
