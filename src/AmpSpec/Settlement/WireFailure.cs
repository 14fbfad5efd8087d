using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using static AmpSpec.Settlement.Refusal;

namespace AmpSpec.Settlement;

/// <summary>From why a part failed to what its payer is told. Reasons in one row look alike to a prober.</summary>
public static class WireFailure
{
#pragma warning disable format // a table: one message a row
    /// <summary>The failure message of a refusal.</summary>
    /// <param name="why">The reason.</param>
    /// <param name="part">What failed.</param>
    /// <param name="rules">Where receivers differ.</param>
    [Requirement("PRIV-01", "MPP-RCV-02")]
    public static FailureMessage Of(Refusal why, Failing part, Rules rules) => why switch
    {
        Undecodable(var where)                                                    => FinalFailure.InvalidPayload(where),
        AmountBelowOnion                                                          => FinalFailure.IncorrectHtlcAmount(part.Wire),
        ExpiryBelowOnion                                                          => FinalFailure.IncorrectCltvExpiry(part.Expiry),
        TimedOut or LostPart                                                      => FinalFailure.MppTimeout,
        TooMany or Restarted or TipIsStale                                        => FinalFailure.TemporaryNodeFailure,
        MissingSecret   when rules.SecretMissing is SecretMissing.FeatureMissing  => FinalFailure.RequiredNodeFeatureMissing,
        MissingSecret   when rules.SecretMissing is SecretMissing.InvalidPayload  => FinalFailure.InvalidPayload(new(RecordTypes.PaymentData, 0)),
        MetadataDiffers when rules.Metadata is Metadata.Unknown                   => FinalFailure.InvalidPayload(new(RecordTypes.PaymentMetadata, 0)),
        TotalsDiffer(_, var by) when rules.Totals is Totals.FailSetAsAmount       => FinalFailure.IncorrectHtlcAmount(by.Wire),
        DeadlinePassed  when rules.Deadline is Deadline.FailSetAsTimeout          => FinalFailure.MppTimeout,
        KeysendMismatch or UnknownInvoice or WrongSecret or MissingSecret or WrongKind or ZeroSetId or SetIdTaken or SetIdDead
            or InvoicePaid or InvoiceCanceled or InvoiceExpired or ExpiryTooSoon or ExpiryTooFar
            or ZeroAmount or AmountTooLarge or TotalTooLow or TotalTooHigh or NotMultiPart or ZeroShare or Repeated or SetComplete
            or MetadataDiffers or RecordsDiffer or TotalsDiffer or CountsDiffer or DeadlinePassed or SharesDoNotOpen or OwnerCancelled or Replayed
                                                                                  => FinalFailure.UnknownDetails(AmountOf(why, part, rules), part.Height),
    };
#pragma warning restore format

    [Requirement("MPP-RCV-33")]
    private static Msat AmountOf(Refusal why, Failing part, Rules rules) => rules.HtlcMsat switch
    {
        HtlcMsat.Wire => part.Wire.Msat,
        HtlcMsat.Onion => part.Onion.Msat,
        HtlcMsat.Total when why is TotalsDiffer(_, var by) && rules.ToldTotal is ToldTotal.Newest => by.Total.Msat,
        HtlcMsat.Total when why is TotalsDiffer(var first, _) && rules.ToldTotal is ToldTotal.First => first.Msat,
        HtlcMsat.Total => part.Total.Msat,
    };
}

/// <summary>What the message of a failure may speak of.</summary>
/// <param name="Wire">What the peer offered.</param>
/// <param name="Onion">What the payer meant; zero where the payload cannot be read.</param>
/// <param name="Total">What the payer named; zero where the payload cannot be read.</param>
/// <param name="Expiry">The expiry of the offer.</param>
/// <param name="Height">The height at which the part was accepted, or refused.</param>
public readonly record struct Failing(WireAmount Wire, OnionAmount Onion, TotalAmount Total, CltvExpiry Expiry, BlockHeight Height);
