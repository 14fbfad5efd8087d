using AmpSpec.Docs;
using Xunit;

namespace AmpSpec.Docs.Tests;

public sealed class A_requirement_line
{
    [Fact]
    public void is_read_with_its_level_sentence_grounds_and_place()
    {
        var index = Read(
            """
            # Title

            **AAA-BB-01** MUST: this holds.
            Rests on: BOLT 4, "payload format" · digest 0123456789abcdef · lnd 90ea05d5a7f9 amp/child.go · decision 0003 · lightning-dev 2018-February 000993
            """);

        var only = Assert.Single(index.Requirements);
        Assert.Empty(index.Findings);
        Assert.Equal(("AAA-BB-01", Level.Must, "this holds.", null, 3), (only.Id, only.Level, only.Sentence, only.ShownInside, only.Line));
        Assert.Equal(
            [
                new Ground.Bolt(4, "payload format", "0123456789abcdef"),
                new Ground.Repository("lnd", "90ea05d5a7f9", "amp/child.go"),
                new Ground.Decision("0003"),
                new Ground.Message("lightning-dev", "2018-February", "000993"),
            ],
            only.Grounds);
    }

    [Theory]
    [InlineData("MUST", Level.Must)]
    [InlineData("SHOULD", Level.Should)]
    [InlineData("MAY", Level.May)]
    public void has_one_of_three_levels(string word, Level level) =>
        Assert.Equal(level, Assert.Single(Read($"**INV-02** {word}: yes.\nRests on: decision 0001").Requirements).Level);

    [Fact]
    public void may_say_why_no_vector_shows_it() =>
        Assert.Equal("time is no answer.", Assert.Single(Read("**INV-02** MUST: yes.\nRests on: decision 0001\nShown: inside, because time is no answer.").Requirements).ShownInside);

    [Fact]
    public void is_not_looked_for_inside_a_fenced_block()
    {
        var index = Read("```\n**INV-02** MUST: an example.\nRests on: decision 0001\n```");

        Assert.Empty(index.Requirements);
        Assert.Empty(index.Findings);
    }

    private static RequirementIndex Read(string text) => RequirementIndex.Read([new Chapter("spec/10.md", text)]);
}

public sealed class A_damaged_chapter
{
    [Theory]
    [InlineData("**INV-02** SHALL: yes.\nRests on: decision 0001", 1, "with the level MUST, SHOULD or MAY")]
    [InlineData("**INV-2** MUST: yes.\nRests on: decision 0001", 1, "a requirement reads")]
    [InlineData("**INV-02** MUST: no full stop\nRests on: decision 0001", 1, "a requirement reads")]
    [InlineData("**INV-02** MUST: yes.", 1, "INV-02: the next line says what it rests on")]
    [InlineData("**INV-02** MUST: yes.\n\nRests on: decision 0001", 1, "INV-02: the next line says what it rests on")]
    [InlineData("**INV-02** MUST: yes.\nRests on: my own opinion", 2, "'my own opinion' is no ground")]
    [InlineData("**INV-02** MUST: yes.\nRests on: BOLT 4, \"Payload\"", 2, "has no digest")]
    [InlineData("**INV-02** MUST: yes.\nRests on: BOLT 4, \"Payload\" · digest 0123", 2, "has no digest")]
    [InlineData("**INV-02** MUST: yes.\nRests on: decision 0001\nShown: outside", 3, "a requirement ends with")]
    [InlineData("**INV-02** MUST: yes.\nRests on: decision 0001\nShown: inside, because so.\nmore", 4, "a requirement ends with")]
    [InlineData("some prose\n**INV-02** MUST: yes.\nRests on: decision 0001", 2, "begins its own paragraph")]
    public void is_reported_with_file_line_and_reason(string text, int line, string reason)
    {
        var finding = RequirementIndex.Read([new Chapter("spec/10.md", text)]).Findings[0];

        Assert.Equal(("spec/10.md", line), (finding.File, finding.Line));
        Assert.Contains(reason, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void that_repeats_an_id_names_both_places()
    {
        const string One = "**INV-02** MUST: yes.\nRests on: decision 0001\n";
        var finding = Assert.Single(RequirementIndex.Read([new Chapter("spec/10.md", One), new Chapter("spec/20.md", "\n" + One)]).Findings);

        Assert.Equal(new Finding("spec/20.md", 2, "INV-02 stands in spec/10.md:1 already"), finding);
    }

    [Theory]
    [InlineData("A reader MUST look.", true)]
    [InlineData("A reader may look.", false)]
    [InlineData("The word `MUST` is a level.", false)]
    [InlineData("```\nMUST\n```", false)]
    public void that_demands_something_in_prose_is_reported(string text, bool reported) =>
        Assert.Equal(reported, PlainWords.Check(new Chapter("spec/10.md", text)).Any());
}

public sealed class The_chapters_of_this_project
{
    private static readonly RepositoryFiles Files = new(Repository.Root);
    private static readonly RequirementIndex Index = RequirementIndex.Read(Files.Chapters());

    [Fact]
    public void are_well_formed() => Assert.Empty(Index.Findings);

    [Fact]
    public void rest_on_pages_and_commits_that_are_there() => Assert.Empty(Grounding.Check(Index.Requirements, Files.Decisions(), Files.Sources()));

    [Fact]
    public void demand_in_requirement_lines_only() => Assert.Empty(Files.Chapters().SelectMany(PlainWords.Check));

    [Fact]
    public void name_tables_that_there_are() =>
        Assert.DoesNotContain(Files.Chapters().SelectMany(c => TableWeaver.Weave(c, Tables.Of(Repository.Root)).Findings), f => !f.Text.Contains("is stale", StringComparison.Ordinal));

    [Fact]
    public void are_all_named_in_the_change_log()
    {
        var log = File.ReadAllText(Path.Combine(Repository.Root, "spec/CHANGELOG.md"));
        Assert.All(Index.Requirements.Select(r => r.Id[..r.Id.LastIndexOf('-')]).Distinct(), area => Assert.Contains(area, log, StringComparison.Ordinal));
    }
}

public sealed class A_ground_that_is_not_there
{
    private const string Sources = "| name | repository | commit | what |\n| --- | --- | --- | --- |\n| lnd | lightningnetwork/lnd | `90ea05d5a7f9239ede8e` | ships |\n";

    [Theory]
    [InlineData("decision 0001", null)]
    [InlineData("decision 0002", "spec/decisions/0002-*.md is not there")]
    [InlineData("lnd 90ea05d5a7f9 amp/child.go", null)]
    [InlineData("lnd 111111111111 amp/child.go", "no row 'lnd' with the commit 111111111111")]
    [InlineData("ldk 90ea05d5a7f9 lib.rs", "no row 'ldk'")]
    [InlineData("lightning-dev 2018-February 000993", "no row 'lightning-dev'")]
    public void is_reported_at_the_line_that_names_it(string ground, string? lack)
    {
        var index = RequirementIndex.Read([new Chapter("spec/10.md", $"**INV-02** MUST: yes.\nRests on: {ground}")]);
        var findings = Grounding.Check(index.Requirements, new HashSet<string> { "0001" }, Sources).ToList();

        Assert.Equal(lack is null ? 0 : 1, findings.Count);
        Assert.All(findings, f => Assert.Equal(2, f.Line));
        Assert.All(findings, f => Assert.Contains(lack!, f.Text, StringComparison.Ordinal));
    }
}
