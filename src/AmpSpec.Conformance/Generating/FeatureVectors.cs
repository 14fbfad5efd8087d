using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Generating;

/// <summary>Feature bits: every pair both ways, every dependency from both sides, every context.</summary>
internal static class FeatureVectors
{
    private static readonly Flag BothBits = new("BothBits", "semantics", "interop", "both bits of a pair are set", "spec/10-wire.md");
    private static readonly Flag MissingDependency = new("MissingDependency", "semantics", "loss-of-funds", "a feature without one that it depends on", "spec/10-wire.md");
    private static readonly Flag LeadingZeros = new("LeadingZeros", "canonicalisation", "interop", "zero bytes in front of the first bit");
    private static readonly Flag InContext = new("Context", "semantics", "interop", "what holds depends on where the field stands", "spec/10-wire.md");

    public static IEnumerable<VectorFile> Files() => [Decode(), Encode(), Validate(), Accept(), Restrict(), Set()];

    private static VectorFile Decode()
    {
        var file = new SuiteFile("wire/features-decode", FeatureOps.Decode, "ampspec/wire/features-decode");
        file.Group("one bit", ["INV-08"], roundtrip: "features.encode");
        foreach (var feature in Feature.All)
        {
            file.Valid($"{Slug(feature)}-needed", Hex(Features.Of(feature.Even)), [Flag.KnownAnswer], Read($"{feature.Name}.required", feature.Even));
            file.Valid($"{Slug(feature)}-offered", Hex(Features.Of(feature.Odd)), [Flag.KnownAnswer], Read($"{feature.Name}.optional", feature.Odd));
        }

        file.Group("both bits", ["INV-08"], roundtrip: "features.encode");
        foreach (var feature in Feature.All)
        {
            file.Valid($"{Slug(feature)}-both", Hex(Features.Of(feature.Even, feature.Odd)), [BothBits], Read($"{feature.Name}.required", feature.Even, feature.Odd));
        }

        file.Group("sets", ["INV-08"], roundtrip: "features.encode");
        foreach (var (slug, hex) in new[] { ("none", ""), ("lnd-invoice-mpp", "024100"), ("lnd-invoice-amp", "40004100"), ("without-names", "0800000000000000000000000c"), ("bit-64", "010000000000000000"), ("bit-2047", "80" + new string('0', 510)) })
        {
            file.Valid(slug, new() { ["hex"] = hex }, [Flag.Boundary]);
        }

        for (var i = 3; i <= 18; i++)
        {
            file.Valid($"seeded-{i}", Hex(Features.Of(file.Draws.Bytes(i).Select(b => b % (16 * i)))), [Flag.Seeded]);
        }

        file.Group("zeros in front", ["INV-08"]);
        foreach (var hex in new[] { "00", "0000", "0001", "0002", "00004100", "00000000000000000080" })
        {
            file.Valid($"zeros-{hex}", new() { ["hex"] = hex }, [LeadingZeros]);
        }

        file.Group("request", ["INV-08"]);
        file.Invalid("half-a-byte", "lnd-invoice-mpp", new() { ["hex"] = "24100" }, Operation.Malformed, [Flag.BadRequest]);

        return file.Build();
    }

