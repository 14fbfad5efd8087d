using System.Collections.Frozen;
using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>Which value each type of a payload takes, and which types a reader of payloads knows.</summary>
/// <source>BOLT 4, payload format; lnd record/amp.go; bLIP 3</source>
internal static class PayloadValues
{
    private static readonly FieldLayout Point = new(new FieldKind.Point());

    private static readonly FieldLayout Tu64 = new(new FieldKind.TruncatedInteger(Sizes.Tu64));

    private static readonly FrozenDictionary<ulong, ValueCheck> Common = new Dictionary<ulong, ValueCheck>
    {
        [RecordTypes.AmtToForward] = Tu64.Check,
        [RecordTypes.OutgoingCltvValue] = new FieldLayout(new FieldKind.TruncatedInteger(Sizes.Tu32)).Check,
        [RecordTypes.ShortChannelId] = new FieldLayout(new FieldKind.Fixed(sizeof(ulong))).Check,
        [RecordTypes.PaymentData] = PaymentData.Check,
        [RecordTypes.EncryptedRecipientData] = new FieldLayout(new FieldKind.Rest()).Check,
        [RecordTypes.CurrentPathKey] = Point.Check,
        [RecordTypes.PaymentMetadata] = new FieldLayout(new FieldKind.Rest()).Check,
        [RecordTypes.TotalAmountMsat] = Tu64.Check,
        [RecordTypes.KeysendPreimage] = new FieldLayout(new FieldKind.Fixed(Bytes32.Size)).Check,
    }.ToFrozenDictionary();

    private static readonly TlvRules WithAmp = With(AmpRecord.Check);

    private static readonly TlvRules WithNodeId = With(NodeId);

    /// <summary>The form of the stream and of its values. Which types may stand in it is judged after that, over all of them.</summary>
    [Requirement("AMP-WIRE-08")]
    internal static TlvRules Of(PayloadRules rules) => rules.KeysendOpaque ? Opaque(Known(rules)) : Known(rules);

    private static TlvRules Opaque(TlvRules rules) => rules with { Values = rules.Values.Where(value => value.Key != RecordTypes.KeysendPreimage).ToFrozenDictionary() };

    private static TlvRules Known(PayloadRules rules) => rules.Record14 switch
    {
        Record14.Amp => WithAmp,
        _ => WithNodeId,
    };

    /// <summary>Whether a payload may at all carry a record of this type below the custom range.</summary>
    internal static bool Knows(ulong type) => type is RecordTypes.Amp || Common.ContainsKey(type);

    [Requirement("AMP-WIRE-08")]
    private static WireError? NodeId(ReadOnlySpan<byte> value, int offset) =>
        Point.Check(value, offset) is { } error ? error with { Requirement = "AMP-WIRE-08" } : null;

    private static TlvRules With(ValueCheck record14) => TlvRules.FormAlone with
    {
        Values = Common.Append(KeyValuePair.Create(RecordTypes.Amp, record14)).ToFrozenDictionary(),
    };
}
