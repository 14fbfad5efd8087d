using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using static AmpSpec.Conformance.Generating.AmpInputs;
using static AmpSpec.Conformance.Generating.Asked;
using static AmpSpec.Conformance.Generating.Intent;
using static AmpSpec.Conformance.Generating.Scenario;
using static AmpSpec.Conformance.Generating.SessionFlags;

namespace AmpSpec.Conformance.Generating;

/// <summary>Parts under one hash that stand or fall together.</summary>
internal static class SettlementSets
{
    public static VectorFile File()
    {
        var file = new SuiteFile("settlement/sets", SessionOps.Run, "ampspec/settlement/sets");
        Complete(file);
        Totals(file);
        Timer(file);
        Deadlines(file);
        Records(file);
        Extra(file);
        Bounds(file);
        Keys(file);
        SeveralDue(file);
        return file.Build();
    }

    private static void Complete(SuiteFile file)
    {
        file.Group("complete", ["MPP-RCV-12", "MPP-RCV-13", "MPP-RCV-11"]);
        file.Session("two-parts", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").Undecided(0), [Plain], requirements: ["MPP-RCV-19"]);
        file.Session("sum-1-short", Given(Mpp()).Offer("a", 400).Held().Offer("b", 599).Held().Holds(999, 2), [Flag.Boundary], "two-parts");
        file.Session("sum-1-beyond", Given(Mpp()).Offer("a", 400).Held().Offer("b", 601).Settles("a", "b"), [Flag.Boundary], "two-parts");
        file.Session("1-msat-completes", Given(Mpp()).Offer("a", 999).Held().Offer("b", 1).Settles("a", "b"), [Flag.Boundary]);
        file.Session("one-part-brings-more-than-the-total", Given(Mpp()).Offer("a", 1001).Settles("a"), [Total]);
        file.Session("ten-parts", Enumerable.Range(1, 9).Aggregate(Given(Mpp()), (s, i) => s.Offer($"p{i}", 100).Held()).Offer("last", 100).Settles([.. Enumerable.Range(1, 9).Select(i => $"p{i}"), "last"]), [Plain]);
        foreach (var order in new[] { "abc", "acb", "bac", "bca", "cab", "cba" })
        {
            string[] names = [.. order.Select(c => $"{c}")];
            var amount = new Dictionary<string, ulong> { ["a"] = 200, ["b"] = 300, ["c"] = 500 };
            file.Session($"order-{order}", Given(Mpp()).Offer(names[0], amount[names[0]]).Held().Offer(names[1], amount[names[1]]).Held().Offer(names[2], amount[names[2]]).Settles(names), [AmpFlags.ArrivalOrder]);
        }

        file.Session("total-above-what-is-asked-is-what-counts", Given(Mpp()).Offer("a", 1000, p => p with { Total = 1500 }).Held().Offer("b", 499, p => p with { Total = 1500 }).Held().Offer("c", 1, p => p with { Total = 1500 }).Settles("a", "b", "c"), [Total]);
        file.Session("wire-amounts-do-not-count", Given(Mpp()).Offer("a", 400, p => p with { Wire = 1000 }).Held().Holds(400, 1), [Total, Overshoot], about: "what hops add is not what the payer sent");
        file.Session("parts-over-three-channels", Given(Mpp()).Offer("a", 300, p => p with { Channel = "c0" }).Held().Offer("b", 300, p => p with { Channel = "c1" }).Held().Offer("c", 400, p => p with { Channel = "c2" }).Settles("a", "b", "c"), [Plain]);
        file.Session("equal-parts-on-one-channel", Given(Mpp()).Offer("a", 500).Held().Offer("b", 500).Settles("a", "b"), [Plain]);
        file.Session("incomplete-opens-nothing", Given(Mpp()).Offer("a", 999).Held().Settle(Mpp().Preimage).Nothing().Restart().Nothing().At(59_999).Tick().Nothing(), [Total], about: "its owner cannot open it either");
    }

    private static void Totals(SuiteFile file)
    {
        file.Group("totals-that-differ", ["MPP-RCV-14", "MPP-RCV-19"]);
        file.Session("totals-agree", Given(Mpp()).Offer("a", 400, p => p with { Total = 1200 }).Held().Offer("b", 800, p => p with { Total = 1200 }).Settles("a", "b"), [Total]);
        file.Session("total-1-more", Given(Mpp()).Offer("a", 400, p => p with { Total = 1200 }).Held().Offer("b", 800, p => p with { Total = 1201 }).Fails(UnknownDetails, "a", "b").Undecided(0), [Total], "totals-agree");
        file.Session("total-1-less", Given(Mpp()).Offer("a", 400, p => p with { Total = 1200 }).Held().Offer("b", 800, p => p with { Total = 1199 }).Fails(UnknownDetails, "a", "b").Undecided(0), [Total], "totals-agree");
        file.Session("third-differs", Given(Mpp()).Offer("a", 100).Held().Offer("b", 100).Held().Offer("c", 800, p => p with { Total = 1100 }).Fails(UnknownDetails, "a", "b", "c").Undecided(0), [Total]);
        file.Session("a-new-set-after-totals-differed", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { Total = 1001 }).Fails(UnknownDetails, "a", "b").Offer("c", 500, p => p with { Total = 1001 }).Held().Offer("d", 501, p => p with { Total = 1001 }).Settles("c", "d"),
            [Total, Isolation], about: "an MPP set that failed leaves no trace");
        file.Session("differs-to-a-complete-set", Given(Held()).Offer("a", 1000).Claimable(1000).Offer("b", 600, p => p with { Total = 1001 }).Fails(UnknownDetails, "b").Holds(1000, 1, "complete"), [Total, Rejected], requirements: ["MPP-RCV-21"]);
        file.Session("absent-total-and-equal-amount", Given(Held()).Offer("a", 400).Held().Offer("b", 600, p => p with { Total = 1001, Secret = null }).Fails(UnknownDetails, "b").Holds(400, 1), [Total, Rejected], about: "a part without a secret is refused alone, whatever its total", requirements: ["MPP-RCV-09", "MPP-RCV-02"]);
    }

