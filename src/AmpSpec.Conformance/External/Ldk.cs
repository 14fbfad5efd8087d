using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>lightningdevkit/rust-lightning: values of its tests.</summary>
internal static class Ldk
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["ldk/bigsize"] = BigSize,
        ["ldk/bolt11-invoices"] = Waiting.For("bolt11.decode"),
        ["ldk/features"] = Features,
        ["ldk/payment-onion-payloads"] = c => c.Each("cases", PrefixedPayload.Convert),
    };

    private static void Features(Conversion c)
    {
        c.Each("requires_unknown_from", Requires);
        c.Each("supports", Supports);
        c.Each("little_endian_bytes", LittleEndian);
    }

    private static void Requires(Conversion c, Element e)
    {
        FeatureSets.Accept(c, e, e["b"]!, e["a"]!, !e.Flag("a_requires_unknown_from_b"), "-a");
        FeatureSets.Accept(c, e, e["a"]!, e["b"]!, !e.Flag("b_requires_unknown_from_a"), "-b");
    }

    private static void Supports(Conversion c, Element e)
    {
        var names = ((string[])["payment_secret", "basic_mpp"]).Where(name => e.Flag($"supports_{name}"))
            .Select(name => (JsonNode)$"{name}.{(e.Flag($"requires_{name}") ? "required" : "optional")}");
        FeatureSets.Read(c, e, FeatureSets.Hex(FeatureSets.Bits(e["bits"])), (JsonArray)e["bits"]!.DeepClone(), [.. names]);
    }

    // LDK keeps its bytes lowest first, and sets the bit of the pair that the call names, whichever bit was given
    private static void LittleEndian(Conversion c, Element e)
    {
        var bits = FeatureSets.Bits(e["set_optional"]).Concat(FeatureSets.Bits(e["set_required_custom"]).Select(bit => bit & ~1)).Concat(FeatureSets.Bits(e["set_optional_custom"]).Select(bit => bit | 1));
        var (index, value) = e.Member("bytes_le_index").Json.Select(b => (int.Parse(b.Key, System.Globalization.CultureInfo.InvariantCulture), b.Value!.GetValue<string>())).Single();
        FeatureSets.Write(c, e, FeatureSets.Numbers(bits), value + string.Concat(Enumerable.Repeat("00", index)), ExternalFlags.Assembled);
    }

    private static void BigSize(Conversion c)
    {
        foreach (var e in c.List("both_ways"))
        {
            BigSizes.Decode(c, e);
            BigSizes.Encode(c, e);
        }

        c.Each("invalid", BigSizes.Decode);
    }
}
