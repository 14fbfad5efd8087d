using System.Text.Json.Nodes;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.External;

/// <summary>Where a converted case goes: the operation that is asked, and the group with its requirements.</summary>
internal sealed record Target(string Op, string Group, params string[] Requirements);

/// <summary>A source file on its way to vector files. What it says is taken from the source; nothing is left out in silence.</summary>
internal sealed class Conversion(SourceDocument document, Licence licence)
{
    private readonly List<(Target To, JsonObject Case)> _cases = [];
    private readonly SortedDictionary<string, Flag> _flags = new(StringComparer.Ordinal);
    private readonly List<Unjudged> _unjudged = [];

    public SourceDocument Document { get; } = document;

    public IReadOnlyList<Unjudged> Unjudged => _unjudged;

    public IReadOnlyList<Element> List(string path) => Document.List(path);

    /// <summary>Converts every element of a list alike.</summary>
    public void Each(string path, Action<Conversion, Element> convert)
    {
        foreach (var e in List(path))
        {
            convert(this, e);
        }
    }

    /// <summary>The source takes the request, and says with which value.</summary>
    public void Valid(Target to, Element at, JsonObject input, JsonObject expect, string suffix = "", params Flag[] flags) =>
        Add(to, at, "valid", input, expect, suffix, flags);

    /// <summary>The source refuses the request, and what it says tells our class.</summary>
    public void Invalid(Target to, Element at, JsonObject input, string @class, string suffix = "", string phase = Phase.Decode, IEnumerable<int>? where = null, params Flag[] flags) =>
        Add(to, at, "invalid", input, new Answer.Refuse(phase, @class, "", [.. where ?? []]).AsExpectation(), suffix, flags);

    /// <summary>The source refuses the request and does not say why: the class is the reference's, and the case says so.</summary>
    public void Refused(Target to, Element at, JsonObject input, string suffix = "", params Flag[] flags) =>
        Add(to, at, "invalid", input, Refusal(to, at, input).AsExpectation(), suffix, [.. flags, ExternalFlags.ClassFromReference]);

    /// <summary>Sources differ. What this one says stands under its option; under the others stands what the reference answers.</summary>
    public void Choice(Target to, Element at, JsonObject input, Policy policy, string option, JsonObject? expect, string suffix = "", params Flag[] flags)
    {
        var refusal = expect is null;
        var allow = policy.Options.Select(o => $"{policy.Name}={o.Option}" is var setting && o.Option == option && !refusal
            ? Allowed(setting, expect!)
            : Allowed(setting, Ask(to, input, setting).AsExpectation()));
        Add(to, at, "choice", input, new JsonObject { ["allow"] = new JsonArray([.. allow]) }, suffix, refusal ? [.. flags, ExternalFlags.ClassFromReference] : flags);
        if (refusal && Ask(to, input, $"{policy.Name}={option}") is not Answer.Refuse)
        {
            throw new InvalidOperationException($"{at.Citation}: the source refuses, {policy.Name}={option} does not");
        }
    }

    /// <summary>A session that brings about what the source speaks of. What the source says of its parts are the scenario's intents; the reference fills in the rest, and throws where it does something else.</summary>
    public void Session(Target to, Element at, Scenario scenario) => Add(to, at, "valid", Played(to, at, scenario, PolicySet.Ours), [], "", [ExternalFlags.SessionAround]);

    /// <summary>The same where a policy decides: what is meant under our option and under the source's, for the same steps.</summary>
    public void SessionChoice(Target to, Element at, Scenario ours, Scenario theirs, Policy policy, string option)
    {
        Played(to, at, ours, PolicySet.Ours);
        Played(to, at, theirs, PolicySet.Ours.With($"{policy.Name}={option}")!);
        var allow = policy.Options.Select(o => Allowed($"{policy.Name}={o.Option}", Ask(to, ours.Input(), $"{policy.Name}={o.Option}").AsExpectation()));
        Add(to, at, "choice", ours.Input(), new JsonObject { ["allow"] = new JsonArray([.. allow]) }, "", [ExternalFlags.SessionAround]);
    }

