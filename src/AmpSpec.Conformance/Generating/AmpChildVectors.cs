using System.Buffers.Binary;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Derivation;
using static AmpSpec.Conformance.Generating.AmpInputs;

namespace AmpSpec.Conformance.Generating;

/// <summary>One child under every derivation: known answers, both ends of every index, every place of root and share.</summary>
internal static class AmpChildVectors
{
    private const string Counting = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    public static VectorFile File()
    {
        var file = new SuiteFile("amp/child-derive", AmpOps.Derive, "ampspec/amp/child-derive");
        KnownAnswers(file);
        foreach (var derivation in Indexed)
        {
            Indices(file, derivation);
            RootsAndShares(file, derivation);
        }

        Defaults(file);
        Pieces(file);
        Refused(file);
        return file.Build();
    }

    private static string[] Requirements(ChildDerivation.Indexed derivation) =>
        derivation == ChildDerivation.Lnd ? ["AMP-DRV-02", "AMP-DRV-03"] : [derivation.Requirement];

    private static void KnownAnswers(SuiteFile file)
    {
        file.Group("known-answers", ["AMP-DRV-04"]);
        Known("lnd", Zero, Zero, 0, "1751ac12e70e15b4f76c16775cd329ae55973b612521dab2de828a5cdb6c8ab3", "1596d82958b4b5474565627bc40dd23f48aa50a375ba06b25e4b8ad953105f51", ["AMP-DRV-02", "AMP-DRV-03"]);
        Known("lnd", Counting, Counting, 0, "4a576a52ac31b40b9d39c5ce2eda6ff82426effa64009c8e2da4e33f050e720d", "8984a1959aae86a733aa7bf98fd1954b8d597a23ed540f6be5beb4368edf6a28", ["AMP-DRV-02", "AMP-DRV-09"]);
        Known("lnd", Root, A, 0, "3d338f7f00f1ce6271b19f8fcbe16129af7c3b996df8a6c5d76234a73bb41c1f", "17d68330d858e6384e84dc8235ce9e27d0c2ffb292e55ffcde3e5758a59c87b5", ["AMP-DRV-02"]);
        Known("lnd", Root, B, 1, "81833ed1b3787607d346a61d9da8f705cc9ba312b6c59c3e9fee08b97f2e37b1", "2e47cb613984aaec857612d3241ff7fd7b9e6764c197c35da5402d25120df8fd", ["AMP-DRV-02"]);
        Known("lnd", Root, C, 0xffff_ffff, "42b17dc3e025eb2bd9ba45d14c2106ca87017caf412305b8b5365e4aacb054f5", "b68b42d1cea48c159d057e6edcf60f3351e8bf1791a16dd6373a8ffac759d75c", ["AMP-DRV-02", "AMP-DRV-03"]);
        Known("pr658", Root, A, 0, "678c3f58b673c78f2b3cbd35981d478632ea7bc641aa6aefb65b69b2ed93a937", "12850c3a9d88f5a771c0b79bd9a3b191f989c12954a76223075a701d89282492", ["AMP-DRV-05"]);
        Known("pr658", Root, B, 1, "a7e5534b40ef80c95297f4bd5ccd3b812121fdb15e99945672707dcad414f695", "d2a4a94d0dffda55358c00773863073a7e25be0e20df53df95f4b991a0bf368c", ["AMP-DRV-05"]);
        Known("pr658", Root, C, 2, "f84bbd019a02cb6a11f03e67e2d695b08d8466d830e59f9217136dc7a6b37025", "b4aedb8c3be2d46c0a1f2f6248eca97a8dacb8efff6ae189c267f8bcf6acd4a6", ["AMP-DRV-05"]);
        Known("fiber", Root, A, 0, "c2dbb658411ce72e3df9b3de3b61a7a614c64888354950b3ac1e8ec51e06554e", "07e8a2470470b92d4d726f63824823c6a527be85fbb9c5a68e1c2a7236e75eff", ["AMP-DRV-06"]);
        Known("fiber", Root, B, 1, "45c51e3b8dc897a719164915fb656f8c7bbf548b5952f74584f833efd29ef095", "a470a609e90b1e6a6b339ae4e99201f398bb6794b59b782be98c7ba838874d5b", ["AMP-DRV-06"]);
        Known("fiber", Root, C, 2, "09be189f5cdbd1d7736f1d2d43039d3c5719002a5dde766e1342983ce60536ed", "3d00ae1c12a7c12ff6bda0c1ff1e56486c126e9c1a63ef8d0646fb13ff88460b", ["AMP-DRV-06"]);
        Known("og18-1", Root, null, 1, "cdba81b691bfc1be16cb0286fc9f32326781d0f7d0676eafeb5d17bc216e3bc7", "3ccca1fc222097d0e7ba0c0dfc2837bb52ce8c79a3c86078c1b00c992a6a74ba", ["AMP-DRV-07"]);
        Known("og18-2", Root, null, 1, "a7e5534b40ef80c95297f4bd5ccd3b812121fdb15e99945672707dcad414f695", "d2a4a94d0dffda55358c00773863073a7e25be0e20df53df95f4b991a0bf368c", ["AMP-DRV-07"]);
        Known("og18-4", Root, null, 1, "72b0044b57fe5d19b99e09280dfe938fe26f2bb393aa639e86a3da9529cab5e4", "bc71d73f6a8d6de3a9772068865e76bc28fc8c66e70b7ab0d45056c6f4536d20", ["AMP-DRV-07"]);
        Known("og18-8", Root, null, 1, "60d1212c9a82e34e379683236bfbb09858f2a1e3c804f9ffb335baa15622db79", "97826fd89afd8944d2e0c98b65d330206f8584b9bf8969b5ae15a3393a057da3", ["AMP-DRV-07"]);

        void Known(string derivation, string root, string? share, ulong index, string preimage, string hash, string[] requirements)
        {
            var indexed = Array.Find(Indexed, known => known.Name == derivation)!;
            file.Valid(
                $"known-{derivation}-{root[..2]}{root[^2..]}-{index}", Child(derivation, root, share, index), [Flag.KnownAnswer],
                expect: new() { ["preimage"] = preimage, ["hash"] = hash }, trace: Trace(indexed, root, share, index), requirements: requirements);
        }
    }

