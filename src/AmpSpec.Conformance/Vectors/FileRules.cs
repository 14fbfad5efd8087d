using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AmpSpec.Conformance.Operations;

namespace AmpSpec.Conformance.Vectors;

/// <summary>What one file must keep besides its schema.</summary>
internal static partial class FileRules
{
    /// <summary>The breaches, in the order of the rules.</summary>
    /// <param name="source">The file, which has passed its schema.</param>
    /// <param name="relative">Its path within the folder that was read, with slashes; null for a file on its own, which may stand anywhere.</param>
    /// <param name="known">The ids of <c>spec/</c>, or null where they are not asked for.</param>
    public static IEnumerable<Problem> Check(SourceText source, string? relative, IReadOnlySet<string>? known) =>
    [
        .. FileName(source, relative),
        .. GroupNames(source),
        .. Givens(source),
        .. Roundtrips(source),
        .. Ids(source),
        .. Sources(source),
        .. Requirements(source, known),
        .. Flags(source),
        .. ErrorClasses(source),
        .. Choices(source),
    ];

    /// <summary>Whether a text may be the second half of an id.</summary>
    public static bool IsSlug(string text) => Slug().IsMatch(text);

    private static IEnumerable<Problem> FileName(SourceText source, string? relative)
    {
        var name = source.Json["file"]!.GetValue<string>();

        // a part of the suite may be read on its own, and the suite may lie in a folder of folders
        if (relative is not null && !$"/{name}.json".EndsWith($"/{relative}", StringComparison.Ordinal) && !$"/{relative}".EndsWith($"/{name}.json", StringComparison.Ordinal))
        {
            yield return source.At("/file", Rules.File, $"{name}, but the file is {relative}");
        }
    }

    private static IEnumerable<Problem> GroupNames(SourceText source)
    {
        var seen = new HashSet<string>();
        return source.Groups.Where(g => !seen.Add(Text(g.Group["group"])))
            .Select(g => source.At($"{g.At}/group", Rules.GroupUnique, $"a second group {Text(g.Group["group"])}"));
    }

    private static IEnumerable<Problem> Givens(SourceText source)
    {
        var op = Catalogue.Find(Text(source.Json["op"]))!;
        foreach (var (at, @case, group) in source.Cases.Where(c => c.Group.ContainsKey("given")))
        {
            var (given, input) = (group["given"]!.AsObject(), @case["input"]!.AsObject());
            foreach (var name in given.Select(m => m.Key).Where(input.ContainsKey))
            {
                yield return source.At($"{at}/input{ClosedCheck.Step(name)}", Rules.Given, "the group gives it already");
            }

            foreach (var member in op.In.Where(m => !IsMalformed(@case) && !m.Optional && !given.ContainsKey(m.Name) && !input.ContainsKey(m.Name)))
            {
                yield return source.At($"{at}/input", Rules.Given, $"neither the group nor the case says {member.Name}");
            }
        }
    }

    private static IEnumerable<Problem> Roundtrips(SourceText source) => source.Groups
        .Where(g => g.Group["roundtrip"] is { } back && Catalogue.Find(Text(back)) is null)
        .Select(g => source.At($"{g.At}/roundtrip", Rules.Roundtrip, $"no operation {Text(g.Group["roundtrip"])}"));

    private static IEnumerable<Problem> Ids(SourceText source)
    {
        var prefix = Text(source.Json["op"]) + "/";
        return source.Cases.Select(c => (c.At, Id: Text(c.Case["id"])))
            .Where(c => !c.Id.StartsWith(prefix, StringComparison.Ordinal) || !IsSlug(c.Id[prefix.Length..]))
            .Select(c => source.At($"{c.At}/id", Rules.IdForm, $"{c.Id} is not {prefix} and a slug of a-z, 0-9, '.', '_' and '-'"));
    }

    private static IEnumerable<Problem> Sources(SourceText source)
    {
        var isExternal = source.Json.ContainsKey("source");
        return source.Cases.Where(c => c.Case.ContainsKey("source") != isExternal).Select(c => source.At(
            c.At, Rules.Source, isExternal ? "a case of an external file must say where it stands in its source" : "only a case of an external file has a source"));
    }

