using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using static AmpSpec.Settlement.Refusal;

namespace AmpSpec.Settlement;

/// <summary>A readable offer, and the invoice that its payer means.</summary>
/// <param name="Offer">What has come.</param>
/// <param name="Payload">What its payer says.</param>
/// <param name="Invoice">What it pays to, or would make; null where there is none.</param>
/// <param name="Spontaneous">Whether the invoice is only made if the part is accepted.</param>
/// <param name="SetIdTaken">Whether its set id stands for parts to another invoice.</param>
public sealed record Arrival(Offer Offer, FinalPayload Payload, Invoice? Invoice, bool Spontaneous, bool SetIdTaken)
{
    /// <summary>The total; what the part itself brings where the payer names none.</summary>
    [Requirement("MPP-RCV-09")]
    public TotalAmount Total => new(Payload.PaymentData?.TotalMsat ?? Payload.TotalAmountMsat ?? Payload.AmtToForward);

    /// <summary>The part, as a set would hold it.</summary>
    public Part Part(Now now) => new(Offer.Id, Offer.Hash, Offer.Wire, Brings, Total, Offer.Expiry)
    {
        Amp = Payload.Amp,
        PaymentMetadata = Payload.PaymentMetadata,
        Custom = Payload.Custom,
        Secretless = Payload.PaymentData is null,
        Keysend = Invoice?.Keysend ?? false,
        Blinded = Payload.EncryptedRecipientData is not null,
        PathKeyGiven = Offer.PathKeyGiven,
        AcceptedAt = now,
    };

    /// <summary>What makes it belong to its set.</summary>
    [Requirement("MPP-RCV-01", "AMP-RCV-01")]
    public SetKey Key(Rules rules) => Payload is { Amp: { } amp, PaymentData: { } data }
        ? new SetKey.Amp(data.PaymentSecret, amp.SetId)
        : SetKey.Of(Offer.Hash, Invoice?.PaymentSecret, rules);

    private OnionAmount Brings => new(Payload.AmtToForward);

#pragma warning disable format // a table: one row a line, columns aligned
    /// <summary>Why the part may not come to its set, or null. Each refuses that part alone, and the first that applies is told.</summary>
    /// <param name="now">Clock and height.</param>
    /// <param name="rules">Where receivers differ.</param>
    public Refused? Refused(Now now, Rules rules) => this switch
    {
        _ when now.TipIsStale && rules.StaleTip is StaleTip.FailPart  => Because(new TipIsStale(), "receiver/07", "CHAIN-07"),
        _ when IsUnknownAmp(rules)                                    => Because(new Undecodable(Offer.AmpRecord), "receiver/08", "MPP-WIRE-03"),
        _ when BringsLess(rules)                                      => Because(new AmountBelowOnion(), "receiver/09", "MPP-RCV-04", "PRIV-02"),
        _ when EndsEarlier                                            => Because(new ExpiryBelowOnion(), "receiver/10", "MPP-RCV-04", "PRIV-02"),
        _ when BringsMetadata(rules)                                  => Because(new MetadataDiffers(), "receiver/11", "MPP-RCV-27"),
        _ when BringsNoSecret(rules)                                  => Because(new MissingSecret(), "receiver/12", "MPP-RCV-02"),
        _ when KeysendOpensNothing                                    => Because(new KeysendMismatch(), "receiver/13", "KEYSEND-01", "PRIV-04"),
        _ when Payload.Amp is not null && Payload.PaymentData is null => Because(new MissingSecret(), "receiver/14", "AMP-WIRE-03"),
        _ when HasZeroSetId                                           => Because(new ZeroSetId(), "receiver/15", "AMP-WIRE-04"),
        { Invoice: null }                                             => Because(new UnknownInvoice(), "receiver/16", "MPP-RCV-02", "AMP-RCV-19"),
        _ when IsOtherKind(Invoice)                                   => Because(new WrongKind(), "receiver/17", "AMP-RCV-03", "INV-05"),
        _ when LacksSecret(Invoice, rules)                            => Because(Payload.KeysendPreimage is null ? new MissingSecret() : new WrongSecret(), "receiver/18", "MPP-RCV-02", "PRIV-05"),
        _ when HasOtherSecret(Invoice)                                => Because(new WrongSecret(), "receiver/19", "MPP-RCV-02", "MPP-RCV-03"),
        _ when IsKeysendInParts(rules)                                => Because(new NotMultiPart(), "receiver/20", "KEYSEND-02"),
        _ when LacksKeysend(Invoice)                                  => Because(new KeysendMismatch(), "receiver/21", "KEYSEND-02"),
        { Invoice.Status: InvoiceStatus.Paid } when !PaysAgain(rules) => Because(new InvoicePaid(), "receiver/22", "INV-07", "MPP-RCV-20"),
        { Invoice.Status: InvoiceStatus.Canceled }                    => Because(new InvoiceCanceled(), "receiver/23", "AMP-RCV-17"),
        _ when HasExpired(Invoice, now, rules)                        => Because(new InvoiceExpired(), "receiver/24", "INV-06"),
        { SetIdTaken: true }                                          => Because(new SetIdTaken(), "receiver/25", "AMP-RCV-02"),
        _ when EndsTooSoon(Invoice.Terms, now, rules)                 => Because(new ExpiryTooSoon(), "receiver/26", "MPP-RCV-05"),
        _ when Offer.Expiry.IsFurther(rules.MaxCltv, now.Height)      => Because(new ExpiryTooFar(), "receiver/27", "MPP-RCV-16"),
        _ when BringsNothing(rules)                                   => Because(new ZeroAmount(), "receiver/28", "MPP-RCV-35"),
        _ when IsTooLarge                                             => Because(new AmountTooLarge(), "receiver/29", "MPP-WIRE-07"),
        _ when IsZeroTotal(rules)                                     => Because(new TotalTooLow(), "receiver/30", "MPP-RCV-08"),
        _ when Total.Msat < Asked(Invoice.Terms)                      => Because(new TotalTooLow(), "receiver/31", "MPP-RCV-06", "AMP-RCV-05"),
        _ when IsTooHigh(Invoice.Terms, rules)                        => Because(new TotalTooHigh(), "receiver/32", "MPP-RCV-07", "AMP-RCV-05"),
        _ when IsOneOfSeveral(Invoice.Terms, rules)                   => Because(new NotMultiPart(), "receiver/33", "MPP-RCV-10", "KEYSEND-02"),
        _ when IsZeroShare(rules)                                     => Because(new ZeroShare(), "receiver/34", "AMP-RCV-15"),
        _                                                             => null,
    };
#pragma warning restore format