    private static void Indices(SuiteFile file, ChildDerivation.Indexed derivation)
    {
        file.Group($"indices-{derivation}", Requirements(derivation));
        var (root, share) = (file.Draws.Hex(), file.Draws.Hex());
        foreach (var index in Edges(derivation))
        {
            file.Valid($"{derivation}-index-{index}", Child(derivation.Name, root, share, index), [AmpFlags.IndexWidth], trace: Trace(derivation, root, share, index));
        }

        for (var i = 0; i < 16; i++)
        {
            file.Valid($"{derivation}-seeded-{i}", Child(derivation.Name, file.Draws.Hex(), file.Draws.Hex(), Cut(derivation, file.Draws.U64())), [Flag.Seeded]);
        }
    }

    private static void RootsAndShares(SuiteFile file, ChildDerivation.Indexed derivation)
    {
        file.Group($"roots-and-shares-{derivation}", Requirements(derivation));
        var (one, two) = (file.Draws.Hex(), file.Draws.Hex());
        string first = $"80{Zero[2..]}", last = $"{Zero[2..]}01";
        foreach (var (name, root, share) in new[]
        {
            ("both-zero", Zero, Zero), ("root-zero", Zero, one), ("share-zero", one, Zero), ("root-ones", Ones, one), ("share-ones", one, Ones), ("equal", one, one),
            ("one-two", one, two), ("two-one", two, one), ("root-first-bit", first, two), ("root-last-bit", last, two), ("share-first-bit", two, first), ("share-last-bit", two, last),
        })
        {
            file.Valid($"{derivation}-{name}", Child(derivation.Name, root, share, 200), [AmpFlags.RootAndShare]);
        }

        if (!derivation.TakesShare)
        {
            file.Valid($"{derivation}-no-share", Child(derivation.Name, one, null, 200), [AmpFlags.RootAndShare]);
        }
    }

    private static void Defaults(SuiteFile file)
    {
        file.Group("defaults", ["AMP-DRV-02", "AMP-DRV-04"]);
        foreach (var index in new ulong[] { 0, 255, 65536, uint.MaxValue })
        {
            var input = Child(null, Root, A, index);
            file.Valid($"no-name-is-lnd-{index}", input, [AmpFlags.NamedDerivation]);
            input["hash"] = "sha256";
            file.Valid($"hash-named-{index}", input, [AmpFlags.NamedDerivation]);
        }
    }

