using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using static AmpSpec.Conformance.Generating.AmpInputs;
using static AmpSpec.Conformance.Generating.Asked;
using static AmpSpec.Conformance.Generating.Intent;
using static AmpSpec.Conformance.Generating.Scenario;
using static AmpSpec.Conformance.Generating.SessionFlags;

namespace AmpSpec.Conformance.Generating;

/// <summary>Parts under hashes of their own, which stand or fall together.</summary>
internal static class SettlementAmp
{
    private static readonly AmpSet One = AmpSet.Of(1), Two = AmpSet.Of(2), Three = AmpSet.Of(3), Other = AmpSet.Of(2, "66");

    public static VectorFile File()
    {
        var file = new SuiteFile("settlement/amp", SessionOps.Run, "ampspec/settlement/amp");
        Complete(file);
        Shares(file);
        Mismatches(file);
        Totals(file);
        Identities(file);
        Ends(file);
        Sets(file);
        Verdicts(file);
        return file.Build();
    }

    private static Func<Htlc, Htlc> Of(AmpSet set, int at) => part => part.Of(set, at);

    private static void Complete(SuiteFile file)
    {
        file.Group("amp-complete", ["AMP-RCV-07", "AMP-RCV-08", "AMP-RCV-10"]);
        file.Session("amp-one-part", Given(Amp()).Offer("a", 1000, Of(One, 0)).Settles("a").Undecided(0), [Plain], requirements: ["INV-05"]);
        file.Session("amp-two-parts", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Holds(Two.Id, 400, 1).Offer("b", 600, Of(Two, 1)).Settles("a", "b").Undecided(0), [Plain], requirements: ["INV-05", "AMP-RCV-01"]);
        file.Session("amp-sum-1-short", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 599, Of(Two, 1)).Held().Holds(Two.Id, 999, 2), [Flag.Boundary], "amp-two-parts", about: "all shares are there and the sum is not: nothing is opened");
        file.Session("amp-sum-1-beyond", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 601, Of(Two, 1)).Settles("a", "b"), [Flag.Boundary], "amp-two-parts");
        file.Session("amp-wire-amounts-do-not-count", Given(Amp()).Offer("a", 400, p => p.Of(Three, 0) with { Wire = 600 }).Held().Offer("b", 400, Of(Three, 1)).Held().Offer("c", 200, Of(Three, 2)).Settles("a", "b", "c"), [SessionFlags.Total, Overshoot], requirements: ["PRIV-02"]);
        file.Session("amp-eight-parts", Enumerable.Range(0, 7).Aggregate(Given(Amp()), (s, i) => s.Offer($"p{i}", 100, Of(AmpSet.Of(8), i)).Held()).Offer("p7", 300, Of(AmpSet.Of(8), 7)).Settles([.. Enumerable.Range(0, 8).Select(i => $"p{i}")]), [Plain]);
        file.Session("amp-amountless", Given(Amp(null)).Offer("a", 250, p => p.Of(Two, 0) with { Total = 700 }).Held().Offer("b", 450, p => p.Of(Two, 1) with { Total = 700 }).Settles("a", "b"), [Plain]);
        foreach (var index in new uint[] { 0, 1, 127, 128, 255, 256, 65_535, 65_536, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff })
            file.Session($"amp-index-{index}", Given(Amp()).Offer("a", 400, Of(With(index), 0)).Held().Offer("b", 600, Of(With(index), 1)).Settles("a", "b"), [AmpFlags.IndexWidth]);

        file.Group("amp-order", ["AMP-RCV-22", "AMP-RCV-10"]);
        foreach (var order in new[] { "abc", "acb", "bac", "bca", "cab", "cba" })
        {
            var at = order.Select(c => c - 'a').ToArray();
            ulong[] amounts = [200, 300, 500];
            file.Session($"amp-order-{order}", Given(Amp()).Offer($"{order[0]}", amounts[at[0]], Of(Three, at[0])).Held().Offer($"{order[1]}", amounts[at[1]], Of(Three, at[1])).Held().Offer($"{order[2]}", amounts[at[2]], Of(Three, at[2])).Settles("a", "b", "c"), [AmpFlags.ArrivalOrder]);
        }
    }

    private static void Shares(SuiteFile file)
    {
        file.Group("amp-shares", ["AMP-RCV-14"]);
        var equal = new AmpSet(Fill("55"), (A, 0), (A, 1), (B, 2));
        file.Session("amp-equal-share-with-another-index", Given(Amp()).Offer("a", 300, Of(equal, 0)).Held().Offer("b", 300, Of(equal, 1)).Held().Offer("c", 400, Of(equal, 2)).Settles("a", "b", "c"), [SessionFlags.Shares, AmpFlags.EqualShares], about: "not a duplicate: share and index are one pair");
        file.Session("amp-equal-index-with-another-share", Given(Amp()).Offer("a", 400, Of(new(Fill("55"), (A, 7), (B, 7)), 0)).Held().Offer("b", 600, Of(new(Fill("55"), (A, 7), (B, 7)), 1)).Settles("a", "b"), [SessionFlags.Shares]);
        file.Session("amp-equal-share-and-index", Given(Amp()).Offer("a", 300, Of(Two, 0)).Held().Offer("x", 300, p => p.Of(Two, 0) with { Hash = Fill("77") }).Fails(UnknownDetails, "x").Holds(Two.Id, 300, 1).Offer("b", 700, Of(Two, 1)).Settles("a", "b"), [SessionFlags.Shares, Rejected], "amp-equal-share-with-another-index", requirements: ["MPP-RCV-22"]);
        file.Session("amp-equal-hash", Given(Amp()).Offer("a", 300, Of(Two, 0)).Held().Offer("x", 300, p => p.Of(Two, 1) with { Hash = Two.Hash(0) }).Fails(UnknownDetails, "x").Holds(Two.Id, 300, 1).Offer("b", 700, Of(Two, 1)).Settles("a", "b"), [SessionFlags.Shares, Rejected], requirements: ["MPP-RCV-22"]);
        file.Session("amp-the-same-part-under-another-name", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("x", 400, Of(Two, 0)).Fails(UnknownDetails, "x").Holds(Two.Id, 400, 1), [SessionFlags.Shares, Rejected]);
        file.Session("amp-the-same-part-with-another-total", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("x", 400, p => p.Of(Two, 0) with { Total = 1001 }).Fails(UnknownDetails, "x").Holds(Two.Id, 400, 1), [SessionFlags.Shares, Precedence], about: "a duplicate is refused alone, so its total fails no set", requirements: ["AMP-RCV-06"]);
        file.Session("amp-equal-share-and-index-in-two-sets", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("x", 400, Of(new AmpSet(Fill("66"), Two.Children), 0)).Held().Undecided(2).Offer("b", 600, Of(Two, 1)).Settles("a", "b").Offer("y", 600, Of(new AmpSet(Fill("66"), Two.Children), 1)).Settles("x", "y"), [SessionFlags.Shares, Isolation], requirements: ["AMP-RCV-16"]);

        file.Group("amp-zero-share", ["AMP-RCV-15"]);
        file.Session("amp-zero-share-alone", Given(Amp()).Offer("a", 1000, Of(new AmpSet(Fill("55"), (Zero, 0)), 0)).Fails(UnknownDetails, "a").Undecided(0), [AmpFlags.ZeroShare], "amp-one-part");
        file.Session("amp-zero-share-among", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("x", 300, Of(new AmpSet(Two.Id, [.. Two.Children, (Zero, 9)]), 2)).Fails(UnknownDetails, "x").Holds(Two.Id, 400, 1).Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [AmpFlags.ZeroShare, Rejected], requirements: ["MPP-RCV-22"]);
        file.Session("amp-share-of-one-bit", Given(Amp()).Offer("a", 1000, Of(new AmpSet(Fill("55"), ($"{Zero[..63]}1", 0)), 0)).Settles("a"), [AmpFlags.ZeroShare], "amp-one-part");
        file.Session("amp-root-zero", Given(Amp()).Offer("a", 400, Of(new(Fill("55"), (A, 0), (A, 1)), 0)).Held().Offer("b", 600, Of(new(Fill("55"), (A, 0), (A, 1)), 1)).Settles("a", "b"), [AmpFlags.ZeroShare], about: "two equal shares give the zero root; the hashes follow, and each part is there");
    }

    private static void Mismatches(SuiteFile file)
    {
        file.Group("amp-mismatch", ["AMP-RCV-08", "AMP-RCV-09"]);
        foreach (var (slug, spoil) in new (string, Func<Htlc, Htlc>)[]
        {
            ("hash", p => p.Of(Two, 1) with { Hash = Fill("77") }), ("index", p => p.Of(new(Two.Id, Two.Children[0], (Two.Children[1].Share, 9)), 1) with { Hash = Two.Hash(1) }),
            ("share", p => p.Of(new(Two.Id, Two.Children[0], (C, 1)), 1) with { Hash = Two.Hash(1) }),
        })
        {
            file.Session($"amp-wrong-{slug}", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, spoil).Fails(UnknownDetails, "a", "b").Undecided(0), [SessionFlags.Shares, AmpFlags.Mismatch], "amp-two-parts");
        }

        file.Session("amp-wrong-hash-in-the-first", Given(Amp()).Offer("a", 400, p => p.Of(Two, 0) with { Hash = Fill("77") }).Held().Offer("b", 600, Of(Two, 1)).Fails(UnknownDetails, "a", "b"), [SessionFlags.Shares, AmpFlags.Mismatch], "amp-two-parts");
        file.Session("amp-sum-without-all-shares", Given(Amp()).Offer("a", 400, Of(Three, 0)).Held().Offer("b", 600, Of(Three, 1)).Fails(UnknownDetails, "a", "b"), [SessionFlags.Shares, AmpFlags.Mismatch], about: "the sum is there and a share is not: the set fails at once");
        file.Session("amp-hashes-swapped", Given(Amp()).Offer("a", 400, p => p.Of(Two, 0) with { Hash = Two.Hash(1) }).Held().Offer("b", 600, p => p.Of(Two, 1) with { Hash = Two.Hash(0) }).Fails(UnknownDetails, "a", "b"), [SessionFlags.Shares, AmpFlags.Mismatch], "amp-two-parts");
        file.Session("amp-one-part-wrong-hash", Given(Amp()).Offer("a", 1000, p => p.Of(One, 0) with { Hash = Fill("77") }).Fails(UnknownDetails, "a").Offer("b", 1000, Of(One, 0)).Fails(UnknownDetails, "b"), [SessionFlags.Shares, SetIdentity], "amp-one-part", about: "the set was whole and failed: its id is dead", requirements: ["AMP-RCV-12"]);
        file.Session("amp-mismatch-leaves-the-invoice", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, p => p.Of(Two, 1) with { Hash = Fill("77") }).Fails(UnknownDetails, "a", "b").Offer("c", 400, Of(Other, 0)).Held().Offer("d", 600, Of(Other, 1)).Settles("c", "d"), [Isolation, AmpFlags.Mismatch], requirements: ["INV-06"]);
        file.Session("amp-mismatch-leaves-other-sets", Given(Amp()).Offer("c", 400, Of(Other, 0)).Held().Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, p => p.Of(Two, 1) with { Hash = Fill("77") }).Fails(UnknownDetails, "a", "b").Holds(Other.Id, 400, 1).Offer("d", 600, Of(Other, 1)).Settles("c", "d"), [Isolation, AmpFlags.Mismatch]);
        file.Session("amp-the-last-share-came-with-a-part-that-failed", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, p => p.Of(Two, 1) with { Wire = 599 }).Fails(Amount, "b").Holds(Two.Id, 400, 1).At(60_000).Tick().Fails(TimedOut, "a").Replay("a").Fails(TimedOut, "a"), [SessionFlags.Shares],
            about: "the root is known from then on, and still nothing is opened: not all parts are held", requirements: ["AMP-RCV-21"]);
        file.Session("amp-the-last-share-came-with-a-part-that-was-lost", Given(Amp()).Offer("a", 400, Of(Three, 0)).Held().Offer("b", 300, Of(Three, 1)).Held().Offer("c", 299, Of(Three, 2)).Held().Drop("c").Fails(TimedOut, "a", "b").Undecided(0), [SessionFlags.Shares, LostPart], requirements: ["AMP-RCV-21", "MPP-RCV-19"]);
    }

    private static void Totals(SuiteFile file)
    {
        file.Group("amp-totals", ["AMP-RCV-05"]);
        foreach (var (slug, total, taken) in new[] { ("1-below", 999UL, false), ("as-asked", 1000UL, true), ("twice", 2000UL, true), ("twice-and-1", 2001UL, false), ("zero", 0UL, false), ("of-all-bits", ulong.MaxValue, false) })
        {
            var session = Given(Amp()).Offer("a", Math.Clamp(total, 1, 2001), p => p.Of(One, 0) with { Total = total });
            file.Session($"amp-total-{slug}", taken ? session.Settles("a") : session.Fails(UnknownDetails, "a"), [Total], taken ? null : "amp-total-as-asked");
        }

        file.Session("amp-part-of-0", Given(Amp()).Offer("a", 0, Of(Two, 0)).Fails(UnknownDetails, "a"), [Flag.Boundary], requirements: ["MPP-RCV-35"]);
        file.Session("amp-exact", Given(Amp()).With("overpay", "exact").Offer("a", 1001, p => p.Of(One, 0) with { Total = 1001 }).Fails(UnknownDetails, "a"), [Total], about: "the bound holds for AMP too", requirements: ["MPP-RCV-07"]);

        file.Group("amp-totals-that-differ", ["AMP-RCV-06", "AMP-RCV-12"]);
        file.Session("amp-total-1-more", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, p => p.Of(Two, 1) with { Total = 1001 }).Fails(UnknownDetails, "a", "b").Undecided(0), [Total], "amp-two-parts");
        file.Session("amp-id-is-dead-after-totals-differed", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, p => p.Of(Two, 1) with { Total = 1001 }).Fails(UnknownDetails, "a", "b").Offer("c", 400, Of(Two, 0)).Fails(UnknownDetails, "c"), [Total, SetIdentity]);
        file.Session("amp-total-too-low-fails-no-set", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("x", 600, p => p.Of(Two, 1) with { Total = 999 }).Fails(UnknownDetails, "x").Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [Total, Rejected], requirements: ["MPP-RCV-22"]);
        file.Session("amp-totals-differ-across-sets", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("c", 400, p => p.Of(Other, 0) with { Total = 1500 }).Held().Offer("b", 600, Of(Two, 1)).Settles("a", "b").Offer("d", 1100, p => p.Of(Other, 1) with { Total = 1500 }).Settles("c", "d"), [Total, Isolation], requirements: ["AMP-RCV-16"]);
    }

    private static void Identities(SuiteFile file)
    {
        file.Group("amp-address", ["AMP-RCV-01", "AMP-RCV-03"]);
        file.Session("amp-unknown-address", Given(Amp()).Offer("a", 1000, p => p.Of(One, 0) with { Secret = Fill("99") }).Fails(UnknownDetails, "a"), [Probe], "amp-one-part", requirements: ["PRIV-01", "AMP-RCV-19"]);
        file.Session("amp-hash-of-another-invoice", Given(Amp(), Mpp(n: 1) with { Preimage = One.Preimage(0) }).Offer("a", 1000, Of(One, 0)).Settles("a").Offer("b", 1000, p => p.To(Mpp(n: 1) with { Preimage = One.Preimage(0) })).Settles("b"), [SetKey], about: "the hash of an AMP part looks nothing up");
        file.Session("amp-to-another-invoice", Given(Mpp()).Offer("a", 1000, Of(One, 0)).Fails(UnknownDetails, "a"), [SetKey], requirements: ["INV-05"]);
        file.Session("amp-mpp-to-an-amp-invoice", Given(Amp()).Offer("a", 1000, p => p with { Hash = Mpp().Hash }).Fails(UnknownDetails, "a"), [SetKey], requirements: ["INV-05"]);
        file.Session("amp-optional-is-no-amp", Given(Amp() with { Features = ["amp.optional"] }).Offer("a", 1000, Of(One, 0)).Fails(UnknownDetails, "a"), [SetKey], requirements: ["INV-05", "AMP-RCV-03"]);
        file.Session("amp-invoice-with-basic_mpp-takes-no-mpp", Given(Amp() with { Features = ["amp.required", "basic_mpp"] }).Offer("a", 1000, p => p with { Hash = Mpp().Hash }).Fails(UnknownDetails, "a").Offer("b", 1000, Of(One, 0)).Settles("b"), [SetKey], requirements: ["INV-05"]);
        file.Group("amp-records", ["AMP-WIRE-03", "AMP-WIRE-04"]);
        file.Session("amp-without-payment-data", Given(Amp()).Offer("a", 1000, p => p.Of(One, 0) with { Secret = null }).Fails(UnknownDetails, "a"), [Probe], "amp-one-part");
        file.Session("amp-with-a-zero-set-id", Given(Amp()).Offer("a", 1000, Of(new AmpSet(Zero, One.Children), 0)).Fails(UnknownDetails, "a").Undecided(0), [SetIdentity], "amp-one-part");
        file.Session("amp-with-a-set-id-of-one-bit", Given(Amp()).Offer("a", 1000, Of(new AmpSet($"{Zero[..63]}1", One.Children), 0)).Settles("a"), [SetIdentity], "amp-one-part");
        file.Session("amp-amount-before-all-of-it", Given(Amp()).Offer("a", 1000, p => p.Of(One, 0) with { Secret = null, Wire = 999 }).Fails(Amount, "a"), [Precedence], requirements: ["MPP-RCV-04"]);

        var (first, second) = (Amp(), Amp(n: 1));
        file.Group("amp-set-id-elsewhere", ["AMP-RCV-02"]);
        file.Session("amp-set-id-of-another-invoice", Given(first, second).Offer("a", 400, Of(Two, 0)).Held().Offer("x", 1000, p => p.Of(new AmpSet(Two.Id, One.Children), 0).To(second)).Fails(UnknownDetails, "x").Undecided(1).Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [SetIdentity]);
        file.Session("amp-set-id-settled-by-another-invoice", Given(first, second).Offer("a", 1000, Of(One, 0)).Settles("a").Offer("x", 1000, p => p.Of(One, 0).To(second)).Fails(UnknownDetails, "x"), [SetIdentity]);
        file.Session("amp-set-id-failed-at-another-invoice", Given(first, second).Offer("a", 400, Of(Two, 0)).Held().At(60_000).Tick().Fails(TimedOut, "a").Offer("x", 1000, p => p.Of(new AmpSet(Two.Id, One.Children), 0).To(second)).Fails(UnknownDetails, "x"), [SetIdentity]);
        file.Session("amp-a-refused-part-binds-no-set-id", Given(first, second).Offer("a", 400, p => p.Of(Two, 0) with { Expiry = 800_001 }).Fails(UnknownDetails, "a").Offer("x", 1000, p => p.Of(new AmpSet(Two.Id, One.Children), 0).To(second)).Settles("x"), [SetIdentity, Rejected], "amp-set-id-of-another-invoice", requirements: ["MPP-RCV-22"]);
        file.Session("amp-other-set-ids-at-each-invoice", Given(first, second).Offer("a", 400, Of(Two, 0)).Held().Offer("x", 1000, p => p.Of(AmpSet.Of(1, "66"), 0).To(second)).Settles("x").Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [SetIdentity, Isolation], "amp-set-id-of-another-invoice");
    }

    private static void Ends(SuiteFile file)
    {
        file.Group("amp-ended-ids", ["AMP-RCV-12"]);
        file.Session("amp-after-it-settled", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, Of(Two, 1)).Settles("a", "b").Offer("c", 400, Of(Two, 0)).Fails(UnknownDetails, "c").Offer("d", 1000, Of(new AmpSet(Two.Id, One.Children), 0)).Fails(UnknownDetails, "d").Undecided(0), [SetIdentity]);
        file.Session("amp-after-it-timed-out", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().At(60_000).Tick().Fails(TimedOut, "a").Offer("b", 600, Of(Two, 1)).Fails(UnknownDetails, "b").Undecided(0), [SetIdentity, Timers], requirements: ["AMP-RCV-13"]);
        file.Session("amp-in-the-event-that-ends-it", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().At(60_000).Offer("b", 600, Of(Two, 1)).Fails(TimedOut, "a").Fails(UnknownDetails, "b").Undecided(0), [SetIdentity, Timers], requirements: ["AMP-RCV-13"]);
        file.Session("amp-after-its-deadline", Given(Amp()).Offer("a", 400, p => p.Of(Two, 0) with { Expiry = 800_020 }).Held().Height(800_003).Block().Fails(UnknownDetails, "a").Offer("b", 600, Of(Two, 1)).Fails(UnknownDetails, "b"), [SetIdentity, Deadline], requirements: ["CHAIN-01"]);
        file.Session("amp-after-it-was-cancelled", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().CancelSet(Two).Fails(UnknownDetails, "a").Offer("b", 600, Of(Two, 1)).Fails(UnknownDetails, "b").Offer("c", 1000, Of(AmpSet.Of(1, "66"), 0)).Settles("c"), [SetIdentity, Owner]);
        file.Session("amp-after-it-lost-a-part", Given(Amp()).Offer("a", 400, Of(Three, 0)).Held().Offer("b", 300, Of(Three, 1)).Held().Drop("a").Fails(TimedOut, "b").Offer("c", 300, Of(Three, 2)).Fails(UnknownDetails, "c"), [SetIdentity, LostPart]);
        file.Session("amp-after-it-lost-its-only-part", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Drop("a").Silence().Undecided(0).Replay("a").Fails(TimedOut, "a").Offer("b", 600, Of(Two, 1)).Fails(UnknownDetails, "b"), [SetIdentity, LostPart], about: "the lost part hears what its set would have heard, and the id is dead");
        file.Session("amp-after-a-restart", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().At(60_000).Tick().Fails(TimedOut, "a").Restart(lossy: true).Nothing().Offer("b", 600, Of(Two, 1)).Fails(UnknownDetails, "b"), [SetIdentity, Restart], requirements: ["MPP-RCV-24"]);
        file.Session("amp-an-undecided-one-that-was-forgotten", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Restart(lossy: true).Silence().Undecided(0).Offer("b", 600, Of(Two, 1)).Held().Replay("a").Settles("a", "b"), [SetIdentity, Restart], about: "it never ended");
        file.Session("amp-a-dead-id-starts-no-timer", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().CancelSet(Two).Fails(UnknownDetails, "a").Offer("b", 600, Of(Two, 1)).Fails(UnknownDetails, "b").At(90_000).Tick().Nothing(), [SetIdentity, Rejected]);

        file.Group("amp-timer", ["AMP-RCV-13", "MPP-RCV-15"]);
        file.Session("amp-last-part-at-59999", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().At(59_999).Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [Timers]);
        file.Session("amp-all-parts-fail-at-60000", Given(Amp()).Offer("a", 400, Of(Three, 0)).Held().At(30_000).Offer("b", 300, Of(Three, 1)).Held().At(60_000).Tick().Fails(TimedOut, "a", "b").Undecided(0), [Timers], "amp-last-part-at-59999");
        file.Session("amp-each-set-has-its-own", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().At(10).Offer("c", 400, Of(Other, 0)).Held().At(60_000).Tick().Fails(TimedOut, "a").Holds(Other.Id, 400, 1).Offer("d", 600, Of(Other, 1)).Settles("c", "d"), [Timers, Isolation], requirements: ["AMP-RCV-16"]);
    }

    private static void Sets(SuiteFile file)
    {
        file.Group("amp-sets-side-by-side", ["AMP-RCV-16", "INV-06"]);
        file.Session("amp-two-sets-one-after-the-other", Given(Amp()).Offer("a", 1000, Of(One, 0)).Settles("a").Offer("c", 400, Of(Other, 0)).Held().Offer("d", 600, Of(Other, 1)).Settles("c", "d"), [Isolation]);
        file.Session("amp-two-sets-interleaved", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("c", 500, Of(Other, 0)).Held().Holds(Two.Id, 400, 1).Holds(Other.Id, 500, 1).Offer("b", 600, Of(Two, 1)).Settles("a", "b").Holds(Other.Id, 500, 1).Offer("d", 500, Of(Other, 1)).Settles("c", "d"), [Isolation]);
        file.Session("amp-two-sets-interleaved-other-way", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("c", 500, Of(Other, 0)).Held().Offer("d", 500, Of(Other, 1)).Settles("c", "d").Holds(Two.Id, 400, 1).Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [Isolation]);
        file.Session("amp-before-the-invoice-expires", Given(Amp() with { ExpiresAt = 5000 }).Offer("a", 1000, Of(One, 0)).Settles("a").At(4999).Offer("b", 1000, Of(AmpSet.Of(1, "66"), 0)).Settles("b"), [Isolation, Timers]);
        file.Session("amp-when-the-invoice-expires", Given(Amp() with { ExpiresAt = 5000 }).Offer("a", 1000, Of(One, 0)).Settles("a").At(5000).Offer("b", 1000, Of(AmpSet.Of(1, "66"), 0)).Fails(UnknownDetails, "b"), [Isolation, Timers], "amp-before-the-invoice-expires");

        file.Group("amp-cancel", ["AMP-RCV-17"]);
        file.Session("amp-invoice-with-two-sets", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("c", 500, Of(Other, 0)).Held().CancelInvoice().Fails(UnknownDetails, "a", "c").Undecided(0).Offer("e", 1000, Of(AmpSet.Of(1, "99"), 0)).Fails(UnknownDetails, "e"), [Owner]);
        file.Session("amp-settled-sets-stay-settled", Given(Amp()).Offer("a", 1000, Of(One, 0)).Settles("a").Offer("c", 500, Of(Other, 0)).Held().CancelInvoice().Fails(UnknownDetails, "c").Replay("a").Settles("a").Replay("c").Fails(UnknownDetails, "c"), [Owner, Replay], requirements: ["MPP-RCV-31"]);
        file.Session("amp-one-set-of-two", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("c", 500, Of(Other, 0)).Held().CancelSet(Two).Fails(UnknownDetails, "a").Holds(Other.Id, 500, 1).Offer("d", 500, Of(Other, 1)).Settles("c", "d"), [Owner, Isolation], requirements: ["AMP-RCV-16"]);
        file.Session("amp-settled-set", Given(Amp()).Offer("a", 1000, Of(One, 0)).Settles("a").CancelSet(One).Nothing().Replay("a").Settles("a"), [Owner]);
        file.Session("amp-unknown-set", Given(Amp()).CancelSet(Two).Nothing().Offer("a", 400, Of(Two, 0)).Held(), [Owner, Asking], about: "a cancel with nothing to act on kills no id");

        file.Group("amp-bounds", ["AMP-RCV-23"]);
        file.Session("amp-as-many-sets-as-allowed", Given(Amp()).With("max_sets", 2).Offer("a", 400, Of(Two, 0)).Held().Offer("c", 400, Of(Other, 0)).Held().Undecided(2), [Bounded]);
        file.Session("amp-one-set-more", Given(Amp()).With("max_sets", 2).Offer("a", 400, Of(Two, 0)).Held().Offer("c", 400, Of(Other, 0)).Held().Offer("e", 400, Of(AmpSet.Of(2, "99"), 0)).Fails(Busy, "e").Undecided(2), [Bounded], "amp-as-many-sets-as-allowed");
        file.Session("amp-one-set-more-though-it-is-whole", Given(Amp()).With("max_sets", 1).Offer("a", 400, Of(Two, 0)).Held().Offer("e", 1000, Of(AmpSet.Of(1, "99"), 0)).Fails(Busy, "e"), [Bounded], about: "a set of one part is a set too");
        file.Session("amp-parts-of-known-sets-still-come", Given(Amp()).With("max_sets", 1).Offer("a", 400, Of(Two, 0)).Held().Offer("e", 400, Of(AmpSet.Of(2, "99"), 0)).Fails(Busy, "e").Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [Bounded]);
        file.Session("amp-an-ended-set-makes-room", Given(Amp()).With("max_sets", 1).Offer("a", 400, Of(Two, 0)).Held().CancelSet(Two).Fails(UnknownDetails, "a").Offer("c", 400, Of(Other, 0)).Held(), [Bounded]);
        file.Session("amp-a-set-refused-for-room-is-not-dead", Given(Amp()).With("max_sets", 1).Offer("a", 400, Of(Two, 0)).Held().Offer("c", 400, Of(Other, 0)).Fails(Busy, "c").Offer("b", 600, Of(Two, 1)).Settles("a", "b").Offer("d", 400, Of(Other, 0)).Held(), [Bounded, Rejected], requirements: ["MPP-RCV-22"]);
        file.Session("amp-each-invoice-has-its-own-room", Given(Amp(), Amp(n: 1)).With("max_sets", 1).Offer("a", 400, Of(Two, 0)).Held().Offer("c", 400, p => p.Of(Other, 0).To(Amp(n: 1))).Held().Undecided(2), [Bounded, Isolation]);
        file.Session("amp-64-where-nothing-is-said", Enumerable.Range(1, 64).Aggregate(Given(Amp()), (s, i) => s.Offer($"p{i}", 1, Of(new AmpSet(Fill($"{i:x2}"), Two.Children), 0)).Held()).Offer("last", 1, Of(new AmpSet(Fill("ee"), Two.Children), 0)).Fails(Busy, "last").Undecided(64), [Bounded]);
        file.Session("amp-as-many-parts-as-allowed", Given(Amp()).With("max_parts", 2).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [Bounded], requirements: ["MPP-RCV-29"]);
        file.Session("amp-one-part-more", Given(Amp()).With("max_parts", 2).Offer("a", 400, Of(Three, 0)).Held().Offer("b", 300, Of(Three, 1)).Held().Offer("c", 300, Of(Three, 2)).Fails(Busy, "c").Holds(Three.Id, 700, 2), [Bounded], "amp-as-many-parts-as-allowed", requirements: ["MPP-RCV-29"]);
    }

    private static void Verdicts(SuiteFile file)
    {
        file.Group("amp-replay", ["AMP-RCV-11", "MPP-RCV-23"]);
        file.Session("amp-settled", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, Of(Two, 1)).Settles("a", "b").Replay("b").Settles("b").Replay("a").Settles("a"), [Replay], about: "each gets its own preimage again", requirements: ["AMP-RCV-10"]);
        file.Session("amp-settled-under-another-hash", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, Of(Two, 1)).Settles("a", "b").ReplayAs("b", p => p with { Hash = Two.Hash(0) }).Fails(UnknownDetails, "b").Replay("b").Settles("b"), [Replay], "amp-settled", about: "a preimage leaves again only for the hash that it opens");
        file.Session("amp-held", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Replay("a").Nothing().Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [Replay]);
        file.Session("amp-mismatched", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Offer("b", 600, p => p.Of(Two, 1) with { Hash = Fill("77") }).Fails(UnknownDetails, "a", "b").Replay("a").Fails(UnknownDetails, "a").Replay("b").Fails(UnknownDetails, "b"), [Replay]);

        file.Group("amp-restart", ["MPP-RCV-24", "AMP-RCV-10"]);
        foreach (var (delivered, left) in new (int, string[])[] { (0, ["a", "b", "c"]), (1, ["b", "c"]), (2, ["c"]) })
            file.Session($"amp-settled-and-{delivered}-delivered", Given(Amp()).Offer("a", 200, Of(Three, 0)).Held().Offer("b", 300, Of(Three, 1)).Held().Offer("c", 500, Of(Three, 2)).Settles("a", "b", "c").Restart(delivered).Settles(left), [Restart]);
        file.Session("amp-undecided-goes-on", Given(Amp()).Offer("a", 400, Of(Two, 0)).Held().Restart().Nothing().Offer("b", 600, Of(Two, 1)).Settles("a", "b"), [Restart]);

        file.Group("amp-records-in-common", ["MPP-RCV-26", "MPP-RCV-27"]);
        file.Session("amp-even-record-differs", Given(Amp()).Offer("a", 400, p => p.Of(Two, 0) with { Custom = [(65536, "aa")] }).Held().Offer("x", 600, p => p.Of(Two, 1) with { Custom = [(65536, "ab")] }).Fails(UnknownDetails, "x").Holds(Two.Id, 400, 1), [Records, Rejected]);
        file.Session("amp-metadata-as-asked", Given(Amp() with { Metadata = "010203" }).Offer("a", 400, p => p.Of(Two, 0) with { Metadata = "010203" }).Held().Offer("b", 600, p => p.Of(Two, 1) with { Metadata = "010203" }).Settles("a", "b"), [Records]);
        file.Session("amp-metadata-missing", Given(Amp() with { Metadata = "010203" }).Offer("a", 400, Of(Two, 0)).Fails(UnknownDetails, "a"), [Records], "amp-metadata-as-asked");
    }

    private static AmpSet With(uint index) => new(Fill("55"), (A, index), (B, index ^ 1));
}
