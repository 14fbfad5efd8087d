namespace AmpSpec.Conformance.External;

/// <summary>lightningnetwork/lnd: values of its tests.</summary>
internal static class Lnd
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["lnd/amp-derive"] = LndAmp.Derive,
        ["lnd/amp-payload"] = c => c.Each("cases", LndPayloads.Asked),
        ["lnd/amp-reconstruct"] = LndAmp.Reconstruct,
        ["lnd/amp-sessions"] = LndSessions.File,
        ["lnd/amp-tlv"] = LndTlv.File,
        ["lnd/bigsize"] = BigSize,
        ["lnd/bolt11-fields"] = Waiting.For("bolt11.decode"),
        ["lnd/bolt11-invoices"] = Waiting.For("bolt11.decode"),
        ["lnd/feature-deps"] = Features,
        ["lnd/hop-payloads"] = c => c.Each("cases", LndPayloads.Bare),
        ["lnd/htlc-sets"] = LndSets.File,
        ["lnd/htlc-state-transitions"] = LndTransitions.File,
        ["lnd/records"] = LndRecords.File,
        ["lnd/tlv-streams"] = c => c.Each("cases", Stream),
        ["lnd/truncated-ints"] = c => c.Each("cases", Integers.Truncated),
    };

    private static void BigSize(Conversion c)
    {
        c.Each("decode", BigSizes.Decode);
        c.Each("encode", BigSizes.Encode);
    }

    private static void Features(Conversion c)
    {
        c.Each("dependencies", Dependency);
        c.Each("cases", (c, e) => FeatureSets.Dependencies(c, e));
        c.Each("set_bit_cases", FeatureSets.With);
        foreach (var e in c.Document.Entries.Where(e => e.List == "/lnd_default_sets"))
        {
            c.Skip(e, "three bits of a set of many");
        }
    }

    // what a feature needs may need more: the table says that in other rows
    private static void Dependency(Conversion c, Element e)
    {
        var needs = e["needs"]!.AsArray().Select(pair => pair![0]!.GetValue<int>()).ToArray();
        foreach (var bit in FeatureSets.Bits(e["bits"]))
        {
            FeatureSets.Row(c, e, bit, needs, [.. needs.SelectMany(need => Closure(c, need)).Distinct()]);
        }
    }

    private static IEnumerable<int> Closure(Conversion c, int bit) =>
        c.List("dependencies").Where(row => FeatureSets.Bits(row["bits"]).Contains(bit))
            .SelectMany(row => row["needs"]!.AsArray().SelectMany(pair => Closure(c, pair![0]!.GetValue<int>()))).Prepend(bit);

    private static void Stream(Conversion c, Element e)
    {
        var names = e["namespaces"]!.AsArray().Select(name => name!.GetValue<string>()).ToArray();
        if (e.Flag("valid"))
        {
            Streams.Good(c, e, e.Bytes("hex"), names);
        }
        else
        {
            Streams.Bad(c, e, e.Bytes("hex"), Streams.Class(e.Text("error")), names);
        }
    }
}
