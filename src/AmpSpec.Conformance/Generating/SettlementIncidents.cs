using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using static AmpSpec.Conformance.Generating.AmpInputs;
using static AmpSpec.Conformance.Generating.Asked;
using static AmpSpec.Conformance.Generating.Intent;
using static AmpSpec.Conformance.Generating.Scenario;
using static AmpSpec.Conformance.Generating.SessionFlags;

namespace AmpSpec.Conformance.Generating;

/// <summary>What has gone wrong in implementations, as a session that a receiver must come through. The numbers are those of the incident list.</summary>
public static class SettlementIncidents
{
    private static readonly AmpSet One = AmpSet.Of(1), Two = AmpSet.Of(2), Three = AmpSet.Of(3), Other = AmpSet.Of(2, "66");

    /// <summary>The incidents that no session of a receiver can express, with the reason for each.</summary>
    public static IReadOnlyDictionary<string, string> Unplayed { get; } = new Dictionary<string, string>
    {
        ["C-06"] = "the payer's store of attempts",
        ["C-10"] = "the payer's estimate of a payload (AMP-WIRE-09)",
        ["C-15"] = "the payer's report of a payment of which a part failed",
        ["C-16"] = "the payer's bookkeeping of a payment that failed while a part was registered",
        ["C-17"] = "the payer pays a held invoice twice",
        ["C-20"] = "the payer splits what was not offered in parts",
        ["C-23"] = "an HTLC that is relayed, on the chain (CHAIN-03)",
        ["C-25"] = "path finding that does not end",
        ["C-26"] = "the payer registers a part again",
        ["C-27"] = "a payload at a hop: payload.forward.decode shows it (AMP-WIRE-05)",
        ["C-28"] = "an HTLC that is relayed is failed too early",
        ["C-31"] = "claims inside another program wait for each other; a session has no threads",
        ["C-37"] = "the payer's events after a restart",
        ["C-38"] = "the payer's reading of mpp_timeout",
        ["C-42"] = "an invoice of a session has a secret, so the secret of a part in a blinded path is never compared: a test of the node shows it",
        ["C-48"] = "the payer sends a part after another one was settled",
        ["C-49"] = "the payer's numbers of parts",
        ["C-53"] = "the payer's report after completion",
        ["C-57"] = "the payer goes on after the chain has confirmed",
        ["C-58"] = "what a blinded path takes for itself is no event of a session: a test of the node shows it (MPP-RCV-28)",
        ["C-63"] = "the payer's reading of the payee's errors",
        ["C-66"] = "a preimage shown on the chain: a test shows it (CHAIN-02)",
        ["C-70"] = "two nested totals of trampoline",
        ["C-72"] = "the payer's budget of fees",
        ["C-80"] = "an invoice of a session has a secret, so no blinded part is ever held: a test of the node shows it",
    };

    internal static VectorFile File()
    {
        var file = new SuiteFile("settlement/incidents", SessionOps.Run, "ampspec/settlement/incidents");
        LndAmp(file);
        Lnd(file);
        Ldk(file);
        CoreLightning(file);
        Eclair(file);
        Electrum(file);
        Others(file);
        return file.Build();
    }

    private static Func<Htlc, Htlc> Of(AmpSet set, int at) => part => part.Of(set, at);

    private static void Play(this SuiteFile file, string slug, string about, string[] requirements, Scenario scenario) =>
        file.Session(slug, scenario, [Incident], about: about, requirements: requirements);

