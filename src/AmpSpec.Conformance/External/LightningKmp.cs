namespace AmpSpec.Conformance.External;

/// <summary>ACINQ/lightning-kmp: values of its tests.</summary>
internal static class LightningKmp
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["lightning-kmp/truncated-ints"] = c => c.Each("cases", Integers.Truncated),
    };
}
