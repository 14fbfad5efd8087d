using AmpSpec.Docs;
using AmpSpec.Docs.Parsing;
using Xunit;

namespace AmpSpec.Docs.Tests;

public sealed class A_generated_table
{
    private static readonly Dictionary<string, Func<string>> Tables = new() { ["numbers"] = () => PipeTable.Of(["n", "square"], [["2", "4"], ["3", "9"]]) };

    private const string Fresh =
        """
        before
        <!-- table: numbers -->
        | n | square |
        | - | ------ |
        | 2 | 4      |
        | 3 | 9      |
        <!-- /table -->
        after

        """;

    [Fact]
    public void that_is_as_the_code_has_it_stays()
    {
        var woven = TableWeaver.Weave(new Chapter("spec/10.md", Fresh), Tables);

        Assert.Empty(woven.Findings);
        Assert.Equal(Fresh, woven.Chapter.Text);
    }

    [Theory]
    [InlineData("| 3 | 9      |", "| 3 | 8      |", 6, "text '| 3 | 8      |', code '| 3 | 9      |'")]
    [InlineData("| 3 | 9      |\n", "", 6, "text has no such line, code '| 3 | 9      |'")]
    [InlineData("| 3 | 9      |\n", "| 3 | 9      |\n| 4 | 16     |\n", 7, "text '| 4 | 16     |', code has no such line")]
    [InlineData("| n | square |\n| - | ------ |\n| 2 | 4      |\n| 3 | 9      |\n", "", 3, "text has no such line, code '| n | square |'")]
    public void that_is_stale_is_named_with_its_first_differing_line_and_written_anew(string good, string bad, int line, string difference)
    {
        var woven = TableWeaver.Weave(new Chapter("spec/10.md", Fresh.Replace(good, bad, StringComparison.Ordinal)), Tables);

        var finding = Assert.Single(woven.Findings);
        Assert.Equal(("spec/10.md", line), (finding.File, finding.Line));
        Assert.Contains(difference, finding.Text, StringComparison.Ordinal);
        Assert.Equal(Fresh, woven.Chapter.Text);
    }

    [Theory]
    [InlineData("<!-- table: numbers -->\n| n |", "is not closed")]
    [InlineData("<!-- table: numbers -->\n<!-- table: numbers -->\n<!-- /table -->", "is not closed")]
    [InlineData("<!-- table: letters -->\n<!-- /table -->", "there is no table 'letters'; there are: numbers")]
    public void that_cannot_be_written_is_reported_and_left_alone(string text, string reason) =>
        Assert.Contains(reason, TableWeaver.Weave(new Chapter("spec/10.md", text), Tables).Findings[0].Text, StringComparison.Ordinal);

    [Fact]
    public void that_the_code_says_too_little_for_is_reported_with_what_it_lacks_and_left_alone()
    {
        var woven = TableWeaver.Weave(new Chapter("spec/10.md", Fresh.Replace("numbers", "a/b", StringComparison.Ordinal)), new Dictionary<string, Func<string>> { ["a/b"] = () => throw new Unwritable("X has no summary") });

        Assert.Equal(new Finding("spec/10.md", 2, "the table 'a/b' cannot be written: X has no summary"), Assert.Single(woven.Findings));
        Assert.Equal(Fresh.Replace("numbers", "a/b", StringComparison.Ordinal), woven.Chapter.Text);
    }

    [Fact]
    public void inside_a_fenced_block_is_an_example() =>
        Assert.Empty(TableWeaver.Weave(new Chapter("spec/10.md", "```\n<!-- table: letters -->\n```"), Tables).Findings);

    [Fact]
    public void keeps_a_bar_inside_its_cell() => Assert.Contains(@"| PERM\|15 |", PipeTable.Of(["code"], [["PERM|15"]]), StringComparison.Ordinal);
}