    /// <summary>it is an AMP part, and this receiver knows no such parts</summary>
    private bool IsUnknownAmp(Rules rules) => Payload.Amp is not null && rules.AmpParts is AmpParts.Unknown;

    /// <summary>it has metadata, of which this receiver knows nothing</summary>
    [Requirement("MPP-RCV-27")]
    private bool BringsMetadata(Rules rules) => Payload.PaymentMetadata is not null && rules.Metadata is Metadata.Unknown;

    /// <summary>it has neither secret nor keysend preimage nor blinded path, and this receiver tells that something is missing</summary>
    [Requirement("MPP-RCV-02")]
    private bool BringsNoSecret(Rules rules) => rules.SecretMissing is not SecretMissing.UnknownDetails
        && Payload is { PaymentData: null, KeysendPreimage: null, EncryptedRecipientData: null };

    /// <summary>the peer offers less than the payer meant; more is never held against it</summary>
    [Requirement("MPP-RCV-04", "PRIV-02")]
    private bool BringsLess(Rules rules) => Brings.Msat > Offer.Wire.Msat
        && Brings.Msat - Offer.Wire.Msat > (rules.SkimmedFee is SkimmedFee.Allowed ? Offer.Skimmed : default);

    /// <summary>the offer expires before the block that the payer meant; later is never held against it</summary>
    [Requirement("MPP-RCV-04", "PRIV-02")]
    private bool EndsEarlier => Offer.Expiry.IsBefore(new CltvExpiry(Payload.OutgoingCltvValue));

    /// <summary>its keysend preimage does not hash to its payment hash</summary>
    [Requirement("KEYSEND-01")]
    private bool KeysendOpensNothing => Payload.KeysendPreimage is { } preimage && preimage.Hash() != Offer.Hash;

    /// <summary>the id of its set is all zeros</summary>
    private bool HasZeroSetId => Payload.Amp is { } amp && amp.SetId.Value.IsZero;

    /// <summary>either the part or its invoice is AMP, and the other is not</summary>
    [Requirement("AMP-RCV-03", "AMP-RCV-04")]
    private bool IsOtherKind(Invoice invoice) => Payload.Amp is not null != invoice.Terms.Amp;

    /// <summary>its invoice has a secret, and it brings none</summary>
    [Requirement("MPP-RCV-02", "PRIV-05")]
    private bool LacksSecret(Invoice invoice, Rules rules) => invoice.PaymentSecret is not null && Payload.PaymentData is null
        && !(invoice.Terms.SecretOptional && rules.SecretOptional is not SecretOptional.Never)
        && !(Payload.KeysendPreimage is not null && rules.KeysendToInvoice is KeysendToInvoice.Taken);

