using AmpSpec.Modelling;
using Types = AmpSpec.Wire.RecordTypes;

namespace AmpSpec.Wire;

/// <summary>Which types may stand in a payload: each rule names the types that break it, and the lowest is the error.</summary>
/// <source>BOLT 4, payload format, requirements of the reader</source>
internal static class Placement
{
    /// <summary>One type at fault: it is missing, it may not be there, or nobody knows it.</summary>
    private readonly record struct Offence(ulong Type, string Class, string Requirement);

    /// <summary>The fault of a final payload, or null.</summary>
    /// <param name="payload">The records.</param>
    /// <param name="rules">What it may carry.</param>
    /// <param name="pathKeyGiven">Whether a path key came with the offer; null where that is not known.</param>
    /// <param name="missing">Whether a type that is missing is a fault.</param>
    internal static WireError? Final(TlvStream payload, PayloadRules rules, bool? pathKeyGiven, bool missing = true) => Lowest(payload, rules, [.. Finals(payload, rules, pathKeyGiven).Where(offence => missing || payload.Has(offence.Type))]);

    private static IReadOnlyCollection<Offence> Finals(TlvStream payload, PayloadRules rules, bool? pathKeyGiven) => payload.Has(Types.EncryptedRecipientData)
        ? [.. BlindedFinal(payload, rules), .. AmpInBlindedPath(payload, rules), .. PathKey(payload, pathKeyGiven)]
        : [.. CleartextFinal(payload, rules), .. Total(payload, rules), .. NoEncryptedData(payload, pathKeyGiven), .. NextNode(payload, rules), .. UnknownEven(payload)];

    /// <summary>The fault of a forwarding payload, or null.</summary>
    internal static WireError? Forward(TlvStream payload, PayloadRules rules, bool? pathKeyGiven) => Lowest(payload, rules, payload.Has(Types.EncryptedRecipientData)
        ? [.. BlindedForward(payload, rules), .. PaymentAtHop(payload, rules), .. PathKey(payload, pathKeyGiven)]
        : [.. CleartextForward(payload, rules), .. PaymentAtHop(payload, rules), .. NoEncryptedData(payload, pathKeyGiven), .. UnknownEven(payload)]);

    /// <summary>The lowest type at fault, and where it stands; 0 where it is missing.</summary>
    [Requirement("MPP-WIRE-04")]
    private static WireError? Lowest(TlvStream payload, PayloadRules rules, IReadOnlyCollection<Offence> offences) => offences
        .OrderBy(offence => rules.PlacementBeforeUnknown && offence.Class == ErrorClass.UnknownEvenType)
        .ThenBy(offence => offence.Type)
        .Select(offence => payload.Has(offence.Type)
            ? new WireError(offence.Class, payload.OffsetOf(offence.Type), $"type {offence.Type}", offence.Requirement, offence.Type)
            : new WireError(offence.Class, 0, $"no type {offence.Type}", offence.Requirement, offence.Type))
        .FirstOrDefault();

    [Requirement("MPP-WIRE-05")]
    private static IEnumerable<Offence> CleartextFinal(TlvStream payload, PayloadRules rules) =>
    [
        .. Missing(payload, "MPP-WIRE-05", Types.AmtToForward, Types.OutgoingCltvValue),
        .. rules.FinalShortChannelIdIgnored ? [] : Forbidden(payload, "MPP-WIRE-05", Types.ShortChannelId),
        .. rules.PaymentDataRequired ? Missing(payload, "MPP-WIRE-05", Types.PaymentData) : [],
    ];

    [Requirement("MPP-WIRE-05")]
    private static IEnumerable<Offence> CleartextForward(TlvStream payload, PayloadRules rules) =>
    [
        .. Missing(payload, "MPP-WIRE-05", Types.AmtToForward, Types.OutgoingCltvValue),
        .. NamesNextNode(payload, rules) ? [] : Missing(payload, "MPP-WIRE-05", Types.ShortChannelId),
        .. Forbidden(payload, "MPP-WIRE-05", Types.PaymentMetadata, Types.TotalAmountMsat, Types.KeysendPreimage),
    ];

    // the AMP record has a rule of its own, here and at a hop, so that an error names the rule that was written for it
    [Requirement("MPP-WIRE-06")]
    private static IEnumerable<Offence> BlindedFinal(TlvStream payload, PayloadRules rules) =>
    [
        .. Missing(payload, "MPP-WIRE-06", Types.AmtToForward, Types.OutgoingCltvValue),
        .. rules.BlindedTotalAmountOptional ? [] : Missing(payload, "MPP-WIRE-06", Types.TotalAmountMsat),
        .. Others(payload, Types.AmtToForward, Types.OutgoingCltvValue, Types.EncryptedRecipientData, Types.CurrentPathKey, Types.TotalAmountMsat)
            .Where(offence => !IsAmp(offence.Type, rules)),
    ];

