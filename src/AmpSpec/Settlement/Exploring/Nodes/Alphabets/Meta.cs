using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>What else a part can say: metadata, custom records, secrets that are wrong or missing, amounts and expiries that do not fit, bytes that cannot be read.</summary>
internal static class Meta
{
    private static readonly Seq<byte> One = [0xaa], Two = [0xbb];

    public static Seq<Scope> Scopes(Makings makings) =>
    [
        Details(makings),
        Records(makings, "records beside a part, where the invoice says nothing", makings.Mpp()),
        Records(makings, "records beside a part, where the invoice has metadata", makings.Mpp() with { Terms = makings.Mpp().Terms with { PaymentMetadata = One } }),
        Keys(makings),
        Single(makings),
    ];

    /// <summary>Under policies that are not ours.</summary>
    public static Seq<Scope> Variations(Makings makings) =>
    [
        Details(makings with { Rules = makings.Rules with { SecretMissing = SecretMissing.FeatureMissing } }) with { Name = "a missing secret is told", Waives = ["I8"] },
        Records(makings with { Rules = makings.Rules with { Metadata = Metadata.Unknown } }, "metadata is unknown", makings.Mpp()),
        Details(makings with { Rules = makings.Rules with { AmpParts = AmpParts.Unknown } }) with { Name = "AMP parts are unknown", Waives = ["I8"] },
        Apart(makings with { Rules = makings.Rules with { KeysendToInvoice = KeysendToInvoice.Apart, KeyedBy = KeyedBy.Hash, AcceptKeysend = true } }),
        Optional(makings with { Rules = makings.Rules with { SecretOptional = SecretOptional.AloneForGood } }),
    ];

    private static Scope Plain(Makings makings, string name, Invoice invoice) => makings.Scope("meta", name, makings.Size.Parts) with
    {
        Invoices = [invoice],
        Sets = [Makings.SetOf(invoice)],
        Happens = Happens.Ticks | Happens.CancelsInvoices,
        Sights = [Sight.Settles, Sight.TimesOut, Sight.Fails],
    };

    private static Scope Details(Makings makings)
    {
        var invoice = makings.Mpp();
        Letter Wrong(string name, Func<FinalPayload, FinalPayload>? says = null, Func<Offer, Offer>? offered = null) => makings.Part(name, invoice, 1, says, offered) with { IsWrong = true };
        return Plain(makings, "details that do not fit", invoice) with
        {
            Letters =
            [
                makings.Part("1", invoice, 1),
                makings.Part("all", invoice, makings.Total),
                Wrong("another secret", Makings.Showing(Makings.Secret(9))),
                Wrong("no secret", payload => payload with { PaymentData = null }),
                Wrong("another hash", null, offer => offer with { Hash = Makings.Opens(9).Hash() }),
                Wrong("a total too low", Makings.Naming(makings.Total - 1)),
                Wrong("a total too high", Makings.Naming((2 * makings.Total) + 1)),
                Wrong("no total", Makings.Naming(0)),
                Wrong("a total above all bitcoins", payload => payload with { PaymentData = payload.PaymentData! with { TotalMsat = Msat.AllBitcoins + new Msat(1) } }),
                Wrong("nothing", payload => payload with { AmtToForward = default }),
                Wrong("an expiry too near", payload => payload with { OutgoingCltvValue = payload.OutgoingCltvValue - 1 - makings.Scope("", "", 1).Entry.Value }, offer => offer with { Expiry = new(Frame.Height.Value + makings.Rules.CltvMargin.Value - 1) }),
                Wrong("a keysend preimage of another hash", payload => payload with { KeysendPreimage = Makings.Opens(9) }),
                Wrong("an AMP record", payload => payload with { Amp = new AmpRecord(new Share(Makings.Fill(0x11)), new SetId(Makings.Fill(0x55)), 0) }),
                Wrong("an AMP record and no secret", payload => payload with { PaymentData = null, Amp = new AmpRecord(new Share(Makings.Fill(0x11)), new SetId(Makings.Fill(0x55)), 0) }),
                Wrong("an AMP record of set zero", payload => payload with { Amp = new AmpRecord(new Share(Makings.Fill(0x11)), new SetId(default), 0) }),
                makings.Part("less on the wire", invoice, 2, null, offer => offer with { Wire = new(new Msat(1)) }),
                makings.Part("sooner on the wire", invoice, 1, payload => payload with { OutgoingCltvValue = payload.OutgoingCltvValue + 1 }),
                makings.Unreadable("bytes that cannot be read", invoice, [0x02]),
                makings.Unreadable("half a keysend preimage", invoice, Makings.HalfKeysend),
                makings.Part("an onion for another hash", invoice, 1, null, offer => offer with { HmacFails = true }),
            ],
        };
    }

