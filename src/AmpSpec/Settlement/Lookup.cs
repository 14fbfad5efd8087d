using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement;

/// <summary>Which invoice an offer pays to.</summary>
internal static class Lookup
{
    /// <summary>The invoice that the payer means; or one that would be made for it; or none.</summary>
    [Requirement("MPP-RCV-01", "AMP-RCV-01", "AMP-RCV-02")]
    public static Arrival Of(Node node, Offer offer, FinalPayload read)
    {
        var payload = Meant(read, node.Rules);
        var known = payload.Amp is not null ? ByAddress(node, payload) : ByHash(node, offer, payload);
        var made = known is null ? JustInTime(node, offer, payload) : null;
        return new(offer, payload, known ?? made, Spontaneous: made is not null, IsTaken(node, payload));
    }

    [Requirement("MPP-RCV-08", "MPP-RCV-09")]
    private static FinalPayload Meant(FinalPayload payload, Rules rules) =>
        rules.ZeroTotal is ZeroTotal.Absent && payload.PaymentData is { TotalMsat: var total } data && total == default
            ? payload with { PaymentData = data with { TotalMsat = payload.AmtToForward } }
            : payload;

    // an AMP part names its invoice by the secret alone; its hash is its own
    private static Invoice? ByAddress(Node node, FinalPayload payload) => payload.PaymentData is not { PaymentSecret: var secret } ? null
        : node.Invoices.FirstOrDefault(invoice => invoice.PaymentSecret == secret && invoice.Terms.Amp)
            ?? node.Invoices.FirstOrDefault(invoice => invoice.PaymentSecret == secret);

    // a hash may stand in several invoices, which differ by their secrets; an AMP invoice has none of its own (INV-05)
    [Requirement("INV-05")]
    private static Invoice? ByHash(Node node, Offer offer, FinalPayload payload)
    {
        var secret = payload.PaymentData?.PaymentSecret;
        var same = node.Invoices.Where(invoice => !invoice.Terms.Amp && invoice.PaymentHash == offer.Hash).Where(invoice => IsMeant(invoice, payload, node.Rules)).ToSeq();
        return same.FirstOrDefault(invoice => invoice.PaymentSecret == secret)
            ?? same.FirstOrDefault()
            ?? node.Invoices.FirstOrDefault(invoice => invoice.Terms.Amp && (invoice.PaymentHash == offer.Hash || (secret is not null && invoice.PaymentSecret == secret)));
    }

    // where keysend parts are payments of their own, they see no invoice that was made for others
    [Requirement("PRIV-05")]
    private static bool IsMeant(Invoice invoice, FinalPayload payload, Rules rules) =>
        rules.KeysendToInvoice is not KeysendToInvoice.Apart || payload.KeysendPreimage is null || invoice.Keysend;

    [Requirement("AMP-RCV-18", "AMP-RCV-19", "KEYSEND-01")]
    private static Invoice? JustInTime(Node node, Offer offer, FinalPayload payload) => (payload.Amp, payload.PaymentData, payload.KeysendPreimage) switch
    {
        ({ }, _, _) when !node.Rules.AcceptAmp => null,
        (null, _, { }) when !node.Rules.AcceptKeysend => null,
        (null, { } data, { }) when IsOurs(node, data.PaymentSecret) => null,
        ({ }, { } data, _) => new Invoice(data.PaymentSecret, null, Asks(data.TotalMsat, node.Rules) with { Amp = true }),
        (null, var data, { } preimage) => new Invoice(data?.PaymentSecret, offer.Hash, Asks(data?.TotalMsat ?? payload.AmtToForward, node.Rules) with
        {
            Preimage = preimage,
            BasicMpp = data is not null,
            Hold = node.Rules.KeysendHoldMs is not null,
        })
        {
            Keysend = true,
            ExpiresAt = node.Rules.KeysendHoldMs is { } wait ? node.Now.Clock.After(wait) : null,
        },
        _ => null,
    };

    // where the secret is half of a key, a part that shows one of ours is for the invoice that has it, and not for a new one
    [Requirement("PRIV-05")]
    private static bool IsOurs(Node node, PaymentSecret secret) => node.Rules is { KeyedBy: KeyedBy.HashAndSecret, KeysendToInvoice: not KeysendToInvoice.Apart }
        && node.Invoices.Any(invoice => invoice.PaymentSecret == secret);

    private static Terms Asks(Msat amount, Rules rules) => new() { Amount = amount, MinFinalCltvExpiry = rules.CltvMargin };

    [Requirement("AMP-RCV-02")]
    private static bool IsTaken(Node node, FinalPayload payload) =>
        payload is { Amp: { } amp, PaymentData: { } data }
        && node.Sets.Select(open => open.Key).Concat(node.Ended.Keys).Any(key => key is SetKey.Amp(var secret, var id) && id == amp.SetId && secret != data.PaymentSecret);
}
