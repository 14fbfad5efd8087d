using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Derivation;

namespace AmpSpec.Conformance.External;

/// <summary>A payer's run as <c>amp.sharer.run</c> asks it, and what a source says after each step.</summary>
internal sealed class SharerRun(string root)
{
    /// <summary>A left share where the source drew none, because it refused before.</summary>
    public const string AnyLeft = "0101010101010101010101010101010101010101010101010101010101010101";

    private const string Nothing = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly Target Ran = new("amp.sharer.run", "run", "AMP-DRV-09", "AMP-DRV-10", "AMP-DRV-13", "AMP-DRV-14");
    private static readonly Target Spent = new("amp.sharer.run", "refused", "AMP-DRV-11", "AMP-DRV-13");

    private readonly List<JsonObject> _steps = [];
    private readonly List<JsonObject> _shown = [];
    private readonly SortedDictionary<int, string> _live = [];
    private bool _beyondZero;

    /// <summary>How many shares were handed out; the number of the next.</summary>
    public int HandedOut { get; private set; }

    private string Free => _live.Values.Aggregate(root, Xor);

    /// <summary>Hands out the share of <paramref name="child"/> and issues its child.</summary>
    public void HandOut(Element child, bool last, string preimage)
    {
        _beyondZero |= Free == Nothing;
        _steps.Add(last ? Json.Of(("do", "last"), ("index", child["index"])) : Json.Of(("do", "split"), ("left", child["share"]), ("index", child["index"])));
        _live[HandedOut++] = child.Text("share");
        Show(Json.Of(("share", child["share"]), ("preimage", preimage), ("hash", child["payment_hash"])));
    }

    /// <summary>Takes a share back.</summary>
    public SharerRun Merge(int number)
    {
        _steps.Add(Json.Of(("do", "merge"), ("shard", number)));
        _live.Remove(number);
        return Show(null);
    }

    /// <summary>A step of which only a refusal is expected.</summary>
    public SharerRun Split(string left, uint? index = null)
    {
        _steps.Add(Json.Of(("do", "split"), ("left", left), ("index", index is { } i ? (long)i : null)));
        return this;
    }

    /// <summary>A step before a refusal.</summary>
    public void Last(uint index) => _steps.Add(Json.Of(("do", "last"), ("index", (long)index)));

    /// <summary>The same run with one more step, which leaves this one as it is.</summary>
    public SharerRun Trying(Func<SharerRun, SharerRun> step)
    {
        var copy = new SharerRun(root);
        copy._steps.AddRange(_steps);
        return step(copy);
    }

    /// <summary>The source answers every step.</summary>
    public void Answered(Conversion c, Element at)
    {
        var answer = new JsonObject { ["steps"] = new JsonArray([.. _shown]) };
        if (_beyondZero)
        {
            c.Choice(Ran, at, Request, Policies.All.Single(policy => policy.Name == "amp.sharer.exhausted"), "zero-share", answer, "-run");
        }
        else
        {
            c.Valid(Ran, at, Request, answer, "-run");
        }
    }

    /// <summary>The source refuses the last step: nothing is left to be split.</summary>
    public void Exhausted(Conversion c, Element at, string suffix) =>
        c.Invalid(Spent, at, Request, DerivationClass.SharerExhausted, suffix, Phase.Derive, [_steps.Count - 1], ExternalFlags.Assembled);

    /// <summary>The source refuses the last step: no such share is out.</summary>
    public void UnknownShard(Conversion c, Element at, string suffix) =>
        c.Invalid(Spent, at, Request, DerivationClass.UnknownShard, suffix, Phase.Input, [_steps.Count - 1]);

    private JsonObject Request => new() { ["root_seed"] = root, ["steps"] = new JsonArray([.. _steps.Select(step => step.DeepClone())]) };

    private SharerRun Show(JsonObject? child)
    {
        _shown.Add(Json.Of(("shares", new JsonArray([.. _live.Values.Select(share => (JsonNode)share)])), ("free", Free), ("child", child)));
        return this;
    }

    private static string Xor(string left, string right) =>
        Convert.ToHexStringLower([.. Convert.FromHexString(left).Zip(Convert.FromHexString(right), (l, r) => (byte)(l ^ r))]);
}
