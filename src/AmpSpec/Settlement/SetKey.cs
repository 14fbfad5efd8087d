using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>What makes parts belong together. A part joins a set by the whole key or not at all.</summary>
[Requirement("MPP-RCV-01", "AMP-RCV-01")]
public abstract record SetKey
{
    private SetKey()
    {
    }

    /// <summary>Parts under one hash, made for one secret.</summary>
    public sealed record Mpp(Hash32 PaymentHash, PaymentSecret? PaymentSecret) : SetKey;

    /// <summary>Parts under hashes of their own, sent to one invoice under one id.</summary>
    public sealed record Amp(PaymentSecret PaymentSecret, SetId SetId) : SetKey;
}
