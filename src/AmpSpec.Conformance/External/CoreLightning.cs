namespace AmpSpec.Conformance.External;

/// <summary>ElementsProject/lightning: values of its tests.</summary>
internal static class CoreLightning
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["cln/bolt11"] = Waiting.For("bolt11.decode"),
        ["cln/tlv-streams"] = TlvStreams,
    };

    private static void TlvStreams(Conversion c)
    {
        c.Each("cases", Stream);
        c.Each("unknown_odd_records_kept", Kept);
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
            Streams.Bad(c, e, e.Bytes("hex"), null, names);
        }
    }

    // unknown odd records survive a round trip
    private static void Kept(Conversion c, Element e)
    {
        var stated = e.Member("fields").Json.Select(field => (Type: ulong.Parse(field.Key, System.Globalization.CultureInfo.InvariantCulture), Value: field.Value!.GetValue<string>()));
        if (!stated.SequenceEqual(Bytes.Records(e.Bytes("hex")).Select(r => (r.Type, Convert.ToHexStringLower(r.Value)))))
        {
            throw new InvalidOperationException($"{e.Citation}: other records than the source says");
        }

        Streams.Good(c, e, e.Bytes("hex"), "n1");
    }
}
