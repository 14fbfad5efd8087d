using System.Text.Json.Nodes;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>What <c>explore</c> says, and how it ends.</summary>
public sealed class An_exploration
{
    private static readonly string[] Members =
        ["model", "parameters", "states", "transitions", "depth", "symmetric", "complete", "verdicts", "rules", "seconds", "statesPerSecond", "bytesPerState"];

    [Fact]
    public void is_one_object_with_these_members()
    {
        var run = Explore("--parts", "4", "--json");
        var json = JsonNode.Parse(run.Out)!.AsObject();
        Assert.Equal(0, run.Exit);
        Assert.Equal(Members, json.Select(member => member.Key));
        Assert.Equal("""{"parts":4,"maxAmount":2,"timer":2,"total":4}""", json["parameters"]!.ToJsonString());
        Assert.Equal((4_752, 20_056, 12), ((int)json["states"]!, (int)json["transitions"]!, (int)json["depth"]!));
        Assert.Equal((false, true), ((bool)json["symmetric"]!, (bool)json["complete"]!));
        Assert.Equal((9, 0), (json["rules"]!["fired"]!.AsArray().Count, json["rules"]!["unfired"]!.AsArray().Count));
        Assert.All(json["verdicts"]!.AsArray(), verdict => Assert.Equal("kept", (string)verdict!["verdict"]!));
    }

    [Fact]
    public void of_several_numbers_of_parts_is_a_list_of_such_objects()
    {
        var json = JsonNode.Parse(Explore("--parts", "2", "3", "--symmetry", "--json").Out)!;
        Assert.Equal([41, 154], json["runs"]!.AsArray().Select(run => (int)run!["states"]!));
        Assert.All(json["runs"]!.AsArray(), run => Assert.Equal(Members, run!.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public void that_finds_a_promise_broken_ends_with_1_and_shows_the_steps()
    {
        var run = Explore("--break", "early-release", "--json");
        var broken = JsonNode.Parse(run.Out)!["verdicts"]!.AsArray().Single(v => (string)v!["verdict"]! == "broken")!;
        Assert.Equal((1, 4, 4), (run.Exit, (int)broken["steps"]!, broken["trace"]!.AsArray().Count));
        Assert.Equal("""{"part":2,"event":"Arrived","row":"bench/03","summary":"Releasing, timer 0, sum 4","parts":["Held 2","Held 2","Idle","Idle","Idle"]}""", broken["trace"]![3]!.ToJsonString());
        Assert.Contains("4  part 2: Arrived (bench/03)", Explore("--break", "early-release").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void that_cannot_see_all_states_ends_with_1()
    {
        var run = Explore("--parts", "6", "--max-states", "1000");
        Assert.Equal((1, ""), (run.Exit, run.Err));
        Assert.Contains("too many states", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void that_is_too_small_for_a_witness_says_so_and_ends_with_0()
    {
        var run = Explore("--parts", "2", "--total", "9");
        Assert.Equal(0, run.Exit);
        Assert.Contains("total 9: not reachable in this size: a part is paid", run.Out, StringComparison.Ordinal);
        Assert.Contains("6 of 7 promises are kept, 1 is not reachable in this size.", run.Out, StringComparison.Ordinal);
        Assert.Equal((0, "not reachable in this size"), (Explore("--parts", "1").Exit, (string)JsonNode.Parse(Explore("--parts", "1", "--json").Out)!["verdicts"]![6]!["verdict"]!));
    }

    [Theory]
    [InlineData("4", "kept")]
    [InlineData("5", "not reachable in this size")]
    public void is_large_enough_for_a_payment_where_the_parts_together_can_bring_the_total(string total, string verdict) =>
        Assert.Equal(verdict, (string)JsonNode.Parse(Explore("--parts", "2", "--total", total, "--json").Out)!["verdicts"]![5]!["verdict"]!);

    [Fact]
    public void names_the_rows_that_never_fired() =>
        Assert.Contains("never fired: bench/07", Explore("--parts", "2").Out, StringComparison.Ordinal);

    private static CommandRun Explore(params string[] args) => CommandRun.Here(Path.GetTempPath(), [], ["explore", "bench", .. args]);
}
