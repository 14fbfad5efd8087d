using System.Text.Json;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Tests.External;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Judging;

/// <summary>The whole suite as it lies on disk.</summary>
public sealed class Every_expectation
{
    private static readonly IReadOnlyList<(Case Case, string? Roundtrip)> Cases = Read();

    [Fact]
    public void is_what_the_reference_answers() =>
        Assert.Empty(Cases.Select(c => Judge.One(c.Case, c.Roundtrip)).OfType<Verdict.Failed>().Select(f => $"{f.Case.Id}: {f.Difference}"));

    [Fact]
    public void fails_its_case_when_one_digit_of_it_is_another()
    {
        var tried = Cases.AsParallel()
            .SelectMany(c => Changed(c.Case).Select(changed => (c.Case.Id, changed, Verdict: Judge.One(c.Case with { Expect = changed }, c.Roundtrip))))
            .Select(t => (t.Id, Missed: t.Verdict is Verdict.Failed failed && failed.Case.Id == t.Id ? null : CanonicalJson.Line(t.changed)))
            .ToArray();
        Assert.Empty(tried.Where(t => t.Missed is not null).Take(20));

        // only an empty answer holds nothing to change; it has its own test
        var untried = Cases.Select(c => c.Case).Where(c => c.Expect.Count > 0).Select(c => c.Id).Except(tried.Select(t => t.Id));
        Assert.Empty(untried);
    }

    [Fact]
    public void fails_its_case_when_it_has_one_member_more() =>
        Assert.All(Cases.Where(c => c.Case.Result is not Result.Choice), c =>
        {
            var more = (JsonObject)c.Case.Expect.DeepClone();
            more["and"] = "00";
            Assert.IsType<Verdict.Failed>(Judge.One(c.Case with { Expect = more }));
        });

    // one leaf at a time, in every policy that is allowed
    private static IEnumerable<JsonObject> Changed(Case @case)
    {
        if (@case.Result is not Result.Choice)
        {
            // a session is played anew for each change, so that only some are tried of its many
            var leaves = Leaves(@case.Expect).ToArray();
            var every = @case.Op == SessionOps.Run.Name ? Math.Max(1, leaves.Length / 5) : 1;
            return leaves.Where((_, i) => i % every == 0).Select(leaf => With(@case.Expect, leaf));
        }

        return @case.Expect["allow"]!.AsArray().SelectMany((allowed, i) => Leaves(allowed!["expect"]!).Select(leaf => With(@case.Expect, ["allow", i, "expect", .. leaf])));
    }

    private static IEnumerable<object[]> Leaves(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Leaves(m.Value).Select(rest => (object[])[m.Key, .. rest])),
        JsonArray { Count: > 0 } a => a.SelectMany((item, i) => Leaves(item).Select(rest => (object[])[i, .. rest])),
        _ => [[]],
    };

    private static JsonObject With(JsonObject expect, object[] at)
    {
        var changed = (JsonObject)expect.DeepClone();
        JsonNode parent = changed;
        foreach (var step in at[..^1])
        {
            parent = step is int i ? parent[i]! : parent[(string)step]!;
        }

        if (at[^1] is int index)
        {
            parent[index] = Flipped(parent[index]!);
        }
        else
        {
            parent[(string)at[^1]] = Flipped(parent[(string)at[^1]]!);
        }

        return changed;
    }

    private static JsonNode Flipped(JsonNode leaf) => leaf.GetValueKind() switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Array => new JsonArray("00"),
        JsonValueKind.Number => JsonNode.Parse(Flipped(leaf.ToJsonString()))!,
        _ => Flipped(leaf.GetValue<string>()),
    };

    // the last digit, which even a wide number cannot spare; a first one where there is none
    private static string Flipped(string text)
    {
        var at = text.Length - 1 - text.Reverse().TakeWhile(c => !char.IsAsciiHexDigit(c)).Count();
        return at < 0 ? $"{text}00" : $"{text[..at]}{(text[at] == '1' ? '2' : '1')}{text[(at + 1)..]}";
    }

    private static IReadOnlyList<(Case, string?)> Read() => SuiteReader.Read(Path.Combine(Project.Root, "vectors")) switch
    {
        SuiteReading.Read(var suite) => [.. suite.Files.SelectMany(f => f.Groups.SelectMany(g => g.Cases.Select(c => (c, g.Roundtrip))))],
        SuiteReading.Damaged(var problems) => throw new InvalidOperationException(string.Join('\n', problems)),
        _ => throw new InvalidOperationException(),
    };
}
