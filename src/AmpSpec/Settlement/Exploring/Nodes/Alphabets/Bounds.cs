using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>Where something ends: numbers of parts and sets, amounts, deadlines, timers, invoices.</summary>
internal static class Bounds
{
    public static Seq<Scope> Scopes(Makings makings) =>
    [
        Counted(makings with { Rules = makings.Rules with { MaxParts = 2 } }, "no more than two parts"),
        Sets(makings with { Rules = makings.Rules with { MaxSets = 1 } }),
        Sums(makings),
        Deadlines(makings, "deadlines that differ"),
        Expiry(makings, "invoices that expire"),
        Rejects(makings),
        Tips(makings, "a stale tip"),
    ];

    /// <summary>Under policies that are not ours.</summary>
    public static Seq<Scope> Variations(Makings makings)
    {
        Makings Under(Func<Rules, Rules> but) => makings with { Rules = but(makings.Rules) };
        return
        [
            Counted(Under(rules => rules with { MaxParts = 2, PartLimit = PartLimit.FailSet }), "more than two parts fail their set"),
            Counted(Under(rules => rules with { Totals = Totals.FailPart }), "another total fails its part alone"),
            Counted(Under(rules => rules with { MaxCltv = new(makings.Scope("", "", 1).Entry.Value) }), "no part that waits for long"),
            Deadlines(Under(rules => rules with { Deadline = Deadline.FailPart }), "each part has its deadline") with { Waives = ["I1", "I9"] },
            Deadlines(Under(rules => rules with { Deadline = Deadline.CancelHeld }), "only complete sets have a deadline") with { Waives = ["I4", "I16"] },
            Deadlines(Under(rules => rules with { Deadline = Deadline.FailUnlessHeld }), "what an owner holds has no deadline") with { Waives = ["I16"] },
            AtTheEdge(Under(rules => rules with { DeadlineEdge = DeadlineEdge.At })),
            Deadlines(Under(rules => rules with { TimerScope = TimerScope.Part }), "each part has its timer") with { Waives = ["I1", "I9"] },
            Deadlines(Under(rules => rules with { TimerScope = TimerScope.Part, Deadline = Deadline.FailPart }), "each part has its timer and its deadline") with { Waives = ["I1", "I9"] },
            Deadlines(Under(rules => rules with { ExtraPart = ExtraPart.Added }), "a part too many is added"),
            Extra(Under(rules => rules with { ExtraPart = ExtraPart.Settled, Settles = Settles.Asked })),
            Deadlines(Under(rules => rules with { EarlyClaim = EarlyClaim.Forgets }), "an early word forgets the set") with { Waives = ["I9"] },
            Expiry(Under(rules => rules with { InvoiceExpiry = InvoiceExpiry.FailsIncomplete }), "incomplete sets end with their invoice"),
            Tips(Under(rules => rules with { StaleTip = StaleTip.FailPart }), "no part is taken on a stale tip") with { Waives = ["CHAIN-07"] },
        ];
    }

    private static Scope Plain(Makings makings, string name, params Invoice[] invoices) => makings.Scope("bounds", name, makings.Size.Parts) with
    {
        Invoices = invoices.ToSeq(),
        Sets = invoices.Select((invoice, n) => Makings.SetOf(invoice, n)).ToSeq(),
        Happens = Happens.Ticks,
        Sights = [Sight.Settles, Sight.TimesOut, Sight.Fails],
    };

    private static Scope Counted(Makings makings, string name)
    {
        var invoice = makings.Mpp();
        return Plain(makings, name, invoice) with
        {
            Letters =
            [
                makings.Part("1", invoice, 1),
                makings.Part("1, later", invoice, 1, spare: 1),
                makings.Part($"all but 1", invoice, makings.Total - 1),
                makings.Part("all", invoice, makings.Total),
                makings.Part("1 of 1 more", invoice, 1, Makings.Naming(makings.Total + 1)),
            ],
        };
    }

    private static Scope Sets(Makings makings)
    {
        var invoice = makings.Amp();
        return makings.Scope("bounds", "no more than one set", makings.Size.Parts) with
        {
            Invoices = [invoice],
            Letters = [makings.Child("1 of set 1", invoice, 0x55, 0), makings.Child("2 of set 1", invoice, 0x55, 1), makings.Child("1 of set 2", invoice, 0x66, 0), makings.Child("2 of set 2", invoice, 0x66, 1)],
            Sets = [Makings.SetOf(invoice.PaymentSecret!.Value, 0x55), Makings.SetOf(invoice.PaymentSecret!.Value, 0x66)],
            Happens = Happens.Ticks,
            Sights = [Sight.Settles, Sight.TimesOut, Sight.Fails, Sight.Dies],
        };
    }

