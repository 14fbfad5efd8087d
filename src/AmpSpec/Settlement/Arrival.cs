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
        Blinded = Payload.EncryptedRecipientData is not null,
        PathKeyGiven = Offer.PathKeyGiven,
        AcceptedAt = now,
    };

    /// <summary>What makes it belong to its set.</summary>
    [Requirement("MPP-RCV-01", "AMP-RCV-01")]
    public SetKey Key(Rules rules) => Payload is { Amp: { } amp, PaymentData: { } data }
        ? new SetKey.Amp(data.PaymentSecret, amp.SetId)
        : new SetKey.Mpp(Offer.Hash, rules.KeyedBy is KeyedBy.Hash ? null : Invoice?.PaymentSecret);

    private OnionAmount Brings => new(Payload.AmtToForward);

#pragma warning disable format // a table: one row a line, columns aligned
    /// <summary>Why the part may not come to its set, or null. Each refuses that part alone, and the first that applies is told.</summary>
    /// <param name="now">Clock and height.</param>
    /// <param name="rules">Where receivers differ.</param>
    public Refused? Refused(Now now, Rules rules) => this switch
    {
        _ when IsUnknownAmp(rules)                                    => Because(new Undecodable(new(RecordTypes.Amp, Offer.AmpOffset)), "receiver/02", "MPP-WIRE-03"),
        _ when BringsLess                                             => Because(new AmountBelowOnion(), "receiver/03", "MPP-RCV-04", "PRIV-02"),
        _ when EndsEarlier                                            => Because(new ExpiryBelowOnion(), "receiver/04", "MPP-RCV-04", "PRIV-02"),
        _ when KeysendOpensNothing                                    => Because(new KeysendMismatch(), "receiver/05", "KEYSEND-01", "PRIV-04"),
        _ when Payload.Amp is not null && Payload.PaymentData is null => Because(new MissingSecret(), "receiver/06", "AMP-WIRE-03"),
        _ when HasZeroSetId                                           => Because(new ZeroSetId(), "receiver/07", "AMP-WIRE-04"),
        { Invoice: null }                                             => Because(new UnknownInvoice(), "receiver/08", "MPP-RCV-02", "AMP-RCV-19"),
        _ when IsOtherKind(Invoice)                                   => Because(new WrongKind(), "receiver/09", "AMP-RCV-03", "INV-05"),
        _ when LacksSecret(Invoice)                                   => Because(new MissingSecret(), "receiver/10", "MPP-RCV-02", "PRIV-05"),
        _ when HasOtherSecret(Invoice)                                => Because(new WrongSecret(), "receiver/11", "MPP-RCV-02", "MPP-RCV-03"),
        _ when IsKeysendInParts(rules)                                => Because(new NotMultiPart(), "receiver/12", "KEYSEND-02"),
        _ when LacksKeysend(Invoice)                                  => Because(new KeysendMismatch(), "receiver/13", "KEYSEND-02"),
        { Invoice.Status: InvoiceStatus.Paid }                        => Because(new InvoicePaid(), "receiver/14", "INV-07", "MPP-RCV-20"),
        { Invoice.Status: InvoiceStatus.Canceled }                    => Because(new InvoiceCanceled(), "receiver/15", "AMP-RCV-17"),
        _ when Invoice.ExpiresAt is { } end && end.HasCome(now.Clock) => Because(new InvoiceExpired(), "receiver/16", "INV-06"),
        { SetIdTaken: true }                                          => Because(new SetIdTaken(), "receiver/17", "AMP-RCV-02"),
        _ when EndsTooSoon(Invoice.Terms, now, rules)                 => Because(new ExpiryTooSoon(), "receiver/18", "MPP-RCV-05"),
        _ when Offer.Expiry.IsFurther(rules.MaxCltv, now.Height)      => Because(new ExpiryTooFar(), "receiver/19", "MPP-RCV-16"),
        _ when Payload.AmtToForward == default                        => Because(new ZeroAmount(), "receiver/20", "MPP-RCV-35"),
        _ when IsTooLarge                                             => Because(new AmountTooLarge(), "receiver/21", "MPP-WIRE-07"),
        _ when IsZeroTotal(rules)                                     => Because(new TotalTooLow(), "receiver/22", "MPP-RCV-08"),
        _ when Total.Msat < Asked(Invoice.Terms)                      => Because(new TotalTooLow(), "receiver/23", "MPP-RCV-06", "AMP-RCV-05"),
        _ when IsTooHigh(Invoice.Terms, rules)                        => Because(new TotalTooHigh(), "receiver/24", "MPP-RCV-07", "AMP-RCV-05"),
        _ when IsOneOfSeveral(Invoice.Terms, rules)                   => Because(new NotMultiPart(), "receiver/25", "MPP-RCV-10", "KEYSEND-02"),
        _ when IsZeroShare(rules)                                     => Because(new ZeroShare(), "receiver/26", "AMP-RCV-15"),
        _                                                             => null,
    };
