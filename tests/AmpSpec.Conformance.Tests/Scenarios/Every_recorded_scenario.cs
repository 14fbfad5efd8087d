using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Scenarios;
using AmpSpec.Settlement;
using Xunit;
using Verdict = AmpSpec.Conformance.Judging.Verdict;

namespace AmpSpec.Conformance.Tests.Scenarios;

/// <summary>What six receivers do, played under the profile of each.</summary>
public sealed class Every_recorded_scenario
{
    [Fact]
    public void agrees_or_is_listed_with_the_reason()
    {
        var verdicts = Recorded.Cases.Select(c => Judge.One(c)).ToArray();
        Assert.Equal(109, verdicts.Length);
        Assert.Empty(verdicts.OfType<Verdict.Failed>().Select(f => $"{f.Case.Id}: {f.Difference}"));
        Assert.Equal(Disagreements.All.Select(d => d.Id), verdicts.OfType<Verdict.Differs>().Select(d => d.Case.Id));
    }

    [Fact]
    public void that_shows_one_policy_agrees() =>
        Assert.Empty(Recorded.PolicyCases.Select(c => Judge.One(c)).OfType<Verdict.Failed>().Select(f => $"{f.Case.Id}: {f.Difference}"));

    [Fact]
    public void can_be_played_under_every_profile() =>
        Assert.All(Profiles.All, profile => Assert.DoesNotContain(Recorded.Cases.Concat(Recorded.PolicyCases).Select(c => Judge.Under(profile, c)), verdict => verdict is Verdict.Failed));

    [Fact]
    public void that_differs_under_another_profile_names_a_requirement() =>
        Assert.All(
            Recorded.Cases.Select(c => Judge.Under(Profiles.AmpSpec, c)).OfType<Verdict.Differs>(),
            differs => Assert.NotEmpty(differs.Case.Requirements));
}