    private static void LndAmp(SuiteFile file)
    {
        file.Group("lnd, AMP", []);
        file.Play("c-01-a-bad-set-does-not-close-the-invoice", "lnd #11198: one set whose shares do not fit cancelled the whole invoice", ["AMP-RCV-09", "AMP-RCV-16", "INV-06"],
            Given(Amp()).Offer("a", 400, Of(Other, 0)).Held().Offer("x", 400, Of(Two, 0)).Held().Offer("y", 600, p => p.Of(Two, 1) with { Hash = Fill("77") }).Fails(UnknownDetails, "x", "y").Offer("b", 600, Of(Other, 1)).Settles("a", "b").Offer("c", 1000, Of(AmpSet.Of(1, "99"), 0)).Settles("c"));
        file.Play("c-02-a-timed-out-set-does-not-settle", "lnd #11176: a set whose part had timed out went on and could settle", ["AMP-RCV-12", "AMP-RCV-13"],
            Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().At(60_000).Tick().Fails(TimedOut, "a").Offer("b", 600, p => p.Of(Two, 1)).Fails(UnknownDetails, "b").Offer("c", 1000, p => p.Of(new AmpSet(Two.Id, One.Children), 0)).Fails(UnknownDetails, "c").Undecided(0));
        file.Play("c-03-a-cancelled-invoice-lets-every-part-go", "lnd #9459: parts stayed held when an AMP invoice was cancelled", ["AMP-RCV-17"],
            Given(Amp()).Offer("s", 1000, Of(AmpSet.Of(1, "99"), 0)).Settles("s").Offer("a", 400, Of(Two, 0)).Held().Offer("c", 300, Of(Other, 0)).Held().CancelInvoice().Fails(UnknownDetails, "a", "c").Undecided(0).Replay("s").Settles("s"));
        file.Play("c-04-a-keysend-record-opens-no-invoice", "lnd #11024: the mere presence of a keysend record took the place of the secret", ["PRIV-05", "KEYSEND-01"],
            Given(Mpp()).Spontaneously().Offer("a", 1000, p => p with { Secret = null, Keysend = Mpp().Preimage }).Fails(UnknownDetails, "a").Offer("b", 1000, p => p with { Secret = null, Keysend = Fill("77") }).Fails(UnknownDetails, "b").Offer("c", 1000).Settles("c"));
        file.Play("c-04-an-amp-record-without-payment-data-is-answered", "lnd #11024: such a part crashed the node", ["AMP-RCV-04", "AMP-WIRE-03"],
            Given(Amp()).Offer("a", 1000, p => p.Of(One, 0) with { Secret = null }).Fails(UnknownDetails, "a").Offer("b", 1000, p => p with { Hash = Fill("77"), Secret = null }).Fails(UnknownDetails, "b").Offer("c", 1000, Of(One, 0)).Settles("c"));
        file.Play("c-04-a-replayed-preimage-is-checked-again", "lnd #11024: a stored preimage was told without a look at the hash", ["AMP-RCV-11"],
            Given(Amp()).Offer("a", 1000, Of(One, 0)).Settles("a").ReplayAs("a", p => p with { Hash = Fill("77") }).Fails(UnknownDetails, "a").Replay("a").Settles("a"));
        file.Play("c-05-what-hops-add-does-not-complete-an-amp-set", "lnd #7768: hops that forward more made the sum reach the total before the last share came", ["AMP-RCV-07", "PRIV-02"],
            Given(Amp()).Offer("a", 400, p => p.Of(Three, 0) with { Wire = 600 }).Held().Offer("b", 400, Of(Three, 1)).Held().Holds(Three.Id, 800, 2).Offer("c", 200, Of(Three, 2)).Settles("a", "b", "c"));
        file.Play("c-07-equal-numbers-on-two-channels", "lnd #9050: a part was found by its number, without its channel", ["AMP-RCV-16", "MPP-RCV-23"],
            Given(Amp()).Offer("a", 400, p => p.Of(Two, 0) with { Id = 5 }).Held().Offer("c", 500, p => p.Of(Other, 0) with { Id = 5, Channel = "c1" }).Held().Offer("b", 600, p => p.Of(Two, 1) with { Id = 6, Channel = "c1" }).Settles("a", "b").Holds(Other.Id, 500, 1).Replay("a").Settles("a").Replay("c").Nothing());
        file.Play("c-08-each-part-keeps-its-preimage", "lnd #11106: stored AMP parts of an older form", ["AMP-RCV-10", "AMP-RCV-11", "MPP-RCV-24"],
            Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, Of(Two, 1)).Settles("a", "b").Restart(lossy: true).Nothing().Replay("a").Settles("a").Replay("b").Settles("b"));
        file.Play("c-09-records-without-bytes", "lnd #5743: an empty record crashed the node", ["AMP-RCV-04"],
            Given(Amp()).Offer("a", 1000, p => p with { Hash = Fill("77"), HasPayload = false, PayloadHex = "020203e804030c35900800" }).Undecodable("a", 8, 9)
                .Offer("b", 1000, p => p with { Hash = Fill("77"), HasPayload = false, PayloadHex = $"020203e804030c35900822{Amp().Secret}03e80e00" }).Undecodable("b", 14, 45));
        file.Play("c-11-a-zero-share-is-refused", "lnd amp/sharer.go: asked twice for the last share, it gives a zero one", ["AMP-RCV-15"],
            Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("x", 100, Of(new AmpSet(Two.Id, [.. Two.Children, (Zero, 2)]), 2)).Fails(UnknownDetails, "x").Holds(Two.Id, 400, 1).Offer("b", 600, Of(Two, 1)).Settles("a", "b"));
        file.Play("c-12-a-settled-set-id-does-not-come-back", "lnd: a settled set id begins to gather again", ["AMP-RCV-12"],
            Given(Amp()).Offer("a", 1000, Of(One, 0)).Settles("a").Offer("b", 400, Of(new AmpSet(One.Id, Two.Children), 0)).Fails(UnknownDetails, "b").Undecided(0));
        file.Play("c-13-one-set-id-at-two-addresses", "lnd: InvoiceNotFound", ["AMP-RCV-02"],
            Given(Amp(), Amp(n: 1)).Offer("a", 400, Of(Two, 0)).Held().Offer("x", 600, p => p.Of(Two, 1).To(Amp(n: 1))).Fails(UnknownDetails, "x").Offer("b", 600, Of(Two, 1)).Settles("a", "b"));
        file.Play("c-14-an-amp-record-in-a-blinded-payload", "lnd #9246: there is no AMP over blinded paths", ["MPP-RCV-32"],
            Given(Amp()).Offer("a", 1000, p => p with { Hash = Fill("77"), HasPayload = false, PathKeyInOffer = true, PayloadHex = $"020203e804030c35900a02abcd0e40{A}{Fill("55")}120203e8" }).Malformed("a").Offer("b", 1000, p => p with { Hash = Fill("77"), HasPayload = false, PayloadHex = $"020203e804030c35900a02abcd0e40{A}{Fill("55")}120203e8" }).Undecodable("b", 14, 13));
    }

    private static void Lnd(SuiteFile file)
    {
        file.Group("lnd", []);
        file.Play("c-18-no-part-after-the-invoice-was-cancelled", "lnd #4987", ["PRIV-01", "MPP-RCV-19"],
            Given(Mpp()).Offer("a", 400).Held().CancelInvoice().Fails(UnknownDetails, "a").Offer("b", 600).Fails(UnknownDetails, "b").Undecided(0));
        file.Play("c-19-a-held-invoice-past-its-deadline-does-not-settle", "lnd #4587", ["CHAIN-01", "MPP-RCV-18"],
            Given(Held()).Offer("a", 1000, p => p with { Expiry = 800_040 }).Claimable(1000).Height(800_023).Settle(Held().Preimage).Fails(UnknownDetails, "a").Settle(Held().Preimage).Nothing());
        foreach (var (slug, total, taken) in new[] { ("twice", 2000UL, true), ("twice-and-1", 2001UL, false), ("of-all-bits", ulong.MaxValue, false) })
        {
            var session = Given(Mpp()).Offer("a", 2001, p => p with { Total = total });
            file.Play($"c-21-a-total-{slug}", "lnd #7634: there is no bound", ["MPP-RCV-07"], taken ? session.Settles("a") : session.Fails(UnknownDetails, "a"));
        }

        file.Play("c-22-overshoot-tells-a-hop-nothing", "bolts #1032: a payee that refused it gave itself away", ["PRIV-02", "MPP-RCV-04"],
            Given(Mpp()).Offer("a", 400, p => p with { Wire = 401 }).Held().Offer("b", 600, p => p with { OnionExpiry = 800_143 }).Settles("a", "b"));
        file.Play("c-24-a-replay-is-answered-before-anything-else", "lnd 9ee12ee02: the interceptor saw replays and could change its mind", ["MPP-RCV-23"],
            Given(Held()).Offer("a", 400).Held().Offer("b", 600).Claimable(1000).Settle(Held().Preimage).Settles("a", "b").CancelSet().Nothing().CancelInvoice().Nothing().Replay("a").Settles("a"));
    }

    private static void Ldk(SuiteFile file)
    {
        file.Group("LDK", []);
        file.Play("c-29-all-parts-are-claimed-after-a-crash", "rust-lightning #1434: a crash between parts left some unclaimed", ["MPP-RCV-24", "MPP-RCV-19"],
            Given(Mpp()).Offer("a", 300).Held().Offer("b", 300).Held().Offer("c", 400).Settles("a", "b", "c").Restart(1).Settles("b", "c").Replay("a").Settles("a"));
        file.Play("c-30-a-part-on-a-closed-channel-is-claimed-too", "rust-lightning #3120", ["MPP-RCV-24", "MPP-RCV-25"],
            Given(Mpp()).Offer("a", 400, p => p with { Channel = "c1" }).Held().Offer("b", 600).Settles("a", "b").Drop("a").Nothing().Restart(0).Nothing().Replay("a").Settles("a").Replay("b").Settles("b"));
        file.Play("c-32-keysend-in-parts-times-out", "rust-lightning #4553", ["KEYSEND-03", "MPP-RCV-16"],
            Given().Spontaneously().Offer("a", 400, p => p.Spontaneous(Fill("61"), Fill("62")) with { Total = 1000 }).Held().At(60_000).Tick().Fails(TimedOut, "a").Undecided(0));
        file.Play("c-33-there-is-a-timer", "rust-lightning #1050: there was none", ["MPP-RCV-15", "MPP-RCV-16"],
            Given(Mpp()).Offer("a", 999).Held().At(60_000).Tick().Fails(TimedOut, "a").Undecided(0));
        file.Play("c-34-an-extra-part-does-not-spoil-a-complete-set", "rust-lightning be57e828b: it failed the set, and the claim panicked", ["MPP-RCV-21", "MPP-RCV-22"],
            Given(Held()).Offer("a", 400).Held().Offer("b", 600).Claimable(1000).Offer("c", 600).Fails(UnknownDetails, "c").Settle(Held().Preimage).Settles("a", "b"));
        file.Play("c-35-no-claim-of-what-is-left-of-a-set", "rust-lightning 11c2f12ba: the owner claimed after one part had failed", ["MPP-RCV-18", "MPP-RCV-19"],
            Given(Held()).Offer("a", 400, p => p with { Expiry = 800_020 }).Held().Offer("b", 600).Claimable(1000).Height(800_003).Settle(Held().Preimage).Fails(UnknownDetails, "a", "b"));
        file.Play("c-36-what-hops-add-does-not-complete-a-set", "rust-lightning 1d31b0e84: claimable too early", ["MPP-RCV-11", "PRIV-02"],
            Given(Mpp()).Offer("a", 400, p => p with { Wire = 700 }).Held().Offer("b", 300, p => p with { Wire = 350 }).Held().Holds(700, 2).Offer("c", 300).Settles("a", "b", "c"));
        file.Play("c-39-less-than-was-asked", "rust-lightning #3435: a lower amount under the same context", ["MPP-RCV-06"],
            Given(Mpp()).Offer("a", 1, p => p with { Total = 1 }).Fails(UnknownDetails, "a").Offer("b", 999, p => p with { Total = 999 }).Fails(UnknownDetails, "b"));
        file.Play("c-40-more-than-was-asked", "rust-lightning #3535", ["MPP-RCV-07"],
            Given(Held()).Offer("a", 800, p => p with { Total = 1500 }).Held().Offer("b", 900, p => p with { Total = 1500 }).Claimable(1700).Settle(Held().Preimage).Settles("a", "b"));
        file.Play("c-41-even-records-that-differ", "rust-lightning e84fb067a", ["MPP-RCV-26"],
            Given(Mpp()).Offer("a", 400, p => p with { Custom = [(65536, "aa"), (65537, "01")] }).Held().Offer("x", 600, p => p with { Custom = [(65536, "bb"), (65537, "01")] }).Fails(UnknownDetails, "x").Offer("b", 600, p => p with { Custom = [(65536, "aa"), (65537, "02")] }).Settles("a", "b"));
        file.Play("c-43-two-payers-one-set", "rust-lightning #4373: several wallets pay one invoice together", ["MPP-RCV-12"],
            Given(Mpp()).Offer("a", 350, p => p with { Channel = "from-one" }).Held().Offer("b", 250, p => p with { Channel = "from-one" }).Held().Offer("c", 400, p => p with { Channel = "from-another" }).Settles("a", "b", "c"));
        file.Play("c-44-a-refused-part-changes-nothing", "rust-lightning check_merge: it changes the set before it refuses", ["MPP-RCV-22", "MPP-RCV-08"],
            Given(Held()).Offer("z", 400, p => p with { Total = 0 }).Fails(UnknownDetails, "z").Undecided(0).Offer("a", 1000, p => p with { Custom = [(65536, "aa"), (65537, "01")] }).Claimable(1000).Offer("x", 600).Fails(UnknownDetails, "x").Holds(1000, 1, "complete").Settle(Held().Preimage).Settles("a"));
    }

    private static void CoreLightning(SuiteFile file)
    {
        file.Group("Core Lightning", []);
        foreach (var (slug, total, parts) in new (string, ulong, ulong[])[] { ("70-30", 100, [70, 30]), ("99-1", 100, [99, 1]), ("34-33-33", 100, [34, 33, 33]), ("150-50-of-200", 200, [150, 50]) })
        {
            var session = parts.Index().Aggregate(Given(Mpp(100)), (s, p) => p.Index == parts.Length - 1
                ? s.Offer($"p{p.Index}", p.Item, x => x with { Total = total }).Settles([.. parts.Index().Select(q => $"p{q.Index}")])
                : s.Offer($"p{p.Index}", p.Item, x => x with { Total = total }).Held());
            file.Play($"c-45-{slug}", "lightning edab0df61: the bound of twice the amount was the wrong way round, and two halves alone passed", ["MPP-RCV-07"], session);
        }

        file.Play("c-46-no-timer-while-the-owner-decides", "lightning 2e97afd1a: the timer fired during the hook", ["MPP-RCV-17"],
            Given(Held()).Offer("a", 400).Held().Offer("b", 600).Claimable(1000).At(70_001).Tick().Nothing().At(600_000).Settle(Held().Preimage).Settles("a", "b"));
        file.Play("c-47-no-part-without-a-secret", "lightning 7fb4efd98", ["MPP-RCV-02"],
            Given(Mpp()).Offer("a", 400, p => p with { Secret = null, Total = 1000 }).Fails(UnknownDetails, "a").Offer("b", 400).Held().Offer("c", 600, p => p with { Secret = null }).Fails(UnknownDetails, "c").Holds(400, 1).Offer("d", 1000, p => p with { Secret = null }).Fails(UnknownDetails, "d"));
        file.Play("c-50-each-part-names-the-whole", "lightning #3914: parts named what they brought themselves", ["MPP-RCV-06"],
            Given(Mpp()).Offer("a", 400, p => p with { Total = 400 }).Fails(UnknownDetails, "a").Offer("b", 600, p => p with { Total = 600 }).Fails(UnknownDetails, "b").Offer("c", 400).Held().Offer("d", 600).Settles("c", "d"));
        file.Play("c-51-replays-in-every-state", "lightning c2b357b91: a replay crashed", ["MPP-RCV-23"],
            Given(Held()).Offer("a", 400).Held().Replay("a").Nothing().Offer("b", 600).Claimable(1000).Replay("a").Nothing().Replay("b").Nothing().Settle(Held().Preimage).Settles("a", "b").Replay("a").Settles("a").Restart(lossy: true).Nothing().Replay("b").Settles("b"));
        file.Play("c-52-each-part-is-told-its-own-amount", "lightning 41610d7ba: the amount of another part was told", ["MPP-RCV-33"],
            Given(Mpp()).Offer("a", 400, p => p with { Wire = 410 }).Held().Offer("b", 300, p => p with { Wire = 333 }).Held().CancelSet().Fails(UnknownDetails, "a", "b"));
        file.Play("c-54-parts-without-the-feature", "lightning #8059", ["MPP-RCV-10"],
            Given(Single()).Offer("a", 400).Fails(UnknownDetails, "a").Offer("b", 600).Fails(UnknownDetails, "b").Undecided(0));
        file.Play("c-55-one-decision-for-one-set", "lightning: an extra part called the hook again", ["MPP-RCV-21"],
            Given(Held()).Offer("a", 1000).Claimable(1000).Offer("b", 1000).Fails(UnknownDetails, "b").Offer("c", 1).Fails(UnknownDetails, "c").Settle(Held().Preimage).Settles("a").Settle(Held().Preimage).Nothing());
    }

    private static void Eclair(SuiteFile file)
    {
        file.Group("eclair", []);
        file.Play("c-56-a-channel-comes-back-while-its-part-is-held", "eclair 631336ed8: a part that counted was failed", ["MPP-RCV-23"],
            Given(Mpp()).Offer("a", 400).Held().Restart().Nothing().Replay("a").Nothing().Holds(400, 1).Offer("b", 600).Settles("a", "b"));
        file.Play("c-59-a-refused-part-is-no-income", "eclair fa10b0e0d: extra parts that were refused counted", ["MPP-RCV-22", "MPP-RCV-21"],
            Given(Held()).Offer("a", 400).Held().Offer("x", 900, p => p with { Secret = null }).Fails(UnknownDetails, "x").Holds(400, 1).Offer("b", 600).Claimable(1000).Offer("y", 500).Fails(UnknownDetails, "y").Holds(1000, 2, "complete"));
        file.Play("c-60-one-hash-two-secrets", "eclair #1723: two sets were one", ["MPP-RCV-01"],
            Given(Mpp(), Mpp(n: 1) with { Preimage = Mpp().Preimage }).Offer("a", 400).Held().Offer("x", 600, p => p with { Secret = Mpp(n: 1).Secret }).Held().Undecided(2).At(60_000).Tick().Fails(TimedOut, "a", "x"));
        file.Play("c-61-parts-that-bring-nothing", "eclair 85ed4338a", ["MPP-RCV-35"],
            Given(Mpp()).Offer("x", 0).Fails(UnknownDetails, "x").Undecided(0).Offer("a", 400).Held().Offer("y", 0, p => p with { Wire = 600 }).Fails(UnknownDetails, "y").Holds(400, 1));
        file.Play("c-62-twins-on-one-channel", "eclair f9789b711: two parts of one hash, expiry and amount were mistaken for each other", ["MPP-RCV-23"],
            Given(Mpp()).Offer("a", 500).Held().Offer("b", 500).Settles("a", "b").Offer("c", 500).Fails(UnknownDetails, "c").Replay("a").Settles("a").Replay("c").Fails(UnknownDetails, "c").Replay("b").Settles("b"));
    }

    private static void Electrum(SuiteFile file)
    {
        file.Group("Electrum", []);
        file.Play("c-64-two-hashes-one-secret", "Electrum 4.4.6: parts were gathered by their secret, and a tenth of one released it", ["MPP-RCV-01"],
            Given(Mpp(1000), Mpp(1000, n: 1)).Offer("a", 100).Held().Offer("b", 900, p => p with { Hash = Mpp(n: 1).Hash }).Fails(UnknownDetails, "b").Holds(100, 1).At(60_000).Tick().Fails(TimedOut, "a"));
        file.Play("c-65-the-total-of-one-part-does-not-judge-the-set", "Electrum 4.4.6: a part with a small total settled the set", ["MPP-RCV-14", "MPP-RCV-06"],
            Given(Mpp(1000)).Offer("a", 200, p => p with { Total = 200 }).Fails(UnknownDetails, "a").Offer("b", 200).Held().Offer("c", 200, p => p with { Total = 200 }).Fails(UnknownDetails, "c").Holds(200, 1).Offer("d", 200, p => p with { Total = 1400 }).Fails(UnknownDetails, "b", "d").Undecided(0));
        file.Play("c-67-a-paid-set-does-not-time-out-after-a-restart", "Electrum 5a2a724cb: what had become of a set was not written down", ["MPP-RCV-23", "MPP-RCV-24", "MPP-RCV-25"],
            Given(Mpp()).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").Restart(1).Settles("b").At(121_000).Tick().Nothing().Replay("a").Settles("a").Replay("b").Settles("b"));
        file.Play("c-68-a-part-that-is-too-near-does-not-count", "Electrum a91f7c519: it made part of a set settle", ["MPP-RCV-05"],
            Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { Expiry = 800_017 }).Fails(UnknownDetails, "b").Holds(400, 1).At(60_000).Tick().Fails(TimedOut, "a"));
        file.Play("c-69-one-part-alone", "Electrum 183d426e9: several whole parts were taken", ["MPP-RCV-10"],
            Given(Held() with { Features = [] }).Offer("a", 1000).Claimable(1000).Offer("b", 1000).Fails(UnknownDetails, "b").Offer("c", 1000, p => p with { Total = 2000, Wire = 2000 }).Fails(UnknownDetails, "c").Settle(Held().Preimage).Settles("a"));
        file.Play("c-71-what-is-public-is-claimed", "Electrum #10946: a sibling was failed back after the preimage was known", ["MPP-RCV-25"],
            Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_020 }).Held().Offer("b", 600).Settles("a", "b").At(200_000).Height(800_019).Block().Nothing().Replay("a").Settles("a").Restart(lossy: true).Nothing().Replay("b").Settles("b"));
        file.Play("c-73-a-late-part-to-an-expired-set", "Electrum compares a whole tuple with the state: PERM|15 where mpp_timeout was meant; ours is PERM|15 for an AMP id, a new set for MPP", ["AMP-RCV-12", "MPP-RCV-15"],
            Given(Mpp(), Amp(n: 1)).Offer("a", 400).Held().Offer("x", 400, p => p.Of(Two, 0).To(Amp(n: 1))).Held().At(60_000).Tick().Fails(TimedOut, "a", "x").Offer("y", 600, p => p.Of(Two, 1).To(Amp(n: 1))).Fails(UnknownDetails, "y").Offer("b", 600).Held());
    }

    private static void Others(SuiteFile file)
    {
        file.Group("others", []);
        file.Play("c-74-timers-outlive-a-restart", "lightning-kmp #126: parts presented again began a new wait", ["MPP-RCV-15", "MPP-RCV-23"],
            Given(Mpp()).Offer("a", 400).Held().At(40_000).Restart().Nothing().Replay("a").Nothing().At(59_999).Tick().Nothing().At(60_000).Tick().Fails(TimedOut, "a"));
        file.Play("c-75-a-little-more-is-taken", "lnd #1002: implementations refused what others paid too much", ["PRIV-02", "MPP-RCV-07"],
            Given(Mpp()).Offer("a", 1003, p => p with { Total = 1001, Wire = 1007 }).Settles("a"));
        file.Play("c-76-nothing-is-rounded", "nutshell #1152: parts below one satoshi were rounded", ["MPP-RCV-11"],
            Given(Mpp(1000)).Offer("a", 333).Held().Offer("b", 333).Held().Offer("c", 333).Held().Holds(999, 3).Offer("d", 1).Settles("a", "b", "c", "d"));
        file.Play("c-77-a-probe-of-1-msat", "bolts #712: an answer of its own gave the payee away", ["PRIV-01", "MPP-RCV-02"],
            Given(Mpp()).Offer("a", 1, p => p with { Secret = null, Total = 1 }).Fails(UnknownDetails, "a").Offer("b", 1, p => p with { Secret = Fill("99") }).Fails(UnknownDetails, "b").Offer("c", 1, p => p with { Hash = Fill("77") }).Fails(UnknownDetails, "c"));
        file.Play("c-78-with-and-without-a-secret", "bolts #643: both kinds for one hash, in either order", ["MPP-RCV-02", "MPP-RCV-22"],
            Given(Mpp()).Offer("x", 1000, p => p with { Secret = null }).Fails(UnknownDetails, "x").Offer("a", 400).Held().Offer("y", 600, p => p with { Secret = null }).Fails(UnknownDetails, "y").Holds(400, 1).Offer("b", 600).Settles("a", "b"));
        file.Play("c-79-nothing-counts-before-it-is-committed", "bolts #643: parts were opened that their peers could still take back", ["MPP-RCV-34"],
            Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, committed: false).Nothing().Drop("b").Nothing().Holds(400, 1).Offer("c", 600, committed: false).Nothing().Commit("c").Settles("a", "c"));
    }
}
