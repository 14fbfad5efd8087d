namespace AmpSpec.Conformance.External;

/// <summary>lightningdevkit/rust-lightning: values of its tests.</summary>
internal static class Ldk
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["ldk/bigsize"] = BigSize,
        ["ldk/bolt11-invoices"] = Waiting.For("bolt11.decode"),
        ["ldk/payment-onion-payloads"] = c => c.Each("cases", PrefixedPayload.Convert),
    };

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
