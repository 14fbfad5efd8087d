namespace AmpSpec.Conformance.External;

/// <summary>lightning/bolts: the test vectors of BOLT 1, 4, 9 and 11.</summary>
internal static class Bolts
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["bolts/bolt01-bigsize"] = BigSize,
        ["bolts/bolt01-init-extension"] = c => c.Each("cases", Bolt1Streams.InitExtension),
        ["bolts/bolt01-signed-int"] = c => c.Each("encode_decode", Integers.Signed),
        ["bolts/bolt01-tlv"] = Bolt1Streams.File,
        ["bolts/bolt04-blinded-onion-message-onion-test"] = Waiting.For("onion.peel"),
        ["bolts/bolt04-blinded-payment-onion-test"] = Waiting.For("onion.peel"),
        ["bolts/bolt04-failure-codes"] = Failures,
        ["bolts/bolt04-onion-error-test"] = Waiting.For("onion.peel"),
        ["bolts/bolt04-onion-test"] = Waiting.For("onion.build"),
        ["bolts/bolt04-payload-types"] = c => c.Each("types", (c, e) => c.Skip(e, "a row of a table, without bytes")),
        ["bolts/bolt04-payloads"] = c => c.Each("cases", Payload),
        ["bolts/bolt04-returning-errors"] = Waiting.For("onion.peel"),
        ["bolts/bolt04-route-blinding-test"] = Waiting.For("onion.peel"),
        ["bolts/bolt09-features"] = Features,
        ["bolts/bolt11-invoices"] = Waiting.For("bolt11.decode"),
    };

    private static void BigSize(Conversion c)
    {
        c.Each("decode", BigSizes.Decode);
        c.Each("encode", BigSizes.Encode);
    }

    private static void Failures(Conversion c)
    {
        c.Each("codes", FailureMessages.Code);
        c.Each("encoded_examples", FailureMessages.Example);
    }

    private static void Features(Conversion c)
    {
        c.Each("features", Bolt9.Row);
        c.Each("non_bolt", Bolt9.Other);
    }

    // records that neither BOLT 4 nor a custom type names are left out of an answer
    private static void Payload(Conversion c, Element e)
    {
        var stated = PrefixedPayload.Stated(e.Member("decoded").Json);
        stated.Remove("other");
        PayloadCases.Good(c, e, e.Flag("final"), Bytes.Prefixed(e.Bytes("hex"))!, pathKey: null, stated);
    }
}
