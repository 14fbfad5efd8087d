using System.Text.Json.Nodes;
using AmpSpec.Conformance.Sessions;

namespace AmpSpec.Conformance.Vectors;

/// <summary>A file of <c>ampspec-vectors/1.0</c>. The records mirror the format; <see cref="Json"/> is what stands on disk.</summary>
/// <param name="File">Its name without folder root and ending: <c>wire/bigsize-decode</c>.</param>
/// <param name="Op">The operation that all its cases ask.</param>
/// <param name="Groups">The cases, by what they show.</param>
/// <param name="Json">The whole file.</param>
public sealed record VectorFile(string File, string Op, IReadOnlyList<Group> Groups, JsonObject Json)
{
    /// <summary>The format that we write and read.</summary>
    public const string Format = "ampspec-vectors/1.0";

    /// <summary>Whether the values come from somebody else.</summary>
    public bool IsExternal => Json.ContainsKey("source") || Op == Scenarios.Scenario.Op;

    /// <summary>All cases of all groups.</summary>
    public IEnumerable<Case> Cases => Groups.SelectMany(g => g.Cases);

    /// <summary>Takes a file that is known to have the right form.</summary>
    public static VectorFile From(JsonObject json)
    {
        var op = json["op"]!.GetValue<string>();
        return new(json["file"]!.GetValue<string>(), op, [.. json["groups"]!.AsArray().Select(g => Group.From(g!.AsObject(), op))], json);
    }
}

/// <summary>Cases that show one thing.</summary>
/// <param name="Name">Unique in its file.</param>
/// <param name="Requirements">What every case of the group answers to.</param>
/// <param name="Roundtrip">The operation that runs its valid cases backwards, or null.</param>
/// <param name="Cases">In order.</param>
public sealed record Group(string Name, IReadOnlyList<string> Requirements, string? Roundtrip, IReadOnlyList<Case> Cases)
{
    internal static Group From(JsonObject json, string op)
    {
        var requirements = Texts(json["requirements"]);
        return new(
            json["group"]!.GetValue<string>(),
            requirements,
            json["roundtrip"]?.GetValue<string>(),
            [.. json["cases"]!.AsArray().Select(c => Case.From(c!.AsObject(), op, requirements, json["given"]?.AsObject()))]);
    }

    internal static IReadOnlyList<string> Texts(JsonNode? list) => list is null ? [] : [.. list.AsArray().Select(t => t!.GetValue<string>())];
}

/// <summary>One request and what must come back.</summary>
/// <param name="Id"><c>op-area/slug</c>, permanent and unique in the suite.</param>
/// <param name="Op">The operation asked.</param>
/// <param name="Result">What kind of verdict it wants.</param>
/// <param name="Request">The input, with what its group gives.</param>
/// <param name="Expect">As in the file.</param>
/// <param name="Requirements">Its own and its group's.</param>
/// <param name="Json">The whole case.</param>
public sealed record Case(string Id, string Op, Result Result, JsonObject Request, JsonObject Expect, IReadOnlyList<string> Requirements, JsonObject Json)
{
    /// <summary>The valid case from which an invalid one differs in one intended point.</summary>
    public string? Control => Json["control"]?.GetValue<string>();

    /// <summary>Each expectation and the policy under which it holds; null is "whatever the policy".</summary>
    public IEnumerable<(string? Policy, JsonObject Expect)> Allowed => Result is Result.Choice
        ? Expect["allow"]!.AsArray().Select(a => ((string?)a!["policy"]!.GetValue<string>(), a["expect"]!.AsObject()))
        : [(null, Expect)];

    internal static Case From(JsonObject json, string op, IReadOnlyList<string> inherited, JsonObject? given)
    {
        var request = given is null ? json["input"]!.AsObject() : Merge(given, json["input"]!.AsObject());
        var expect = json["expect"]!.AsObject();

        // in a session each step holds what is expected of it, unless a policy decides
        if (op == SessionOps.Run.Name && !expect.ContainsKey("error") && !expect.ContainsKey("allow"))
        {
            (request, expect) = SessionRun.Split(request);
        }

        return new(
            json["id"]!.GetValue<string>(),
            op,
            Enum.Parse<Result>(json["result"]!.GetValue<string>(), ignoreCase: true),
            request,
            expect,
            [.. inherited.Union(Group.Texts(json["requirements"]))],
            json);
    }

    private static JsonObject Merge(JsonObject given, JsonObject input)
    {
        var merged = (JsonObject)given.DeepClone();
        foreach (var (name, value) in input)
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}

/// <summary>The kind of a case. There is no "acceptable".</summary>
public enum Result
{
    /// <summary>The answer is a value.</summary>
    Valid,

    /// <summary>The answer is a refusal.</summary>
    Invalid,

    /// <summary>The answer depends on a named policy.</summary>
    Choice,
}