    /// <summary>it has no secret and the invoice may do without</summary>
    [Requirement("MPP-RCV-20")]
    private bool PaysAgain(Rules rules) => Payload.PaymentData is null && rules.SecretOptional is SecretOptional.AloneForGood;

    /// <summary>its invoice has expired</summary>
    [Requirement("INV-06")]
    private static bool HasExpired(Invoice invoice, Now now, Rules rules) => invoice.ExpiresAt is { } end && rules.InvoiceExpiry switch
    {
        InvoiceExpiry.RefusesNew => end.HasCome(now.Clock),
        InvoiceExpiry.CancelsInvoice => false,
        InvoiceExpiry.FailsIncomplete => end.After(1000).HasCome(now.Clock),
    };

    /// <summary>its onion amount is zero</summary>
    [Requirement("MPP-RCV-35")]
    private bool BringsNothing(Rules rules) => Payload.AmtToForward == default && rules.ZeroPart is ZeroPart.Refused;

    /// <summary>it brings another secret than its invoice has</summary>
    [Requirement("MPP-RCV-02", "MPP-RCV-03")]
    private bool HasOtherSecret(Invoice invoice) => invoice.PaymentSecret is { } secret && Payload.PaymentData is { } data && data.PaymentSecret != secret;

    /// <summary>it is a keysend part with <c>payment_data</c>, and this receiver takes keysend in one part alone</summary>
    [Requirement("KEYSEND-02")]
    private bool IsKeysendInParts(Rules rules) => Spontaneous && Payload.KeysendPreimage is not null && Payload.PaymentData is not null && rules.KeysendParts is KeysendParts.Refused;

    /// <summary>the first part brought a keysend preimage and this one brings none</summary>
    [Requirement("KEYSEND-02")]
    private bool LacksKeysend(Invoice invoice) => invoice.Keysend && Payload.KeysendPreimage is null;

    /// <summary>fewer blocks are left than the invoice asks, or than the margin</summary>
    [Requirement("MPP-RCV-05")]
    private bool EndsTooSoon(Terms terms, Now now, Rules rules) =>
        Offer.Expiry.IsNearer(rules.MinFinal is MinFinal.Enforced ? CltvDelta.Max(terms.MinFinalCltvExpiry, rules.CltvMargin) : rules.CltvMargin, now.Height);

    /// <summary>an amount, whoever names it, is above all bitcoins</summary>
    [Requirement("MPP-WIRE-07")]
    private bool IsTooLarge => Total.Msat > Msat.AllBitcoins || Brings.Msat > Msat.AllBitcoins || Offer.Wire.Msat > Msat.AllBitcoins;

    /// <summary>its total is zero</summary>
    private bool IsZeroTotal(Rules rules) => Total.Msat == default && rules.ZeroTotal is ZeroTotal.Refused;

    /// <summary>its total is above the bound: for ours, twice what the invoice asks</summary>
    [Requirement("MPP-RCV-07")]
    private bool IsTooHigh(Terms terms, Rules rules) => terms.Amount is { } asked && asked != default && rules.Overpay switch
    {
        Overpay.Twice => Total.Msat - asked > asked,
        Overpay.OnePercent => Total.Msat - asked > Msat.Max(new Msat(5_000), asked.DividedBy(100)),
        Overpay.Exact => Total.Msat != asked,
        Overpay.Unbounded => false,
    };

    /// <summary>it is one of several parts, and its invoice offers no <c>basic_mpp</c></summary>
    [Requirement("MPP-RCV-10")]
    private bool IsOneOfSeveral(Terms terms, Rules rules) =>
        !terms.Amp && !terms.BasicMpp && rules.SinglePart switch
        {
            SinglePart.Enforced => Total.Msat != Payload.AmtToForward,
            SinglePart.Ignored => false,
            SinglePart.BelowTotal => Total.Msat > Payload.AmtToForward,
        };

    /// <summary>its share is all zeros</summary>
    private bool IsZeroShare(Rules rules) => Payload.Amp is { } amp && amp.RootShare.IsZero && rules.Shares is Shares.Checked;

    private static Msat Asked(Terms terms) => terms.Amount ?? default;

    private static Refused Because(Refusal why, string row, params string[] requirements) => new(why, row, requirements.ToSeq());
}

/// <summary>A reason and the row that gave it.</summary>
public sealed record Refused(Refusal Why, string Row, Seq<string> Requirements);
