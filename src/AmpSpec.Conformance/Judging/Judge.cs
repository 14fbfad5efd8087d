using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Judging;

/// <summary>Asks the reference every case, and every option of a choice, and compares values.</summary>
public static class Judge
{
    /// <summary>The verdicts, in the order of the suite.</summary>
    public static IEnumerable<Verdict> All(Suite suite) => suite.Files.SelectMany(f => f.Groups.SelectMany(g => g.Cases.Select(c => One(c, g.Roundtrip))));

    /// <summary>The verdict on one case, its round trip included.</summary>
    public static Verdict One(Case @case, string? roundtrip = null)
    {
        var op = Catalogue.Find(@case.Op) ?? throw new ArgumentException($"no operation {@case.Op}", nameof(@case));
        foreach (var (policy, expect) in @case.Allowed)
        {
            var policies = policy is null ? PolicySet.Ours : PolicySet.Ours.With(policy)!;
            if (Compare(@case, policy, expect, op.Ask(@case.Request, policies)) is { } failed)
            {
                return failed;
            }
        }

        return roundtrip is { } back && @case.Result is Result.Valid
            ? Compare(@case, $"{back} of the expectation", @case.Request, Catalogue.Find(back)!.Ask(@case.Expect, PolicySet.Ours)) ?? (Verdict)new Verdict.Passed(@case)
            : new Verdict.Passed(@case);
    }

    private static Verdict.Failed? Compare(Case @case, string? under, JsonObject expected, Answer answer)
    {
        var actual = answer.AsExpectation();
        return Difference.Between(expected, actual) is { } difference ? new(@case, under, difference, expected, actual) : null;
    }
}