    private static IEnumerable<Problem> Requirements(SourceText source, IReadOnlySet<string>? known)
    {
        var groups = source.Groups.Select(g => (g.At, Item: g.Group));
        foreach (var (at, item) in groups.Concat(source.Cases.Select(c => (c.At, Item: c.Case))))
        {
            foreach (var (i, id) in Texts(item["requirements"]).Index())
            {
                if (!Requirement().IsMatch(id))
                {
                    yield return source.At($"{at}/requirements/{i}", Rules.RequirementForm, $"{id} is not of the form AREA-PART-NN");
                }
                else if (known?.Contains(id) is false)
                {
                    yield return source.At($"{at}/requirements/{i}", Rules.RequirementKnown, $"{id} stands in no chapter");
                }
            }
        }

        foreach (var (at, _, _) in source.Cases.Where(c => !Texts(c.Case["requirements"]).Concat(Texts(c.Group["requirements"])).Any()))
        {
            yield return source.At(at, Rules.RequirementForm, "neither the case nor its group names a requirement");
        }
    }

    private static IEnumerable<Problem> Flags(SourceText source)
    {
        var declared = source.Json["flags"]!.AsObject();
        var used = new HashSet<string>();
        foreach (var (at, @case, _) in source.Cases)
        {
            foreach (var (i, flag) in Texts(@case["flags"]).Index())
            {
                used.Add(flag);
                if (!declared.ContainsKey(flag))
                {
                    yield return source.At($"{at}/flags/{i}", Rules.FlagDeclared, $"{flag} is not explained under /flags");
                }
            }
        }

        foreach (var (flag, _) in declared.Where(f => !used.Contains(f.Key)))
        {
            yield return source.At($"/flags{ClosedCheck.Step(flag)}", Rules.FlagUsed, "no case has this flag");
        }
    }

    private static IEnumerable<Problem> ErrorClasses(SourceText source)
    {
        var op = Catalogue.Find(Text(source.Json["op"]))!;
        var all = op.Errors.Append((Phase.Input, Operation.Malformed)).ToHashSet();
        return source.Cases.SelectMany(c => Expectations(c.Case, c.At)).Where(e => e.Expect["error"] is { } error && !all.Contains((Text(error["phase"]), Text(error["class"]))))
            .Select(e => source.At($"{e.At}/error/phase", Rules.ErrorClass, $"{op.Name} does not refuse with {Text(e.Expect["error"]!["class"])} in phase {Text(e.Expect["error"]!["phase"])}"));
    }

    private static IEnumerable<Problem> Choices(SourceText source)
    {
        foreach (var (at, @case, _) in source.Cases.Where(c => Text(c.Case["result"]) == "choice"))
        {
            foreach (var (i, _) in (@case["input"]!["steps"] as JsonArray ?? []).Index().Where(step => step.Item is JsonObject o && o.ContainsKey("expect")))
            {
                yield return source.At($"{at}/input/steps/{i}/expect", Rules.Policy, "each policy says what it expects, not the step");
            }

            var allow = Expectations(@case, at).ToArray();
            var seen = new HashSet<string>();
            foreach (var (i, policy) in @case["expect"]!["allow"]!.AsArray().Select(a => Text(a!["policy"])).Index())
            {
                if (PolicySet.Ours.With(policy) is null)
                {
                    yield return source.At($"{at}/expect/allow/{i}/policy", Rules.Policy, $"no policy {policy}");
                }
                else if (!seen.Add(policy))
                {
                    yield return source.At($"{at}/expect/allow/{i}/policy", Rules.Policy, $"{policy} twice");
                }
            }

            if (allow.Skip(1).All(a => JsonNode.DeepEquals(a.Expect, allow[0].Expect)))
            {
                yield return source.At($"{at}/expect/allow", Rules.Policy, "every policy expects the same: that is no choice");
            }
        }
    }

    private static IEnumerable<(string At, JsonObject Expect)> Expectations(JsonObject @case, string at) => Text(@case["result"]) == "choice"
        ? @case["expect"]!["allow"]!.AsArray().Select((a, i) => ($"{at}/expect/allow/{i}/expect", a!["expect"]!.AsObject()))
        : [($"{at}/expect", @case["expect"]!.AsObject())];

    private static bool IsMalformed(JsonObject @case) => @case["expect"]!["error"] is JsonObject error && Text(error["class"]) == Operation.Malformed;

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static IReadOnlyList<string> Texts(JsonNode? list) => Group.Texts(list);

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,119}\\z")]
    private static partial Regex Slug();

    [GeneratedRegex("^[A-Z][A-Z0-9]*(-[A-Z][A-Z0-9]*)*-[0-9]{2}\\z")]
    private static partial Regex Requirement();
}