    private static VectorFile Encode()
    {
        var file = new SuiteFile("wire/features-encode", FeatureOps.Encode, "ampspec/wire/features-encode");
        file.Group("shortest", ["INV-08"]);
        foreach (var bit in new[] { 0, 1, 7, 8, 15, 16, 31, 32, 63, 64, 255, 256, 2047 })
        {
            file.Valid($"bit-{bit}", Bits(bit), [Flag.Boundary]);
        }

        file.Valid("none", Bits(), [Flag.Boundary]);
        file.Valid("any-order", Bits(17, 14, 8), [Flag.KnownAnswer], new() { ["hex"] = "024100" });
        file.Valid("twice", Bits(8, 14, 8), [Flag.KnownAnswer], new() { ["hex"] = "4100" });

        file.Group("request", ["INV-08"]);
        file.Invalid("bit-below-0", "bit-0", Bits(-1), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("bit-beyond-the-longest-field", "bit-2047", Bits(Features.MaxBit + 1), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("bit-as-digits", "bit-8", new() { ["bits"] = new JsonArray("8") }, Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    private static VectorFile Validate()
    {
        var file = new SuiteFile("wire/features-validate", FeatureOps.Validate, "ampspec/wire/features-validate");
        file.Group("dependencies", ["INV-02"]);
        file.Valid("none", Bits(), [Flag.Boundary], []);
        file.Valid("without-names", Bits(2, 3, 100, 101), [Flag.Boundary], []);
        foreach (var feature in Feature.All.Where(f => f.DependsOn is not null))
        {
            foreach (var (word, bit) in new[] { ("needed", feature.Even), ("offered", feature.Odd) })
            {
                var closed = Features.None.With(bit).Bits;
                file.Valid($"{Slug(feature)}-{word}", Bits([.. closed]), [Flag.KnownAnswer], []);
                file.Valid($"{Slug(feature)}-{word}-on-the-other-bits", Bits([.. closed.Select(b => b == bit ? b : b ^ 1)]), [Flag.KnownAnswer], []);
                foreach (var dependency in feature.Dependencies())
                {
                    file.Invalid(
                        $"{Slug(feature)}-{word}-without-{Slug(dependency)}", $"{Slug(feature)}-{word}",
                        Bits([.. closed.Where(b => b >> 1 != dependency.Even >> 1)]), ErrorClass.FeaturesMissingDependency, [MissingDependency]);
                }

                if (feature.Dependencies().Skip(1).Any())
                {
                    file.Invalid($"{Slug(feature)}-{word}-alone", $"{Slug(feature)}-{word}", Bits(bit), ErrorClass.FeaturesMissingDependency, [MissingDependency]);
                }
            }
        }

        file.Valid("two-both", Bits(8, 9, 14, 15, 16, 17), [BothBits], [], requirements: ["INV-08"]);
        file.Invalid("two-missing", "two-both", Bits(16, 17, 50), ErrorClass.FeaturesMissingDependency, [MissingDependency]);

        file.Group("contexts", ["INV-02"]);
        foreach (var context in Feature.AllContexts)
        {
            Alone(file, "basic-mpp", [9, 15, 17], 17, context, exempt: context is "B" or "12");
            Alone(file, "amp", [8, 14, 30], 30, context, exempt: false);
            Alone(file, "zeroconf", [46, 50], 50, context, exempt: context is "T");
        }

        file.Group("request", ["INV-02"]);
        file.Invalid("no-such-context", "amp-9", Bits([8, 14, 30], "11"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("no-such-context-goes-before-what-is-missing", "amp-9", Bits([30], "11"), Operation.Malformed, [Flag.BadRequest]);

        return file.Build();
    }

    private static void Alone(SuiteFile file, string slug, int[] closed, int bit, string context, bool exempt)
    {
        var place = Place(context);
        file.Valid($"{slug}-{place}", Bits(closed, context), [InContext], []);
        if (exempt)
        {
            file.Valid($"{slug}-{place}-alone", Bits([bit], context), [InContext], []);
        }
        else
        {
            file.Invalid($"{slug}-{place}-alone", $"{slug}-{place}", Bits([bit], context), ErrorClass.FeaturesMissingDependency, [InContext, MissingDependency]);
        }
    }

    private static VectorFile Accept()
    {
        var file = new SuiteFile("wire/features-accept", FeatureOps.Accept, "ampspec/wire/features-accept");
        file.Group("readings", ["INV-08"]);
        foreach (var (slug, pair) in new[] { ("data-loss-protect", 0), ("payment-secret", 14), ("basic-mpp", 16), ("amp", 30), ("keysend", 54), ("without-a-name", 100), ("high", 1024) })
        {
            file.Valid($"{slug}-offered", Known([], pair + 1), [Flag.KnownAnswer], []);
            file.Valid($"{slug}-needed-and-known", Known([pair], pair), [Flag.KnownAnswer], []);
            file.Valid($"{slug}-needed-and-known-as-odd", Known([pair + 1], pair), [Flag.KnownAnswer], []);
            file.Valid($"{slug}-both-and-known", Known([pair + 1], pair, pair + 1), [BothBits], []);
            file.Invalid($"{slug}-needed", $"{slug}-offered", Known([], pair), ErrorClass.FeaturesUnknownRequired, [Flag.Boundary]);
            file.Invalid($"{slug}-both", $"{slug}-offered", Known([], pair, pair + 1), ErrorClass.FeaturesUnknownRequired, [BothBits]);
            file.Invalid($"{slug}-neighbours-known", $"{slug}-needed-and-known", Known([pair + 2, pair + 3], pair), ErrorClass.FeaturesUnknownRequired, [Flag.Boundary]);
        }

        file.Invalid("two-of-three", "basic-mpp-needed-and-known", Known([17], 16, 30, 142), ErrorClass.FeaturesUnknownRequired, [Flag.KnownAnswer]);

        file.Group("request", ["INV-08"]);
        file.Invalid("known-missing", "basic-mpp-offered", Bits(17), Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    private static VectorFile Restrict()
    {
        var file = new SuiteFile("wire/features-restrict", FeatureOps.Restrict, "ampspec/wire/features-restrict");
        file.Group("contexts", ["INV-02"]);
        foreach (var context in Feature.AllContexts)
        {
            file.Valid($"needed-{Place(context)}", Bits([.. Feature.All.Select(f => f.Even), 100], context), [InContext]);
            file.Valid($"offered-{Place(context)}", Bits([.. Feature.All.Select(f => f.Odd), 101], context), [InContext]);
        }

        file.Group("request", ["INV-02"]);
        file.Valid("mpp-in-an-invoice", Bits([8, 14, 17], "9"), [InContext], new() { ["bits"] = new JsonArray(8, 14, 17) });
        file.Invalid("context-missing", "mpp-in-an-invoice", Bits(8, 14, 17), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("no-such-context", "mpp-in-an-invoice", Bits([8, 14, 17], ""), Operation.Malformed, [Flag.BadRequest]);

        return file.Build();
    }

    private static VectorFile Set()
    {
        var file = new SuiteFile("wire/features-set", FeatureOps.Set, "ampspec/wire/features-set");
        file.Group("from nothing", ["INV-02"]);
        foreach (var feature in Feature.All)
        {
            file.Valid($"{Slug(feature)}-needed", Setting([], feature.Even), [Flag.KnownAnswer]);
            file.Valid($"{Slug(feature)}-offered", Setting([], feature.Odd), [Flag.KnownAnswer]);
        }

        file.Group("beside others", ["INV-02", "INV-08"]);
        file.Valid("offered-becomes-needed", Setting([9, 15, 17], 16), [Flag.KnownAnswer], new() { ["bits"] = new JsonArray(8, 14, 16) });
        file.Valid("needed-stays-needed", Setting([8, 14, 16], 17), [Flag.KnownAnswer], new() { ["bits"] = new JsonArray(8, 14, 16) });
        file.Valid("needed-below-offered", Setting([8], 31), [Flag.KnownAnswer], new() { ["bits"] = new JsonArray(8, 15, 31) });
        file.Valid("both-bits-of-itself", Setting([8, 9], 9), [BothBits], new() { ["bits"] = new JsonArray(8) });
        file.Valid("both-bits-of-itself-then-needed", Setting([8, 9], 8), [BothBits], new() { ["bits"] = new JsonArray(8) });
        file.Valid("both-bits-below", Setting([8, 9, 14], 17), [BothBits], new() { ["bits"] = new JsonArray(8, 14, 17) });
        file.Valid("both-bits-half-way-down", Setting([14, 15, 16], 17), [BothBits], new() { ["bits"] = new JsonArray(9, 14, 16) });
        file.Valid("both-bits-below-a-needed-one", Setting([8, 9], 14), [BothBits], new() { ["bits"] = new JsonArray(8, 14) });
        file.Valid("both-bits-elsewhere", Setting([16, 17], 8), [BothBits], new() { ["bits"] = new JsonArray(8, 16, 17) });
        file.Valid("both-bits-without-a-name", Setting([100, 101], 101), [BothBits], new() { ["bits"] = new JsonArray(100) });
        file.Valid("without-a-name", Setting([17], 100), [Flag.KnownAnswer], new() { ["bits"] = new JsonArray(17, 100) });

        file.Group("request", ["INV-02"]);
        file.Invalid("two-at-once", "without-a-name", new() { ["bits"] = Numbers([17]), ["set"] = new JsonArray(100, 102) }, Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    private static string Slug(Feature feature) => feature.Name.Replace("option_", "", StringComparison.Ordinal).Replace('_', '-');

    private static string Place(string context) => context switch { "C-" => "c-odd", "C+" => "c-even", _ => context.ToLowerInvariant() };

    private static JsonObject Hex(Features features) => new() { ["hex"] = Convert.ToHexStringLower(features.Write()) };

    private static JsonObject Read(string name, params int[] bits) => new() { ["bits"] = Numbers(bits), ["names"] = new JsonArray(name) };

    private static JsonObject Bits(params int[] bits) => new() { ["bits"] = Numbers(bits) };

    private static JsonObject Bits(int[] bits, string context) => new() { ["bits"] = Numbers(bits), ["context"] = context };

    private static JsonObject Known(int[] known, params int[] bits) => new() { ["known"] = Numbers(known), ["bits"] = Numbers(bits) };

    private static JsonObject Setting(int[] bits, int set) => new() { ["bits"] = Numbers(bits), ["set"] = set };

    private static JsonArray Numbers(IEnumerable<int> bits) => [.. bits.Select(bit => (JsonNode)bit)];
}
