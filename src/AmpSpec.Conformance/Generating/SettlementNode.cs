using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using static AmpSpec.Conformance.Generating.AmpInputs;
using static AmpSpec.Conformance.Generating.Asked;
using static AmpSpec.Conformance.Generating.Intent;
using static AmpSpec.Conformance.Generating.Scenario;
using static AmpSpec.Conformance.Generating.SessionFlags;

namespace AmpSpec.Conformance.Generating;

/// <summary>What a receiver keeps beyond one set: verdicts, its owner's word, its record, and what it may be asked.</summary>
internal static class SettlementNode
{
    public static VectorFile File()
    {
        var file = new SuiteFile("settlement/node", SessionOps.Run, "ampspec/settlement/node");
        Replays(file);
        Restarts(file);
        Holds(file);
        Cancels(file);
        Drops(file);
        Commitment(file);
        Requests(file);
        return file.Build();
    }

    private static void Replays(SuiteFile file)
    {
        file.Group("replay", ["MPP-RCV-23"]);
        file.Session("replay-held", Given(Mpp()).Offer("a", 400).Held().Replay("a").Nothing().Offer("b", 600).Settles("a", "b"), [Replay]);
        file.Session("replay-settled", Given(Mpp()).Offer("a", 1000).Settles("a").Replay("a").Settles("a").Replay("a").Settles("a"), [Replay]);
        file.Session("replay-each-of-a-settled-set", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").Replay("b").Settles("b").Replay("a").Settles("a"), [Replay]);
        file.Session("replay-refused", Given(Mpp()).Offer("a", 1000, p => p with { Secret = null }).Fails(UnknownDetails, "a").Replay("a").Fails(UnknownDetails, "a"), [Replay]);
        file.Session("replay-timed-out", Given(Mpp()).Offer("a", 400).Held().At(60_000).Tick().Fails(TimedOut, "a").Replay("a").Fails(TimedOut, "a").Undecided(0), [Replay]);
        file.Session("replay-failed-by-its-deadline", Given(Mpp()).Offer("a", 400, p => p with { Expiry = 800_020 }).Held().Height(800_003).Block().Fails(UnknownDetails, "a").Height(800_050).Replay("a").Fails(UnknownDetails, "a"), [Replay], about: "the height of its acceptance is told again");
        file.Session("replay-cancelled", Given(Mpp()).Offer("a", 400).Held().CancelSet().Fails(UnknownDetails, "a").Replay("a").Fails(UnknownDetails, "a"), [Replay]);
        file.Session("replay-by-an-offer-of-a-known-name", Given(Mpp()).Offer("a", 400).Held().OfferAgain("a").Nothing().Offer("b", 600).Settles("a", "b").OfferAgain("a").Settles("a"), [Replay]);
        file.Session("replay-of-an-unknown-name-is-an-offer", Given(Mpp()).Offer("x", 1, p => p with { Secret = null }).Fails(UnknownDetails, "x").ReplayAs("x", p => p with { Id = 7, Secret = Mpp().Secret, Wire = 400, Onion = 400 }).Held().Holds(400, 1), [Replay]);
        file.Session("replay-the-same-number-on-another-channel-is-another-part", Given(Mpp()).Offer("a", 400, p => p with { Id = 7 }).Held().Offer("b", 600, p => p with { Id = 7, Channel = "c1" }).Settles("a", "b"), [Replay, SetKey]);
        file.Session("replay-a-name-may-be-a-text", Given(Mpp()).Offer("a", 1000, p => p with { Id = "7" }).Settles("a").Offer("b", 1000, p => p with { Id = 7 }).Fails(UnknownDetails, "b").Replay("a").Settles("a"), [Replay, Asking], about: "7 and \"7\" are two names");
        file.Session("replay-held-counts-once", Given(Mpp()).Offer("a", 500).Held().Replay("a").Nothing().Replay("a").Nothing().Holds(500, 1), [Replay], requirements: ["MPP-RCV-12"]);
        file.Session("replay-held-does-not-start-the-timer-again", Given(Mpp()).Offer("a", 400).Held().At(50_000).Replay("a").Nothing().At(60_000).Tick().Fails(TimedOut, "a"), [Replay, Timers], requirements: ["MPP-RCV-15"]);
        file.Session("replay-settled-after-the-invoice-was-cancelled", Given(Mpp()).Offer("a", 1000).Settles("a").CancelInvoice().Nothing().Replay("a").Settles("a"), [Replay, Owner], requirements: ["MPP-RCV-31"]);
        file.Session("replay-settled-after-the-invoice-expired", Given(Mpp() with { ExpiresAt = 5000 }).Offer("a", 1000).Settles("a").At(9000).Replay("a").Settles("a"), [Replay]);
        file.Session("replay-settled-after-its-expiry", Given(Mpp()).Offer("a", 1000).Settles("a").Height(900_000).Replay("a").Settles("a"), [Replay], requirements: ["MPP-RCV-25"]);
        file.Session("replay-refused-though-it-would-be-taken-now", Given(Mpp()).With("max_parts", 1).Offer("a", 400).Held().Offer("b", 400).Fails(Busy, "b").At(60_000).Tick().Fails(TimedOut, "a").Replay("b").Fails(Busy, "b").Undecided(0), [Replay]);
        file.Session("replay-refused-keeps-its-height", Given(Mpp()).Offer("a", 1000, p => p with { Secret = null }).Fails(UnknownDetails, "a").Height(800_010).Replay("a").Fails(UnknownDetails, "a"), [Replay], requirements: ["MPP-RCV-33"]);
        file.Session("replay-in-a-complete-set", Given(Held()).Offer("a", 1000).Claimable(1000).Replay("a").Nothing(), [Replay, Owner], about: "the owner is told once");
        file.Session("replay-settled-under-another-hash", Given(Mpp()).Offer("a", 1000).Settles("a").ReplayAs("a", p => p with { Hash = Fill("77") }).Fails(UnknownDetails, "a").Replay("a").Settles("a"), [Replay], "replay-settled",
            about: "a preimage leaves again only for the hash that it opens", requirements: ["AMP-RCV-11"]);
    }

    private static void Restarts(SuiteFile file)
    {
        file.Group("restart", ["MPP-RCV-24", "MPP-RCV-19"]);
        foreach (var (delivered, left) in new (int, string[])[] { (0, ["a", "b", "c"]), (1, ["b", "c"]), (2, ["c"]), (3, []), (4, []) })
        {
            // the reference lets parts out in the order of their arrival; which ones are left after some have gone depends on that
            file.Session($"restart-settled-and-{delivered}-delivered", left is []
                ? Given(Mpp()).Offer("a", 100).Held().Offer("b", 200).Held().Offer("c", 700).Settles("a", "b", "c").Restart(delivered).Nothing()
                : Given(Mpp()).Offer("a", 100).Held().Offer("b", 200).Held().Offer("c", 700).Settles("a", "b", "c").Restart(delivered).Settles(left), [Restart]);
        }

        file.Session("restart-failed-and-1-delivered", Given(Mpp()).Offer("a", 400).Held().Offer("b", 100).Held().At(60_000).Tick().Fails(TimedOut, "a", "b").Restart(1).Fails(TimedOut, "b"), [Restart]);
        file.Session("restart-twice-before-anything-left", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").Restart(0).Settles("a", "b").Restart(0).Settles("a", "b").Restart(1).Settles("b").Restart().Nothing(), [Restart], requirements: ["MPP-RCV-25"]);
        file.Session("restart-after-all-was-delivered", Given(Mpp()).Offer("a", 1000).Settles("a").Restart().Nothing().Replay("a").Settles("a"), [Restart, Replay], requirements: ["MPP-RCV-23"]);
        file.Session("restart-an-undecided-set-goes-on", Given(Mpp()).Offer("a", 400).Held().Restart().Nothing().Holds(400, 1).Replay("a").Nothing().Offer("b", 600).Settles("a", "b"), [Restart]);
        file.Session("restart-its-timer-goes-on", Given(Mpp()).Offer("a", 400).Held().At(50_000).Restart().Nothing().At(59_999).Tick().Nothing().At(60_000).Tick().Fails(TimedOut, "a"), [Restart, Timers], requirements: ["MPP-RCV-15"]);
        file.Session("restart-its-timer-fires-when-it-starts-again", Given(Mpp()).Offer("a", 400).Held().At(90_000).Restart().Fails(TimedOut, "a"), [Restart, Timers], requirements: ["MPP-RCV-15"]);
        file.Session("restart-its-deadline-fires-when-it-starts-again", Given(Mpp()).Offer("a", 400).Held().Height(800_200).Restart().Fails(UnknownDetails, "a"), [Restart, Deadline], requirements: ["CHAIN-01"]);
        file.Session("restart-settled-outlives-time-and-height", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").At(900_000).Height(800_500).Restart(1).Settles("b"), [Restart, Deadline], requirements: ["MPP-RCV-25"]);
        file.Session("restart-a-complete-set-goes-on", Given(Held()).Offer("a", 1000).Claimable(1000).Restart().Nothing().Holds(1000, 1, "complete").Settle(Held().Preimage).Settles("a"), [Restart, Owner]);
        file.Session("restart-the-owner-was-not-told-yet", Given(Held()).Offer("a", 1000).Claimable(1000).Restart(0).Claimable(1000).Restart().Nothing(), [Restart, Owner], about: "told once means that it left once");
        file.Session("restart-the-owner-was-not-told-and-it-is-too-late", Given(Held()).Offer("a", 1000, p => p with { Expiry = 800_018 }).Claimable(1000).Height(800_001).Restart(0).Fails(UnknownDetails, "a").Undecided(0), [Restart, Owner, Deadline], about: "what has failed is not claimable", requirements: ["CHAIN-01"]);
        file.Session("restart-refused-and-nothing-delivered", Given(Mpp()).Offer("a", 1000, p => p with { Secret = null }).Fails(UnknownDetails, "a").Restart(0).Fails(UnknownDetails, "a"), [Restart]);
        file.Session("restart-only-the-last-answer-is-brought-again", Given(Mpp()).Offer("a", 1000).Settles("a").Tick().Nothing().Restart(0).Nothing().Replay("a").Settles("a"), [Restart, Replay], about: "what was answered before had left; peers present it again");

        file.Session("restart-and-a-timer-of-another-set", Given(Mpp(), Mpp(700, n: 1)).Offer("x", 300, p => p.To(Mpp(700, n: 1))).Held().Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").At(60_000).Restart(1).Fails(TimedOut, "x").Settles("b").Restart(0).Fails(TimedOut, "x").Settles("b"), [Restart, Timers], about: "time moves first; the next restart brings all that this one answered", requirements: ["MPP-RCV-15"]);

        file.Group("lossy-restart", ["MPP-RCV-24", "MPP-RCV-23"]);
        file.Session("restart-undecided-is-forgotten", Given(Mpp()).Offer("a", 400).Held().Restart(lossy: true).Silence().Undecided(0), [Restart]);
        file.Session("restart-a-forgotten-part-is-an-offer-again", Given(Mpp()).Offer("a", 400).Held().Restart(lossy: true).Silence().Undecided(0).Replay("a").Held().Offer("b", 600).Settles("a", "b"), [Restart, Replay]);
        file.Session("restart-its-timer-starts-when-it-is-presented-again", Given(Mpp()).Offer("a", 400).Held().At(50_000).Restart(lossy: true).Silence().Undecided(0).Replay("a").Held().At(60_000).Tick().Nothing().At(110_000).Tick().Fails(TimedOut, "a"), [Restart, Timers], requirements: ["MPP-RCV-15"]);
        file.Session("restart-settled-is-not-forgotten", Given(Mpp()).Offer("a", 1000).Settles("a").Restart(lossy: true).Nothing().Replay("a").Settles("a").Offer("b", 1000).Fails(UnknownDetails, "b"), [Restart], requirements: ["INV-07"]);
        file.Session("restart-settled-and-1-delivered-lossy", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").Restart(1, lossy: true).Settles("b"), [Restart]);
        file.Session("restart-refused-is-not-forgotten", Given(Mpp()).Offer("a", 1000, p => p with { Secret = null }).Fails(UnknownDetails, "a").Restart(lossy: true).Nothing().Replay("a").Fails(UnknownDetails, "a"), [Restart]);
        file.Session("restart-cancelled-is-not-forgotten", Given(Mpp()).CancelInvoice().Nothing().Restart(lossy: true).Nothing().Offer("a", 1000).Fails(UnknownDetails, "a"), [Restart, Owner]);
        file.Session("restart-a-complete-set-is-forgotten-too", Given(Held()).Offer("a", 1000).Claimable(1000).Restart(lossy: true).Silence().Undecided(0).Settle(Held().Preimage).Nothing().Replay("a").Claimable(1000), [Restart, Owner], about: "and is told anew, since it is a new set");
        file.Session("restart-lossy-before-the-owner-was-told", Given(Held()).Offer("a", 1000).Claimable(1000).Restart(0, lossy: true).Silence().Undecided(0).Replay("a").Claimable(1000), [Restart, Owner], about: "nothing is claimable of a set that is forgotten");
        file.Session("restart-lossy-with-a-timer-due", Given(Mpp()).Offer("a", 400).Held().At(60_000).Restart(lossy: true).Fails(TimedOut, "a").Replay("a").Fails(TimedOut, "a"), [Restart, Timers], about: "time moves first, so there is a verdict that is not forgotten", requirements: ["MPP-RCV-15"]);
        file.Session("restart-lossy-said-to-be-false", Given(Mpp()).Offer("a", 400).Held().Restart(lossy: false).Nothing(), [Restart]);
    }

    private static void Holds(SuiteFile file)
    {
        var known = Mpp() with { Hold = true };
        file.Group("hold", ["MPP-RCV-17", "MPP-RCV-18", "MPP-RCV-19"]);
        file.Session("hold-settled-with-the-preimage", Given(Held()).Offer("a", 400).Held().Offer("b", 600).Claimable(1000).Holds(1000, 2, "complete").Settle(Held().Preimage).Settles("a", "b").Undecided(0), [Owner]);
        file.Session("hold-settled-with-another-preimage", Given(Held()).Offer("a", 1000).Claimable(1000).Settle(Fill("77")).Refused("session/wrong-preimage").Settle(Held().Preimage).Settles("a"), [Owner], "hold-settled-with-the-preimage");
        file.Session("hold-settled-without-the-preimage", Given(Held()).Offer("a", 1000).Claimable(1000).Settle().Refused("session/wrong-preimage").Settle(Held().Preimage).Settles("a"), [Owner], "hold-settled-with-the-preimage");
        file.Session("hold-known-preimage-not-repeated", Given(known).Offer("a", 1000).Claimable(1000).Settle().Settles("a"), [Owner]);
        file.Session("hold-known-preimage-repeated", Given(known).Offer("a", 1000).Claimable(1000).Settle(known.Preimage).Settles("a"), [Owner], "hold-known-preimage-not-repeated");
        file.Session("hold-known-preimage-and-another-given", Given(known).Offer("a", 1000).Claimable(1000).Settle(Fill("77")).Refused("session/wrong-preimage").Settle().Settles("a"), [Owner], "hold-known-preimage-not-repeated");
        file.Session("hold-an-invoice-whose-preimage-is-unknown-waits", Given(Held() with { Hold = false }).Offer("a", 1000).Claimable(1000).Settle(Held().Preimage).Settles("a"), [Owner]);
        file.Session("hold-settled-while-incomplete", Given(known).Offer("a", 400).Held().Settle().Nothing().Offer("b", 600).Claimable(1000), [Owner], requirements: ["MPP-RCV-13"], about: "nothing to act on is no error");
        file.Session("hold-settled-while-incomplete-with-another-preimage", Given(Held()).Offer("a", 400).Held().Settle(Fill("77")).Nothing(), [Owner], requirements: ["MPP-RCV-13"]);
        file.Session("hold-settled-twice", Given(known).Offer("a", 1000).Claimable(1000).Settle().Settles("a").Settle().Nothing(), [Owner]);
        file.Session("hold-settled-under-another-secret", Given(known).Offer("a", 1000).Claimable(1000).Settle(known.Preimage, known with { Secret = Fill("99") }).Nothing().Settle().Settles("a"), [Owner, SetKey], about: "there is no such set: nothing to act on", requirements: ["MPP-RCV-01"]);
        file.Session("hold-settled-before-any-part", Given(known).Settle().Nothing().Offer("a", 1000).Claimable(1000), [Owner]);
        file.Session("hold-a-refused-settle-moves-neither-time-nor-height", Given(Held(), Mpp(700, n: 1)).Offer("a", 1000).Claimable(1000).Offer("x", 300, p => p.To(Mpp(700, n: 1))).Held().At(60_000).Height(800_010).Settle(Fill("77")).Refused("session/wrong-preimage")
            .At(59_999).Height(800_000).Offer("y", 400, p => p.To(Mpp(700, n: 1)) with { Expiry = 800_018 }).Settles("x", "y"), [Owner, Asking], requirements: ["CHAIN-07"]);
        file.Session("hold-announced-is-the-sum-of-what-was-meant", Given(Held()).Offer("a", 400, p => p with { Wire = 500 }).Held().Offer("b", 700, p => p with { Wire = 900 }).Claimable(1100), [Owner], requirements: ["MPP-RCV-11"]);
        file.Session("hold-cancelled-while-complete", Given(Held()).Offer("a", 400).Held().Offer("b", 600).Claimable(1000).CancelSet().Fails(UnknownDetails, "a", "b").Undecided(0).Settle(Held().Preimage).Nothing(), [Owner]);
        file.Session("hold-a-new-set-after-a-cancelled-one", Given(Held()).Offer("a", 1000).Claimable(1000).CancelSet().Fails(UnknownDetails, "a").Offer("b", 1000).Claimable(1000).Settle(Held().Preimage).Settles("b"), [Owner, Isolation]);
        file.Session("hold-a-late-part-while-complete", Given(Held()).Offer("a", 1000).Claimable(1000).At(70_000).Offer("b", 400).Fails(UnknownDetails, "b").Holds(1000, 1, "complete"), [Owner, Rejected], requirements: ["MPP-RCV-21"]);
        file.Session("hold-absent-on-an-amp-invoice", Given(Amp()).Offer("a", 1000, p => p.Of(AmpSet.Of(1), 0)).Settles("a"), [Owner], requirements: ["AMP-RCV-20"]);
        file.Invalid("hold-on-an-amp-invoice", "hold-absent-on-an-amp-invoice", Given(Amp() with { Hold = true }).Tick().Input(), Operation.Malformed, [Owner, Flag.BadRequest], ["AMP-RCV-20"]);
    }

    private static void Cancels(SuiteFile file)
    {
        file.Group("cancel", ["MPP-RCV-31", "MPP-RCV-19"]);
        file.Session("cancel-an-incomplete-set", Given(Mpp()).Offer("a", 400).Held().Offer("b", 100).Held().CancelSet().Fails(UnknownDetails, "a", "b").Undecided(0), [Owner]);
        file.Session("cancel-a-set-leaves-its-invoice-open", Given(Mpp()).Offer("a", 400).Held().CancelSet().Fails(UnknownDetails, "a").Offer("b", 1000).Settles("b"), [Owner]);
        file.Session("cancel-an-invoice-closes-it", Given(Mpp()).Offer("a", 400).Held().CancelInvoice().Fails(UnknownDetails, "a").Undecided(0).Offer("b", 1000).Fails(UnknownDetails, "b"), [Owner], "cancel-a-set-leaves-its-invoice-open");
        file.Session("cancel-an-invoice-with-a-complete-set", Given(Held()).Offer("a", 1000).Claimable(1000).CancelInvoice().Fails(UnknownDetails, "a").Settle(Held().Preimage).Nothing(), [Owner]);
        file.Session("cancel-a-paid-invoice-stays-paid", Given(Mpp()).Offer("a", 1000).Settles("a").CancelInvoice().Nothing().Replay("a").Settles("a"), [Owner]);
        file.Session("cancel-a-settled-set", Given(Mpp()).Offer("a", 1000).Settles("a").CancelSet().Nothing().Replay("a").Settles("a"), [Owner]);
        file.Session("cancel-a-settled-set-not-yet-delivered", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").CancelInvoice().Nothing().Restart(0).Nothing().Replay("b").Settles("b"), [Owner, Restart], requirements: ["MPP-RCV-25"]);
        file.Session("cancel-nothing-there", Given(Mpp()).CancelSet().Nothing().CancelInvoice(Fill("99")).Nothing().Offer("a", 1000).Settles("a"), [Owner, Asking]);
        file.Session("cancel-an-invoice-twice", Given(Mpp()).CancelInvoice().Nothing().CancelInvoice().Nothing(), [Owner]);
        file.Session("cancel-told-is-the-height-of-acceptance", Given(Mpp()).Height(800_005).Offer("a", 400).Held().Height(800_010).CancelInvoice().Fails(UnknownDetails, "a"), [Owner], requirements: ["MPP-RCV-33"]);
        file.Session("cancel-nothing-to-cancel-and-a-timer-due", Given(Mpp()).Offer("a", 400).Held().At(60_000).CancelInvoice(Fill("99")).Fails(TimedOut, "a"), [Owner, Timers, Asking], about: "what time brought is answered all the same");
    }

    private static void Drops(SuiteFile file)
    {
        file.Group("a-part-is-lost", ["MPP-RCV-19"]);
        file.Session("lost-of-an-incomplete-set", Given(Mpp()).Offer("a", 400).Held().Offer("b", 100).Held().Drop("a").Fails(TimedOut, "b").Undecided(0), [LostPart]);
        file.Session("lost-of-an-incomplete-set-the-last", Given(Mpp()).Offer("a", 400).Held().Offer("b", 100).Held().Drop("b").Fails(TimedOut, "a").Undecided(0), [LostPart]);
        file.Session("lost-the-only-one", Given(Mpp()).Offer("a", 400).Held().Drop("a").Silence().Undecided(0), [LostPart]);
        file.Session("lost-of-a-complete-set", Given(Held()).Offer("a", 400).Held().Offer("b", 600).Claimable(1000).Drop("a").Fails(TimedOut, "b").Undecided(0).Settle(Held().Preimage).Nothing(), [LostPart, Owner], requirements: ["MPP-RCV-18"]);
        file.Session("lost-of-a-settled-set", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b").Drop("a").Nothing().Replay("b").Settles("b").Replay("a").Settles("a"), [LostPart], requirements: ["MPP-RCV-25"]);
        file.Session("lost-of-a-failed-set", Given(Mpp()).Offer("a", 400).Held().At(60_000).Tick().Fails(TimedOut, "a").Drop("a").Nothing().Replay("a").Fails(TimedOut, "a"), [LostPart]);
        file.Session("lost-a-refused-one", Given(Mpp()).Offer("a", 400, p => p with { Secret = null }).Fails(UnknownDetails, "a").Drop("a").Nothing(), [LostPart]);
        file.Session("lost-an-unknown-one", Given(Mpp()).Offer("a", 400).Held().Do("htlc.drop", ("htlc", new JsonObject { ["channel"] = "c9", ["id"] = 9 })).Nothing(), [LostPart, Asking]);
        file.Session("lost-and-a-new-set-may-begin", Given(Mpp()).Offer("a", 400).Held().Offer("b", 100).Held().Drop("a").Fails(TimedOut, "b").Offer("c", 1000).Settles("c"), [LostPart, Isolation]);
        file.Session("lost-and-comes-again", Given(Mpp()).Offer("a", 400).Held().Drop("a").Silence().Undecided(0).Replay("a").Fails(TimedOut, "a").Undecided(0).Offer("b", 1000).Settles("b"), [LostPart, Replay], about: "nobody was there to hear why it failed; presented again it hears that", requirements: ["MPP-RCV-23"]);
        file.Session("lost-of-a-complete-set-and-comes-again", Given(Held()).Offer("a", 400).Held().Offer("b", 600).Claimable(1000).Drop("a").Fails(TimedOut, "b").Restart(lossy: true).Nothing().Height(800_200).Replay("a").Fails(TimedOut, "a"), [LostPart, Replay, Restart], about: "after a restart too, and whatever the height", requirements: ["MPP-RCV-23"]);
        file.Session("lost-of-one-set-of-two", Given(Mpp(), Mpp(700, n: 1)).Offer("a", 400).Held().Offer("x", 300, p => p.To(Mpp(700, n: 1))).Held().Drop("a").Silence().Undecided(1).Offer("y", 400, p => p.To(Mpp(700, n: 1))).Settles("x", "y"), [LostPart, Isolation]);
    }

    private static void Commitment(SuiteFile file)
    {
        file.Group("commitment", ["MPP-RCV-34"]);
        file.Session("commit-counts-once-it-is-committed", Given(Mpp()).Offer("a", 1000, committed: false).Nothing().Commit("a").Settles("a"), [LostPart]);
        file.Session("commit-counts-for-nothing-before", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, committed: false).Nothing().Holds(400, 1).Commit("b").Settles("a", "b"), [LostPart], "commit-counts-once-it-is-committed", requirements: ["MPP-RCV-12"]);
        file.Session("commit-taken-back-before", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, committed: false).Nothing().Drop("b").Nothing().Commit("b").Nothing().Holds(400, 1), [LostPart]);
        file.Session("commit-refused-once-it-is-committed", Given(Mpp()).Offer("a", 1000, p => p with { Secret = null }, committed: false).Nothing().Commit("a").Fails(UnknownDetails, "a"), [LostPart]);
        file.Session("commit-said-to-be-committed", Given(Mpp()).Offer("a", 1000, committed: true).Settles("a"), [LostPart]);
        file.Session("commit-replayed-before", Given(Mpp()).Offer("a", 1000, committed: false).Nothing().Replay("a").Settles("a").Commit("a").Nothing(), [LostPart, Replay], about: "what waits has no verdict yet, and what is presented again is committed");
        file.Session("commit-said-when-it-is-offered-again", Given(Mpp()).Offer("a", 1000, committed: false).Nothing().OfferAgain("a").Settles("a").Commit("a").Nothing(), [LostPart]);
        file.Session("commit-of-the-latest-offer", Given(Mpp()).Offer("a", 1000, committed: false).Nothing().Offer("b", 1, p => p with { Id = 0, Hash = Fill("77") }, committed: false).Nothing().Commit("b").Fails(UnknownDetails, "b"), [LostPart], about: "the peer has taken the first back and used its number again");
        file.Session("commit-after-a-restart", Given(Mpp()).Offer("a", 1000, committed: false).Nothing().Restart().Nothing().Commit("a").Nothing(), [LostPart, Restart], about: "both sides have forgotten what was not committed");
        file.Session("commit-of-an-offer-after-a-restart", Given(Mpp()).Offer("a", 1000, committed: false).Nothing().Restart().Nothing().Offer("b", 1, p => p with { Id = 0, Hash = Fill("77") }, committed: false).Nothing().Commit("b").Fails(UnknownDetails, "b"), [LostPart, Restart], "commit-after-a-restart");
        file.Session("commit-of-a-held-part", Given(Mpp()).Offer("a", 400).Held().Commit("a").Nothing(), [LostPart, Asking]);
        file.Session("commit-starts-the-timer-when-committed", Given(Mpp()).Offer("a", 400, committed: false).Nothing().At(30_000).Commit("a").Held().At(60_000).Tick().Nothing().At(90_000).Tick().Fails(TimedOut, "a"), [LostPart, Timers], requirements: ["MPP-RCV-15"]);
        file.Session("commit-judged-at-the-height-of-its-commitment", Given(Mpp()).Offer("a", 1000, p => p with { Expiry = 800_020, Wire = 999 }, committed: false).Nothing().Height(800_003).Commit("a").Fails(Amount, "a"), [LostPart]);
    }

    private static void Requests(SuiteFile file)
    {
        var drawn = new Draws("7a11");
        var (secret, preimage) = (drawn.Hex(), drawn.Hex());
        var (ampSecret, last) = (drawn.Hex(), drawn.Hex());
        file.Group("what-is-given", ["MPP-RCV-01"]);
        file.Session("a-missing-secret-and-preimage-are-drawn", Given().Where("seed", "7a11").Where("invoices", new JsonArray(new JsonObject { ["id"] = "drawn", ["amount_msat"] = "1000" }))
            .Offer("a", 1000, p => p with { Secret = secret, Hash = HashOf(preimage) }).Settles("a"), [Asking, Flag.Seeded]);
        file.Session("an-amp-invoice-draws-its-secret-alone", Given().Where("seed", "7a11").Where("invoices", new JsonArray(
                new JsonObject { ["id"] = "drawn" },
                new JsonObject { ["id"] = "amp", ["features"] = new JsonArray("amp.required") },
                new JsonObject { ["id"] = "given", ["payment_secret"] = Fill("22") }))
            .Offer("a", 1000, p => p.Of(AmpSet.Of(1), 0) with { Secret = ampSecret }).Settles("a")
            .Offer("b", 1000, p => p with { Secret = Fill("22"), Hash = HashOf(last) }).Settles("b"), [Asking, Flag.Seeded], about: "draws 1 and 2 are the first invoice's, 3 the AMP invoice's, 4 the preimage of the third", requirements: ["AMP-RCV-01"]);
        file.Session("a-given-hash-draws-no-preimage", Given().Where("seed", "7a11").Where("invoices", new JsonArray(new JsonObject { ["id"] = "drawn", ["payment_hash"] = Mpp().Hash }))
            .Offer("a", 1000, p => p with { Secret = secret, Hash = Mpp().Hash }).Claimable(1000, Mpp().Hash), [Asking, Flag.Seeded]);
        file.Session("features-may-be-absent", Given().Where("invoices", new JsonArray(new JsonObject { ["id"] = "bare", ["payment_secret"] = Mpp().Secret, ["payment_preimage"] = Mpp().Preimage }))
            .Offer("a", 400, p => p with { Secret = Mpp().Secret, Hash = Mpp().Hash, Total = 1000 }).Fails(UnknownDetails, "a").Offer("b", 400, p => p with { Secret = Mpp().Secret, Hash = Mpp().Hash }).Settles("b"), [Asking], requirements: ["MPP-RCV-10"]);

        file.Group("what-is-no-request", ["CHAIN-07"]);
        file.Session("a-request", Given(Mpp()).Offer("a", 400).Held(), [Asking]);
        file.Invalid("an-unknown-verb", "a-request", Given(Mpp()).Do("htlc.fulfil").Input(), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("an-offer-of-nothing", "a-request", Given(Mpp()).Do("htlc.offer").Input(), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("an-amount-as-a-number", "a-request", With(Given(Mpp()).Offer("a", 400).Input(), "amount_msat", 400), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("an-amount-of-65-bits", "a-request", With(Given(Mpp()).Offer("a", 400).Input(), "amount_msat", "18446744073709551616"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("a-short-hash", "a-request", With(Given(Mpp()).Offer("a", 400).Input(), "hash", "00"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("a-preimage-that-does-not-fit-its-hash", "a-request", Given(Mpp()).Where("invoices", new JsonArray(
            new JsonObject { ["id"] = "first", ["payment_hash"] = Mpp().Hash, ["payment_preimage"] = Fill("77") })).Tick().Input(), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("a-feature-that-nobody-knows", "a-request", Given(Mpp() with { Features = ["basic_mppp"] }).Tick().Input(), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("two-invoices-of-one-name", "a-request", Given(Mpp(), Mpp(n: 1) with { Id = "first" }).Tick().Input(), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("two-invoices-of-one-hash-and-secret", "a-request", Given(Mpp(), Mpp() with { Id = "second" }).Tick().Input(), Operation.Malformed, [Flag.BadRequest], ["MPP-RCV-01"]);
        file.Session("a-set-of-no-kind", Given(Mpp()).At(60_000).Do("set.cancel", ("set", new JsonObject { ["payment_secret"] = Mpp().Secret })).Refused(Operation.Malformed).At(10).Offer("a", 400).Held().At(60_009).Tick().Nothing().At(60_010).Tick().Fails(TimedOut, "a"),
            [Asking], about: "a refused request does not move the clock", requirements: ["MPP-RCV-15"]);
        file.Session("an-expiry-said-in-no-way", Given(Mpp()).Do("htlc.offer", ("htlc", Without(new Htlc("a", 0, 400, 1000, Mpp().Hash, Mpp().Secret).Json(), "cltv_expiry"))).Refused(Operation.Malformed).Offer("a", 400).Held(), [Asking]);
    }

    private static JsonObject With(JsonObject input, string member, JsonNode value)
    {
        input["steps"]![0]!["htlc"]![member] = value;
        return input;
    }

    private static JsonObject Without(JsonObject htlc, string member)
    {
        htlc.Remove(member);
        return htlc;
    }
}
