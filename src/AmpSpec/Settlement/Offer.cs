using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement;

/// <summary>An HTLC as a peer offers it, with what the onion held for us.</summary>
/// <param name="Id">Its name for good.</param>
/// <param name="Hash">What locks it.</param>
/// <param name="Wire">What it brings.</param>
/// <param name="Expiry">When the peer takes it back.</param>
/// <param name="Payload">What the payer says; or why that cannot be read.</param>
public sealed record Offer(HtlcId Id, Hash32 Hash, WireAmount Wire, CltvExpiry Expiry, Decoded<FinalPayload> Payload)
{
    /// <summary>What a trusted peer kept for a service and says so (LDK's skimmed fee); counts as brought where rules allow it.</summary>
    public Msat Skimmed { get; init; }

    /// <summary>Whether a path key came with the offer, so that a failure must be told as a malformed onion.</summary>
    public bool PathKeyGiven { get; init; }

    /// <summary>Whether the onion's HMAC does not fit, so that there is no payload at all.</summary>
    public bool HmacFails { get; init; }

    /// <summary>Whether it was under way to a set when that ended; only where rules care.</summary>
    public bool ToEndedSet { get; init; }

    /// <summary>Where the AMP record stands in the stream, in bytes; for receivers that do not know it.</summary>
    public ushort AmpOffset { get; init; }
}
