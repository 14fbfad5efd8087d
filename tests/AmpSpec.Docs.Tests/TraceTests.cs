using AmpSpec.Conformance.Judging;
using AmpSpec.Docs;
using Xunit;

namespace AmpSpec.Docs.Tests;

public sealed class The_thread_of_a_requirement : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ampspec-trace").FullName;

    public The_thread_of_a_requirement()
    {
        Write("spec/10-x.md", "**AAA-01** MUST: so.\nRests on: decision 0001\n");
        Write("spec/decisions/0001-so.md", "so");
        Write("spec/sources/README.md", "");
        Write("src/AmpSpec/A.cs", Attribute("AAA-01"));
        Write("tests/T/ATests.cs", Attribute("AAA-01"));
        Write("vectors/a.json", """{"format": "ampspec-vectors/1.0", "groups": [{"requirements": ["AAA-01"], "cases": [{"id": "a/1"}, {"id": "a/2", "requirements": ["AAA-01"]}]}]}""");
        Write("vectors/registry/errors.json", """{"errors": []}""");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void that_is_whole_is_well()
    {
        var report = Run();

        Assert.Empty(report.Findings);
        Assert.Equal((true, 0), (report.Ok, report.Exit));
        Assert.Equal(
            """
            | requirement | level | code | tests | cases | killed  |
            | ----------- | ----- | ---- | ----- | ----- | ------- |
            | AAA-01      | MUST  | 1    | 1     | 2     | not run |

            """,
            report.Print());
    }

    [Theory]
    [InlineData("src/AmpSpec/A.cs", "no member of src/AmpSpec names it")]
    [InlineData("tests/T/ATests.cs", "no test claims it")]
    [InlineData("vectors/a.json", "no vector claims it")]
    public void that_lacks_one_piece_is_reported_at_its_line(string file, string lack)
    {
        Write(file, file.EndsWith(".json", StringComparison.Ordinal) ? "{}" : "// AAA-01, but only in a comment");

        var finding = Assert.Single(Run().Findings);
        Assert.Equal(("spec/10-x.md", 1, 1), (finding.File, finding.Line, Run().Exit));
        Assert.StartsWith($"AAA-01: {lack}", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("        (Open, Gone) => Stay(set).By(\"receiver/07\", \"AAA-01\"),", true)]
    [InlineData("        _ when IsDead => Because(new Dead(), \"receiver/07\", \"BBB-01\", \"AAA-01\"),", true)]
    [InlineData("        return Used(\"receiver/07\", \"AAA-01\");", true)]
    [InlineData("        // By(\"receiver/07\", \"AAA-01\")", false)]
    [InlineData("        Say(\"seven\", \"AAA-01\");", false)]
    public void runs_through_the_rows_that_name_it(string line, bool whole)
    {
        Write("src/AmpSpec/A.cs", line);
        Write("spec/10-x.md", "**AAA-01** MUST: so.\nRests on: decision 0001\n\n**BBB-01** SHOULD: so.\nRests on: decision 0001\n");

        Assert.Equal(whole ? [] : ["AAA-01: no member of src/AmpSpec names it"], Run().Findings.Select(f => f.Text));
    }

    [Fact]
    public void that_is_shown_inside_needs_no_vector()
    {
        Write("spec/10-x.md", "**AAA-01** MUST: so.\nRests on: decision 0001\nShown: inside, because it is about time.");
        Write("vectors/a.json", "{}");

        Assert.True(Run().Ok);
        Assert.Contains("inside", Run().Print(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SHOULD")]
    [InlineData("MAY")]
    public void that_is_no_must_may_have_gaps(string level)
    {
        Write("spec/10-x.md", $"**AAA-01** {level}: so.\nRests on: decision 0001");
        Write("tests/T/ATests.cs", "");

        Assert.True(Run().Ok);
    }

    [Theory]
    [InlineData("""{"AAA-01": {"killed": 3, "by_claiming_case": 1}}""", null)]
    [InlineData("""{"AAA-01": {"killed": 3, "by_claiming_case": 0}}""", "no mutant of it was killed by a case that claims it")]
    [InlineData("""{"AAA-01": {"killed": 0, "by_claiming_case": 0}}""", "no mutant of it was killed")]
    [InlineData("{}", "no mutant of it was killed")]
    public void asks_for_a_killed_mutant_once_mutants_have_run(string kills, string? lack)
    {
        WriteKills(kills);

        Assert.Equal(lack is null ? [] : [$"AAA-01: {lack}"], Run().Findings.Select(f => f.Text));
    }

    [Theory]
    [InlineData("src/AmpSpec/A.cs", "\n")]
    [InlineData("vectors/a.json", " ")]
    public void does_not_trust_mutants_of_another_day(string file, string change)
    {
        WriteKills("""{"AAA-01": {"killed": 3, "by_claiming_case": 1}}""");
        File.AppendAllText(Path.Combine(_root, file), change);

        Assert.StartsWith("vectors/kills.json:0: was measured on another state", $"{Assert.Single(Run().Findings)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vectors/b.json", "{\n\"format\": ", 2)]
    [InlineData("vectors/b.json", "{\"format\": \"ampspec-vectors/1.0\"}", 0)]
    [InlineData("vectors/kills.json", "{}", 0)]
    public void cannot_be_followed_through_a_damaged_file(string file, string text, int line)
    {
        Write(file, text);

        Assert.Contains(Run().Findings, f => f.File == file && f.Line == line && f.Text.StartsWith("cannot be read", StringComparison.Ordinal));
        Assert.Equal(2, Run().Exit);
    }

    [Theory]
    [InlineData("src/AmpSpec/B.cs")]
    [InlineData("tests/T/BTests.cs")]
    public void begins_in_the_text_so_an_id_without_a_line_is_reported(string file)
    {
        Write(file, Attribute("AAA-02"));

        Assert.Equal(new Finding(file, 0, "AAA-02 stands in no chapter"), Assert.Single(Run().Findings));
    }

    [Fact]
    public void begins_in_the_text_so_a_vector_for_no_line_is_reported()
    {
        Write("vectors/b.json", """{"format": "ampspec-vectors/1.0", "groups": [{"cases": [{"id": "b/1", "requirements": ["AAA-02"]}]}]}""");

        Assert.Equal("AAA-02 stands in no chapter", Assert.Single(Run().Findings).Text);
    }

    [Fact]
    public void is_not_there_without_any_chapter()
    {
        Directory.Delete(Path.Combine(_root, "spec"), recursive: true);

        Assert.Contains(Run().Findings, f => f.Text == "no requirement line was found");
    }

    [Fact]
    public void is_checked_together_with_the_tables_and_building_them_heals_the_check()
    {
        Dictionary<string, Func<string>> tables = new() { ["numbers"] = () => "1\n2" };
        Write("spec/20-y.md", "<!-- table: numbers -->\n1\n<!-- /table -->\n");

        Assert.Contains("'numbers' is stale", Assert.Single(DocsCheck.Run(_root, tables).Findings).Text, StringComparison.Ordinal);
        Assert.Equal(["spec/20-y.md"], DocsBuild.Run(_root, tables));
        Assert.True(DocsCheck.Run(_root, tables).Ok);
        Assert.Empty(DocsBuild.Run(_root, tables));
    }

    // put together here, for docs check reads this file too
    private static string Attribute(string id) => "[Requirement(" + $"\"{id}\")]";

    private void WriteKills(string requirements) =>
        Write("vectors/kills.json", $$"""{"digest": "{{SuiteDigest.Of(_root)}}", "requirements": {{requirements}}}""");

    private DocsReport Run() => DocsCheck.Run(_root);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
