using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Derivation;
using AmpSpec.Primitives;
using static AmpSpec.Conformance.Generating.AmpInputs;

namespace AmpSpec.Conformance.Generating;

/// <summary>Whole sets, and every way in which one part spoils them.</summary>
internal static class AmpReconstructVectors
{
    private static readonly int[] Sizes = [1, 2, 3, 4, 7, 16, 17];

    public static VectorFile File()
    {
        var file = new SuiteFile("amp/reconstruct", AmpOps.Reconstruct, "ampspec/amp/reconstruct");
        Worked(file);
        foreach (var derivation in Indexed)
        {
            Whole(file, derivation);
            Spoiled(file, derivation);
        }

        Shares(file);
        Refused(file);
        return file.Build();
    }

    private static void Worked(SuiteFile file)
    {
        file.Group("worked-example", ["AMP-DRV-01", "AMP-DRV-02"]);
        Part[] parts = [new(A, 0), new(B, 1), new(C, uint.MaxValue)];
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        foreach (var order in orders)
        {
            file.Valid($"order-{string.Join("", order)}", Locked(ChildDerivation.Lnd, [.. order.Select(at => parts[at])]), [Flag.KnownAnswer, AmpFlags.ArrivalOrder]);
        }

        file.Valid("no-name-is-lnd", Without(Locked(ChildDerivation.Lnd, parts), "derivation"), [AmpFlags.NamedDerivation], requirements: ["AMP-DRV-04"]);
    }

    private static void Whole(SuiteFile file, ChildDerivation.Indexed derivation)
    {
        file.Group($"whole-{derivation}", ["AMP-DRV-01", derivation == ChildDerivation.Lnd ? "AMP-DRV-02" : derivation.Requirement]);
        foreach (var count in Sizes)
        {
            var input = Locked(derivation, Drawn(file, derivation, count));
            file.Valid($"{derivation}-of-{count}", input, [Flag.Seeded], requirements: count == 1 ? ["AMP-DRV-09"] : null);
            file.Valid($"{derivation}-of-{count}-unchecked", Unchecked(input, _ => true), [Flag.Seeded]);
        }

        var edges = Edges(derivation).Select(index => new Part(file.Draws.Hex(), index)).ToArray();
        file.Valid($"{derivation}-all-indices", Locked(derivation, edges), [AmpFlags.IndexWidth]);
        file.Valid($"{derivation}-all-indices-turned", Locked(derivation, [.. edges.Reverse()]), [AmpFlags.IndexWidth, AmpFlags.ArrivalOrder]);
        file.Valid($"{derivation}-some-unchecked", Unchecked(Locked(derivation, Drawn(file, derivation, 5)), at => at % 2 == 0), [Flag.Seeded]);
    }

    // Each differs in one point from a set that is whole.
    private static void Spoiled(SuiteFile file, ChildDerivation.Indexed derivation)
    {
        file.Group($"spoiled-{derivation}", ["AMP-DRV-02", derivation.Requirement]);
        var control = $"{derivation}-whole";
        var whole = Locked(derivation, [.. Enumerable.Range(0, 4).Select(at => new Part(file.Draws.Hex(), (ulong)(3 * at) + 5))]);
        file.Valid(control, whole, [AmpFlags.Mismatch]);
        for (var at = 0; at < 4; at++)
        {
            Spoil($"hash-{at}", children => children[at]!["hash"] = Flip((string)children[at]!["hash"]!, at));
            Spoil($"index-{at}", children => children[at]!["child_index"] = (uint)children[at]!["child_index"]! + 1);
            Spoil($"share-{at}", children => children[at]!["share"] = Flip((string)children[at]!["share"]!, 31 - at));
            Spoil($"missing-{at}", children => children.RemoveAt(at));
        }

        Spoil("twice", children => children.Add(children[1]!.DeepClone()));
        Spoil("hashes-swapped", children => (children[0]!["hash"], children[3]!["hash"]) = (children[3]!["hash"]!.DeepClone(), children[0]!["hash"]!.DeepClone()));
        Spoil("zero-hashes", children =>
        {
            foreach (var child in children)
            {
                child!["hash"] = Zero;
            }
        });
        foreach (var other in Indexed.Where(other => other != derivation && (other.TakesShare, other.IndexSize) != (derivation.TakesShare, derivation.IndexSize)))
        {
            var input = (JsonObject)whole.DeepClone();
            input["derivation"] = other.Name;
            file.Invalid($"{derivation}-read-as-{other}", control, input, DerivationClass.PreimageMismatch, [AmpFlags.NamedDerivation], ["AMP-DRV-04"]);
        }

        void Spoil(string name, Action<JsonArray> change)
        {
            var input = (JsonObject)whole.DeepClone();
            change(input["children"]!.AsArray());
            file.Invalid($"{derivation}-spoiled-{name}", control, input, DerivationClass.PreimageMismatch, [AmpFlags.Mismatch]);
        }
    }

