using System.Text.Json.Nodes;
using AmpSpec.Modelling;
using AmpSpec.Settlement.Exploring.Nodes;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>What <c>explore receiver</c> says, and what others can do with it.</summary>
public sealed class An_exploration_of_the_receiver : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ampspec-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Requirement("AMP-RCV-09")]
    public void writes_what_a_profile_breaks_as_a_diagram_and_as_a_case_that_it_fails()
    {
        var run = Here("explore", "receiver", "--profile", "lnd", "--parts", "3", "--alphabet", "spontaneous", "--promise", "I4", "--report", "mermaid=broken.md,vector=broken.json", "--json");
        var verdict = JsonNode.Parse(run.Out)!["verdicts"]!.AsArray().Single()!;
        Assert.Equal((1, "broken", 3), (run.Exit, (string)verdict["verdict"]!, (int)verdict["steps"]!));
        Assert.Contains("participant P3 as part 3", File.ReadAllText(Path.Combine(_folder, "broken.md")), StringComparison.Ordinal);
        Assert.Equal(0, Here("check", "--vectors", "broken.json").Exit);
        var under = JsonNode.Parse(Here("check", "--vectors", "broken.json", "--profile", "lnd", "--json").Out)!;
        Assert.Equal((1, 1), ((int)under["cases"]!, (int)under["differing"]!));
    }

    [Fact]
    public void writes_no_case_where_nothing_is_broken()
    {
        var run = Here("explore", "receiver", "--parts", "2", "--alphabet", "core", "--report", "vector=none.json");
        Assert.Equal(0, run.Exit);
        Assert.Contains("none.json: not written", run.Err, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    [Requirement("MPP-RCV-23", "MPP-RCV-34")]
    public void of_no_size_is_that_of_the_table_and_of_the_node_and_fires_every_row()
    {
        var run = Here("explore", "receiver", "--json");
        var (json, table) = (JsonNode.Parse(run.Out)!, JsonNode.Parse(Here("explore", "receiver", "--parts", "4", "--json").Out)!);
        Assert.Equal(0, run.Exit);
        Assert.Equal((82, 0), (json["rules"]!["fired"]!.AsArray().Count, json["rules"]!["unfired"]!.AsArray().Count));
        Assert.Equal((48, 0), (table["rules"]!["fired"]!.AsArray().Count, table["rules"]!["unfired"]!.AsArray().Count));
        Assert.Equal((389_056, 10), ((int)table["states"]!, table["verdicts"]!.AsArray().Count));
        Assert.True((int)json["states"]! > (int)table["states"]!);
        Assert.Subset(json["verdicts"]!.AsArray().Select(each => (string)each!["promise"]!).ToHashSet(), table["verdicts"]!.AsArray().Select(each => (string)each!["promise"]!).Concat(Promises.Names).ToHashSet());
        Assert.All(json["verdicts"]!.AsArray(), verdict => Assert.Equal("kept", (string)verdict!["verdict"]!));
    }

    [Fact]
    [Requirement("MPP-RCV-23")]
    public void of_no_size_judges_what_the_node_alone_promises()
    {
        var run = Here("explore", "receiver", "--alphabet", "restart", "--promise", "I6", "--profile", "cln", "--report", "vector=broken.json");
        Assert.Equal((1, ""), (run.Exit, run.Err));
        Assert.Equal(0, Here("check", "--vectors", "broken.json").Exit);
    }

    [Theory]
    [InlineData("--alphabet", "nothing")]
    [InlineData("--promise", "I99")]
    [InlineData("--profile", "nobody")]
    [InlineData("--report", "html=x")]
    [InlineData("--report", "vector")]
    [InlineData("--sets", "4")]
    public void is_refused_where_it_is_asked_for_what_is_not_there(string option, string value) =>
        Assert.Equal(2, Here("explore", "receiver", option, value).Exit);

    private CommandRun Here(params string[] args) => CommandRun.Here(_folder, [], args);
}
