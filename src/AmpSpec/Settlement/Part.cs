using AmpSpec.Derivation;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement;

/// <summary>One HTLC of a payment, as the set sees it.</summary>
/// <param name="Id">Its name for good.</param>
/// <param name="Hash">What locks it.</param>
/// <param name="Wire">What its peer offers.</param>
/// <param name="Onion">What the payer meant it to bring.</param>
/// <param name="Total">What the payer says that all parts bring; what it brings itself where that is not said (MPP-RCV-09).</param>
/// <param name="Expiry">When its peer takes it back.</param>
public sealed record Part(HtlcId Id, Hash32 Hash, WireAmount Wire, OnionAmount Onion, TotalAmount Total, CltvExpiry Expiry)
{
    /// <summary>Its share, set id and index, where it is a part of an AMP set.</summary>
    public AmpRecord? Amp { get; init; }

    /// <summary>What the payer returns of the invoice.</summary>
    public Seq<byte>? PaymentMetadata { get; init; }

    /// <summary>Records of the application.</summary>
    public Seq<TlvRecord> Custom { get; init; }

    /// <summary>Whether it came without a secret.</summary>
    public bool Secretless { get; init; }

    /// <summary>Whether it pays no invoice but what it brings itself.</summary>
    public bool Keysend { get; init; }

    /// <summary>Whether it came into a blinded path, so that its payer may not be told why it fails.</summary>
    public bool Blinded { get; init; }

    /// <summary>Whether its peer brought the path key, and is told in the payer's place.</summary>
    public bool PathKeyGiven { get; init; }

    /// <summary>When it was accepted; the height is told to the payer if it fails.</summary>
    public Now AcceptedAt { get; init; }

    /// <summary>Share, index and hash; only of an AMP part.</summary>
    public SeenPart? Lock => Amp is { } amp ? new(amp.RootShare, new ChildIndex(amp.ChildIndex), Hash) : null;
}
