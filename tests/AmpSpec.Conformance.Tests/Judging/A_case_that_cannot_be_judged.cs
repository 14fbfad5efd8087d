using System.Text.Json.Nodes;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Judging;

public sealed class A_case_that_cannot_be_judged
{
    private static readonly Case Good = OwnSuite.Files().First(f => f.Op == "bigsize.decode").Cases.First();

    private static readonly Policy Any = Policies.All[0];

    [Fact]
    public void is_no_failure_of_what_is_judged_but_a_fault_that_names_it()
    {
        var fault = Assert.Throws<JudgingFault>(() => Judge.One(Good with { Op = "bigsize.guess" }));
        Assert.Equal(Good.Id, fault.Id);
        Assert.Contains(Good.Id, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void because_its_way_back_is_unknown_is_a_fault() => Assert.Throws<JudgingFault>(() => Judge.One(Good, "bigsize.back"));

    [Fact]
    public void because_a_policy_is_unknown_is_a_fault() =>
        Assert.Throws<JudgingFault>(() => Judge.One(Choice(("none=this", Good.Expect), ($"{Any.Name}={Any.Default}", Good.Expect))));

    [Fact]
    public void because_it_allows_nothing_is_a_fault() => Assert.Throws<JudgingFault>(() => Judge.One(Choice()));

    [Fact]
    public void because_it_allows_one_policy_alone_or_twice_is_a_fault()
    {
        var one = ($"{Any.Name}={Any.Default}", Good.Expect);
        Assert.Throws<JudgingFault>(() => Judge.One(Choice(one)));
        Assert.Throws<JudgingFault>(() => Judge.One(Choice(one, one)));
    }

    [Fact]
    public void is_none_that_asks_each_policy_and_the_last_one_counts()
    {
        var (first, last) = ($"{Any.Name}={Any.Options[0].Option}", $"{Any.Name}={Any.Options[1].Option}");
        Assert.IsType<Verdict.Passed>(Judge.One(Choice((first, Good.Expect), (last, Good.Expect))));
        var failed = Assert.IsType<Verdict.Failed>(Judge.One(Choice((first, Good.Expect), (last, new JsonObject { ["size"] = 1, ["value"] = "7" }))));
        Assert.Equal((last, "expect.value: expected \"7\", answered \"0\""), (failed.Under, failed.Difference));
    }

    private static Case Choice(params (string Policy, JsonObject Expect)[] allow) => Good with
    {
        Result = Result.Choice,
        Expect = new() { ["allow"] = new JsonArray([.. allow.Select(a => (JsonNode)new JsonObject { ["policy"] = a.Policy, ["expect"] = a.Expect.DeepClone() })]) },
    };
}
