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
        ["lnd/hop-payloads"] = c => c.Each("cases", LndPayloads.Bare),
        ["lnd/htlc-sets"] = Waiting.For("session.event"),
        ["lnd/htlc-state-transitions"] = Waiting.For("session.event"),
        ["lnd/records"] = LndRecords.File,
        ["lnd/tlv-streams"] = c => c.Each("cases", Stream),
        ["lnd/truncated-ints"] = c => c.Each("cases", Integers.Truncated),
    };

    private static void BigSize(Conversion c)
    {
        c.Each("decode", BigSizes.Decode);
        c.Each("encode", BigSizes.Encode);
    }

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
