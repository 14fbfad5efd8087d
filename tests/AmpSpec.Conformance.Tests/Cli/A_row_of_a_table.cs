using System.Text.Json.Nodes;
using AmpSpec.Conformance.Tests.External;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>What <c>explain</c> says of a row by its name.</summary>
public sealed class A_row_of_a_table
{
    [Fact]
    public void is_explained_as_its_chapter_shows_it()
    {
        var run = Explain("receiver/47");
        Assert.Equal((0, ""), (run.Exit, run.Err));
        Assert.StartsWith("receiver/47 · a row", run.Out, StringComparison.Ordinal);
        Assert.Contains("it names another total than the first part", run.Out, StringComparison.Ordinal);
        Assert.Contains("MPP-RCV-14 MUST", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"spec/30-receiver\.md:[0-9]+", run.Out);
    }

    [Fact]
    public void is_one_object_of_its_cells()
    {
        var json = JsonNode.Parse(Explain("receiver/26", "--json").Out)!;
        Assert.Equal("row", (string)json["kind"]!);
        Assert.Equal("PERM|15", (string)json["cells"]!["told as"]!);
        Assert.Equal("[\"MPP-RCV-05\"]", json["requirements"]!.ToJsonString());
    }

    [Theory]
    [InlineData("receiver/4", "receiver/40")]
    [InlineData("reciever/47", "receiver/47")]
    public void is_what_may_have_been_meant(string id, string meant)
    {
        var run = Explain(id);
        Assert.Equal(2, run.Exit);
        Assert.Contains($"  {meant}\n", run.Err + "\n", StringComparison.Ordinal);
    }

    private static CommandRun Explain(params string[] args) => CommandRun.Here(Project.Root, [], ["explain", .. args, "--vectors", "vectors/wire"]);
}
