using AmpSpec.Conformance.Generating;
using AmpSpec.Primitives;
using static AmpSpec.Conformance.Generating.AmpInputs;
using static AmpSpec.Conformance.Generating.Asked;
using static AmpSpec.Conformance.Generating.Intent;
using static AmpSpec.Conformance.Generating.Scenario;

namespace AmpSpec.Conformance.Differences;

/// <summary>The questions on which receivers were found to differ. In every session the first invoice asks 1000 msat, and each part has blocks enough for everybody.</summary>
public static class Topics
{
    private const uint Far = 800_200;

    private static readonly AmpSet Two = AmpSet.Of(2), One = AmpSet.Of(1, "99");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        new("T1", "Parts of one set name different totals. What fails?", ["MPP-RCV-14", "AMP-RCV-06"],
        [
            new("t1-totals-differ", "a brings 400 and names 1000; b brings 600 and names 1100", from: 1,
                () => Given(Mpp()).Offer("a", 400, But).Held().Offer("b", 600, p => But(p) with { Total = 1100 }).Fails(UnknownDetails, "a", "b"), told: true),
            new("t1-totals-of-amp-parts-differ", "the same with AMP parts", from: 1,
                () => Given(Amp()).Offer("a", 400, p => But(p).Of(Two, 0)).Held().Offer("b", 600, p => But(p).Of(Two, 1) with { Total = 1100 }).Fails(UnknownDetails, "a", "b")),
        ]) { Answers = RecordedAnswers.TotalMismatch, Scenarios = ["lnd-40-code-total-mismatch", "lnd-33-amp-total-mismatch", "eclair-04-fsm-total-mismatch", "ldk-13-total-mismatch"] },
        new("T2", "The last part lifts the sum above the total.", ["MPP-RCV-12", "AMP-RCV-07"],
        [
            new("t2-more-than-the-total", "a brings 400, b 700; both name 1000", from: 1,
                () => Given(Mpp()).Offer("a", 400, But).Held().Offer("b", 700, But).Settles("a", "b").Settle().Nothing()),
            new("t2-more-than-the-total-in-amp-parts", "the same with AMP parts", from: 1,
                () => Given(Amp()).Offer("a", 400, p => But(p).Of(Two, 0)).Held().Offer("b", 700, p => But(p).Of(Two, 1)).Settles("a", "b")),
        ]) { Answers = RecordedAnswers.OverTotal, Scenarios = ["lnd-02-mpp-overpay-1", "lnd-34-amp-overpay", "ldk-15-overshoot-1", "lightning-kmp-05-overpay-layers"] },
        new("T3", "A new part arrives after the set is complete.", ["INV-07", "MPP-RCV-20", "MPP-RCV-21"],
        [
            new("t3-a-part-after-the-last", "a brings 400 and b 600 of 1000, and nobody holds them; then c brings 300", from: 2,
                () => Given(Mpp()).Offer("a", 400, But).Held().Offer("b", 600, But).Settles("a", "b").Offer("c", 300, But).Fails(UnknownDetails, "c")),
            new("t3-a-part-beside-a-set-that-is-held", "the same, while the owner holds a and b", from: 2,
                () => Given(Held()).Offer("a", 400, But).Held().Offer("b", 600, But).Claimable(1000).Offer("c", 300, But).Fails(UnknownDetails, "c")),
        ])
        {
            Answers = RecordedAnswers.PartAfterComplete,
            Scenarios = ["lnd-43-code-paid-then-mpp", "eclair-09-fsm-extra-after-complete", "ldk-14-duplicate-full", "lightning-kmp-19-new-after-paid", "electrum-06-paid-twice"],
            Note = "No event of a session says that a part was under way to the set when it ended, which eclair settles; the recorded scenario `eclair-09-fsm-extra-after-complete` does.",
        },
        new("T4", "A new part arrives after the set timed out.", ["MPP-RCV-15"],
        [
            new("t4-a-part-after-the-timer", "a brings 400; 400 s later it has failed; then b brings 400 and c 600", from: 2,
                () => Given(Mpp()).Offer("a", 400, But).Held().At(400_000).Tick().Fails(TimedOut, "a").Offer("b", 400, But).Held().Offer("c", 600, But).Settles("b", "c").Settle().Nothing()),
        ])
        {
            Answers = RecordedAnswers.PartAfterTimeout,
            Scenarios = ["lnd-01-mpp-timeout-then-pay", "eclair-03-fsm-extra-after-timeout", "eclair-27-timeout-then-success"],
            Note = "No event of a session says that a part was under way to the set when it ended, which eclair fails as it failed the set; the recorded scenario `eclair-03-fsm-extra-after-timeout` does.",
        },
        new("T5", "How long does an incomplete set wait, and what has a timer?", ["MPP-RCV-15", "AMP-RCV-13"],
        [
            new("t5-a-set-that-waits", "a brings 400; 30 s later b brings 300; then time passes", from: 2,
                () => new ulong[] { 59_999, 60_000, 61_000, 70_000, 89_999, 90_000, 91_000, 100_000, 119_999, 120_000, 121_000, 150_000, 151_000, 180_000, 210_000, 240_000 }
                    .Aggregate(Given(Mpp()).Offer("a", 400, But).Held().At(30_000).Offer("b", 300, But).Held(), (s, at) => at == 60_000 ? s.At(at).Tick().Fails(TimedOut, "a", "b") : s.At(at).Tick().Nothing())),
        ])
        {
            Answers = RecordedAnswers.Timer,
            Scenarios = ["lnd-41-code-per-part-timer", "cln-14-code-set-timer", "lightning-kmp-16-timeout"],
            Note = "electrum and lightning-kmp count in whole seconds, and wait for the first one beyond (`receiver.timer-end`); so 60 s are 61, and 120 s 121.",
        },
        new("T6", "The total is below what the invoice asks.", ["MPP-RCV-06", "AMP-RCV-05"],
        [
            new("t6-a-total-too-low", "a brings 999 and names 999", from: 0,
                () => Given(Mpp()).Offer("a", 999, p => But(p) with { Total = 999 }).Fails(UnknownDetails, "a")),
        ]) { Answers = RecordedAnswers.TotalLow, Scenarios = ["lnd-38-code-total-too-low", "eclair-21-total-low", "lightning-kmp-13-amount-range"] },
        new("T7", "The total is above twice what the invoice asks.", ["MPP-RCV-07"],
        [
            new("t7-a-total-above-twice", "a brings 2001 and names 2001", from: 0,
                () => Given(Mpp()).Offer("a", 2001, p => But(p) with { Total = 2001 }).Fails(UnknownDetails, "a").Settle().Nothing()),
        ]) { Answers = RecordedAnswers.TotalHigh, Scenarios = ["eclair-22-total-high"] },
        new("T8", "There is a secret, but the total is zero.", ["MPP-RCV-08", "MPP-RCV-09"],
        [
            new("t8-a-total-of-zero", "a brings 1000 and names 0", from: 0,
                () => Given(Mpp()).Offer("a", 1000, p => But(p) with { Total = 0 }).Fails(UnknownDetails, "a").Settle().Nothing()),
            new("t8-a-total-of-zero-where-nothing-is-asked", "the same, to an invoice that asks no amount", from: 0,
                () => Given(Mpp(null)).Offer("a", 1000, p => But(p) with { Total = 0 }).Fails(UnknownDetails, "a").Settle().Nothing()),
        ])
        {
            Answers = RecordedAnswers.TotalAbsent,
            Scenarios = [],
            Note = "BOLT 4 says of a total that is not there that it is `amt_to_forward`. Whether a `payment_data` whose total has no bytes has none, it does not say; `bolt-strict` reads it as zero, eclair as none.",
        },
        new("T9", "One part of a set that is open has a wrong secret.", ["MPP-RCV-01", "MPP-RCV-02"],
        [
            new("t9-a-wrong-secret", "a brings 400; b brings 600 with another secret; then c brings 600 with the right one", from: 1,
                () => Given(Mpp()).Offer("a", 400, But).Held().Offer("b", 600, p => But(p) with { Secret = Fill("77") }).Fails(UnknownDetails, "b").Offer("c", 600, But).Settles("a", "c").Settle().Nothing()),
        ]) { Answers = RecordedAnswers.WrongSecret, Scenarios = ["lnd-42-code-wrong-secret", "eclair-25-success-with-bad-secret", "electrum-01-confusion-hash"] },
        new("T10", "The invoice offers no `basic_mpp`, and a part names a total that it does not bring.", ["MPP-RCV-10"],
        [
            new("t10-a-part-where-parts-are-not-offered", "a brings 500 and names 1000", from: 0,
                () => Given(Single()).Offer("a", 500, But).Fails(UnknownDetails, "a")),
        ]) { Answers = RecordedAnswers.NotOffered, Scenarios = ["eclair-16-mpp-not-offered", "electrum-05-mpp-not-offered"] },
        new("T11", "A peer offers another amount than the payer meant. Which one counts towards the total?", ["MPP-RCV-11", "PRIV-02"],
        [
            new("t11-more-than-was-meant", "of 1000, a is meant to bring 400 and is offered with 600; b brings 400", from: 1,
                () => Given(Mpp()).Offer("a", 400, p => But(p) with { Wire = 600 }).Held().Offer("b", 400, But).Held()),
        ]) { Answers = RecordedAnswers.AmountRule, Scenarios = ["lightning-kmp-05-overpay-layers"] },
        new("T12", "An AMP record comes without `payment_data`.", ["AMP-WIRE-03", "AMP-RCV-04"],
        [
            new("t12-an-amp-record-alone", "a to an AMP invoice, without `payment_data`", from: 0,
                () => Given(Amp()).Offer("a", 1000, p => But(p).Of(One, 0) with { Secret = null }).Fails(UnknownDetails, "a")),
        ]) { Answers = RecordedAnswers.AmpAlone, Scenarios = ["lnd-25-amp-no-mpp", "lnd-26-amp-no-mpp-invoice"] },
        new("T13", "The shares of a complete AMP set do not give the hashes of its parts.", ["AMP-RCV-08", "AMP-RCV-09", "AMP-RCV-16"],
        [
            new("t13-shares-that-do-not-fit", "a brings 400 and b 600, b under another hash", from: 1, () => Misfit()),
            new("t13-another-set-after-shares-that-do-not-fit", "the same; then c, a set by itself, brings 1000", from: 2, () => Misfit().Offer("c", 1000, p => But(p).Of(One, 0)).Settles("c")),
        ]) { Answers = RecordedAnswers.BadShares, Scenarios = ["lnd-21-amp-bad-shares-1", "lnd-23-amp-bad-shares-3"] },
        new("T14", "Which amount and which height does PERM|15 tell?", ["MPP-RCV-33"],
        [
            new("t14-what-is-told", "a is meant to bring 600 of 1000 and is offered with 610, at height 800000; at 800010 the invoice is cancelled", from: 1,
                () => Given(Mpp()).Offer("a", 600, p => But(p) with { Wire = 610 }).Held().Height(800_010).CancelInvoice().Fails(UnknownDetails, "a"), told: true),
        ]) { Answers = RecordedAnswers.FailureData, Scenarios = ["eclair-21-total-low"] },
        new("T15", "A held part comes close to its expiry.", ["CHAIN-01", "MPP-RCV-17"],
        [
            new("t15-an-open-set-near-its-expiry", "a brings 400 of 1000; blocks come, and no time passes", from: 1,
                () => Blocks(Given(Mpp()).Offer("a", 400, But).Held())),
            new("t15-a-held-set-near-its-expiry", "a brings all, and the owner holds it; blocks come, and no time passes", from: 1,
                () => Blocks(Given(Held()).Offer("a", 1000, But).Claimable(1000))),
        ]) { Answers = RecordedAnswers.NearExpiry, Scenarios = ["electrum-03-cltv-partial"] },
        new("T16", "Parts carry `payment_metadata`.", ["MPP-RCV-27"],
        [
            new("t16-metadata-that-differ", "the invoice has none; a brings 400 with some, b 600 with others", from: 0,
                () => Given(Mpp()).Offer("a", 400, p => But(p) with { Metadata = "aa" }).Held().Offer("b", 600, p => But(p) with { Metadata = "bb" }).Fails(UnknownDetails, "b")),
        ]) { Answers = RecordedAnswers.PaymentMetadata, Scenarios = ["ldk-12-metadata-differs", "cln-12-code-metadata"] },
    ];

    private static Htlc But(Htlc part) => part with { Expiry = Far };

    private static Scenario Misfit() =>
        Given(Amp()).Offer("a", 400, p => But(p).Of(Two, 0)).Held().Offer("b", 600, p => But(p).Of(Two, 1) with { Hash = Fill("77") }).Fails(UnknownDetails, "a", "b");

    // one block on either side of every margin that somebody has
    private static Scenario Blocks(Scenario session) => new uint[] { 800_056, 800_057, 800_160, 800_161, 800_181, 800_182, 800_183, 800_200, 800_201 }
        .Aggregate(session, (s, height) => height == 800_183 ? s.Height(height).Block().Fails(UnknownDetails, "a") : s.Height(height).Block().Nothing());
}
