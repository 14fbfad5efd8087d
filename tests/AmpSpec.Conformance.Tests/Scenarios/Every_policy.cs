using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Scenarios;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Settlement;
using Xunit;
using Rules = AmpSpec.Settlement.Rules;
using Verdict = AmpSpec.Conformance.Judging.Verdict;

namespace AmpSpec.Conformance.Tests.Scenarios;

/// <summary>A profile is nothing but its policies: each of them shows, and without it something fails.</summary>
public sealed class Every_policy
{
    /// <summary>Policies that no verb of a scenario can show yet, and the test or the reason that stands for each.</summary>
    private static readonly HashSet<string> Elsewhere =
    [
        "receiver.stale-tip", // A_stale_tip; The_rules_of_a_node.let_a_part_wait_for_the_chain
    ];

    public static TheoryData<string, string> Settings()
    {
        var settings = new TheoryData<string, string>();
        foreach (var profile in Profiles.All)
        {
            foreach (var setting in ReceiverPolicies.Settings(profile.Rules))
            {
                settings.Add(profile.Name, setting.Split('=')[0]);
            }
        }

        return settings;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void of_a_profile_shows_in_a_scenario(string name, string policy)
    {
        if (Elsewhere.Contains(policy))
        {
            return;
        }

        var profile = Profiles.Find(name)!;
        var broken = profile with { Rules = Ours(profile.Rules, policy) };
        Assert.Contains(Of(name), @case => Judge.Under(broken, @case) is Verdict.Differs != Judge.Under(profile, @case) is Verdict.Differs);
    }

    [Fact]
    public void has_options_that_are_explained_and_ours_first()
    {
        Assert.Empty(ReceiverPolicies.Settings(Rules.Ours));
        Assert.All(ReceiverPolicies.All, policy => Assert.Equal(policy.Policy.Default, policy.Get(Rules.Ours)));
        Assert.Equal(ReceiverPolicies.All.Select(p => p.Policy.Name).Order(StringComparer.Ordinal), ReceiverPolicies.All.Select(p => p.Policy.Name));
        Assert.Equal(typeof(Rules).GetProperties().Count(p => p.PropertyType.IsEnum), ReceiverPolicies.All.Count);
    }

    [Fact]
    public void that_a_profile_reads_by_is_known() =>
        Assert.All(Profiles.All, profile => Assert.All(profile.Reading, setting => Assert.NotNull(PolicySet.Ours.With(setting))));

    private static IEnumerable<Case> Of(string name) => Recorded.Cases.Concat(Recorded.PolicyCases).Where(c => Scenario.ProfileOf(c).Name == name);

    private static Rules Ours(Rules rules, string name)
    {
        var policy = ReceiverPolicies.All.Single(p => p.Policy.Name == name);
        return policy.Set(rules, policy.Policy.Default);
    }
}
