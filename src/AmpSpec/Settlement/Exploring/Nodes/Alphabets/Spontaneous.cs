using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>AMP sets that open and such that do not, ids and shares that come twice, and payments without an invoice.</summary>
internal static class Spontaneous
{
    private const int First = 0x55, Second = 0x66;

    public static Seq<Scope> Scopes(Makings makings) =>
    [
        Amp(makings, "two AMP sets"),
        Shares(makings, "shares that do not open, or come twice"),
        Ids(makings),
        Shares(makings, "AMP sets on a stale tip") with { Happens = Happens.Ticks | Happens.StaleTips },
        Uninvited(makings with { Rules = makings.Rules with { AcceptAmp = true } }),
        Keysend(makings with { Rules = makings.Rules with { AcceptKeysend = true } }, "keysend"),
        Uninvited(makings with { Rules = makings.Rules with { AcceptAmp = false, AcceptKeysend = false } }) with { Name = "payments that nobody wants", Sights = [Sight.Fails] },
    ];

    /// <summary>Under policies that are not ours.</summary>
    public static Seq<Scope> Variations(Makings makings)
    {
        Makings Under(Func<Rules, Rules> but) => makings with { Rules = but(makings.Rules) };
        return
        [
            Shares(Under(rules => rules with { Mismatch = Mismatch.CancelInvoice }), "bad shares cancel the invoice") with { Waives = ["I4"] },
            Shares(Under(rules => rules with { Shares = Settlement.Shares.Unchecked }), "shares are not compared"),
            Amp(Under(rules => rules with { SetIds = SetIds.Reusable }), "ids come back") with { Waives = ["I5"], Sights = [Sight.Settles, Sight.TimesOut, Sight.Fails] },
            Keysend(Under(rules => rules with { AcceptKeysend = true, KeysendParts = KeysendParts.Refused }), "keysend in one part alone") with { Sights = [Sight.Settles, Sight.Fails] },
            Stolen(Under(rules => rules with { KeysendToInvoice = KeysendToInvoice.Taken })),
        ];
    }

    private static Scope Plain(Makings makings, string name, Invoice invoice, params Letter[] letters) => makings.Scope("spontaneous", name, makings.Size.Parts) with
    {
        Invoices = [invoice],
        Letters = letters.ToSeq(),
        Sets = [Makings.SetOf(invoice.PaymentSecret!.Value, First), Makings.SetOf(invoice.PaymentSecret!.Value, Second)],
        Happens = Happens.Ticks | Happens.Loss,
        Sights = [Sight.Settles, Sight.TimesOut, Sight.Fails, Sight.Dies],
    };

    private static Scope Amp(Makings makings, string name)
    {
        var invoice = makings.Amp();
        return Plain(
            makings, name, invoice,
            makings.Child("1 of set 1", invoice, First, 0), makings.Child("2 of set 1", invoice, First, 1),
            makings.Child("1 of set 2", invoice, Second, 0), makings.Child("2 of set 2", invoice, Second, 1),
            makings.Child("1 of set 1, another total", invoice, First, 0, Makings.Naming(3))) with
        {
            Happens = Happens.Ticks | Happens.Blocks | Happens.Loss | Happens.Cancels | Happens.CancelsInvoices,
        };
    }

    private static Scope Shares(Makings makings, string name)
    {
        var invoice = makings.Amp();
        var second = makings.Child("2 of set 1", invoice, First, 1);
        return Plain(
            makings, name, invoice,
            makings.Child("1 of set 1", invoice, First, 0), second,
            second with { Name = "2 of set 1, another hash", Offer = second.Offer with { Hash = Makings.Opens(7).Hash() } },
            makings.Child("1 of set 2", invoice, Second, 0), makings.Child("2 of set 2", invoice, Second, 1),
            makings.Child("no share", invoice, First, 0, payload => payload with { Amp = payload.Amp! with { RootShare = default } }) with { IsWrong = true }) with
        {
            Happens = Happens.Ticks,
        };
    }

    // the second invoice wants the ids that stand for sets of the first
    private static Scope Ids(Makings makings)
    {
        var (one, other) = (makings.Amp(), makings.Amp(1));
        return Plain(
            makings, "ids of sets of another invoice", one,
            makings.Child("1 of set 1", one, First, 0), makings.Child("2 of set 1", one, First, 1),
            makings.Child("1 of set 1 for the other invoice", other, First, 0) with { IsWrong = true },
            makings.Child("1 of set 2 for the other invoice", other, Second, 0), makings.Child("2 of set 2 for the other invoice", other, Second, 1),
            makings.Part("no AMP record", one, 2) with { IsWrong = true }) with
        {
            Invoices = [one, other],
            Sets = [Makings.SetOf(one.PaymentSecret!.Value, First), Makings.SetOf(other.PaymentSecret!.Value, First), Makings.SetOf(other.PaymentSecret!.Value, Second)],
            Happens = Happens.Ticks | Happens.CancelsInvoices,
        };
    }

    private static Scope Uninvited(Makings makings)
    {
        var made = makings.Amp(2);
        return Plain(
            makings, "AMP without an invoice", made,
            makings.Child("1 of set 1", made, First, 0) with { IsSpontaneous = true }, makings.Child("2 of set 1", made, First, 1) with { IsSpontaneous = true },
            makings.Child("2 of set 1, another total", made, First, 1, Makings.Naming(3)) with { IsSpontaneous = true },
            makings.Child("1 of set 2", made, Second, 0) with { IsSpontaneous = true }, makings.Child("2 of set 2", made, Second, 1) with { IsSpontaneous = true },
            makings.Child("no share", made, First, 0, payload => payload with { Amp = payload.Amp! with { RootShare = default } }) with { IsWrong = true }) with
        {
            Invoices = [],
        };
    }

    private static Scope Keysend(Makings makings, string name)
    {
        var made = makings.Mpp(3);
        Func<FinalPayload, FinalPayload> brings = payload => payload with { KeysendPreimage = Makings.Opens(3) };
        return Plain(
            makings, name, made,
            makings.Part("1", made, 1, brings) with { IsSpontaneous = true }, makings.Part("all", made, makings.Total, brings) with { IsSpontaneous = true },
            makings.Part("1 alone", made, 1, payload => brings(payload) with { PaymentData = null }) with { IsSpontaneous = true },
            makings.Part("1 without a preimage", made, 1) with { IsWrong = true },
            makings.Part("1 with a preimage of another hash", made, 1, payload => payload with { KeysendPreimage = Makings.Opens(7) }) with { IsWrong = true }) with
        {
            Invoices = [],
            Sets = [Makings.SetOf(made, 3), new(new SetKey.Mpp(made.PaymentHash!.Value, null), Makings.Opens(3))],
            Sights = [Sight.Settles, Sight.TimesOut, Sight.Fails],
        };
    }

    private static Scope Stolen(Makings makings)
    {
        var invoice = makings.Mpp();
        return Plain(
            makings, "keysend in the place of a secret", invoice,
            makings.Part("1", invoice, 1), makings.Part("all", invoice, makings.Total),
            makings.Part("all by keysend, no secret", invoice, makings.Total, payload => payload with { KeysendPreimage = Makings.Opens(0), PaymentData = null })) with
        {
            Sets = [Makings.SetOf(invoice)],
            Waives = ["I10"],
            Sights = [Sight.Settles, Sight.TimesOut],
        };
    }
}