    private static void Shares(SuiteFile file)
    {
        file.Group("zero-and-equal-shares", ["AMP-DRV-01"]);
        foreach (var (name, flag, shares) in new (string, Flag, string[])[]
        {
            ("one-zero", AmpFlags.ZeroShare, [Zero]), ("two-zero", AmpFlags.ZeroShare, [Zero, Zero]), ("zero-among", AmpFlags.ZeroShare, [A, Zero, B]),
            ("equal-pair", AmpFlags.EqualShares, [A, A]), ("equal-among", AmpFlags.EqualShares, [A, B, A]), ("equal-three", AmpFlags.EqualShares, [A, A, A]),
            ("equal-four", AmpFlags.EqualShares, [B, B, B, B]), ("root-zero", AmpFlags.ZeroShare, [A, B, Xor([A, B])]), ("ones", AmpFlags.EqualShares, [Ones, Ones, A]),
        })
        {
            file.Valid(name, Locked(ChildDerivation.Lnd, [.. shares.Select((share, at) => new Part(share, (ulong)at))]), [flag]);
            file.Valid($"{name}-same-index", Locked(ChildDerivation.Lnd, [.. shares.Select(share => new Part(share, 7))]), [flag]);
        }
    }

    private static void Refused(SuiteFile file)
    {
        file.Group("no-set", ["AMP-DRV-01", "AMP-DRV-04"]);
        file.Invalid("of-none", "lnd-of-1", Locked(ChildDerivation.Lnd, []), DerivationClass.EmptySet, [Flag.Boundary]);
        foreach (var name in new[] { "og18", "og18-3", "rusty18", "amp" })
        {
            var input = Locked(ChildDerivation.Lnd, new(A, 0), new(B, 1), new(C, uint.MaxValue));
            input["derivation"] = name;
            file.Invalid($"name-{name}", "order-012", input, DerivationClass.UnknownDerivation, [AmpFlags.NamedDerivation]);
        }

        foreach (var derivation in Indexed.Where(derivation => derivation.IndexSize < 8))
        {
            file.Group($"too-wide-{derivation}", [derivation.Requirement]);
            file.Valid($"{derivation}-widest", Unchecked(Locked(derivation, new(A, 0), new(B, derivation.MaxIndex)), _ => true), [AmpFlags.IndexWidth]);
            var input = Unchecked(Locked(derivation, new(A, 0), new(B, derivation.MaxIndex)), _ => true);
            input["children"]![1]!["child_index"] = Number(derivation.MaxIndex + 1);
            file.Invalid($"{derivation}-too-wide", $"{derivation}-widest", input, DerivationClass.IndexTooWide, [AmpFlags.IndexWidth]);

            // two at fault: the first is named, and no other
            var three = Unchecked(Locked(derivation, new(A, 0), new(B, derivation.MaxIndex), new(C, derivation.MaxIndex)), _ => true);
            file.Valid($"{derivation}-widest-twice", three.DeepClone().AsObject(), [AmpFlags.IndexWidth]);
            three["children"]![1]!["child_index"] = Number(derivation.MaxIndex + 1);
            three["children"]![2]!["child_index"] = Number(derivation.MaxIndex + 1);
            file.Invalid($"{derivation}-too-wide-twice", $"{derivation}-widest-twice", three, DerivationClass.IndexTooWide, [AmpFlags.IndexWidth]);
        }

        // the share is needed for the root, also where the hash of a child leaves it out
        foreach (var derivation in Indexed)
        {
            file.Group($"no-share-{derivation}", ["AMP-DRV-01", derivation.Requirement]);
            file.Valid($"{derivation}-with-shares", Locked(derivation, new(A, 0), new(B, 1)), [Flag.Boundary]);
            var input = Locked(derivation, new(A, 0), new(B, 1));
            input["children"]![1]!.AsObject().Remove("share");
            file.Invalid($"{derivation}-without-share", $"{derivation}-with-shares", input, Operation.Malformed, [Flag.Boundary]);
        }
    }

    private static Part[] Drawn(SuiteFile file, ChildDerivation.Indexed derivation, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Part(file.Draws.Hex(), Cut(derivation, file.Draws.U64())))];

    private static JsonObject Locked(ChildDerivation.Indexed derivation, params Part[] parts)
    {
        var root = new RootSeed(Bytes32.Parse(Xor(parts.Select(part => part.Share))));
        return new()
        {
            ["derivation"] = derivation.Name,
            ["children"] = new JsonArray([.. parts.Select(part => (JsonNode)new JsonObject
            {
                ["share"] = part.Share,
                ["child_index"] = Number(part.Index),
                ["hash"] = ChildPreimage.Of(derivation, root, new(Bytes32.Parse(part.Share)), new(part.Index)).Hash.ToString(),
            })]),
        };
    }

    private static JsonObject Unchecked(JsonObject input, Func<int, bool> which)
    {
        var children = input.DeepClone()["children"]!.AsArray();
        for (var at = 0; at < children.Count; at++)
        {
            if (which(at))
            {
                children[at]!.AsObject().Remove("hash");
            }
        }

        return new() { ["derivation"] = input["derivation"]!.DeepClone(), ["children"] = children.DeepClone() };
    }

    private static JsonObject Without(JsonObject input, string member)
    {
        input.Remove(member);
        return input;
    }

    private static string Flip(string hex, int @byte)
    {
        var bytes = Convert.FromHexString(hex);
        bytes[@byte] ^= 1;
        return Convert.ToHexStringLower(bytes);
    }

    private readonly record struct Part(string Share, ulong Index);
}