    private static void Pieces(SuiteFile file)
    {
        file.Group("pieces", ["AMP-DRV-08"]);
        string x = Fill("11")[..40], y = Fill("22")[..40], none = Zero[..40];
        file.Valid("rusty18-known", Joined(x, y), [Flag.KnownAnswer], new JsonObject
        {
            ["preimage"] = Zero[..24] + Fill("33")[..40],
            ["hash"] = "04fd09391ff8fb44ccef1c4675c93f560d6ab1b22b234e2c58d819a34f68d76b",
        });
        file.Valid("rusty18-turned", Joined(y, x), [AmpFlags.ArrivalOrder]);
        file.Valid("rusty18-equal", Joined(x, y, x), [AmpFlags.EqualShares]);
        file.Valid("rusty18-cancelling", Joined(x, x), [AmpFlags.EqualShares]);
        file.Valid("rusty18-zero", Joined(none), [AmpFlags.ZeroShare]);
        file.Valid("rusty18-with-zero", Joined(x, none), [AmpFlags.ZeroShare]);
        file.Valid("rusty18-first-bit", Joined($"80{none[2..]}"), [Flag.Boundary]);
        file.Valid("rusty18-last-bit", Joined($"{none[2..]}01"), [Flag.Boundary]);
        foreach (var count in new[] { 1, 2, 3, 4, 5, 8, 16, 17 })
        {
            file.Valid($"rusty18-of-{count}", Joined([.. Enumerable.Range(0, count).Select(_ => file.Draws.Hex(20))]), [Flag.Seeded]);
        }

        file.Invalid("rusty18-of-none", "rusty18-of-1", Joined(), DerivationClass.EmptySet, [Flag.Boundary]);
        file.Invalid("rusty18-without-pieces", "rusty18-of-1", new() { ["derivation"] = "rusty18" }, Operation.Malformed, [AmpFlags.NamedDerivation]);
    }

    private static void Refused(SuiteFile file)
    {
        foreach (var derivation in Indexed)
        {
            file.Group($"too-wide-{derivation}", [derivation.Requirement]);
            var control = $"{derivation}-widest";
            file.Valid(control, Child(derivation.Name, Root, A, derivation.MaxIndex), [AmpFlags.IndexWidth]);
            foreach (var index in new ulong[] { 0x100, 0x101, 0x1_0000, 0x1_0001, 0x1_0000_0000, 0x1_0000_0001, ulong.MaxValue }.Where(index => index > derivation.MaxIndex))
            {
                file.Invalid($"{derivation}-too-wide-{index}", control, Child(derivation.Name, Root, A, index), DerivationClass.IndexTooWide, [AmpFlags.IndexWidth]);
            }
        }

        file.Group("no-such-name", ["AMP-DRV-04", "AMP-DRV-07"]);
        foreach (var (slug, name) in new[]
        {
            ("family-alone", "og18"), ("width-0", "og18-0"), ("width-3", "og18-3"), ("width-16", "og18-16"), ("upper-case", "LND"),
            ("space", "lnd "), ("amp", "amp"), ("p658", "p658"), ("rusty", "rusty"), ("empty", ""),
        })
        {
            file.Invalid($"name-{slug}", "lnd-widest", Child(name, Root, A, 0xffff_ffff), DerivationClass.UnknownDerivation, [AmpFlags.NamedDerivation]);
        }

        file.Group("request", ["AMP-DRV-04", "AMP-DRV-07"]);
        file.Valid("og18-8-first-index-as-digits", Child("og18-8", Root, A, 1UL << 32), [AmpFlags.IndexWidth]);
        file.Invalid("og18-8-5-as-digits", "og18-8-first-index-as-digits", Child("og18-8", Root, A, 0).And("child_index", "5"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("og18-8-4294967296-as-a-number", "og18-8-first-index-as-digits", Child("og18-8", Root, A, 0).And("child_index", 1L << 32), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("root-31-bytes-goes-before-an-unknown-name", "lnd-widest", Child("amp", Root[2..], A, 0xffff_ffff), Operation.Malformed, [Flag.BadRequest]);

        file.Group("missing", ["AMP-DRV-02"]);
        foreach (var (derivation, member) in new[] { ("lnd", "share"), ("fiber", "share"), ("lnd", "root_seed"), ("lnd", "child_index"), ("pr658", "root_seed"), ("og18-8", "child_index") })
        {
            var input = Child(derivation, Root, A, derivation is "og18-8" ? ulong.MaxValue : derivation is "lnd" ? uint.MaxValue : 0xffff);
            input.Remove(member);
            file.Invalid($"{derivation}-without-{member}", $"{derivation}-widest", input, Operation.Malformed, [AmpFlags.RootAndShare]);
        }
    }

    private static JsonObject Joined(params string[] pieces) =>
        new() { ["derivation"] = "rusty18", ["pieces"] = new JsonArray([.. pieces.Select(piece => (JsonNode)piece)]) };

    private static JsonObject Trace(ChildDerivation.Indexed derivation, string root, string? share, ulong index)
    {
        var wide = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(wide, index);
        return new() { ["sha256_input"] = root + (derivation.TakesShare ? share : "") + Convert.ToHexStringLower(wide[^derivation.IndexSize..]) };
    }
}
