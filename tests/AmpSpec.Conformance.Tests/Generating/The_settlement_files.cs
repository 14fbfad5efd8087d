using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Generating;

public sealed class The_settlement_files
{
    private static readonly VectorFile[] Files = [.. OwnSuite.Files().Where(file => file.File.StartsWith("settlement/", StringComparison.Ordinal))];

    [Fact]
    public void expect_something_of_every_step() => Assert.All(
        Files.SelectMany(file => file.Cases).Where(@case => @case.Result is Result.Valid),
        @case => Assert.All(@case.Json["input"]!["steps"]!.AsArray(), step => Assert.NotNull(step!["expect"])));

    [Fact]
    public void leave_it_to_the_policies_where_these_decide() => Assert.All(
        Files.SelectMany(file => file.Cases).Where(@case => @case.Result is Result.Choice),
        @case =>
        {
            Assert.All(@case.Json["input"]!["steps"]!.AsArray(), step => Assert.Null(step!["expect"]));
            Assert.All(@case.Allowed, allowed => Assert.Equal(@case.Json["input"]!["steps"]!.AsArray().Count, allowed.Expect["steps"]!.AsArray().Count));
        });

    [Fact]
    public void meet_every_verb()
    {
        var met = Files.SelectMany(file => file.Cases).SelectMany(@case => @case.Json["input"]!["steps"]!.AsArray()).Select(step => (string)step!["do"]!);
        Assert.Empty(SessionOps.Verbs.Except(met));
    }

    [Fact]
    public void meet_every_kind_of_answer()
    {
        var met = Files.SelectMany(file => file.Cases).SelectMany(@case => @case.Json["input"]!["steps"]!.AsArray())
            .SelectMany(step => step!["expect"]?["outputs"]?.AsArray() ?? []).Select(output => (string)output!["is"]!).Distinct().Order();
        Assert.Equal(["claimable", "fail", "malformed", "settle"], met);
    }
}