    private static void Timer(SuiteFile file)
    {
        file.Group("timer", ["MPP-RCV-15", "MPP-RCV-16"]);
        file.Session("timer-last-part-at-59999", Given(Mpp()).Offer("a", 400).Held().At(59_999).Offer("b", 600).Settles("a", "b"), [Timers]);
        file.Session("timer-last-part-at-60000", Given(Mpp()).Offer("a", 400).Held().At(60_000).Offer("b", 600).Fails(TimedOut, "a").Holds(600, 1), [Timers], "timer-last-part-at-59999", about: "the timer fires first, then the part begins a new set");
        file.Session("timer-last-part-at-60001", Given(Mpp()).Offer("a", 400).Held().At(60_001).Offer("b", 600).Fails(TimedOut, "a").Holds(600, 1), [Timers], "timer-last-part-at-60000");
        file.Session("timer-nothing-at-59999", Given(Mpp()).Offer("a", 400).Held().At(59_999).Tick().Nothing(), [Timers]);
        file.Session("timer-fails-at-60000", Given(Mpp()).Offer("a", 400).Held().At(60_000).Tick().Fails(TimedOut, "a").Undecided(0), [Timers], "timer-nothing-at-59999");
        file.Session("timer-fails-at-60001", Given(Mpp()).Offer("a", 400).Held().At(60_001).Tick().Fails(TimedOut, "a").Undecided(0), [Timers], "timer-fails-at-60000");
        file.Session("timer-fails-long-after", Given(Mpp()).Offer("a", 400).Held().At(900_000_000).Tick().Fails(TimedOut, "a"), [Timers], "timer-fails-at-60000");
        file.Session("timer-fails-on-any-event", Given(Mpp()).Offer("a", 400).Held().At(60_000).Block().Fails(TimedOut, "a"), [Timers], "timer-fails-at-60000");
        file.Session("timer-a-tick-is-an-advance", Given(Mpp()).Offer("a", 400).Held().At(60_000).Do("clock.tick").Fails(TimedOut, "a"), [Timers, Asking], "timer-fails-at-60000");
        file.Session("timer-later-parts-do-not-extend-it", Given(Mpp()).Offer("a", 400).Held().At(30_000).Offer("b", 100).Held().At(59_999).Offer("c", 100).Held().At(60_000).Tick().Fails(TimedOut, "a", "b", "c"), [Timers], about: "one timer for the set, from its first part: no trickle holds it");
        file.Session("timer-counted-from-the-first-part", Given(Mpp()).At(10_000).Offer("a", 400).Held().At(69_999).Tick().Nothing().At(70_000).Tick().Fails(TimedOut, "a"), [Timers]);
        file.Session("timer-a-refused-part-starts-none", Given(Mpp()).Offer("x", 400, p => p with { Secret = null }).Fails(UnknownDetails, "x").At(30_000).Offer("a", 400).Held().At(60_000).Tick().Nothing().At(90_000).Tick().Fails(TimedOut, "a"), [Timers, Rejected], requirements: ["MPP-RCV-22"]);
        file.Session("timer-a-new-set-has-a-timer-of-its-own", Given(Mpp()).Offer("a", 400).Held().At(60_000).Tick().Fails(TimedOut, "a").At(70_000).Offer("b", 400).Held().At(129_999).Tick().Nothing().At(130_000).Tick().Fails(TimedOut, "b"), [Timers]);
        file.Session("timer-a-new-set-may-settle-after-a-timeout", Given(Mpp()).Offer("a", 400).Held().At(60_000).Tick().Fails(TimedOut, "a").Offer("b", 400).Held().Offer("c", 600).Settles("b", "c"), [Timers, Isolation]);
        file.Session("timer-a-complete-set-has-none", Given(Held()).Offer("a", 1000).Claimable(1000).At(60_000).Tick().Nothing().At(86_400_000).Tick().Nothing().Settle(Held().Preimage).Settles("a"), [Timers, Owner], requirements: ["MPP-RCV-17"]);
        file.Session("timer-completed-at-59999-has-none", Given(Held()).Offer("a", 400).Held().At(59_999).Offer("b", 600).Claimable(1000).At(60_000).Tick().Nothing(), [Timers, Owner], requirements: ["MPP-RCV-17"]);
        file.Session("timer-longer-as-asked", Given(Mpp()).With("set_timeout_ms", 120_000).Offer("a", 400).Held().At(119_999).Tick().Nothing().At(120_000).Tick().Fails(TimedOut, "a"), [Timers]);
        file.Session("timer-never-below-a-minute", Given(Mpp()).With("set_timeout_ms", 1_000).Offer("a", 400).Held().At(59_999).Tick().Nothing().At(60_000).Tick().Fails(TimedOut, "a"), [Timers], about: "the floor wins over what is asked");
        file.Session("timer-relative-to-the-timer", Given(Mpp()).With("set_timeout_ms", 90_000).Offer("a", 400).Held().Advance(-1).Tick().Nothing().At(90_000).Tick().Fails(TimedOut, "a"), [Timers, Asking]);
        file.Session("timer-relative-and-fired", Given(Mpp()).With("set_timeout_ms", 90_000).Offer("a", 400).Held().Advance(0).Tick().Fails(TimedOut, "a"), [Timers, Asking], "timer-relative-to-the-timer");
        file.Session("timer-the-clock-does-not-go-back", Given(Mpp()).At(50_000).Offer("a", 400).Held().At(0).Tick().Nothing().At(49_999).Offer("b", 100).Held().At(109_999).Tick().Nothing().At(110_000).Tick().Fails(TimedOut, "a", "b"), [Timers], requirements: ["CHAIN-07"]);
        file.Session("timer-an-earlier-reading-changes-nothing", Given(Mpp()).Offer("a", 400).Held().At(60_000).Tick().Fails(TimedOut, "a").At(10).Offer("b", 400).Held().At(60_010).Tick().Nothing().At(120_000).Tick().Fails(TimedOut, "b"), [Timers], about: "b is accepted at 60,000, the latest reading", requirements: ["CHAIN-07"]);
    }

