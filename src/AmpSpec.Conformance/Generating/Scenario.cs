using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using static AmpSpec.Conformance.Generating.Intent;

namespace AmpSpec.Conformance.Generating;

/// <summary>A session of a receiver, step by step, with what its author means to come of each step.</summary>
/// <remarks>The reference writes the outputs and the undecided sets; where its outputs are not the intended ones, it throws.</remarks>
internal sealed class Scenario
{
    private readonly Asked[] _invoices;
    private readonly JsonObject _given;
    private readonly List<Step> _steps = [];
    private readonly Dictionary<string, Htlc> _htlcs = [];
    private readonly Dictionary<string, uint> _heights = [];
    private ulong _at;
    private uint _height = 800_000;
    private uint _told = 800_000;
    private uint _highest = 800_000;
    private long? _advance;

    private Scenario(Asked[] invoices)
    {
        _invoices = invoices;
        _given = new() { ["role"] = "receiver", ["height"] = _height, ["clock_ms"] = 0, ["invoices"] = new JsonArray([.. invoices.Select(i => (JsonNode)i.Json())]) };
    }

    /// <summary>A receiver at height 800,000 and clock 0 with these invoices.</summary>
    public static Scenario Given(params Asked[] invoices) => new(invoices);

    /// <summary>It takes parts without an invoice.</summary>
    public Scenario Spontaneously() => Where("accept_spontaneous", true);

    /// <summary>With a member of <c>given</c>.</summary>
    public Scenario Where(string name, JsonNode value)
    {
        _given[name] = value;
        return this;
    }

    /// <summary>With a parameter.</summary>
    public Scenario With(string parameter, JsonNode value)
    {
        (_given["params"] ??= new JsonObject())[parameter] = value;
        return this;
    }

    /// <summary>The clock of the steps from here on.</summary>
    public Scenario At(ulong milliseconds)
    {
        _at = milliseconds;
        return this;
    }

    /// <summary>The height of the steps from here on.</summary>
    public Scenario Height(uint height)
    {
        _height = height;
        return this;
    }

    /// <summary>The clock of the next step is the timer's length after the one before, and so many milliseconds more.</summary>
    public Scenario Advance(long beyond)
    {
        _advance = beyond;
        return this;
    }

    /// <summary>A part to the first invoice, with its total, unless it is changed.</summary>
    public Scenario Offer(string name, ulong amount, Func<Htlc, Htlc>? but = null, bool? committed = null)
    {
        var to = _invoices.FirstOrDefault();
        var plain = new Htlc(name, _htlcs.Count, amount, to?.Amount ?? amount, to?.Preimage is null ? null : to.Hash, to?.Secret);
        _htlcs[name] = but is null ? plain : but(plain);
        _heights[name] = _highest = Math.Max(_highest, _height);
        return committed is null ? Do("htlc.offer", ("htlc", _htlcs[name].Json())) : Do("htlc.offer", ("htlc", _htlcs[name].Json()), ("committed", committed));
    }

    /// <summary>The same part offered as one that is new.</summary>
    public Scenario OfferAgain(string name) => Do("htlc.offer", ("htlc", _htlcs[name].Json()));

    /// <summary>The part is presented again.</summary>
    public Scenario Replay(string name) => Do("htlc.replay", ("htlc", _htlcs[name].Json()));

    /// <summary>The name of a part is presented again with something else behind it.</summary>
    public Scenario ReplayAs(string name, Func<Htlc, Htlc> but) => Do("htlc.replay", ("htlc", but(_htlcs[name]).Json()));

    public Scenario Commit(string name) => Do("htlc.commit", ("htlc", _htlcs[name].Named()));

    public Scenario Drop(string name) => Do("htlc.drop", ("htlc", _htlcs[name].Named()));

    public Scenario Tick() => Do("clock.advance");

    public Scenario Block() => Do("block.connected");

    /// <summary>The owner settles the set of the first invoice.</summary>
    public Scenario Settle(string? preimage = null, Asked? invoice = null) => preimage is null
        ? Do("set.settle", ("set", SetOf(invoice ?? _invoices[0])))
        : Do("set.settle", ("set", SetOf(invoice ?? _invoices[0])), ("preimage", preimage));

    public Scenario CancelSet(Asked? invoice = null) => Do("set.cancel", ("set", SetOf(invoice ?? _invoices[0])));

    public Scenario CancelSet(AmpSet set) => Do("set.cancel", ("set", new JsonObject { ["payment_secret"] = _invoices[0].Secret, ["set_id"] = set.Id }));

    public Scenario CancelInvoice(Asked? invoice = null) => CancelInvoice((invoice ?? _invoices[0]).Secret);

    public Scenario CancelInvoice(string secret) => Do("invoice.cancel", ("invoice", secret));

    /// <summary>The process dies after so many outputs of the last answer, all where it is not said.</summary>
    public Scenario Restart(int? delivered = null, bool? lossy = null) =>
        Do("restart", [.. new (string, JsonNode?)[] { ("delivered", delivered), ("lossy", lossy) }.Where(m => m.Item2 is not null)]);

