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

    /// <summary>The lowest type at fault and where its record begins, of a payload that cannot be read.</summary>
    public InvalidOnionPayload Offender { get; init; }

    /// <summary>Whether the payload could be read, were it not for the size of its keysend preimage.</summary>
    public bool IsKeysendOfAnotherSize { get; init; }

    /// <summary>The AMP record and where it begins; for receivers that do not know it.</summary>
    public InvalidOnionPayload AmpRecord { get; init; }

    /// <summary>Reads the payload of an offer.</summary>
    /// <param name="id">Its name for good.</param>
    /// <param name="hash">What locks it.</param>
    /// <param name="wire">What it brings.</param>
    /// <param name="expiry">When the peer takes it back.</param>
    /// <param name="stream">The payload without its outer length.</param>
    /// <param name="rules">What a payload may carry.</param>
    /// <param name="pathKeyGiven">Whether a path key came with the offer.</param>
    public static Offer Read(HtlcId id, Hash32 hash, WireAmount wire, CltvExpiry expiry, ReadOnlySpan<byte> stream, PayloadRules rules, bool pathKeyGiven)
    {
        bool? key = pathKeyGiven ? true : null;
        var payload = FinalPayload.Decode(stream, rules, key);
        return new(id, hash, wire, expiry, payload)
        {
            PathKeyGiven = pathKeyGiven,
            Offender = payload is Decoded<FinalPayload>.Malformed ? FinalPayload.Offender(stream, rules, key) : default,
            IsKeysendOfAnotherSize = payload is Decoded<FinalPayload>.Malformed && FinalPayload.Decode(stream, rules with { KeysendOpaque = true }, key) is Decoded<FinalPayload>.Ok,
            AmpRecord = new(RecordTypes.Amp, FinalPayload.StartOf(RecordTypes.Amp, stream)),
        };
    }
}