    /// <summary>Nothing is asked yet, or ever; <paramref name="op"/> is the operation that will ask.</summary>
    public void Skip(Element at, string reason, string? op = null) => _unjudged.Add(new(at.Document.Key, at.Pointer, reason, op));

    /// <summary>The finished files: one for each operation.</summary>
    public IEnumerable<VectorFile> Files() => _cases.GroupBy(c => c.To.Op).Select(op => VectorFile.From(new JsonObject
    {
        ["format"] = VectorFile.Format,
        ["suite"] = Suite.Version,
        ["file"] = $"external/{Document.Key}/{op.Key.Replace('.', '-')}",
        ["op"] = op.Key,
        ["license"] = licence.Spdx,
        ["source"] = new JsonObject { ["repository"] = licence.Repository, ["commit"] = licence.Commit, ["path"] = licence.Path },
        ["flags"] = new JsonObject(op.SelectMany(c => c.Case["flags"]!.AsArray().Select(f => f!.GetValue<string>())).Distinct().Order(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name, (JsonNode?)Describe(_flags[name])))),
        ["groups"] = new JsonArray([.. op.GroupBy(c => c.To.Group).Select(group => new JsonObject
        {
            ["group"] = group.Key,
            ["requirements"] = Texts(group.SelectMany(c => c.To.Requirements).Distinct()),
            ["cases"] = new JsonArray([.. group.Select(c => c.Case)]),
        })]),
    }));

    private void Add(Target to, Element at, string result, JsonObject input, JsonObject expect, string suffix, IReadOnlyList<Flag> flags)
    {
        Flag[] all = flags.Count == 0 ? [Flag.KnownAnswer] : [.. flags];
        foreach (var flag in all)
        {
            _flags[flag.Name] = flag;
        }

        _cases.Add((to, new JsonObject
        {
            ["id"] = $"{to.Op}/{at.Slug}{suffix}",
            ["since"] = "1.0",
            ["result"] = result,
            ["source"] = at.Citation,
            ["input"] = input.DeepClone(),
            ["expect"] = expect.DeepClone(),
            ["flags"] = Texts(all.Select(f => f.Name)),
        }));
    }

    private static Answer.Refuse Refusal(Target to, Element at, JsonObject input) =>
        Ask(to, input, null) as Answer.Refuse
            ?? throw new InvalidOperationException($"{at.Citation}: the source refuses what {to.Op} takes: {CanonicalJson.Line(input)}");

    private static JsonObject Played(Target to, Element at, Scenario scenario, PolicySet policies) => scenario.Played($"{to.Op}/{at.Slug}", Catalogue.Find(to.Op)!, policies);

    private static Answer Ask(Target to, JsonObject input, string? setting) =>
        Catalogue.Find(to.Op)!.Ask((JsonObject)input.DeepClone(), setting is null ? PolicySet.Ours : PolicySet.Ours.With(setting)!);

    private static JsonObject Allowed(string setting, JsonObject expect) => new() { ["policy"] = setting, ["expect"] = expect.DeepClone() };

    private static JsonObject Describe(Flag flag) =>
        new() { ["bugType"] = flag.BugType, ["effect"] = flag.Effect, ["description"] = flag.Description, ["links"] = Texts(flag.Links) };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}

/// <summary>An entry of a source that no case asks.</summary>
/// <param name="Source">The file, without its ending.</param>
/// <param name="Pointer">Where in it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Op">The operation that will ask it, where there will be one.</param>
public sealed record Unjudged(string Source, string Pointer, string Reason, string? Op)
{
    /// <summary>As it stands in <c>vectors/external/unjudged.json</c>.</summary>
    public JsonObject Json => new() { ["source"] = $"{Source}.json", ["pointer"] = Pointer, ["reason"] = Reason, ["op"] = Op };
}