    /// <summary>Any event.</summary>
    public Scenario Do(string verb, params (string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject { ["do"] = verb };
        if (_advance is { } beyond)
        {
            json["advance"] = new JsonObject { ["set_timeout"] = beyond };
            _advance = null;
        }
        else
        {
            json["at_ms"] = _at;
        }

        if (_height != _told)
        {
            json["height"] = _told = _height;
        }

        _highest = Math.Max(_highest, _height);
        foreach (var (name, value) in members)
        {
            json[name] = value?.DeepClone();
        }

        _steps.Add(new(json, []));
        return this;
    }

    /// <summary>The part that was offered is held, and nothing is said.</summary>
    public Scenario Held() => Check(before: (step, was, @is) => Parts(@is) == Parts(was) + 1 ? null : "it is not held");

    /// <summary>Nothing is said, and no set changes.</summary>
    public Scenario Nothing() => Check(before: (step, was, @is) => JsonNode.DeepEquals(was, @is) ? null : "a set changed");

    /// <summary>Nothing is said.</summary>
    public Scenario Silence() => Check(before: (_, _, _) => null);

    public Scenario Settles(params string[] names) => Means(names.Select(name => Intent.Settles(_htlcs[name])));

    public Scenario Fails(string code, params string[] names) => Means(names.Select(name => Intent.Fails(_htlcs[name], code, _heights[name])));

    /// <summary>Refused with PERM|22, which names a type and where it stands.</summary>
    public Scenario Undecodable(string name, ulong type, int offset) =>
        Means([Intent.Fails(_htlcs[name], Payload, 0, Convert.ToHexStringLower([.. Wire.BigSize.Write(type), (byte)(offset >> 8), (byte)offset]))]);

    public Scenario Malformed(string name) => Means([Intent.Malformed(_htlcs[name])]);

    /// <summary>The owner is told that the set of the first invoice is complete.</summary>
    public Scenario Claimable(ulong amount, string? set = null) => Means([Intent.Claimable(set ?? _invoices[0].Hash, amount)]);

    /// <summary>The request is refused.</summary>
    public Scenario Refused(string @class)
    {
        _steps[^1] = _steps[^1] with { Refused = @class };
        return this;
    }

    /// <summary>So many sets are undecided after the step.</summary>
    public Scenario Undecided(int sets) => Check((_, _, @is) => @is["sets"]!.AsObject().Count == sets ? null : $"not {sets} sets are undecided");

    /// <summary>A set holds so much in so many parts after the step.</summary>
    public Scenario Holds(string set, ulong received, int parts, string state = "open") => Check((_, _, @is) =>
        @is["sets"]![set] is JsonObject held && (string)held["received_msat"]! == $"{received}" && (int)held["htlcs"]! == parts && (string)held["state"]! == state ? null : $"{set} holds not {received} in {parts}");

    /// <summary>A set of the first invoice holds so much in so many parts after the step.</summary>
    public Scenario Holds(ulong received, int parts, string state = "open") => Holds(_invoices[0].Hash, received, parts, state);

    /// <summary>The parts that were offered, in their order.</summary>
    public IReadOnlyCollection<Htlc> Offered => _htlcs.Values;

    /// <summary>The input without anything that is expected.</summary>
    public JsonObject Input() => new() { ["given"] = _given.DeepClone(), ["steps"] = new JsonArray([.. _steps.Select(step => step.Json.DeepClone())]) };

    /// <summary>The input with what the reference expects in each step; throws where that is not what is meant.</summary>
    /// <param name="id">The case, for the message.</param>
    /// <param name="op">The operation that plays it.</param>
    /// <param name="policies">What holds where receivers differ; ours where it is not said.</param>
    public JsonObject Played(string id, Operation op, PolicySet? policies = null)
    {
        var input = Input();
        var came = op.Ask(input, policies ?? PolicySet.Ours);
        var answer = came as Answer.Ok ?? throw new InvalidOperationException($"{id} cannot be played: {came}");
        var state = new JsonObject { ["sets"] = new JsonObject() };
        foreach (var (at, (step, said)) in _steps.Zip(answer.Value["steps"]!.AsArray().Select(a => a!.AsObject())).Index())
        {
            if (Fault(step, said, state) is { } fault)
            {
                throw new InvalidOperationException($"{id}, step {at} ({CanonicalJson.Line(step.Json)}): {fault}; it answers {CanonicalJson.Line(said)}");
            }

            state = said["state"] as JsonObject ?? state;
            input["steps"]![at]!["expect"] = said.DeepClone();
        }

        return input;
    }

    private static string? Fault(Step step, JsonObject came, JsonObject before)
    {
        if (came["error"] is { } error || step.Refused is not null)
        {
            return (string?)came["error"]?["class"] == step.Refused ? null : $"{step.Refused ?? "an answer"} is meant";
        }

        var left = came["outputs"]!.AsArray().Select(output => output!.AsObject()).ToList();
        foreach (var intent in step.Intents)
        {
            if (left.Find(output => intent.Matches(output)) is not { } found)
            {
                return $"{intent.About}: it does not";
            }

            left.Remove(found);
        }

        return left is [] ? step.Checks.Select(check => check(step.Json, before, came["state"]!.AsObject())).FirstOrDefault(fault => fault is not null)
            ?? (step.Intents is [] && step.Checks is [] ? "nothing is meant" : null) : $"{left.Count} more than is meant";
    }

    private static int Parts(JsonObject state) => state["sets"]!.AsObject().Sum(set => (int)set.Value!["htlcs"]!);

    private static JsonObject SetOf(Asked invoice) => new() { ["payment_secret"] = invoice.Secret, ["payment_hash"] = invoice.Hash };

    private Scenario Means(IEnumerable<Intent> intents)
    {
        _steps[^1].Intents.AddRange(intents);
        return this;
    }

    private Scenario Check(Func<JsonObject, JsonObject, JsonObject, string?> before)
    {
        _steps[^1].Checks.Add(before);
        return this;
    }

    private sealed record Step(JsonObject Json, List<Intent> Intents)
    {
        public string? Refused { get; init; }

        public List<Func<JsonObject, JsonObject, JsonObject, string?>> Checks { get; init; } = [];
    }
}
