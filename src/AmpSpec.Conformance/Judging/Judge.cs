using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Judging;

/// <summary>Asks the reference every case, and every option of a choice, and compares values.</summary>
public static class Judge
{
    /// <summary>The verdicts, in the order of the suite.</summary>
    public static IEnumerable<Verdict> All(Suite suite) => suite.Files.SelectMany(f => f.Groups.SelectMany(g => g.Cases.Select(c => One(c, g.Roundtrip))));

    /// <summary>The verdict on one case, its round trip included.</summary>
    /// <exception cref="JudgingFault">The suite or the reference is at fault, not what is judged: no verdict may hide that.</exception>
    public static Verdict One(Case @case, string? roundtrip = null)
    {
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

    private static Answer Ask(Case @case, string op, JsonObject request, string? policy)
    {
        var policies = policy is null ? PolicySet.Ours : PolicySet.Ours.With(policy) ?? throw new JudgingFault(@case.Id, policy, "no such policy");
        try
        {
            return (Catalogue.Find(op) ?? throw new JudgingFault(@case.Id, policy, $"no operation {op}")).Ask(request, policies);
        }
        catch (Exception e) when (e is not JudgingFault)
        {
            throw new JudgingFault(@case.Id, policy, $"{op} threw {e.GetType().Name}: {e.Message}", e);
        }
    }

    private static Verdict.Failed? Compare(Case @case, string? under, JsonObject expected, Answer answer)
    {
        var (wanted, actual) = @case.Op == SessionOps.Run.Name ? SessionRun.Align(expected, answer.AsExpectation()) : (expected, answer.AsExpectation());
        return Difference.Between(wanted, actual) is { } difference ? new(@case, under, difference, wanted, actual) : null;
    }
}
