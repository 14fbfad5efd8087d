using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>A preimage that may leave, and the HTLC that it opens. Only a decision of the receiver makes one.</summary>
public sealed record Claim
{
    internal Claim(HtlcId htlc, Preimage preimage) => (Htlc, Preimage) = (htlc, preimage);

    /// <summary>The HTLC that is opened.</summary>
    public HtlcId Htlc { get; }

    /// <summary>What opens it.</summary>
    public Preimage Preimage { get; }
}
