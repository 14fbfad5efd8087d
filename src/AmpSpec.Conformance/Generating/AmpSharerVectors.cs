using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Derivation;
using static AmpSpec.Conformance.Generating.AmpInputs;

namespace AmpSpec.Conformance.Generating;

/// <summary>A payer's sharer: chains, retries, exhaustion, repeats, and what random payers do.</summary>
internal static class AmpSharerVectors
{
    public static VectorFile File()
    {
        var file = new SuiteFile("amp/sharer-run", SharingOps.Run, "ampspec/amp/sharer-run");
        Chains(file);
        Retries(file);
        Wanderings(file);
        Exhausted(file);
        Refused(file);
        return file.Build();
    }

    private static void Chains(SuiteFile file)
    {
        file.Group("chains", ["AMP-DRV-10", "AMP-DRV-14"]);
        file.Valid("worked", Payer(Root, Split(A, 0), Split(B, 1), Last(uint.MaxValue)), [Flag.KnownAnswer, AmpFlags.Conservation]);
        file.Valid("single", Payer(Root, Last(0)), [Flag.Boundary], requirements: ["AMP-DRV-09"]);
        file.Valid("splits-alone", Payer(Root, Split(A), Split(B)), [AmpFlags.Conservation]);
        file.Valid("child-keeps-all", Payer(Root, Child(7), Child(8), Last(9)), [AmpFlags.Conservation]);
        file.Valid("child-between", Payer(Root, Split(A, 7), Child(7), Split(B, 7), Child(7)), [AmpFlags.Conservation], requirements: ["AMP-DRV-17"]);
        foreach (var derivation in Indexed)
        {
            file.Valid($"{derivation}-single", Payer(derivation, Root, Last(0)), [Flag.Boundary], requirements: ["AMP-DRV-09"]);
            file.Valid($"{derivation}-of-3", Payer(derivation, Root, Split(A, 0), Split(B, 1), Last(derivation.MaxIndex)), [AmpFlags.IndexWidth]);
        }

        foreach (var count in new[] { 1, 2, 3, 4, 8, 16, 17 })
        {
            var steps = Enumerable.Range(1, count - 1).Select(_ => Split(file.Draws.Hex(), file.Draws.U32())).Append(Last(file.Draws.U32()));
            file.Valid($"chain-{count}", Payer(file.Draws.Hex(), [.. steps]), [Flag.Seeded, AmpFlags.Conservation]);
        }
    }

    private static void Retries(SuiteFile file)
    {
        file.Group("retries", ["AMP-DRV-13", "AMP-DRV-14"]);
        foreach (var (name, steps) in new (string, JsonObject[])[]
        {
            ("merge-restores", [Split(A), Merge(0)]),
            ("merge-first-of-two", [Split(A), Split(B), Merge(0)]),
            ("merge-second-of-two", [Split(A), Split(B), Merge(1)]),
            ("merge-both", [Split(A), Split(B), Merge(0), Merge(1)]),
            ("merge-both-turned", [Split(A), Split(B), Merge(1), Merge(0)]),
            ("numbers-are-not-reused", [Split(A), Merge(0), Split(A), Merge(1)]),
            ("last-fails-and-goes-again", [Last(0), Merge(0), Last(1)]),
            ("last-of-two-goes-again", [Split(A, 0), Last(1), Merge(1), Last(2)]),
            ("first-of-two-goes-again", [Split(A, 0), Last(1), Merge(0), Last(2)]),
            ("last-is-split-again", [Split(A, 0), Last(1), Merge(1), Split(B, 2), Last(3)]),
            ("all-fail-then-single", [Split(A, 0), Split(B, 1), Last(2), Merge(0), Merge(1), Merge(2), Last(3)]),
            ("same-share-new-index", [Split(A, 0), Merge(0), Split(A, 1), Last(0)]),
            ("equal-lefts", [Split(A, 0), Split(A, 1), Last(2)]),
        })
        {
            file.Valid(name, Payer(Root, steps), [AmpFlags.Conservation]);
        }
    }

