using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Generating;

/// <summary>Writes one file of our own vectors: inputs and intended refusals by hand, values from the reference.</summary>
/// <remarks>
/// A valid case whose request is refused, and an invalid one that is not refused with the class that its author intended,
/// are mistakes of the author and throw.
/// </remarks>
public sealed class SuiteFile(string file, Operation op, string seed)
{
    private readonly SortedDictionary<string, Flag> _flags = new(StringComparer.Ordinal);
    private readonly JsonArray _groups = [];
    private readonly HashSet<string> _ids = [];
    private JsonArray _cases = [];

    /// <summary>Draws from the seed that stands in the file.</summary>
    public Draws Draws { get; } = new(seed);

    /// <summary>Begins a group.</summary>
    /// <param name="name">Unique in the file.</param>
    /// <param name="requirements">What all its cases answer to.</param>
    /// <param name="roundtrip">The operation that runs its valid cases backwards.</param>
    public SuiteFile Group(string name, string[] requirements, string? roundtrip = null)
    {
        _cases = [];
        var group = new JsonObject { ["group"] = name, ["requirements"] = Texts(requirements), ["cases"] = _cases };
        if (roundtrip is not null)
        {
            group["roundtrip"] = roundtrip;
        }

        _groups.Add(group);
        return this;
    }

    /// <summary>A request that is answered with a value.</summary>
    /// <param name="slug">The second half of the id.</param>
    /// <param name="input">The request.</param>
    /// <param name="flags">Why it is there.</param>
    /// <param name="expect">The answer, where the author knows it apart from the reference.</param>
    /// <param name="trace">Intermediate values, for people.</param>
    /// <param name="requirements">What this case answers to besides its group.</param>
    public SuiteFile Valid(string slug, JsonObject input, Flag[] flags, JsonObject? expect = null, JsonObject? trace = null, string[]? requirements = null)
    {
        var answer = op.Ask(input, PolicySet.Ours) as Answer.Ok
            ?? throw new InvalidOperationException($"{Id(slug)} is meant to be valid: {op.Ask(input, PolicySet.Ours)}");
        if (expect is not null && !JsonNode.DeepEquals(expect, answer.Value))
        {
            throw new InvalidOperationException($"{Id(slug)}: {CanonicalJson.Line(answer.Value)} in place of {CanonicalJson.Line(expect)}");
        }

        return Add(slug, Result.Valid, input, (JsonObject)answer.Value.DeepClone(), flags, null, trace, requirements);
    }

    /// <summary>A request that is refused.</summary>
    /// <param name="slug">The second half of the id.</param>
    /// <param name="control">The slug of the valid case that it differs from in one intended point.</param>
    /// <param name="input">The request.</param>
    /// <param name="class">The refusal that is intended.</param>
    /// <param name="flags">Why it is there.</param>
    /// <param name="requirements">What this case answers to besides its group.</param>
    public SuiteFile Invalid(string slug, string control, JsonObject input, string @class, Flag[] flags, string[]? requirements = null) =>
        op.Ask(input, PolicySet.Ours) is Answer.Refuse refuse && refuse.Class == @class
            ? Add(slug, Result.Invalid, input, refuse.AsExpectation(), flags, Id(control), null, requirements)
            : throw new InvalidOperationException($"{Id(slug)} is meant to be refused with {@class}: {op.Ask(input, PolicySet.Ours)}");

    /// <summary>A request whose answer depends on a policy; every option of it is asked.</summary>
    /// <param name="slug">The second half of the id.</param>
    /// <param name="input">The request.</param>
    /// <param name="policy">The policy that decides.</param>
    /// <param name="flags">Why it is there.</param>
    /// <param name="requirements">What this case answers to besides its group.</param>
    public SuiteFile Choice(string slug, JsonObject input, Policy policy, Flag[] flags, string[]? requirements = null)
    {
        var allow = policy.Options.Select(o => $"{policy.Name}={o.Option}").Select(setting => (JsonNode)new JsonObject
        {
            ["policy"] = setting,
            ["expect"] = op.Ask(input, PolicySet.Ours.With(setting)!).AsExpectation().DeepClone(),
        });
        return Add(slug, Result.Choice, input, new JsonObject { ["allow"] = new JsonArray([.. allow]) }, flags, null, null, requirements);
    }

