using System.Text.Json.Nodes;
using AmpSpec.Derivation;
using AmpSpec.Primitives;

namespace AmpSpec.Conformance.Operations;

/// <summary>Splitting and merging shares, and a payer's sharer step by step.</summary>
internal static class SharingOps
{
    public static readonly Operation Split = new(
        "amp.share.split", "two shares that XOR to one; the left one is the randomness",
        In: [new("share", Form.Bytes32), new("left", Form.Bytes32)],
        Ok: [new("left", Form.Bytes32), new("right", Form.Bytes32)],
        Errors: [(Phase.Input, DerivationClass.ZeroShare)],
        Run: (input, _) => Answer.From(
            XorSharing.Split(Share(input, "share"), Share(input, "left")),
            halves => new JsonObject { ["left"] = halves.Left.Value.ToString(), ["right"] = halves.Right.Value.ToString() }));

    public static readonly Operation Merge = new(
        "amp.share.merge", "a share comes back to the free one",
        In: [new("free", Form.Bytes32), new("share", Form.Bytes32)],
        Ok: [new("free", Form.Bytes32)],
        Errors: [],
        Run: (input, _) => new Answer.Ok(new JsonObject { ["free"] = XorSharing.Merge(Share(input, "free"), Share(input, "share")).Value.ToString() }));

    public static readonly Operation Run = new(
        "amp.sharer.run", "a payer hands out shares, takes some back, and issues children; after each step the live shares and the free one",
        In:
        [
            AmpOps.Derivation, new("root_seed", Form.Bytes32),
            new("steps", new Form.List(new Form.Variants(
                "do",
                ("split", [new("left", Form.Bytes32), new("index", AmpOps.Index, Optional: true)]),
                ("child", [new("index", AmpOps.Index)]),
                ("merge", [new("shard", Form.U32)]),
                ("last", [new("index", AmpOps.Index)])), 1)),
        ],
        Ok:
        [
            new("steps", new Form.List(new Form.Object(
                new("shares", new Form.List(Form.Bytes32)), new("free", Form.Bytes32),
                new("child", new Form.Object(new("share", Form.Bytes32), new("preimage", Form.Bytes32), new("hash", Form.Bytes32)), Optional: true)), 1)),
        ],
        Errors:
        [
            (Phase.Input, DerivationClass.UnknownDerivation), (Phase.Input, DerivationClass.ZeroShare), (Phase.Input, DerivationClass.UnknownShard),
            (Phase.Input, DerivationClass.IndexTooWide), (Phase.Derive, DerivationClass.SharerExhausted), (Phase.Derive, DerivationClass.RepeatedChild),
        ],
        Run: (input, policies) => Answer.From(AmpOps.IndexedOf(input), derivation =>
            Steps(Sharer.Of(new(input.Bytes32("root_seed")), derivation, policies.Is(Policies.SharerExhausted, "zero-share")), input.Objects("steps"))));

    public static readonly IReadOnlyList<Operation> All = [Split, Merge, Run];

    private static Answer Steps(Sharer sharer, IReadOnlyList<Input> steps)
    {
        var shown = new JsonArray();
        for (var at = 0; at < steps.Count; at++)
        {
            switch (Step(sharer, steps[at]))
            {
                case Derived<Stepped>.Ok(var stepped):
                    sharer = stepped.Sharer;
                    shown.Add(Show(stepped));
                    break;
                case Derived<Stepped>.Refused(var error):
                    return Answer.From(error with { At = [at] });
            }
        }

        return new Answer.Ok(new JsonObject { ["steps"] = shown });
    }

    private static Derived<Stepped> Step(Sharer sharer, Input step) => step.Text("do") switch
    {
        "split" when step.Has("index") => sharer.Split(Share(step, "left"), Index(step)).Then(Stepped.With),
        "split" => sharer.Split(Share(step, "left")).Then(Stepped.Alone),
        "child" => sharer.Child(Index(step)).Then(Stepped.With),
        "merge" => sharer.Merge(step.U32("shard")).Then(Stepped.Alone),
        _ => sharer.Last(Index(step)).Then(Stepped.With),
    };

    private static JsonObject Show(Stepped step)
    {
        var shown = new JsonObject
        {
            ["shares"] = AmpOps.Texts(step.Sharer.Live.Select(shard => shard.Share.Value)),
            ["free"] = step.Sharer.Free.Value.ToString(),
        };
        if (step.Issued is { } issued)
        {
            var child = AmpOps.Show(issued.Child);
            child["share"] = issued.Share.Value.ToString();
            shown["child"] = child;
        }

        return shown;
    }

    private static Share Share(Input input, string name) => new(input.Bytes32(name));

    private static ChildIndex Index(Input step) => AmpOps.IndexOf(step, "index");

    private sealed record Stepped(Sharer Sharer, Issued? Issued)
    {
        public static Derived<Stepped> Alone(Sharer sharer) => new Stepped(sharer, null);

        public static Derived<Stepped> With(Issued issued) => new Stepped(issued.Sharer, issued);
    }
}
