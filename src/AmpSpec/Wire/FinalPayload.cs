using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>What a payee finds at the heart of the onion: one part of a payment, or all of it.</summary>
/// <remarks>Well-formed is not acceptable: an AMP record without payment data, a zero set id, an amount above all bitcoins are read here and refused by the receiver.</remarks>
/// <source>BOLT 4, payload format</source>
public sealed record FinalPayload
{
    /// <summary>Type 2: what this part brings.</summary>
    public required Msat AmtToForward { get; init; }

    /// <summary>Type 4: the expiry, as a block height, that the payer meant for this part.</summary>
    public required uint OutgoingCltvValue { get; init; }

    /// <summary>Type 8.</summary>
    public PaymentData? PaymentData { get; init; }

    /// <summary>Type 14.</summary>
    public AmpRecord? Amp { get; init; }

    /// <summary>Type 5482373484.</summary>
    public Preimage? KeysendPreimage { get; init; }

    /// <summary>Type 16.</summary>
    public Seq<byte>? PaymentMetadata { get; init; }

    /// <summary>Type 10: the payload stands inside a blinded path.</summary>
    public Seq<byte>? EncryptedRecipientData { get; init; }

    /// <summary>Type 12: a point of 33 bytes.</summary>
    public Seq<byte>? CurrentPathKey { get; init; }

    /// <summary>Type 18: the total of all parts, inside a blinded path.</summary>
    public Msat? TotalAmountMsat { get; init; }

    /// <summary>Types from 65536 on, keysend's own excepted.</summary>
    public Seq<TlvRecord> Custom { get; init; }

    /// <summary>Reads a stream without its outer length.</summary>
    /// <param name="stream">All bytes of it.</param>
    /// <param name="rules">What it may carry, where sources differ.</param>
    /// <param name="pathKeyGiven">Whether a path key came with the offer (update_add_htlc); null where that is not known.</param>
    public static Decoded<FinalPayload> Decode(ReadOnlySpan<byte> stream, PayloadRules rules, bool? pathKeyGiven = null) =>
        TlvStream.Decode(stream, PayloadValues.Of(rules)).Fails(out var error, out var payload, out var size) ? error
        : Placement.Final(payload, rules, pathKeyGiven) is { } misplaced ? misplaced
        : new Decoded<FinalPayload>.Ok(Of(payload), size);

    /// <summary>What PERM|22 tells of a stream that does not decode: the lowest type at fault, and where its record begins.</summary>
    /// <param name="stream">All bytes of it.</param>
    /// <param name="rules">What it may carry.</param>
    /// <param name="pathKeyGiven">Whether a path key came with the offer; null where that is not known.</param>
    /// <returns>Type 0 at the place where the stream breaks before a type, and nothing before it is at fault.</returns>
    [Requirement("MPP-WIRE-04")]
    public static InvalidOnionPayload Offender(ReadOnlySpan<byte> stream, PayloadRules rules, bool? pathKeyGiven)
    {
        var whole = TlvStream.Prefix(stream, TlvRules.FormAlone);
        var isWhole = !TlvStream.Decode(stream, TlvRules.FormAlone).Fails(out var broken, out _, out _);

        // what is missing can only be told of a stream that was read to its end
        WireError?[] faults =
        [
            whole.FirstBadValue(PayloadValues.Of(rules)),
            Placement.Final(whole, rules, pathKeyGiven, missing: isWhole),
            isWhole ? null : broken! with { Offset = whole.Size },
        ];
        return InvalidOnionPayload.Of(faults.OfType<WireError>().OrderBy(fault => fault.Type is null).ThenBy(fault => fault.Type).First());
    }

    /// <summary>Where a record begins, or would; in bytes, 65535 at most.</summary>
    public static ushort StartOf(ulong type, ReadOnlySpan<byte> stream) => (ushort)Math.Min(TlvStream.Prefix(stream, TlvRules.FormAlone).OffsetOf(type), ushort.MaxValue);

    /// <summary>The one stream that reads back as this payload, or why no reader would take it.</summary>
    [Requirement("AMP-WIRE-07")]
    public Decoded<TlvStream> Encode(PayloadRules rules)
    {
        if (TlvStream.Of(Records()).Fails(out var twice, out var stream, out var size))
            return twice;

        if (Decode(stream.Encode(), rules).Fails(out var error, out var read, out _))
            return error;

        var lost = Custom.Except(read.Custom).Select(record => record.Type).Order().FirstOrDefault();
        return lost == 0
            ? new Decoded<TlvStream>.Ok(stream, size)
            : new WireError(ErrorClass.ForbiddenType, stream.OffsetOf(lost), $"custom type {lost}", "MPP-WIRE-03", lost);
    }

    /// <summary>The bytes of the stream, reckoned with the longest AMP record whatever its index is.</summary>
    [Requirement("AMP-WIRE-09")]
    public int SizeAtMost() => Records().Sum(record => record.Type == RecordTypes.Amp
        ? record.HeaderSize + AmpRecord.MostSize
        : record.Size);

    private IEnumerable<TlvRecord> Records() => ((TlvRecord?[])
    [
        new(RecordTypes.AmtToForward, [.. Truncated.Write(AmtToForward.Value)]),
        new(RecordTypes.OutgoingCltvValue, [.. Truncated.Write(OutgoingCltvValue)]),
        PaymentData?.ToRecord(),
        Amp?.ToRecord(),
        KeysendPreimage is { } preimage ? new(RecordTypes.KeysendPreimage, [.. preimage.Value.ToArray()]) : null,
        PaymentMetadata is { } metadata ? new(RecordTypes.PaymentMetadata, metadata) : null,
        EncryptedRecipientData is { } data ? new(RecordTypes.EncryptedRecipientData, data) : null,
        CurrentPathKey is { } key ? new(RecordTypes.CurrentPathKey, key) : null,
        TotalAmountMsat is { } total ? new(RecordTypes.TotalAmountMsat, [.. Truncated.Write(total.Value)]) : null,
        .. Custom,
    ]).OfType<TlvRecord>();

    // only a stream that Placement.Final has passed comes here
    private static FinalPayload Of(TlvStream payload) => new()
    {
        AmtToForward = new Msat(payload.Number(RecordTypes.AmtToForward)),
        OutgoingCltvValue = (uint)payload.Number(RecordTypes.OutgoingCltvValue),
        PaymentData = payload.Find(RecordTypes.PaymentData) is { } data ? PaymentData.Of(data.Value.AsSpan()) : null,
        Amp = payload.Find(RecordTypes.Amp) is { } amp ? AmpRecord.Of(amp.Value.AsSpan()) : null,
        KeysendPreimage = payload.Find(RecordTypes.KeysendPreimage) is { Value.Count: Bytes32.Size } preimage ? new Preimage(new Bytes32(preimage.Value.AsSpan())) : null,
        PaymentMetadata = payload.Find(RecordTypes.PaymentMetadata)?.Value,
        EncryptedRecipientData = payload.Find(RecordTypes.EncryptedRecipientData)?.Value,
        CurrentPathKey = payload.Find(RecordTypes.CurrentPathKey)?.Value,
        TotalAmountMsat = payload.Has(RecordTypes.TotalAmountMsat) ? new Msat(payload.Number(RecordTypes.TotalAmountMsat)) : null,
        Custom = CustomRecords.Of(payload),
    };
}