    /// <summary>A whole session: each step holds what is expected of it, so the case expects nothing more.</summary>
    /// <param name="slug">The second half of the id.</param>
    /// <param name="scenario">What happens, and what its author means to come of it.</param>
    /// <param name="flags">Why it is there.</param>
    /// <param name="control">The slug of the session that it differs from in one intended point: the other side of a boundary.</param>
    /// <param name="about">What it shows, for people, where the slug does not say it.</param>
    /// <param name="requirements">What this case answers to besides its group.</param>
    internal SuiteFile Session(string slug, Scenario scenario, Flag[] flags, string? control = null, string? about = null, string[]? requirements = null) =>
        Add(slug, Result.Valid, scenario.Played(Id(slug), op), [], flags, control is null ? null : Id(control), about is null ? null : new JsonObject { ["about"] = about }, requirements);

    /// <summary>A whole session whose steps depend on a policy; every option of it is played. Where all give the same, it is a session like any other.</summary>
    /// <param name="slug">The second half of the id.</param>
    /// <param name="scenario">What happens, and what its author means to come of it under our option.</param>
    /// <param name="policy">The policy that decides.</param>
    /// <param name="flags">Why it is there.</param>
    /// <param name="about">What it asks, for people.</param>
    internal SuiteFile SessionChoice(string slug, Scenario scenario, Policy policy, Flag[] flags, string about)
    {
        var ours = scenario.Played(Id(slug), op);
        var answers = policy.Options.Select(o => $"{policy.Name}={o.Option}").Select(setting => (Setting: setting, Answer: op.Ask(scenario.Input(), PolicySet.Ours.With(setting)!).AsExpectation())).ToList();
        var allow = answers.Select(a => (JsonNode)new JsonObject { ["policy"] = a.Setting, ["expect"] = a.Answer.DeepClone() });
        var trace = new JsonObject { ["about"] = about };
        return answers.All(a => JsonNode.DeepEquals(a.Answer, answers[0].Answer))
            ? Add(slug, Result.Valid, ours, [], flags, null, trace, null)
            : Add(slug, Result.Choice, scenario.Input(), new JsonObject { ["allow"] = new JsonArray([.. allow]) }, flags, null, trace, null);
    }

    /// <summary>The finished file.</summary>
    public VectorFile Build()
    {
        var flags = _flags.Values.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)new JsonObject
        {
            ["bugType"] = f.BugType,
            ["effect"] = f.Effect,
            ["description"] = f.Description,
            ["links"] = Texts(f.Links),
        }));
        return VectorFile.From(new JsonObject
        {
            ["format"] = VectorFile.Format,
            ["suite"] = Suite.Version,
            ["file"] = file,
            ["op"] = op.Name,
            ["license"] = "CC0-1.0",
            ["generator"] = new JsonObject { ["tool"] = "ampspec vectors gen", ["version"] = Suite.Version, ["seed"] = seed },
            ["flags"] = new JsonObject(flags),
            ["groups"] = _groups,
        });
    }

    private SuiteFile Add(string slug, Result result, JsonObject input, JsonObject expect, Flag[] flags, string? control, JsonObject? trace, string[]? requirements)
    {
        if (!FileRules.IsSlug(slug) || !_ids.Add(slug))
        {
            throw new InvalidOperationException($"{Id(slug)} stands twice, or is no id");
        }

        var @case = new JsonObject
        {
            ["id"] = Id(slug),
            ["since"] = "1.0",
            ["result"] = result.ToString().ToLowerInvariant(),
            ["input"] = input.DeepClone(),
            ["expect"] = expect,
            ["flags"] = Texts(flags.Select(f => f.Name)),
        };
        foreach (var flag in flags)
        {
            _flags[flag.Name] = flag;
        }

        foreach (var (name, value) in new (string, JsonNode?)[] { ("control", control), ("trace", trace), ("requirements", requirements is null ? null : Texts(requirements)) })
        {
            if (value is not null)
            {
                @case[name] = value;
            }
        }

        _cases.Add(@case);
        return this;
    }

    private string Id(string slug) => $"{op.Name}/{slug}";

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