    // Random payers; the walk keeps to what is possible, so each is answered.
    private static void Wanderings(SuiteFile file)
    {
        file.Group("wanderings", ["AMP-DRV-13", "AMP-DRV-14"]);
        for (var i = 0; i < 24; i++)
        {
            var steps = new List<JsonObject>();
            var live = new List<int>();
            var (handedOut, free) = (0, true);
            for (var step = 0; step < 4 + (i % 7); step++)
            {
                switch (file.Draws.Below(5))
                {
                    case 0 or 1 when free:
                        steps.Add(Split(file.Draws.Hex(), file.Draws.U32()));
                        live.Add(handedOut++);
                        break;
                    case 2 when free && step > 2:
                        steps.Add(Last(file.Draws.U32()));
                        live.Add(handedOut++);
                        free = false;
                        break;
                    case 3 when live.Count > 0:
                        var at = file.Draws.Below(live.Count);
                        steps.Add(Merge((uint)live[at]));
                        live.RemoveAt(at);
                        free = true;
                        break;
                    default:
                        steps.Add(free ? Child(file.Draws.U32()) : Merge((uint)live[0]));
                        if (!free)
                        {
                            live.RemoveAt(0);
                            free = true;
                        }

                        break;
                }
            }

            file.Valid($"wandering-{i}", Payer(file.Draws.Hex(), [.. steps]), [Flag.Seeded, AmpFlags.Conservation]);
        }
    }

    private static void Exhausted(SuiteFile file)
    {
        file.Group("exhausted", ["AMP-DRV-11"]);
        foreach (var (name, step) in new[] { ("split", Split(A)), ("split-with-child", Split(A, 9)), ("child", Child(9)), ("last", Last(9)) })
        {
            file.Valid($"{name}-after-a-merge", Payer(Root, Split(B, 0), Last(1), Merge(0), step), [AmpFlags.Exhausted]);
            file.Invalid($"{name}-of-nothing", $"{name}-after-a-merge", Payer(Root, Split(B, 0), Last(1), step), DerivationClass.SharerExhausted, [AmpFlags.Exhausted]);
            file.Valid($"{name}-of-a-bit", Payer($"{Zero[2..]}01", step), [AmpFlags.Exhausted]);
            file.Invalid($"{name}-of-a-zero-root", $"{name}-of-a-bit", Payer(Zero, step), DerivationClass.SharerExhausted, [AmpFlags.Exhausted]);
        }
    }

