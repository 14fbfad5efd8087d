using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>What a forwarding hop finds in its layer of the onion.</summary>
/// <source>BOLT 4, payload format</source>
public abstract record ForwardPayload
{
    private ForwardPayload()
    {
    }

    /// <summary>The hop is told where to forward what.</summary>
    /// <param name="AmtToForward">Type 2.</param>
    /// <param name="OutgoingCltvValue">Type 4, a block height.</param>
    /// <param name="ShortChannelId">Type 6; null only where type 14 names the next node.</param>
    /// <param name="OutgoingNodeId">Type 14, a point, where the rules give it that meaning.</param>
    /// <param name="Custom">Types from 65536 on.</param>
    public sealed record Cleartext(
        Msat AmtToForward,
        uint OutgoingCltvValue,
        ulong? ShortChannelId,
        Seq<byte>? OutgoingNodeId,
        Seq<TlvRecord> Custom) : ForwardPayload;

    /// <summary>The hop lies on a blinded path: what it must do stands in data that it alone opens.</summary>
    /// <param name="EncryptedRecipientData">Type 10.</param>
    /// <param name="CurrentPathKey">Type 12, a point, at the entry of the path.</param>
    public sealed record Blinded(Seq<byte> EncryptedRecipientData, Seq<byte>? CurrentPathKey) : ForwardPayload;

    /// <summary>Reads a stream without its outer length.</summary>
    /// <param name="stream">All bytes of it.</param>
    /// <param name="rules">What it may carry, where sources differ.</param>
    /// <param name="pathKeyGiven">Whether a path key came with the offer (update_add_htlc); null where that is not known.</param>
    public static Decoded<ForwardPayload> Decode(ReadOnlySpan<byte> stream, PayloadRules rules, bool? pathKeyGiven = null) =>
        TlvStream.Decode(stream, PayloadValues.Of(rules)).Fails(out var error, out var payload, out var size) ? error
        : Placement.Forward(payload, rules, pathKeyGiven) is { } misplaced ? misplaced
        : new Decoded<ForwardPayload>.Ok(Of(payload), size);

    // only a stream that Placement.Forward has passed comes here
    private static ForwardPayload Of(TlvStream payload) => payload.Find(RecordTypes.EncryptedRecipientData) is { } data
        ? new Blinded(data.Value, payload.Find(RecordTypes.CurrentPathKey)?.Value)
        : new Cleartext(
            new Msat(payload.Number(RecordTypes.AmtToForward)),
            (uint)payload.Number(RecordTypes.OutgoingCltvValue),
            payload.Has(RecordTypes.ShortChannelId) ? payload.Number(RecordTypes.ShortChannelId) : null,
            payload.Find(RecordTypes.Amp)?.Value,
            CustomRecords.Of(payload));
}
