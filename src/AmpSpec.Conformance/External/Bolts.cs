namespace AmpSpec.Conformance.External;

/// <summary>lightning/bolts: the test vectors of BOLT 1, 4, 9 and 11.</summary>
internal static class Bolts
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["bolts/bolt01-bigsize"] = BigSize,
        ["bolts/bolt04-blinded-onion-message-onion-test"] = Waiting.For("onion.peel"),
        ["bolts/bolt04-blinded-payment-onion-test"] = Waiting.For("onion.peel"),
        ["bolts/bolt04-onion-error-test"] = Waiting.For("onion.peel"),
        ["bolts/bolt04-onion-test"] = Waiting.For("onion.build"),
        ["bolts/bolt04-returning-errors"] = Waiting.For("onion.peel"),
        ["bolts/bolt04-route-blinding-test"] = Waiting.For("onion.peel"),
        ["bolts/bolt11-invoices"] = Waiting.For("bolt11.decode"),
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
