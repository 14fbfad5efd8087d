namespace AmpSpec.Conformance.External;

/// <summary>ElementsProject/lightning: values of its tests.</summary>
internal static class CoreLightning
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["cln/bolt11"] = Waiting.For("bolt11.decode"),
        ["cln/features"] = c => c.Each("cases", Feature),
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

    // what is offered, what is written, what the other side does not support
    private static void Feature(Conversion c, Element e)
    {
        if (e.Has("hex"))
        {
            Offered(c, e);
        }
        else if (e.Has("set"))
        {
            Set(c, e, (int)e.Number(e.Has("byte_length") ? "byte_length" : "trimmed_byte_length"));
        }
        else
        {
            FeatureSets.Accept(c, e, e["our"]!, e["theirs_add_even"]!, !e.Has("unsupported"), "");
        }
    }

    // either bit of a pair offers it
    private static void Offered(Conversion c, Element e)
    {
        var bits = e.Bytes("hex")[^1] is 1 ? 0 : 1;
        if (FeatureSets.Bits(e["offered"]) is not [var even] || even != (bits & ~1))
        {
            throw new InvalidOperationException($"{e.Citation}: another pair is offered");
        }

        FeatureSets.Read(c, e, e.Text("hex"), [bits]);
    }

    private static void Set(Conversion c, Element e, int length)
    {
        var bits = FeatureSets.Bits(e["set"]).Except(FeatureSets.Bits(e["clear"]));
        var hex = FeatureSets.Hex(bits);
        if (hex.Length != 2 * length)
        {
            throw new InvalidOperationException($"{e.Citation}: {hex.Length / 2} bytes, the source says {length}");
        }

        FeatureSets.Write(c, e, FeatureSets.Numbers(bits), hex, ExternalFlags.Assembled);
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
