using System.Text;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Publishing;

/// <summary>One page for one operation: what goes in, what comes out, how it refuses, and a case of each kind.</summary>
internal static class FormatPage
{
    public static string Of(Operation op, IReadOnlyList<VectorFile> files)
    {
        var own = files.Where(f => f.Op == op.Name).ToArray();
        var page = new StringBuilder();
        Add(page, $"# {op.Name}", "", $"{Sentence(op.About)}", "", $"Schema: [`../schemas/{op.Name}.schema.json`](../schemas/{op.Name}.schema.json). This page is written by `ampspec vectors gen`.");
        if (op.Notes is not "")
        {
            Add(page, "", op.Notes);
        }

        Table(page, "Input", op.In);
        Table(page, "Answer", op.Answered);
        Add(page, "", "## Refusals", "", "| phase | class | meaning |", "| --- | --- | --- |");
        foreach (var (phase, @class) in op.Errors.Append((Phase.Input, Operation.Malformed)).Distinct())
        {
            Add(page, $"| {phase} | `{@class}` | {ErrorMeanings.Of(@class)} |");
        }

        foreach (var (title, result) in new[] { ("A valid case", Result.Valid), ("A case that is refused", Result.Invalid), ("A case that depends on a policy", Result.Choice) })
        {
            if (Shortest(own, result) is { } @case)
            {
                Add(page, "", $"## {title}", "", "```json", CanonicalJson.Format(@case.Json).TrimEnd('\n'), "```");
            }
        }

        Add(page, "", "## Files", "");
        foreach (var file in own.OrderBy(f => f.File, StringComparer.Ordinal))
        {
            Add(page, $"- [`{file.File}.json`](../{file.File}.json), {file.Cases.Count()} cases");
        }

        if (own is [])
        {
            Add(page, "None yet.");
        }

        return page.ToString();
    }

    private static void Table(StringBuilder page, string title, IReadOnlyList<Member> members)
    {
        Add(page, "", $"## {title}", "");
        Add(page, [.. FormSections.Of(members)]);
    }

    private static Case? Shortest(IEnumerable<VectorFile> files, Result result) =>
        files.SelectMany(f => f.Cases).Where(c => c.Result == result).MinBy(c => (CanonicalJson.Line(c.Json).Length, c.Id));

    private static string Sentence(string about) => $"{char.ToUpperInvariant(about[0])}{about[1..]}.";

    private static void Add(StringBuilder page, params string[] lines)
    {
        foreach (var line in lines)
        {
            page.Append(line).Append('\n');
        }
    }
}
