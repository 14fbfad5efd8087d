using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Settlement;
using Verdict = AmpSpec.Conformance.Judging.Verdict;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>Plays a recorded scenario and compares everything that it expects.</summary>
public static class ScenarioJudge
{
    /// <summary>Under the profile of its implementation: a difference is a failure, unless the record is known to be wrong at that very place.</summary>
    public static Verdict One(Case @case)
    {
        var profile = Scenario.ProfileOf(@case);
        var (difference, run) = Play(@case, profile);
        var known = Disagreements.Find(@case.Id);
        return (difference, known) switch
        {
            (null, null) => new Verdict.Passed(@case),
            (null, _) => new Verdict.Failed(@case, $"{profile}", "it agrees, and is listed as one that does not", @case.Expect, run.Answer),
            (var differs, { } listed) when differs == listed.Difference => new Verdict.Differs(@case, listed.Why, Known: true, differs),
            (var differs, _) => new Verdict.Failed(@case with { Requirements = run.Requirements(@case.Expect, differs) }, $"profile {profile}", differs, @case.Expect, run.Answer),
        };
    }

    /// <summary>Under another profile: a difference is told by requirement, and is no failure.</summary>
    public static Verdict Under(Profile profile, Case @case)
    {
        var (difference, run) = Play(@case, profile);
        if (difference is null)
        {
            return new Verdict.Passed(@case);
        }

        var decided = Decisive.Of(run.FirstDifference(@case.Expect), profile.Rules, Scenario.ProfileOf(@case).Rules, rules => Play(@case, profile with { Rules = rules }).Run);
        return new Verdict.Differs(
            @case with { Requirements = decided.Count > 0 ? [.. decided.Select(policy => policy.Requirement).Distinct()] : run.Requirements(@case.Expect, difference) },
            $"{profile}",
            Known: false,
            difference)
        { Decided = [.. decided.Select(policy => policy.Name)] };
    }

    private static (string? Difference, ScenarioRun Run) Play(Case @case, Profile profile)
    {
        try
        {
            var run = ScenarioRun.Play(@case.Request, @case.Expect, profile.Rules);
            return (Between("steps") ?? Between("result"), run);

            string? Between(string name) => Difference.Between(@case.Expect[name], run.Answer[name], $"expect.{name}");
        }
        catch (Exception e) when (e is not JudgingFault)
        {
            throw new JudgingFault(@case.Id, $"{profile}", $"{e.GetType().Name}: {e.Message}", e);
        }
    }
}
