using AmpSpec.Primitives;

namespace AmpSpec.Conformance.Differences;

/// <summary>What was recorded of receivers and of texts, topic by topic: in few words, where it was read, and how a session reads where that is so.</summary>
/// <remarks>Written down from the records, not from what our profiles do: a test compares the two.</remarks>
internal static class RecordedAnswers
{
    private const string Bolt = "bolt-strict", Lnd = "lnd", Eclair = "eclair", Ldk = "ldk", Kmp = "lightning-kmp", Cln = "cln", Electrum = "electrum", Draft = "the draft of 2021";
    private const string Bolt4 = "BOLT 4", Text = "21-atomic-multi-path-payments.md";
    private const string LndUpdate = "invoices/update.go", LdkManager = "lightning/src/ln/channelmanager.rs", LdkPayment = "lightning/src/ln/inbound_payment.rs";
    private const string EclairHandler = "MultiPartHandler.scala", EclairSet = "MultiPartPaymentFSM.scala", KmpHandler = "IncomingPaymentHandler.kt";
    private const string ClnSet = "lightningd/htlc_set.c", ClnInvoice = "lightningd/invoice.c", ClnHtlcs = "lightningd/peer_htlcs.c", ElectrumPeer = "electrum/lnpeer.py";

    private const string AFails = "a fails: PERM|15", BFails = "b fails: PERM|15", CFails = "c fails: PERM|15", Both = "a, b settle";
    private const string Claim = "its user may claim; when its owner settles: ", NewSet = "b is held; b, c settle", OnlyB = "b fails: PERM|15; a, c settle";

    public static Seq<Recorded> TotalMismatch { get; } =
    [
        new(Bolt, "should fail the whole set", Bolt4, Told("a", 400, 800_000) + ", " + Told("b", 600, 800_000)),
        new(Lnd, "only the new part; the others wait for their own timers", LndUpdate, Told("b", 600, 800_000), BFails),
        new(Eclair, "all parts, with the new total", EclairSet, Told("a, b", 1100, 800_000)),
        new(Ldk, "only the new part", LdkManager, Told("b", 600, 800_000)),
        new(Kmp, "all parts, with the first total", KmpHandler, Told("a, b", 1000, 800_000)),
        new(Cln, "all parts, with 19", ClnSet, "a, b fail: final_incorrect_htlc_amount"),
        new(Electrum, "all parts", ElectrumPeer, Told("a", 400, 800_000) + ", " + Told("b", 600, 800_000)),
        new(Draft, "the part fails", Text),
    ];

    public static Seq<Recorded> OverTotal { get; } =
    [
        new(Bolt, "complete", Bolt4, Both), new(Lnd, "complete, AMP too", LndUpdate, Both, Both), new(Eclair, "complete", EclairSet, Both), new(Ldk, "complete", LdkManager, Claim + Both),
        new(Kmp, "complete", KmpHandler, Both), new(Cln, "complete", ClnSet, Both), new(Electrum, "complete", ElectrumPeer, Both), new(Draft, "the part fails", Text),
    ];

    public static Seq<Recorded> PartAfterComplete { get; } =
    [
        new(Bolt, "a payer does not send it; a payee may fail a paid hash, or accept it", Bolt4),
        new(Lnd, "fails, for the invoice is not open", LndUpdate, CFails),
        new(Eclair, "settled while the set's actor lives; fails once the invoice is marked as paid", $"{EclairSet}, {EclairHandler}", CFails),
        new(Ldk, "fails while the set is claimable or being claimed", LdkManager, CFails),
        new(Kmp, "fails; a replay of a known part settles", KmpHandler, CFails),
        new(Cln, "fails", ClnInvoice, CFails),
        new(Electrum, "fails", ElectrumPeer, CFails),
    ];

    public static Seq<Recorded> PartAfterTimeout { get; } =
    [
        new(Lnd, "starts a new set", "testMppPayment", NewSet),
        new(Eclair, "mpp_timeout if it reaches the old actor, else a new set", EclairSet, NewSet),
        new(Ldk, "starts a new set", LdkManager, "b is held; " + Claim + "b, c settle"),
        new(Kmp, "starts a new set", KmpHandler, NewSet), new(Cln, "starts a new set", ClnSet, NewSet), new(Electrum, "starts a new set", ElectrumPeer, NewSet),
    ];

    public static Seq<Recorded> Timer { get; } =
    [
        new(Bolt, "at least 60 s after the first part; the set fails with mpp_timeout", Bolt4, After(60, "a, b fail")),
        new(Lnd, "120 s, for each part", "invoices/invoiceregistry.go", $"{After(120, "a fails")}; {After(150, "b fails")}"),
        new(Eclair, "60 s, for the set", "reference.conf", After(60, "a, b fail")),
        new(Ldk, "3 ticks of about 60 s; the oldest part decides for the set", LdkManager, After(180, "a, b fail")),
        new(Kmp, "60 s, for the set", KmpHandler, After(61, "a, b fail")),
        new(Cln, "70 s, for the set", ClnSet, After(70, "a, b fail")),
        new(Electrum, "120 s, for the set, from its first part", "electrum/lnworker.py", After(121, "a, b fail")),
        new(Draft, "at least 60 s after the first part", Text),
    ];