    private static Scope Records(Makings makings, string name, Invoice invoice) => Plain(makings, name, invoice) with
    {
        Letters =
        [
            makings.Part("1", invoice, 1),
            makings.Part("all", invoice, makings.Total),
            makings.Part("no metadata", invoice, 1, payload => payload with { PaymentMetadata = null }),
            makings.Part("metadata", invoice, 1, payload => payload with { PaymentMetadata = One }),
            makings.Part("other metadata", invoice, 1, payload => payload with { PaymentMetadata = Two }),
            makings.Part("an even record", invoice, 1, payload => payload with { Custom = [new TlvRecord(65_536, One)] }),
            makings.Part("another even record", invoice, 1, payload => payload with { Custom = [new TlvRecord(65_536, Two)] }),
            makings.Part("an odd record", invoice, 1, payload => payload with { Custom = [new TlvRecord(65_537, One)] }),
        ],
        Happens = Happens.Ticks | Happens.Loss,
    };

    // the second invoice has the hash of the first, the third its secret
    private static Scope Keys(Makings makings)
    {
        var (first, third) = (makings.Mpp(), makings.Mpp(1) with { PaymentSecret = Makings.Secret(0) });
        var second = first with { PaymentSecret = Makings.Secret(1) };
        return makings.Scope("meta", "invoices that share a hash or a secret", makings.Size.Parts) with
        {
            Invoices = [first, second, third],
            Letters =
            [
                makings.Part("1 for the first", first, 1),
                makings.Part("all for the first", first, makings.Total),
                makings.Part("1 for the second, of the same hash", second, 1),
                makings.Part("all for the second, of the same hash", second, makings.Total),
                makings.Part("1 for the third, of the same secret", third, 1),
                makings.Part("all for the third, of the same secret", third, makings.Total),
                makings.Part("all, the hash of the third and the secret of the second", third, makings.Total, Makings.Showing(Makings.Secret(1))) with { IsWrong = true },
            ],
            Sets = [Makings.SetOf(first), Makings.SetOf(second), Makings.SetOf(third, 1)],
            Happens = Happens.Ticks | Happens.Cancels | Happens.Loss,
            Sights = [Sight.SettlesTwice, Sight.TimesOut, Sight.Fails],
        };
    }

    private static Scope Single(Makings makings)
    {
        var invoice = makings.Mpp() with { Terms = makings.Mpp().Terms with { BasicMpp = false } };
        return Plain(makings, "an invoice for one part", invoice) with
        {
            Letters = [makings.Part("1", invoice, 1), makings.Part("all", invoice, makings.Total), makings.Part("all and 1 more", invoice, makings.Total + 1)],
            Happens = Happens.Nothing,
            Sights = [Sight.Settles, Sight.Fails],
        };
    }

    private static Scope Apart(Makings makings)
    {
        var invoice = makings.Mpp();
        return Plain(makings, "keysend parts for the hash of an invoice stand apart", invoice) with
        {
            Letters =
            [
                makings.Part("1", invoice, 1),
                makings.Part("all", invoice, makings.Total),
                makings.Part("1 by keysend", invoice, 1, payload => payload with { KeysendPreimage = Makings.Opens(0), PaymentData = null }) with { IsSpontaneous = true },
            ],
        };
    }

    private static Scope Optional(Makings makings)
    {
        var optional = makings.Mpp().Terms with { SecretOptional = true };
        Invoice[] invoices = [makings.Mpp() with { Terms = optional }, makings.Mpp(1) with { Terms = makings.Mpp(1).Terms with { SecretOptional = true, Hold = true } }];
        return makings.Scope("meta", "a secret may be missing", makings.Size.Parts) with
        {
            Invoices = invoices.ToSeq(),
            Letters = invoices.SelectMany((invoice, n) => new[]
            {
                makings.Part($"1 for set {n + 1}", invoice, 1),
                makings.Part($"all for set {n + 1}", invoice, makings.Total),
                makings.Part($"all for set {n + 1}, no secret", invoice, makings.Total, payload => payload with { PaymentData = null }),
            }).ToSeq(),
            Sets = invoices.Select((invoice, n) => Makings.SetOf(invoice, n)).ToSeq(),
            Happens = Happens.Ticks | Happens.Settles,
            Waives = ["I10"],
            Sights = [Sight.SettlesTwice, Sight.TimesOut, Sight.Waits],
        };
    }
}
