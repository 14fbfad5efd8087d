namespace AmpSpec.Conformance.External;

/// <summary>lightningnetwork/lnd: values of its tests.</summary>
internal static class Lnd
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["lnd/bigsize"] = BigSize,
        ["lnd/bolt11-fields"] = Waiting.For("bolt11.decode"),
        ["lnd/bolt11-invoices"] = Waiting.For("bolt11.decode"),
        ["lnd/htlc-sets"] = Waiting.For("session.event"),
        ["lnd/htlc-state-transitions"] = Waiting.For("session.event"),
    };

    private static void BigSize(Conversion c)
    {
        foreach (var e in c.List("decode"))
        {
            BigSizes.Decode(c, e);
        }

        foreach (var e in c.List("encode"))
        {
            BigSizes.Encode(c, e);
        }
    }
}
