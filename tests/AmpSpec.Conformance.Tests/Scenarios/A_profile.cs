using AmpSpec.Conformance.Tests.Cli;
using AmpSpec.Settlement;
using Xunit;

namespace AmpSpec.Conformance.Tests.Scenarios;

/// <summary>How profiles are named, and what a check under one says.</summary>
public sealed class A_profile
{
    [Theory]
    [InlineData("lnd", "lnd@90ea05d5a7f9")]
    [InlineData("lnd@90ea05d", "lnd@90ea05d5a7f9")]
    [InlineData("lnd@0.21.99-beta", "lnd@90ea05d5a7f9")]
    [InlineData("ldk@0.3.0+git", "ldk@cfee4b75593b")]
    [InlineData("ampspec", "ampspec@0.1.0")]
    public void is_found_by_name_and_version(string named, string found) => Assert.Equal(found, $"{Profiles.Find(named)}");

    [Theory]
    [InlineData("LND")]
    [InlineData("lnd@")]
    [InlineData("lnd@90ea")]
    [InlineData("lnd@cfee4b75593b")]
    [InlineData("")]
    [InlineData("nobody")]
    public void that_there_is_not_ends_with_exit_2_and_the_names(string named)
    {
        var run = CommandRun.Here(Recorded.Folder, [], "check", "--vectors", Recorded.Folder, "--profile", named);
        Assert.Equal(2, run.Exit);
        Assert.All(Profiles.All, profile => Assert.Contains($"{profile}", run.Err, StringComparison.Ordinal));
    }

    [Fact]
    public void is_unique() => Assert.Equal(Profiles.All.Count, Profiles.All.Select(p => $"{p}").Distinct().Count());

    [Fact]
    public void of_ours_makes_a_report_by_requirement_and_no_failure()
    {
        var run = CommandRun.Here(Recorded.Folder, [], "check", "--vectors", Recorded.Folder, "--profile", "ampspec");
        Assert.Equal(0, run.Exit);
        Assert.Contains("lnd-40-code-total-mismatch", run.Out, StringComparison.Ordinal);
        Assert.Contains("MPP-RCV-14", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cln-12-code-metadata", "MPP-RCV-27", "receiver.metadata")]
    [InlineData("eclair-03-fsm-extra-after-timeout", "MPP-RCV-20", "receiver.late-parts")]
    [InlineData("lnd-40-code-total-mismatch", "MPP-RCV-14", "receiver.totals")]
    [InlineData("ldk-01-user-fails", "MPP-RCV-18", "receiver.settles")]
    public void of_ours_names_the_policy_that_decides_and_its_requirement(string id, string requirement, string policy)
    {
        var differs = Assert.IsType<AmpSpec.Conformance.Judging.Verdict.Differs>(AmpSpec.Conformance.Judging.Judge.Under(Profiles.AmpSpec, Recorded.Cases.Single(c => c.Id == id)));
        Assert.Equal((requirement, policy), (string.Join(", ", differs.Case.Requirements), string.Join(", ", differs.Decided)));
    }

    [Fact]
    public void of_another_than_recorded_says_what_differs_as_one_object()
    {
        var run = CommandRun.Here(Recorded.Folder, [], "check", "--vectors", Recorded.Folder, "--profile", "cln", "--json");
        var json = System.Text.Json.Nodes.JsonNode.Parse(run.Out)!;
        Assert.Equal(0, run.Exit);
        Assert.Equal("cln@090f4b0e6981", json["profile"]!.GetValue<string>());
        Assert.Equal(109, json["cases"]!.GetValue<int>());
        Assert.Equal(0, json["failed"]!.GetValue<int>());
        Assert.Equal(json["differing"]!.GetValue<int>(), json["differences"]!.AsArray().Sum(d => d!["cases"]!.AsArray().Count));
    }
}