#pragma warning restore format

    /// <summary>it is an AMP part and this receiver knows none</summary>
    private bool IsUnknownAmp(Rules rules) => Payload.Amp is not null && rules.AmpParts is AmpParts.Unknown;

    /// <summary>the peer offers less than the payer meant; more is never held against it</summary>
    [Requirement("MPP-RCV-04", "PRIV-02")]
    private bool BringsLess => Brings.Msat > Offer.Wire.Msat && Brings.Msat - Offer.Wire.Msat > Offer.Skimmed;

    /// <summary>the offer expires before the block that the payer meant; later is never held against it</summary>
    [Requirement("MPP-RCV-04", "PRIV-02")]
    private bool EndsEarlier => Offer.Expiry.IsBefore(new CltvExpiry(Payload.OutgoingCltvValue));

    /// <summary>it brings a preimage that does not hash to its lock</summary>
    [Requirement("KEYSEND-01")]
    private bool KeysendOpensNothing => Payload.KeysendPreimage is { } preimage && preimage.Hash() != Offer.Hash;

    /// <summary>the id of its set is all zeros</summary>
    private bool HasZeroSetId => Payload.Amp is { } amp && amp.SetId.Value.IsZero;

    /// <summary>one of part and invoice is AMP and the other is not</summary>
    [Requirement("AMP-RCV-03", "AMP-RCV-04")]
    private bool IsOtherKind(Invoice invoice) => Payload.Amp is not null != invoice.Terms.Amp;

    /// <summary>the invoice has a secret and the part brings none</summary>
    [Requirement("MPP-RCV-02", "PRIV-05")]
    private bool LacksSecret(Invoice invoice) => invoice.PaymentSecret is not null && Payload.PaymentData is null;

    /// <summary>the part brings another secret than the invoice has</summary>
    [Requirement("MPP-RCV-02", "MPP-RCV-03")]
    private bool HasOtherSecret(Invoice invoice) => invoice.PaymentSecret is { } secret && Payload.PaymentData is { } data && data.PaymentSecret != secret;

    /// <summary>it is a keysend part with a total, which this receiver takes as one part alone</summary>
    [Requirement("KEYSEND-02")]
    private bool IsKeysendInParts(Rules rules) => Spontaneous && Payload.KeysendPreimage is not null && Payload.PaymentData is not null && rules.KeysendParts is KeysendParts.Refused;

    /// <summary>the first part brought a keysend preimage and this one brings none</summary>
    [Requirement("KEYSEND-02")]
    private bool LacksKeysend(Invoice invoice) => invoice.Keysend && Payload.KeysendPreimage is null;

    /// <summary>fewer blocks are left than the invoice asks, or than the margin</summary>
    [Requirement("MPP-RCV-05")]
    private bool EndsTooSoon(Terms terms, Now now, Rules rules) => Offer.Expiry.IsNearer(CltvDelta.Max(terms.MinFinalCltvExpiry, rules.CltvMargin), now.Height);

    /// <summary>an amount is above all bitcoins</summary>
    [Requirement("MPP-WIRE-07")]
    private bool IsTooLarge => Total.Msat > Msat.AllBitcoins || Brings.Msat > Msat.AllBitcoins || Offer.Wire.Msat > Msat.AllBitcoins;

    /// <summary>the total is zero</summary>
    private bool IsZeroTotal(Rules rules) => Total.Msat == default && rules.ZeroTotal is ZeroTotal.Refused;

    /// <summary>the total is above the bound: twice, one per cent or 5 sat whichever is more, or nothing above what was asked</summary>
    [Requirement("MPP-RCV-07")]
    private bool IsTooHigh(Terms terms, Rules rules) => terms.Amount is { } asked && asked != default && rules.Overpay switch
    {
        Overpay.Twice => Total.Msat - asked > asked,
        Overpay.OnePercent => Total.Msat - asked > Msat.Max(new Msat(5_000), asked.DividedBy(100)),
        Overpay.Exact => Total.Msat != asked,
        Overpay.Unbounded => false,
    };

    /// <summary>it is one of several parts, and the invoice offers no <c>basic_mpp</c></summary>
    [Requirement("MPP-RCV-10")]
    private bool IsOneOfSeveral(Terms terms, Rules rules) =>
        !terms.Amp && !terms.BasicMpp && rules.SinglePart is SinglePart.Enforced && Total.Msat != Payload.AmtToForward;

    /// <summary>its share is all zeros</summary>
    private bool IsZeroShare(Rules rules) => Payload.Amp is { } amp && amp.RootShare.IsZero && rules.Shares is Shares.Checked;

    private static Msat Asked(Terms terms) => terms.Amount ?? default;

    private static Refused Because(Refusal why, string row, params string[] requirements) => new(why, row, requirements.ToSeq());
}

/// <summary>A reason and the row that gave it.</summary>
public sealed record Refused(Refusal Why, string Row, Seq<string> Requirements);
