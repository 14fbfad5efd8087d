using AmpSpec.Conformance.External;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Settlement;
using Xunit;
using Verdict = AmpSpec.Conformance.Judging.Verdict;

namespace AmpSpec.Conformance.Tests.External;

/// <summary>lnd's own tests of its sets, as sessions.</summary>
public sealed class The_sets_of_lnd
{
    private static readonly Case[] Cases = [.. Project.Files.Where(file => file.File is "external/lnd/htlc-sets/session-run" or "external/lnd/htlc-state-transitions/session-run").SelectMany(file => file.Cases)];

    [Fact]
    public void hold_under_its_profile() => Assert.All(Cases, @case => Assert.IsType<Verdict.Passed>(Judge.Under(Profiles.Lnd, @case)));

    [Fact]
    public void hold_under_ours() => Assert.All(Cases, @case => Assert.IsType<Verdict.Passed>(Judge.One(@case)));

    [Fact]
    public void are_asked_or_counted_with_a_reason()
    {
        var counted = ExternalSuite.Unjudged(Project.Root).Where(row => row.Source is "lnd/htlc-sets" or "lnd/htlc-state-transitions").ToList();

        Assert.Equal((29, 14), (Cases.Length, counted.Count));
        Assert.All(counted, row => Assert.Null(row.Op));
    }

    [Fact]
    public void differ_where_a_set_id_comes_back()
    {
        var again = Assert.Single(Cases, @case => @case.Result is Result.Choice);

        var outputs = again.Allowed.ToDictionary(a => a.Policy!, a => a.Expect["steps"]![1]!["outputs"]!.AsArray().Count);
        Assert.EndsWith("#/cases/12", again.Json["source"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, int> { ["receiver.set-ids=terminal"] = 1, ["receiver.set-ids=reusable"] = 0 }, outputs);
    }
}