    [Requirement("MPP-WIRE-06")]
    private static IEnumerable<Offence> BlindedForward(TlvStream payload, PayloadRules rules) =>
        Others(payload, Types.EncryptedRecipientData, Types.CurrentPathKey)
            .Where(offence => offence.Type != Types.PaymentData && !IsAmp(offence.Type, rules));

    /// <summary>The total of a blinded path stands in no other payload.</summary>
    [Requirement("MPP-WIRE-06")]
    private static IEnumerable<Offence> Total(TlvStream payload, PayloadRules rules) =>
        payload.Has(Types.TotalAmountMsat) && !rules.TotalAmountInCleartext
            ? Missing(payload, "MPP-WIRE-06", Types.EncryptedRecipientData)
            : [];

    /// <summary>A path key, wherever it came from, opens encrypted data: they must be there.</summary>
    [Requirement("MPP-WIRE-06")]
    private static IEnumerable<Offence> NoEncryptedData(TlvStream payload, bool? pathKeyGiven) =>
        pathKeyGiven is true || payload.Has(Types.CurrentPathKey)
            ? Missing(payload, "MPP-WIRE-06", Types.EncryptedRecipientData)
            : [];

    /// <summary>The key for the encrypted data comes with the offer or in the payload: one of the two.</summary>
    [Requirement("MPP-WIRE-06")]
    private static IEnumerable<Offence> PathKey(TlvStream payload, bool? given) => given switch
    {
        true => Forbidden(payload, "MPP-WIRE-06", Types.CurrentPathKey),
        false when !payload.Has(Types.CurrentPathKey) => Forbidden(payload, "MPP-WIRE-06", Types.EncryptedRecipientData),
        _ => [],
    };

    [Requirement("AMP-WIRE-05")]
    private static IEnumerable<Offence> PaymentAtHop(TlvStream payload, PayloadRules rules) =>
        Forbidden(payload, "AMP-WIRE-05", Types.PaymentData, Types.Amp)
            .Where(offence => offence.Type == Types.PaymentData || IsAmp(offence.Type, rules));

    // at a hop the record is refused already, blinded or not (AMP-WIRE-05)
    [Requirement("AMP-WIRE-06")]
    private static IEnumerable<Offence> AmpInBlindedPath(TlvStream payload, PayloadRules rules) =>
        IsAmp(Types.Amp, rules) ? Forbidden(payload, "AMP-WIRE-06", Types.Amp) : [];

    /// <summary>The last node has no next one.</summary>
    [Requirement("AMP-WIRE-08")]
    private static IEnumerable<Offence> NextNode(TlvStream payload, PayloadRules rules) =>
        NamesNextNode(payload, rules) ? Forbidden(payload, "AMP-WIRE-08", Types.Amp) : [];

    /// <summary>An even type below the custom range that no payload carries.</summary>
    [Requirement("MPP-WIRE-03")]
    private static IEnumerable<Offence> UnknownEven(TlvStream payload) => payload.Records
        .Where(record => record.IsEven && record.Type < Types.FirstCustom && !PayloadValues.Knows(record.Type))
        .Select(record => new Offence(record.Type, ErrorClass.UnknownEvenType, "MPP-WIRE-03"));

    [Requirement("AMP-WIRE-08")]
    private static bool IsAmp(ulong type, PayloadRules rules) => type == Types.Amp && rules.Record14 is Record14.Amp;

    [Requirement("AMP-WIRE-08")]
    private static bool NamesNextNode(TlvStream payload, PayloadRules rules) =>
        payload.Has(Types.Amp) && rules.Record14 is Record14.OutgoingNodeId;

    private static IEnumerable<Offence> Missing(TlvStream payload, string requirement, params ulong[] types) =>
        types.Where(type => !payload.Has(type)).Select(type => new Offence(type, ErrorClass.MissingType, requirement));

    private static IEnumerable<Offence> Forbidden(TlvStream payload, string requirement, params ulong[] types) =>
        types.Where(payload.Has).Select(type => new Offence(type, ErrorClass.ForbiddenType, requirement));

    private static IEnumerable<Offence> Others(TlvStream payload, params ulong[] allowed) => payload.Records
        .Where(record => !allowed.Contains(record.Type))
        .Select(record => new Offence(record.Type, ErrorClass.ForbiddenType, "MPP-WIRE-06"));
}
