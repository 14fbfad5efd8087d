using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>What makes parts belong together. A part joins a set by the whole key or not at all.</summary>
[Requirement("MPP-RCV-01", "AMP-RCV-01")]
public abstract record SetKey
{
    private SetKey()
    {
    }

    /// <summary>What the parts of one payment to an invoice with a hash have in common.</summary>
    public static SetKey Of(Hash32 hash, PaymentSecret? secret, Rules rules) => new Mpp(hash, rules.KeyedBy is KeyedBy.Hash ? null : secret);

    /// <summary>Whether parts of this key pay to an invoice.</summary>
    public bool PaysTo(Invoice invoice, Rules rules) => this switch
    {
        Mpp(var hash, var secret) => !invoice.Terms.Amp && invoice.PaymentHash == hash && (invoice.PaymentSecret == secret || rules.KeyedBy is KeyedBy.Hash),
        Amp(var secret, _) => invoice.Terms.Amp && invoice.PaymentSecret == secret,
    };

    /// <summary>Parts under one hash, made for one secret.</summary>
    public sealed record Mpp(Hash32 PaymentHash, PaymentSecret? PaymentSecret) : SetKey;

    /// <summary>Parts under hashes of their own, sent to one invoice under one id.</summary>
    public sealed record Amp(PaymentSecret PaymentSecret, SetId SetId) : SetKey;
}
