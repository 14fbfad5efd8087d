using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement;

/// <summary>Which invoice an offer pays to.</summary>
internal static class Lookup
{
    /// <summary>The invoice that the payer means; or one that would be made for it; or none.</summary>
    [Requirement("MPP-RCV-01", "AMP-RCV-01", "AMP-RCV-02")]
    public static Arrival Of(Node node, Offer offer, FinalPayload payload)
    {
        var known = payload.Amp is not null ? ByAddress(node, payload) : ByHash(node, offer, payload);
        var made = known is null && node.Rules.AcceptSpontaneous ? JustInTime(node.Rules, offer, payload) : null;
        return new(offer, payload, known ?? made, Spontaneous: made is not null, IsTaken(node, payload));
    }

    // an AMP part names its invoice by the secret alone; its hash is its own
    private static Invoice? ByAddress(Node node, FinalPayload payload) => payload.PaymentData is not { PaymentSecret: var secret } ? null
        : node.Invoices.FirstOrDefault(invoice => invoice.PaymentSecret == secret && invoice.Terms.Amp)
            ?? node.Invoices.FirstOrDefault(invoice => invoice.PaymentSecret == secret);

    // a hash may stand in several invoices, which differ by their secrets; an AMP invoice has none of its own (INV-05)
    [Requirement("INV-05")]
    private static Invoice? ByHash(Node node, Offer offer, FinalPayload payload)
    {
        var secret = payload.PaymentData?.PaymentSecret;
        var same = node.Invoices.Where(invoice => !invoice.Terms.Amp && invoice.PaymentHash == offer.Hash).ToSeq();
        return same.FirstOrDefault(invoice => invoice.PaymentSecret == secret)
            ?? same.FirstOrDefault()
            ?? (secret is null ? null : node.Invoices.FirstOrDefault(invoice => invoice.Terms.Amp && invoice.PaymentSecret == secret));
    }

    [Requirement("AMP-RCV-18", "AMP-RCV-19", "KEYSEND-01")]
    private static Invoice? JustInTime(Rules rules, Offer offer, FinalPayload payload) => (payload.Amp, payload.PaymentData, payload.KeysendPreimage) switch
    {
        ({ }, { } data, _) => new Invoice(data.PaymentSecret, null, Asks(data.TotalMsat, rules) with { Amp = true }),
        (null, var data, { } preimage) => new Invoice(data?.PaymentSecret, offer.Hash, Asks(data?.TotalMsat ?? payload.AmtToForward, rules) with { Preimage = preimage, BasicMpp = data is not null }) { Keysend = true },
        _ => null,
    };

    private static Terms Asks(Msat amount, Rules rules) => new() { Amount = amount, MinFinalCltvExpiry = rules.CltvMargin };

    [Requirement("AMP-RCV-02")]
    private static bool IsTaken(Node node, FinalPayload payload) =>
        payload is { Amp: { } amp, PaymentData: { } data }
        && node.Sets.Select(open => open.Key).Concat(node.Ended.Keys).Any(key => key is SetKey.Amp(var secret, var id) && id == amp.SetId && secret != data.PaymentSecret);
}
