using System.Text.Json.Nodes;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>A run that breaks a promise, as files that others can use.</summary>
public sealed class A_counterexample_of_a_node : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("eclair", "core", "I16")]
    [InlineData("lnd", "spontaneous", "I4")]
    [InlineData("lnd", "spontaneous", "I5")]
    [InlineData("cln", "restart", "I6")]
    [InlineData("electrum", "core", "I3")]
    [InlineData("lightning-kmp", "meta", "I10")]
    public void is_a_session_that_a_right_receiver_passes_and_the_broken_one_does_not(string profile, string alphabet, string promise)
    {
        var explored = Run("explore", "node", "--profile", profile, "--alphabet", alphabet, "--promise", promise, "--parts", "3", "--report", "vector=found.json");
        Assert.Equal((1, ""), (explored.Exit, explored.Err));
        Assert.Equal(0, Run("check", "--vectors", "found.json").Exit);
        var under = JsonNode.Parse(Run("check", "--vectors", "found.json", "--profile", profile, "--json").Out)!;
        Assert.Equal(((int)under["cases"]!, 0), ((int)under["differing"]!, (int)under["notApplicable"]!));
    }

    [Fact]
    public void has_as_many_steps_as_its_session()
    {
        var verdicts = JsonNode.Parse(Run("explore", "node", "--profile", "eclair", "--alphabet", "core", "--parts", "3", "--json", "--report", "vector=found.json").Out)!["verdicts"]!.AsArray().Where(v => (string)v!["verdict"]! == "broken").ToArray();
        var cases = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "found.json")))!["groups"]![0]!["cases"]!.AsArray();
        Assert.Equal(verdicts.Select(v => (int)v!["steps"]!), cases.Select(@case => @case!["input"]!["steps"]!.AsArray().Count));
    }

    [Fact]
    public void is_a_diagram()
    {
        Run("explore", "node", "--profile", "eclair", "--alphabet", "core", "--parts", "3", "--promise", "I16", "--report", "mermaid=found.md");
        var text = File.ReadAllText(Path.Combine(_folder, "found.md"));
        Assert.Contains("\n## I16 ", text, StringComparison.Ordinal);
        Assert.Contains("```mermaid\nsequenceDiagram\n    participant P1 as part 1\n", text, StringComparison.Ordinal);
        Assert.Contains("a block", text, StringComparison.Ordinal);
    }

    [Fact]
    public void that_does_not_exist_is_not_written()
    {
        var run = Run("explore", "node", "--alphabet", "core", "--parts", "2", "--report", "vector=found.json");
        Assert.Equal(0, run.Exit);
        Assert.Contains("found.json: not written, for no promise is broken by a run that a session can show", run.Err, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void that_no_session_can_tell_is_named()
    {
        var run = Run("explore", "node", "--profile", "lnd", "--alphabet", "bounds", "--parts", "3", "--promise", "CHAIN-07", "--report", "vector=found.json");
        Assert.Equal(1, run.Exit);
        Assert.Contains("chain-07: a session has no step for: the tip is stale", run.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--alphabet", "nothing", "no alphabet nothing; there are core, meta, bounds, spontaneous, restart")]
    [InlineData("--promise", "I99", "no promise I99; there are I1, I3")]
    [InlineData("--profile", "nobody", "no profile nobody")]
    [InlineData("--sets", "4", "--sets 4 is out of bounds: 1 to 3")]
    [InlineData("--total", "0", "--total 0 is out of bounds")]
    public void is_not_looked_for_where_what_is_asked_for_is_not_there(string option, string value, string says)
    {
        var run = Run("explore", "node", option, value);
        Assert.Equal(2, run.Exit);
        Assert.Contains(says, run.Err, StringComparison.Ordinal);
    }

    private CommandRun Run(params string[] args) => CommandRun.Here(_folder, [], args);
}