    private static void Deadlines(SuiteFile file)
    {
        file.Group("deadline", ["CHAIN-01", "MPP-RCV-18"]);
        file.Session("deadline-at-the-last-block", Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_020 }).Held().Height(800_002).Offer("b", 600).Settles("a", "b"), [Deadline]);
        file.Session("deadline-one-block-later", Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_020 }).Held().Height(800_003).Offer("b", 600).Fails(UnknownDetails, "a").Holds(600, 1), [Deadline], "deadline-at-the-last-block", about: "the deadline fires first, then the part begins a new set");
        file.Session("deadline-held-at-the-last-block", Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_020 }).Held().Height(800_002).Block().Nothing(), [Deadline]);
        file.Session("deadline-fails-at-the-next-block", Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_020 }).Held().Height(800_003).Block().Fails(UnknownDetails, "a").Undecided(0), [Deadline], "deadline-held-at-the-last-block");
        file.Session("deadline-enters-at-its-last-block-and-settles-in-it", Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_018 }).Held().Offer("b", 600).Settles("a", "b"), [Deadline]);
        file.Session("deadline-enters-at-its-last-block-and-fails-at-the-next", Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_018 }).Held().Height(800_001).Block().Fails(UnknownDetails, "a"), [Deadline], "deadline-enters-at-its-last-block-and-settles-in-it");
        file.Session("deadline-the-first-expiry-governs-all", Given(Mpp()).Offer("a", 400).Held().Offer("b", 100, p => p with { Expiry = 800_020 }).Held().Offer("c", 100).Held().Height(800_003).Block().Fails(UnknownDetails, "a", "b", "c").Undecided(0), [Deadline], requirements: ["MPP-RCV-19"]);
        file.Session("deadline-a-later-part-brings-it-nearer", Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_100 }).Held().Offer("b", 400, p => p with { Expiry = 800_019 }).Held().Height(800_002).Offer("c", 200).Fails(UnknownDetails, "a", "b").Holds(200, 1), [Deadline]);
        file.Session("deadline-only-the-margin-counts-once-held", Given(Mpp() with { MinFinal = 40 }).Offer("a", 400, p => p with { Expiry = 800_040 }).Held().Height(800_022).Block().Nothing().Height(800_023).Block().Fails(UnknownDetails, "a"), [Deadline], about: "what the invoice asks is judged when a part arrives", requirements: ["MPP-RCV-05"]);
        file.Session("deadline-a-complete-set-at-its-last-block", Given(Held()).Offer("a", 1000, p => p with { Expiry = 800_020 }).Claimable(1000).Height(800_002).Settle(Held().Preimage).Settles("a"), [Deadline, Owner]);
        file.Session("deadline-a-complete-set-one-block-later", Given(Held()).Offer("a", 1000, p => p with { Expiry = 800_020 }).Claimable(1000).Height(800_003).Settle(Held().Preimage).Fails(UnknownDetails, "a").Undecided(0), [Deadline, Owner], "deadline-a-complete-set-at-its-last-block");
        file.Session("deadline-a-complete-set-fails-by-itself", Given(Held()).Offer("a", 400, p => p with { Expiry = 800_020 }).Held().Offer("b", 600).Claimable(1000).Height(800_003).Block().Fails(UnknownDetails, "a", "b").Undecided(0), [Deadline, Owner], requirements: ["MPP-RCV-16", "MPP-RCV-17"]);
        file.Session("deadline-the-invoice-stays-open-after-a-deadline", Given(Held()).Offer("a", 1000, p => p with { Expiry = 800_020 }).Claimable(1000).Height(800_003).Block().Fails(UnknownDetails, "a").Offer("b", 1000).Claimable(1000).Settle(Held().Preimage).Settles("b"), [Deadline, Owner]);
        file.Session("deadline-a-settled-set-has-none", Given(Mpp()).Offer("a", 1000, p => p with { Expiry = 800_020 }).Settles("a").Height(800_100).Block().Nothing().Replay("a").Settles("a"), [Deadline, Replay], requirements: ["MPP-RCV-25"]);
        file.Session("deadline-the-height-does-not-go-back", Given(Mpp()).Height(800_002).Block().Nothing().Height(799_000).Offer("a", 400, p => p with { Expiry = 800_019 }).Fails(UnknownDetails, "a").Offer("b", 400, p => p with { Expiry = 800_020 }).Held(), [Deadline], requirements: ["CHAIN-07", "MPP-RCV-05"]);
        file.Session("deadline-margin-of-30", Given(Mpp()).With("cltv_margin", 30).Offer("a", 400, p => p with { Expiry = 800_032 }).Held().Height(800_002).Block().Nothing().Height(800_003).Block().Fails(UnknownDetails, "a"), [Deadline]);
        file.Session("deadline-margin-of-0", Given(Mpp() with { MinFinal = 0 }).With("cltv_margin", 0).Offer("a", 400, p => p with { Expiry = 800_000 }).Held().Height(800_001).Block().Fails(UnknownDetails, "a"), [Deadline]);
        file.Session("deadline-many-blocks-at-once", Given(Mpp()).Offer("a", 400).Held().Height(4_000_000_000).Block().Fails(UnknownDetails, "a"), [Deadline]);
    }

    private static void Records(SuiteFile file)
    {
        var asked = Mpp() with { Metadata = "010203" };
        file.Group("metadata", ["MPP-RCV-27"]);
        file.Session("metadata-as-asked", Given(asked).Offer("a", 400, p => p with { Metadata = "010203" }).Held().Offer("b", 600, p => p with { Metadata = "010203" }).Settles("a", "b"), [SessionFlags.Records]);
        file.Session("metadata-differs-from-the-invoice", Given(asked).Offer("a", 1000, p => p with { Metadata = "010204" }).Fails(UnknownDetails, "a").Undecided(0), [SessionFlags.Records, Probe], "metadata-as-asked", requirements: ["PRIV-01"]);
        file.Session("metadata-missing", Given(asked).Offer("a", 1000).Fails(UnknownDetails, "a"), [SessionFlags.Records, Probe], "metadata-as-asked", requirements: ["PRIV-01"]);
        file.Session("metadata-empty", Given(asked).Offer("a", 1000, p => p with { Metadata = "" }).Fails(UnknownDetails, "a"), [SessionFlags.Records], "metadata-as-asked");
        file.Session("metadata-missing-in-the-second", Given(asked).Offer("a", 400, p => p with { Metadata = "010203" }).Held().Offer("b", 600).Fails(UnknownDetails, "b").Holds(400, 1).Offer("c", 600, p => p with { Metadata = "010203" }).Settles("a", "c"), [SessionFlags.Records, Rejected], "metadata-as-asked", requirements: ["MPP-RCV-22"]);
        file.Session("metadata-not-asked", Given(Mpp()).Offer("a", 1000, p => p with { Metadata = "aa" }).Settles("a"), [SessionFlags.Records], about: "an invoice without metadata takes what comes");
        file.Session("metadata-not-asked-and-equal", Given(Mpp()).Offer("a", 400, p => p with { Metadata = "aa" }).Held().Offer("b", 600, p => p with { Metadata = "aa" }).Settles("a", "b"), [SessionFlags.Records]);
        file.Session("metadata-not-asked-and-different", Given(Mpp()).Offer("a", 400, p => p with { Metadata = "aa" }).Held().Offer("b", 600, p => p with { Metadata = "ab" }).Fails(UnknownDetails, "b").Holds(400, 1), [SessionFlags.Records, Rejected], "metadata-not-asked-and-equal", requirements: ["MPP-RCV-22"]);
        file.Session("metadata-not-asked-and-only-in-the-first", Given(Mpp()).Offer("a", 400, p => p with { Metadata = "aa" }).Held().Offer("b", 600).Fails(UnknownDetails, "b"), [SessionFlags.Records], "metadata-not-asked-and-equal");
        file.Session("metadata-not-asked-and-only-in-the-second", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { Metadata = "aa" }).Fails(UnknownDetails, "b"), [SessionFlags.Records], "metadata-not-asked-and-equal");
        file.Session("metadata-before-totals", Given(asked).Offer("a", 400, p => p with { Metadata = "010203" }).Held().Offer("b", 600, p => p with { Total = 1001 }).Fails(UnknownDetails, "b").Holds(400, 1), [SessionFlags.Records, Precedence], about: "refused alone for its metadata, so its total fails no set", requirements: ["MPP-RCV-14"]);

        file.Group("custom-records", ["MPP-RCV-26"]);
        file.Session("even-records-equal", Given(Mpp()).Offer("a", 400, p => p with { Custom = [(65536, "aa")] }).Held().Offer("b", 600, p => p with { Custom = [(65536, "aa")] }).Settles("a", "b"), [SessionFlags.Records]);
        file.Session("even-record-differs", Given(Mpp()).Offer("a", 400, p => p with { Custom = [(65536, "aa")] }).Held().Offer("b", 600, p => p with { Custom = [(65536, "ab")] }).Fails(UnknownDetails, "b").Holds(400, 1), [SessionFlags.Records, Rejected], "even-records-equal", requirements: ["MPP-RCV-22"]);
        file.Session("even-record-missing-in-the-second", Given(Mpp()).Offer("a", 400, p => p with { Custom = [(65536, "aa")] }).Held().Offer("b", 600).Fails(UnknownDetails, "b").Holds(400, 1), [SessionFlags.Records, Rejected], "even-records-equal");
        file.Session("even-record-missing-in-the-first", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { Custom = [(65536, "aa")] }).Fails(UnknownDetails, "b").Holds(400, 1), [SessionFlags.Records, Rejected], "even-records-equal");
        file.Session("even-record-of-another-type", Given(Mpp()).Offer("a", 400, p => p with { Custom = [(65536, "aa")] }).Held().Offer("b", 600, p => p with { Custom = [(65538, "aa")] }).Fails(UnknownDetails, "b"), [SessionFlags.Records, Rejected], "even-records-equal");
        file.Session("odd-record-differs", Given(Mpp()).Offer("a", 400, p => p with { Custom = [(65537, "aa")] }).Held().Offer("b", 600, p => p with { Custom = [(65537, "ab")] }).Settles("a", "b"), [SessionFlags.Records], "even-records-equal");
        file.Session("odd-record-missing", Given(Mpp()).Offer("a", 400, p => p with { Custom = [(65537, "aa")] }).Held().Offer("b", 600).Settles("a", "b"), [SessionFlags.Records], "even-records-equal");
        file.Session("even-record-before-totals", Given(Mpp()).Offer("a", 400, p => p with { Custom = [(65536, "aa")] }).Held().Offer("b", 600, p => p with { Total = 1001 }).Fails(UnknownDetails, "b").Holds(400, 1), [SessionFlags.Records, Precedence], requirements: ["MPP-RCV-14"]);
    }

    private static void Extra(SuiteFile file)
    {
        file.Group("part-to-a-complete-set", ["MPP-RCV-21", "MPP-RCV-22"]);
        file.Session("extra-part", Given(Held()).Offer("a", 1000).Claimable(1000).Offer("b", 1000).Fails(UnknownDetails, "b").Holds(1000, 1, "complete").Settle(Held().Preimage).Settles("a"), [Rejected]);
        file.Session("extra-part-then-cancel", Given(Held()).Offer("a", 1000).Claimable(1000).Offer("b", 1).Fails(UnknownDetails, "b").CancelSet().Fails(UnknownDetails, "a"), [Rejected]);
        file.Session("extra-part-with-a-near-expiry", Given(Held()).Offer("a", 1000).Claimable(1000).Offer("b", 1, p => p with { Expiry = 800_018 }).Fails(UnknownDetails, "b").Height(800_050).Block().Nothing().Settle(Held().Preimage).Settles("a"), [Rejected, Deadline], about: "it brings the deadline no nearer");
        file.Session("extra-part-with-other-records", Given(Held()).Offer("a", 1000, p => p with { Custom = [(65536, "aa")] }).Claimable(1000).Offer("b", 1).Fails(UnknownDetails, "b").Holds(1000, 1, "complete"), [Rejected]);
        file.Session("extra-part-after-release", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").Offer("c", 600).Fails(UnknownDetails, "c").Replay("a").Settles("a"), [Rejected], requirements: ["MPP-RCV-20", "INV-07"]);

        file.Group("refused-parts-leave-no-trace", ["MPP-RCV-22"]);
        foreach (var (slug, code, but) in new (string, string, Func<Htlc, Htlc>)[]
        {
            ("secret", UnknownDetails, p => p with { Secret = Fill("99") }), ("hash", UnknownDetails, p => p with { Hash = Fill("77") }),
            ("wire-amount", Amount, p => p with { Wire = 1 }), ("wire-expiry", Expiry, p => p with { OnionExpiry = 900_000 }),
            ("near-expiry", UnknownDetails, p => p with { Expiry = 800_001 }), ("low-total", UnknownDetails, p => p with { Total = 1 }),
            ("high-total", UnknownDetails, p => p with { Total = 9000 }), ("metadata", UnknownDetails, p => p with { Metadata = "aa" }),
            ("even-record", UnknownDetails, p => p with { Custom = [(65536, "aa")] }), ("keysend", UnknownDetails, p => p with { Keysend = Fill("99") }),
        })
        {
            file.Session($"first-refused-for-its-{slug}", slug is "metadata" or "even-record"
                ? Given(Mpp()).Offer("a", 400).Held().Offer("x", 300, but).Fails(code, "x").Holds(400, 1).Offer("b", 600).Settles("a", "b")
                : Given(Mpp()).Offer("x", 300, but).Fails(code, "x").Undecided(0).Offer("a", 400).Held().Offer("y", 300, but).Fails(code, "y").Holds(400, 1).Offer("b", 600).Settles("a", "b"), [Rejected]);
        }
    }

    private static void Bounds(SuiteFile file)
    {
        file.Group("number-of-parts", ["MPP-RCV-29"]);
        file.Session("as-many-as-allowed", Given(Mpp()).With("max_parts", 3).Offer("a", 100).Held().Offer("b", 100).Held().Offer("c", 800).Settles("a", "b", "c"), [Bounded]);
        file.Session("one-more-than-allowed", Given(Mpp()).With("max_parts", 3).Offer("a", 100).Held().Offer("b", 100).Held().Offer("c", 100).Held().Offer("d", 700).Fails(Busy, "d").Holds(300, 3), [Bounded], "as-many-as-allowed");
        file.Session("one-alone-allowed", Given(Mpp()).With("max_parts", 1).Offer("a", 1000).Settles("a"), [Bounded]);
        file.Session("one-alone-allowed-and-two-come", Given(Mpp()).With("max_parts", 1).Offer("a", 400).Held().Offer("b", 600).Fails(Busy, "b").Holds(400, 1).At(60_000).Tick().Fails(TimedOut, "a"), [Bounded], "one-alone-allowed", requirements: ["MPP-RCV-22"]);
        file.Session("refused-parts-do-not-count", Given(Mpp()).With("max_parts", 2).Offer("a", 400).Held().Offer("x", 1, p => p with { Secret = null }).Fails(UnknownDetails, "x").Offer("b", 600).Settles("a", "b"), [Bounded, Rejected], requirements: ["MPP-RCV-22"]);
        file.Session("another-total-before-the-bound", Given(Mpp()).With("max_parts", 1).Offer("a", 400).Held().Offer("b", 600, p => p with { Total = 1001 }).Fails(UnknownDetails, "a", "b"), [Bounded, Precedence], "one-alone-allowed-and-two-come", requirements: ["MPP-RCV-14"]);
        file.Session("other-details-before-the-bound", Given(Mpp()).With("max_parts", 1).Offer("a", 400).Held().Offer("b", 600, p => p with { Metadata = "aa" }).Fails(UnknownDetails, "b").Holds(400, 1), [Bounded, Precedence], "one-alone-allowed-and-two-come");
        file.Session("128-where-nothing-is-said", Enumerable.Range(1, 128).Aggregate(Given(Mpp(129)), (s, i) => s.Offer($"p{i}", 1).Held()).Offer("last", 1).Fails(Busy, "last").Holds(128, 128), [Bounded]);
    }

    private static void Keys(SuiteFile file)
    {
        var (one, same) = (Mpp(), Mpp(n: 1) with { Preimage = Mpp().Preimage });
        string name = $"{one.Hash}/{one.Secret}", other = $"{one.Hash}/{same.Secret}";
        file.Group("one-hash-two-secrets", ["MPP-RCV-01"]);
        file.Session("two-invoices-of-one-hash-do-not-mix", Given(one, same).Offer("a", 400).Held().Holds(400, 1).Offer("b", 600, p => p.To(same)).Held().Holds(name, 400, 1).Holds(other, 600, 1), [SetKey]);
        file.Session("each-settles-alone", Given(one, same).Offer("a", 400).Held().Offer("b", 600, p => p.To(same)).Held().Offer("c", 600).Settles("a", "c").Holds(600, 1).Offer("d", 400, p => p.To(same)).Settles("b", "d"), [SetKey, Isolation]);
        file.Session("each-fails-alone", Given(one, same).Offer("a", 400).Held().At(10).Offer("b", 600, p => p.To(same)).Held().At(60_000).Tick().Fails(TimedOut, "a").Holds(600, 1), [SetKey, Isolation]);
        file.Session("totals-differ-across-secrets", Given(one, same).Offer("a", 400).Held().Offer("b", 600, p => p.To(same) with { Total = 1100 }).Held().Undecided(2), [SetKey]);
        file.Session("claimable-keeps-its-name-when-it-is-told-again", Given(Held() with { Secret = one.Secret }, Held() with { Id = "second", Secret = same.Secret }).Offer("a", 400).Held().Offer("b", 1000, p => p with { Secret = same.Secret }).Claimable(1000, other).At(60_000).Restart(0).Fails(TimedOut, "a").Claimable(1000, other), [SetKey, Owner, Restart]);
        file.Session("claimable-is-named-with-its-secret", Given(Held() with { Secret = one.Secret }, Held() with { Id = "second", Secret = same.Secret }).Offer("a", 400).Held().Offer("b", 1000, p => p with { Secret = same.Secret }).Claimable(1000, other), [SetKey, Owner]);
        file.Session("settled-by-its-secret", Given(Held(), Held() with { Id = "second", Secret = same.Secret }).Offer("a", 1000).Claimable(1000).Offer("b", 1000, p => p with { Secret = same.Secret }).Claimable(1000, other)
            .Settle(one.Preimage).Settles("a").Holds(1000, 1, "complete").Settle(one.Preimage, Held() with { Secret = same.Secret }).Settles("b"), [SetKey, Owner]);
        file.Session("a-hash-and-a-set-id-alike", Given(one, Amp(n: 1) with { Secret = one.Secret }).Offer("a", 400).Held().Holds(400, 1).Offer("b", 300, p => p.Of(new AmpSet(one.Hash, AmpSet.Of(2).Children), 0)).Held().Holds(name, 400, 1).Holds($"{name}/amp", 300, 1).Offer("c", 600).Settles("a", "c").Holds(300, 1), [SetKey], about: "the secret is the same too, so that both would have one name");

        file.Group("two-invoices", ["MPP-RCV-01"]);
        file.Session("two-sets-interleaved", Given(Mpp(), Mpp(700, n: 1)).Offer("a", 400).Held().Offer("x", 300, p => p.To(Mpp(700, n: 1))).Held().Offer("b", 600).Settles("a", "b").Offer("y", 400, p => p.To(Mpp(700, n: 1))).Settles("x", "y"), [Isolation]);
        file.Session("one-times-out-the-other-stays", Given(Mpp(), Mpp(700, n: 1)).Offer("a", 400).Held().At(1).Offer("x", 300, p => p.To(Mpp(700, n: 1))).Held().At(60_000).Tick().Fails(TimedOut, "a").Undecided(1).At(60_001).Tick().Fails(TimedOut, "x"), [Isolation, Timers]);
        file.Session("one-is-cancelled-the-other-stays", Given(Mpp(), Mpp(700, n: 1)).Offer("a", 400).Held().Offer("x", 300, p => p.To(Mpp(700, n: 1))).Held().CancelInvoice().Fails(UnknownDetails, "a").Undecided(1).Offer("y", 400, p => p.To(Mpp(700, n: 1))).Settles("x", "y"), [Isolation, Owner]);
    }

    private static void SeveralDue(SuiteFile file)
    {
        file.Group("several-things-due", ["CHAIN-01", "MPP-RCV-15"]);
        file.Session("timer-before-deadline", Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_020 }).Held().At(60_000).Height(800_003).Tick().Fails(TimedOut, "a"), [Timers, Deadline], about: "time moves first");
        file.Session("timer-of-one-deadline-of-another", Given(Mpp(), Mpp(700, n: 1)).Offer("a", 400).Held().At(30_000).Offer("x", 300, p => p.To(Mpp(700, n: 1)) with { Expiry = 800_020 }).Held().At(60_000).Height(800_003).Tick().Fails(TimedOut, "a").Fails(UnknownDetails, "x").Undecided(0), [Timers, Deadline]);
        file.Session("two-timers", Given(Mpp(), Mpp(700, n: 1)).Offer("a", 400).Held().Offer("x", 300, p => p.To(Mpp(700, n: 1))).Held().At(60_000).Tick().Fails(TimedOut, "a", "x"), [Timers]);
        file.Session("timer-and-a-new-part", Given(Mpp(), Mpp(700, n: 1)).Offer("a", 400).Held().At(60_000).Offer("x", 700, p => p.To(Mpp(700, n: 1))).Fails(TimedOut, "a").Settles("x"), [Timers]);
        file.Session("timer-and-a-replay", Given(Mpp()).Offer("a", 400).Held().At(60_000).Replay("a").Fails(TimedOut, "a").Fails(TimedOut, "a"), [Timers, Replay], about: "the timer tells it, and the replay tells it again", requirements: ["MPP-RCV-23"]);
        file.Session("timer-and-a-drop", Given(Mpp()).Offer("a", 400).Held().Offer("b", 100).Held().At(60_000).Drop("b").Fails(TimedOut, "a", "b"), [Timers, LostPart], about: "the set has failed before its part is lost");
        file.Session("deadline-and-settle", Given(Held(), Mpp(700, n: 1)).Offer("a", 1000, p => p with { Expiry = 800_020 }).Claimable(1000).Offer("x", 300, p => p.To(Mpp(700, n: 1))).Held().At(60_000).Height(800_003).Settle(Held().Preimage).Fails(UnknownDetails, "a").Fails(TimedOut, "x"), [Deadline, Owner]);
        file.Session("timer-and-cancel", Given(Mpp()).Offer("a", 400).Held().At(60_000).CancelInvoice().Fails(TimedOut, "a").Offer("b", 1000).Fails(UnknownDetails, "b"), [Timers, Owner]);
    }
}