    public static Seq<Recorded> TotalLow { get; } =
    [
        new(Bolt, "fails", Bolt4, AFails), new(Lnd, "fails", LndUpdate, AFails), new(Eclair, "fails", EclairHandler, AFails), new(Ldk, "fails", LdkPayment, AFails),
        new(Kmp, "fails", KmpHandler, AFails), new(Cln, "fails", ClnInvoice, AFails), new(Electrum, "fails", ElectrumPeer, AFails),
    ];

    public static Seq<Recorded> TotalHigh { get; } =
    [
        new(Bolt, "should fail", Bolt4, AFails), new(Lnd, "accepted, no upper bound", LndUpdate, "a settles"), new(Eclair, "fails", EclairHandler, AFails),
        new(Ldk, "accepted, only a minimum", LdkPayment, Claim + "a settles"), new(Kmp, "fails", KmpHandler, AFails), new(Cln, "fails", ClnInvoice, AFails), new(Electrum, "fails", ElectrumPeer, AFails),
    ];

    public static Seq<Recorded> TotalAbsent { get; } =
    [
        new(Bolt, "where there is no total, it is amt_to_forward", Bolt4),
        new(Lnd, "fails", LndUpdate, AFails), new(Eclair, "the total is the onion amount", "PaymentOnionSpec", "a settles"), new(Kmp, "the total is the onion amount", "PaymentOnionTestsCommon", "a settles"),
    ];

    public static Seq<Recorded> WrongSecret { get; } =
    [
        new(Lnd, "only that part fails", LndUpdate, OnlyB), new(Eclair, "only that part fails", EclairHandler, OnlyB), new(Ldk, "only that part fails", LdkManager, $"{BFails}; {Claim}a, c settle"),
        new(Kmp, "only that part fails", KmpHandler, OnlyB), new(Cln, "only that part fails", ClnInvoice, OnlyB), new(Electrum, "only that part fails", ElectrumPeer, OnlyB),
    ];

    public static Seq<Recorded> NotOffered { get; } =
    [
        new(Bolt, "must fail", Bolt4, AFails), new(Eclair, "fails", EclairHandler, AFails), new(Electrum, "fails", ElectrumPeer, AFails),
        new(Lnd, "held: the bit is not looked at", LndUpdate, "a is held"),
    ];

    public static Seq<Recorded> AmountRule { get; } =
    [
        new(Bolt, "the sum of amt_to_forward", Bolt4, "b is held"), new(Lnd, "what is offered", LndUpdate, Both), new(Eclair, "what is offered", EclairSet, Both),
        new(Ldk, "what the payer meant", LdkManager, "b is held"), new(Kmp, "what is offered", KmpHandler, Both), new(Cln, "what is offered", ClnHtlcs, Both), new(Electrum, "what is offered", ElectrumPeer, Both),
    ];

    public static Seq<Recorded> AmpAlone { get; } =
    [
        new(Lnd, "fails; the payload itself can be read", LndUpdate, AFails), new(Draft, "fails with invalid_onion_payload", Text),
    ];

    public static Seq<Recorded> BadShares { get; } =
    [
        new(Lnd, "the whole set fails", LndUpdate, "a, b fail: PERM|15"), new(Draft, "the whole set fails", Text),
    ];

    public static Seq<Recorded> FailureData { get; } =
    [
        new(Lnd, "what was offered, the height at which it was accepted", "htlcswitch/link.go", Told("a", 610, 800_000)),
        new(Eclair, "the total, the height of now", EclairHandler, Told("a", 1000, 800_010)),
        new(Ldk, "what was offered, the height of now", "functional_tests.rs", Told("a", 610, 800_010)),
        new(Kmp, "the total, the height of now", KmpHandler, Told("a", 1000, 800_010)),
        new(Cln, "what was offered, the height of now", ClnSet, Told("a", 610, 800_010)),
        new(Bolt, "what was offered, and a height", Bolt4, Told("a", 610, 800_000)),
    ];

    public static Seq<Recorded> NearExpiry { get; } =
    [
        new(Lnd, "a held invoice is cancelled at a distance from the expiry (none in the tests, 18 blocks by default)", "testHeightExpiryWithRegistry", null, "with 18 blocks left: " + AFails),
        new(Ldk, "failed back 39 blocks before the expiry, complete or not", LdkManager, "with 39 blocks left: " + AFails, "with 39 blocks left: " + AFails),
        new(Electrum, "the whole set fails when the closest part is too near", ElectrumPeer, "with 143 blocks left: " + AFails),
    ];

    public static Seq<Recorded> PaymentMetadata { get; } =
    [
        new(Ldk, "fine; equal over the set, else the new part fails", LdkManager, "a is held; " + BFails), new(Eclair, "fine", EclairHandler, "a is held; " + Both),
        new(Cln, "fails with invalid_onion_payload, type 16", ClnHtlcs, "a fails: PERM|22, type 16; b fails: PERM|22, type 16"),
    ];

    private static string After(int seconds, string what) => $"after {seconds} s: {what}: mpp_timeout";

    private static string Told(string parts, int amount, int height) => $"{parts} fail{(parts.Length == 1 ? "s" : "")}: PERM|15, told {amount} msat at height {height}";
}
