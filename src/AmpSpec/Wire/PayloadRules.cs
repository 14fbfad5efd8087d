using AmpSpec.Modelling;

namespace AmpSpec.Wire;

/// <summary>What a payload may carry, where sources differ. The defaults are this specification's; each other value is what an implementation does.</summary>
public sealed record PayloadRules
{
    /// <summary>The rules of this specification.</summary>
    public static PayloadRules Default { get; } = new();

    /// <summary>What type 14 means. It is never guessed from the length.</summary>
    [Requirement("AMP-WIRE-08")]
    public Record14 Record14 { get; init; } = Record14.Amp;

    /// <summary>Policy <c>payload.final.payment-data</c>: eclair refuses a final payload without type 8.</summary>
    public bool PaymentDataRequired { get; init; }

    /// <summary>Policy <c>keysend.record</c>: lnd takes a keysend record that has not 32 bytes for one of the application.</summary>
    public bool KeysendOpaque { get; init; }

    /// <summary>Policy <c>payload.final.short-channel-id</c>: eclair passes over type 6 in a final payload.</summary>
    public bool FinalShortChannelIdIgnored { get; init; }

    /// <summary>Policy <c>payload.record-18</c>: lnd takes type 18 outside a blinded path too.</summary>
    public bool TotalAmountInCleartext { get; init; }

    /// <summary>Policy <c>payload.blinded.total-amount</c>: lnd does without type 18 inside a blinded path.</summary>
    public bool BlindedTotalAmountOptional { get; init; }

    /// <summary>Policy <c>payload.offender</c>: lnd names a missing or misplaced type before any unknown even one, however low.</summary>
    public bool PlacementBeforeUnknown { get; init; }
}

/// <summary>The two meanings of type 14 in one name space.</summary>
public enum Record14
{
    /// <summary>lnd's AMP record.</summary>
    Amp,

    /// <summary>Trampoline's node id of the next hop, a point.</summary>
    OutgoingNodeId,
}