    private static Scope Sums(Makings makings)
    {
        var open = makings.Mpp() with { Terms = makings.Mpp().Terms with { Amount = null } };
        Letter Of(string name, Msat onion, Msat total) => makings.Part(name, open, 1, payload => payload with { AmtToForward = onion, PaymentData = payload.PaymentData! with { TotalMsat = total } }, offer => offer with { Wire = new(onion) });
        var (one, all, most) = (new Msat(1), Msat.AllBitcoins, new Msat(ulong.MaxValue));
        return Plain(makings, "amounts as large as they can be", open) with
        {
            Letters =
            [
                Of("all bitcoins but 1, of all", all - one, all), Of("1 of all bitcoins", one, all), Of("2 of all bitcoins", new Msat(2), all),
                Of("1 of more than all bitcoins", one, all + one), Of("all that can be written", most, most), Of("all that can be written, of all bitcoins", most, all),
            ],
        };
    }

    private static Scope Deadlines(Makings makings, string name)
    {
        Invoice[] invoices = [makings.Mpp(), makings.Hold(1)];
        return Plain(makings, name, invoices) with
        {
            Letters = invoices.SelectMany((invoice, n) => new[]
            {
                makings.Part($"1 for set {n + 1}", invoice, 1),
                makings.Part($"1 for set {n + 1}, later", invoice, 1, spare: 1),
                makings.Part($"all for set {n + 1}, later", invoice, makings.Total, spare: 1),
            }).ToSeq(),
            Happens = Happens.Ticks | Happens.Blocks | Happens.Settles | Happens.Loss,
        };
    }

    // a part is taken with as many blocks left as are too few to hold it
    private static Scope AtTheEdge(Makings makings)
    {
        var (scope, invoice, expiry) = (Deadlines(makings, "a part that comes at its deadline"), makings.Mpp(), new CltvExpiry(Frame.Height.Value + makings.Rules.CltvMargin.Value));
        Letter At(string name, ulong onion) => makings.Part(name, invoice, onion, payload => payload with { OutgoingCltvValue = expiry.Value }, offer => offer with { Expiry = expiry });
        return scope with { Letters = [.. scope.Letters, At("1 for set 1, at its deadline", 1), At("all for set 1, at its deadline", makings.Total)] };
    }

    // the owner has still to speak when a part comes that is one too many, though the node knows the preimage
    private static Scope Extra(Makings makings)
    {
        var invoice = makings.Mpp();
        return Plain(makings, "a part too many is opened", invoice) with
        {
            Letters = [makings.Part("1", invoice, 1), makings.Part("all", invoice, makings.Total)],
            Happens = Happens.Ticks | Happens.Settles | Happens.Blocks | Happens.Cancels,
            Waives = ["I20"],
        };
    }

    private static Scope Expiry(Makings makings, string name)
    {
        Invoice[] invoices = [makings.Mpp() with { ExpiresAt = Frame.Clock.After(Frame.Tick) }, makings.Hold(1) with { ExpiresAt = Frame.Clock.After(Frame.Tick) }];
        return Plain(makings, name, invoices) with
        {
            Letters = invoices.SelectMany((invoice, n) => new[] { makings.Part($"1 for set {n + 1}", invoice, 1), makings.Part($"all for set {n + 1}", invoice, makings.Total) }).ToSeq(),
            Happens = Happens.Ticks | Happens.Settles,
        };
    }

    private static Scope Rejects(Makings makings)
    {
        var invoice = makings.Mpp();
        return Plain(makings, "an owner who rejects the next part", invoice) with
        {
            Letters = [makings.Part("1", invoice, 1), makings.Part("all", invoice, makings.Total), makings.Part("another secret", invoice, 1, Makings.Showing(Makings.Secret(9))) with { IsWrong = true }],
            Happens = Happens.Ticks | Happens.Rejects,
        };
    }

    private static Scope Tips(Makings makings, string name)
    {
        Invoice[] invoices = [makings.Mpp(), makings.Hold(1)];
        return Plain(makings, name, invoices) with
        {
            Letters = invoices.SelectMany((invoice, n) => new[] { makings.Part($"1 for set {n + 1}", invoice, 1), makings.Part($"all for set {n + 1}", invoice, makings.Total) }).ToSeq(),
            Happens = Happens.Ticks | Happens.Blocks | Happens.Settles | Happens.StaleTips,
            Sights = [Sight.SettlesTwice, Sight.TimesOut, Sight.Fails, Sight.Waits],
        };
    }
}