    private static void Refused(SuiteFile file)
    {
        file.Group("zero-shares", ["AMP-DRV-12"]);
        file.Invalid("left-zero", "splits-alone", Payer(Root, Split(A), Split(Zero)), DerivationClass.ZeroShare, [AmpFlags.ZeroShare]);
        file.Invalid("left-is-the-root", "splits-alone", Payer(Root, Split(Root), Split(B)), DerivationClass.ZeroShare, [AmpFlags.ZeroShare]);
        file.Invalid("left-is-what-is-free", "splits-alone", Payer(Root, Split(A), Split(Xor([Root, A]))), DerivationClass.ZeroShare, [AmpFlags.ZeroShare]);

        file.Group("unknown-shards", ["AMP-DRV-13"]);
        file.Invalid("merge-before-any", "merge-restores", Payer(Root, Merge(0)), DerivationClass.UnknownShard, [AmpFlags.Conservation]);
        file.Invalid("merge-of-the-next", "merge-restores", Payer(Root, Split(A), Merge(1)), DerivationClass.UnknownShard, [AmpFlags.Conservation]);
        file.Invalid("merge-twice", "merge-both", Payer(Root, Split(A), Split(B), Merge(0), Merge(0)), DerivationClass.UnknownShard, [AmpFlags.Conservation]);
        file.Invalid("merge-of-a-used-number", "numbers-are-not-reused", Payer(Root, Split(A), Merge(0), Split(A), Merge(0)), DerivationClass.UnknownShard, [AmpFlags.Conservation]);
        file.Invalid("merge-of-the-largest", "merge-restores", Payer(Root, Split(A), Merge(uint.MaxValue)), DerivationClass.UnknownShard, [AmpFlags.Conservation]);

        file.Group("repeats", ["AMP-DRV-17"]);
        file.Invalid("last-goes-again-with-its-index", "last-fails-and-goes-again", Payer(Root, Last(0), Merge(0), Last(0)), DerivationClass.RepeatedChild, [AmpFlags.Repeated]);
        file.Invalid("child-twice", "child-keeps-all", Payer(Root, Child(7), Child(7), Last(9)), DerivationClass.RepeatedChild, [AmpFlags.Repeated]);
        file.Invalid("last-after-its-child", "child-keeps-all", Payer(Root, Child(7), Child(8), Last(7)), DerivationClass.RepeatedChild, [AmpFlags.Repeated]);
        file.Invalid("same-share-same-index", "same-share-new-index", Payer(Root, Split(A, 0), Merge(0), Split(A, 0), Last(0)), DerivationClass.RepeatedChild, [AmpFlags.Repeated]);
        file.Invalid("equal-lefts-same-index", "equal-lefts", Payer(Root, Split(A, 0), Split(A, 0), Last(2)), DerivationClass.RepeatedChild, [AmpFlags.Repeated]);
        foreach (var derivation in Indexed)
        {
            var input = Payer(derivation, Root, Split(A, 5), Last(5));
            file.Valid($"{derivation}-another-index", Payer(derivation, Root, Split(A, 5), Last(6)), [AmpFlags.Repeated]);
            _ = derivation.TakesShare
                ? file.Valid($"{derivation}-same-index-other-share", input, [AmpFlags.Repeated])
                : file.Invalid($"{derivation}-same-index", $"{derivation}-another-index", input, DerivationClass.RepeatedChild, [AmpFlags.Repeated]);
        }

        file.Group("request", ["AMP-DRV-14"]);
        file.Invalid("no-steps", "single", Payer(Root), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("no-such-step", "splits-alone", Payer(Root, Split(A), new JsonObject { ["do"] = "join", ["left"] = B }), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("last-without-index", "single", Payer(Root, new JsonObject { ["do"] = "last" }), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("index-1-as-digits", "last-fails-and-goes-again", Payer(Root, Last(0), Merge(0), new JsonObject { ["do"] = "last", ["index"] = "1" }), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("no-such-step-goes-before-a-zero-left", "splits-alone", Payer(Root, Split(Zero), new JsonObject { ["do"] = "join", ["left"] = B }), Operation.Malformed, [Flag.BadRequest]);

        file.Group("too-wide", ["AMP-DRV-03", "AMP-DRV-05", "AMP-DRV-06", "AMP-DRV-07"]);
        foreach (var derivation in Indexed.Where(derivation => derivation.IndexSize < 8))
        {
            file.Invalid($"{derivation}-too-wide", $"{derivation}-of-3", Payer(derivation, Root, Split(A, 0), Split(B, 1), Last(derivation.MaxIndex + 1)), DerivationClass.IndexTooWide, [AmpFlags.IndexWidth]);
        }

        file.Group("names", ["AMP-DRV-04"]);
        foreach (var name in new[] { "og18", "rusty18" })
        {
            var input = Payer(Root, Last(0));
            input["derivation"] = name;
            file.Invalid($"name-{name}", "single", input, DerivationClass.UnknownDerivation, [AmpFlags.NamedDerivation]);
        }
    }

    private static JsonObject Payer(string root, params JsonObject[] steps) =>
        new() { ["root_seed"] = root, ["steps"] = new JsonArray([.. steps.Select(step => step.DeepClone())]) };

    private static JsonObject Payer(ChildDerivation derivation, string root, params JsonObject[] steps)
    {
        var input = Payer(root, steps);
        input["derivation"] = derivation.Name;
        return input;
    }

    private static JsonObject Split(string left) => new() { ["do"] = "split", ["left"] = left };

    private static JsonObject Split(string left, ulong index) => new() { ["do"] = "split", ["left"] = left, ["index"] = Number(index) };

    private static JsonObject Child(ulong index) => new() { ["do"] = "child", ["index"] = Number(index) };

    private static JsonObject Merge(uint shard) => new() { ["do"] = "merge", ["shard"] = shard };

    private static JsonObject Last(ulong index) => new() { ["do"] = "last", ["index"] = Number(index) };
}
