using AmpSpec.Conformance.Differences;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Settlement;
using Xunit;
using Verdict = AmpSpec.Conformance.Judging.Verdict;

namespace AmpSpec.Conformance.Tests.Scenarios;

public sealed class Who_does_what
{
    public static TheoryData<string, string, int> Answers()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var topic in Topics.All)
        {
            foreach (var (who, at) in topic.Answers.Where(a => Profiles.Find(a.Who) is not null).SelectMany(a => a.Reads.Index().Where(r => r.Item is not null).Select(r => (a.Who, r.Index))))
            {
                data.Add(topic.Id, who, at);
            }
        }

        return data;
    }

    public static TheoryData<string> Names() => [.. Profiles.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Answers))]
    public void is_what_was_recorded_of_them(string topic, string who, int session)
    {
        var asked = Topics.All.Single(t => t.Id == topic);

        Assert.Equal(asked.Answers.Single(a => a.Who == who).Reads[session], Reading.Of(asked.Sessions[session], Profiles.Find(who)!));
    }

    [Fact]
    public void is_asked_of_every_profile_and_told_by_recorded_scenarios_that_hold()
    {
        var scenarios = Topics.All.SelectMany(topic => topic.Scenarios).Distinct().ToList();

        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"T{n}"), Topics.All.Select(topic => topic.Id));
        Assert.Equal(35, scenarios.Count);
        Assert.All(scenarios, id => Assert.IsType<Verdict.Passed>(Judge.One(Recorded.Cases.Single(@case => @case.Id == id))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void stands_in_the_vectors_under_its_profile(string name)
    {
        var cases = OwnSuite.Files().Single(file => file.File == "settlement/differences").Cases.ToList();

        Assert.Equal(Topics.All.SelectMany(topic => topic.Sessions).Select(session => session.Case), cases.Select(@case => @case.Id));
        Assert.All(cases, @case => Assert.IsType<Verdict.Passed>(Judge.Under(Profiles.Find(name)!, @case)));
    }

    [Fact]
    public void follows_from_the_rules_and_not_from_a_name()
    {
        var totals = Topics.All.Single(topic => topic.Id == "T1").Sessions[0];
        var changed = Profiles.Lnd with { Rules = Profiles.Lnd.Rules with { Totals = Totals.FailSet } };

        Assert.Equal("b fails: PERM|15, told 600 msat at height 800000", Reading.Of(totals, Profiles.Lnd));
        Assert.Equal(Reading.Of(totals, Profiles.AmpSpec), Reading.Of(totals, changed));
        Assert.IsType<Verdict.Differs>(Judge.Under(changed, OwnSuite.Files().SelectMany(file => file.Cases).Single(@case => @case.Id == totals.Case)));
    }

    [Fact]
    public void is_set_by_one_policy_that_stands_for_all_of_them()
    {
        var lnd = PolicySet.Ours.With("receiver.profile=lnd")!;

        Assert.Equal(Profiles.Lnd.Rules, ReceiverPolicies.Rules(lnd));
        Assert.Equal("lnd", lnd.Option(Policies.Profile));
        Assert.Equal(Totals.FailSet, ReceiverPolicies.Rules(lnd.With("receiver.totals=fail-set")!).Totals);
        Assert.Equal("ampspec", PolicySet.Ours.Option(Policies.Profile));
        Assert.Null(PolicySet.Ours.With("receiver.profile=nobody"));
    }
}
