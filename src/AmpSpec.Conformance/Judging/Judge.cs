using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Scenarios;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using Profile = AmpSpec.Settlement.Profile;

namespace AmpSpec.Conformance.Judging;

/// <summary>Asks the reference every case, and every option of a choice, and compares values.</summary>
public static class Judge
{
    /// <summary>The verdicts, in the order of the suite.</summary>
    public static IEnumerable<Verdict> All(Suite suite) => suite.All.SelectMany(f => f.Groups.SelectMany(g => g.Cases.Select(c => One(c, g.Roundtrip))));

    /// <summary>The verdict on one case, its round trip included.</summary>
    /// <exception cref="JudgingFault">The suite or the reference is at fault, not what is judged: no verdict may hide that.</exception>
    public static Verdict One(Case @case, string? roundtrip = null)
    {
        if (@case.Op == Scenario.Op)
        {
            return ScenarioJudge.One(@case);
        }

        var asked = new HashSet<string?>();
        foreach (var (policy, expect) in @case.Allowed)
        {
            if (Compare(@case, policy, expect, Ask(@case, @case.Op, @case.Request, policy)) is { } failed)
            {
                return failed;
            }

            asked.Add(policy);
        }

        // a choice that left a policy unasked, or had none, would pass without being judged
        if (asked.Count != @case.Allowed.Count() || asked.Count < (@case.Result is Result.Choice ? 2 : 1))
        {
            throw new JudgingFault(@case.Id, null, $"{asked.Count} policies were asked of {@case.Allowed.Count()} that are allowed");
        }

        return roundtrip is { } back && @case.Result is Result.Valid
            ? Compare(@case, $"{back} of the expectation", @case.Request, Ask(@case, back, @case.Expect, null)) ?? (Verdict)new Verdict.Passed(@case)
            : new Verdict.Passed(@case);
    }

    /// <summary>The verdict under a profile: of a choice only its own option is asked, and an answer that is not ours is a difference, no failure.</summary>
    public static Verdict Under(Profile profile, Case @case)
    {
        if (@case.Op == Scenario.Op)
        {
            return ScenarioJudge.Under(profile, @case);
        }

        var policies = PolicySet.Of(profile);
        var (policy, expect) = @case.Allowed.FirstOrDefault(allowed => allowed.Policy is null || IsAt(policies, allowed.Policy));
        return expect is null ? new Verdict.NotApplicable(@case, $"{profile} does none of what is allowed")
            : Compare(@case, policy ?? $"profile {profile}", expect, Ask(@case, @case.Op, @case.Request, policies, $"{profile}")) is not { } failed ? new Verdict.Passed(@case)
            : new Verdict.Differs(@case, $"{profile}", Known: false, failed.Difference);
    }

    private static bool IsAt(PolicySet policies, string setting) => Policies.All.First(p => p.Name == setting.Split('=')[0]) is var policy && policies.Option(policy) == setting.Split('=')[1];

    private static Answer Ask(Case @case, string op, JsonObject request, string? policy) => Ask(
        @case, op, request, policy is null ? PolicySet.Ours : PolicySet.Ours.With(policy) ?? throw new JudgingFault(@case.Id, policy, "no such policy"), policy);

    private static Answer Ask(Case @case, string op, JsonObject request, PolicySet policies, string? under)
    {
        try
        {
            return (Catalogue.Find(op) ?? throw new JudgingFault(@case.Id, under, $"no operation {op}")).Ask(request, policies);
        }
        catch (Exception e) when (e is not JudgingFault)
        {
            throw new JudgingFault(@case.Id, under, $"{op} threw {e.GetType().Name}: {e.Message}", e);
        }
    }

    private static Verdict.Failed? Compare(Case @case, string? under, JsonObject expected, Answer answer)
    {
        var (wanted, actual) = @case.Op == SessionOps.Run.Name ? SessionRun.Align(expected, answer.AsExpectation()) : (expected, answer.AsExpectation());
        return Difference.Between(wanted, actual) is { } difference ? new(@case, under, difference, wanted, actual) : null;
    }
}
