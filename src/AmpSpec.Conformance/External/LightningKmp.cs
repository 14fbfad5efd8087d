namespace AmpSpec.Conformance.External;

/// <summary>ACINQ/lightning-kmp: values of its tests.</summary>
internal static class LightningKmp
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["lightning-kmp/features"] = Features,
        ["lightning-kmp/truncated-ints"] = c => c.Each("cases", Integers.Truncated),
    };

    private static void Features(Conversion c)
    {
        c.Each("dependencies", (c, e) => FeatureSets.Dependencies(c, e));
        c.Each("bytes_to_bits", FeatureSets.Bytes);
    }
}
