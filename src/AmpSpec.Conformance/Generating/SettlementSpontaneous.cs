using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using static AmpSpec.Conformance.Generating.AmpInputs;
using static AmpSpec.Conformance.Generating.Asked;
using static AmpSpec.Conformance.Generating.Intent;
using static AmpSpec.Conformance.Generating.Scenario;
using static AmpSpec.Conformance.Generating.SessionFlags;

namespace AmpSpec.Conformance.Generating;

/// <summary>Parts that come without an invoice, and every mixture of records with every kind of invoice.</summary>
internal static class SettlementSpontaneous
{
    private static readonly string Key = Fill("61"), Made = Fill("62");
    private static readonly AmpSet One = AmpSet.Of(1), Two = AmpSet.Of(2), Other = AmpSet.Of(2, "66");

    public static VectorFile File()
    {
        var file = new SuiteFile("settlement/spontaneous", SessionOps.Run, "ampspec/settlement/spontaneous");
        Keysend(file);
        KeysendParts(file);
        JustInTime(file);
        Mixtures(file);
        return file.Build();
    }

    private static Func<Htlc, Htlc> Alone() => part => part.Spontaneous(Key);

    private static Func<Htlc, Htlc> Part(ulong total = 1000) => part => part.Spontaneous(Key, Made) with { Total = total };

    private static Func<Htlc, Htlc> Amp(AmpSet set, int at, ulong total = 1000) => part => part.Of(set, at) with { Secret = Made, Total = total };

    private static void Keysend(SuiteFile file)
    {
        file.Group("keysend", ["KEYSEND-01"]);
        file.Session("keysend-one-part", Given().Spontaneously().Offer("a", 1000, Alone()).Settles("a").Undecided(0), [NoInvoice]);
        file.Session("keysend-not-accepted", Given().Offer("a", 1000, Alone()).Fails(UnknownDetails, "a"), [NoInvoice], "keysend-one-part", requirements: ["AMP-RCV-19"]);
        file.Session("keysend-said-not-to-be-accepted", Given().Where("accept_spontaneous", false).Offer("a", 1000, Alone()).Fails(UnknownDetails, "a"), [NoInvoice], "keysend-one-part", requirements: ["AMP-RCV-19"]);
        file.Session("keysend-another-preimage", Given().Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { Keysend = Fill("77") }).Fails(UnknownDetails, "a"), [NoInvoice], "keysend-one-part", requirements: ["PRIV-04"]);
        file.Session("keysend-wrong-in-its-last-bit", Given().Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { Keysend = $"{Key[..62]}60" }).Fails(UnknownDetails, "a"), [NoInvoice], "keysend-one-part");
        file.Session("keysend-31-bytes", Given().Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { HasPayload = false, PayloadHex = WireBytes.Record(2, "03e8") + WireBytes.Record(4, "0c3590") + WireBytes.Record(5482373484, Key[2..]) }).Fails(UnknownDetails, "a"), [NoInvoice], "keysend-one-part");
        file.Session("keysend-31-bytes-and-no-amount", Given().Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { HasPayload = false, PayloadHex = WireBytes.Record(4, "0c3590") + WireBytes.Record(5482373484, Key[2..]) }).Undecodable("a", 2, 0), [NoInvoice], "keysend-31-bytes", about: "what cannot be read comes first, and is told", requirements: ["MPP-WIRE-04"]);
        file.Session("keysend-at-the-margin", Given().Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { Expiry = 800_018 }).Settles("a"), [NoInvoice, Deadline], requirements: ["MPP-RCV-05"]);
        file.Session("keysend-below-the-margin", Given().Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { Expiry = 800_017 }).Fails(UnknownDetails, "a"), [NoInvoice, Deadline], "keysend-at-the-margin", requirements: ["MPP-RCV-05"]);
        file.Session("keysend-at-a-margin-of-1", Given().With("cltv_margin", 1).Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { Expiry = 800_001 }).Settles("a"), [NoInvoice, Deadline], about: "the invoice that is made asks the margin, not 18", requirements: ["MPP-RCV-05"]);
        file.Session("keysend-below-a-margin-of-1", Given().With("cltv_margin", 1).Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { Expiry = 800_000 }).Fails(UnknownDetails, "a"), [NoInvoice, Deadline], "keysend-at-a-margin-of-1", requirements: ["MPP-RCV-05"]);
        file.Session("keysend-31-bytes-twice", Given().Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { HasPayload = false, PayloadHex = WireBytes.Record(2, "03e8") + WireBytes.Record(4, "0c3590") + WireBytes.Record(5482373484, Key[2..]) + WireBytes.Record(5482373484, Key[2..]) }).Undecodable("a", 5482373484, 9), [NoInvoice], "keysend-31-bytes", about: "its size is not all that is wrong", requirements: ["MPP-WIRE-04"]);
        file.Session("keysend-cut-short", Given().Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { HasPayload = false, PayloadHex = WireBytes.Record(2, "03e8") + WireBytes.Record(4, "0c3590") + "ff0000000146c6616c20aa" }).Undecodable("a", 5482373484, 9), [NoInvoice], "keysend-31-bytes", requirements: ["MPP-WIRE-04"]);
        file.Session("keysend-of-1", Given().Spontaneously().Offer("a", 1, Alone()).Settles("a"), [NoInvoice]);
        file.Session("keysend-of-0", Given().Spontaneously().Offer("a", 0, Alone()).Fails(UnknownDetails, "a"), [NoInvoice], "keysend-of-1", requirements: ["MPP-RCV-35"]);
        file.Session("keysend-of-all-bitcoins-and-1", Given().Spontaneously().Offer("a", 2_100_000_000_000_000_001, Alone()).Fails(UnknownDetails, "a"), [NoInvoice], "keysend-of-1", requirements: ["MPP-WIRE-07"]);
        file.Session("keysend-total-is-what-it-brings", Given().Spontaneously().Offer("a", 700, p => p.Spontaneous(Key) with { Wire = 900 }).Settles("a"), [NoInvoice], requirements: ["MPP-RCV-09"]);
        file.Session("keysend-again-under-its-hash", Given().Spontaneously().Offer("a", 1000, Alone()).Settles("a").Offer("b", 1000, Alone()).Fails(UnknownDetails, "b").Replay("a").Settles("a"), [NoInvoice, Replay], about: "the invoice that was made for it is paid", requirements: ["INV-07"]);
        file.Session("keysend-with-records", Given().Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { Custom = [(65536, "aa"), (65537, "bb")], Metadata = "cc" }).Settles("a"), [NoInvoice]);
        file.Session("keysend-refused-makes-no-invoice", Given().Spontaneously().Offer("x", 1000, p => p.Spontaneous(Key) with { Expiry = 800_001 }).Fails(UnknownDetails, "x").Offer("a", 500, Alone()).Settles("a"), [NoInvoice, Rejected], requirements: ["MPP-RCV-22"]);

        file.Group("keysend-and-an-invoice", ["PRIV-05", "PRIV-04"]);
        file.Session("keysend-for-a-known-invoice", Given(Mpp()).Offer("a", 1000, p => p with { Secret = null, Keysend = Mpp().Preimage }).Fails(UnknownDetails, "a"), [NoInvoice, Probe]);
        file.Session("keysend-for-a-known-invoice-where-it-is-accepted", Given(Mpp()).Spontaneously().Offer("a", 1000, p => p with { Secret = null, Keysend = Mpp().Preimage }).Fails(UnknownDetails, "a").Offer("b", 1000).Settles("b"), [NoInvoice, Probe]);
        file.Session("keysend-for-a-paid-invoice", Given(Mpp()).Spontaneously().Offer("a", 1000).Settles("a").Offer("b", 1000, p => p with { Secret = null, Keysend = Mpp().Preimage }).Fails(UnknownDetails, "b"), [NoInvoice, Probe], requirements: ["INV-07"]);
        file.Session("keysend-for-a-cancelled-invoice", Given(Mpp()).Spontaneously().CancelInvoice().Nothing().Offer("b", 1000, p => p with { Secret = null, Keysend = Mpp().Preimage }).Fails(UnknownDetails, "b"), [NoInvoice, Probe]);
        file.Session("keysend-with-another-secret-for-a-known-invoice", Given(Mpp()).Spontaneously().Offer("a", 1000, p => p with { Secret = Made, Keysend = Mpp().Preimage }).Fails(UnknownDetails, "a"), [NoInvoice, Probe]);
        file.Session("keysend-with-the-secret-of-a-known-invoice", Given(Mpp()).Offer("a", 1000, p => p with { Keysend = Mpp().Preimage }).Settles("a"), [NoInvoice], about: "secret and hash fit: the record adds nothing and takes nothing");
        file.Session("keysend-of-another-hash-with-the-secret-of-a-known-invoice", Given(Mpp()).Spontaneously().Offer("a", 1000, p => p.Spontaneous(Key) with { Secret = Mpp().Secret }).Fails(UnknownDetails, "a").Undecided(0).Offer("b", 1000).Settles("b"), [NoInvoice, Probe], about: "the secret is the invoice's, and so is the part; no invoice is made beside it", requirements: ["AMP-RCV-18"]);
        file.Session("another-preimage-with-the-secret-of-a-known-invoice", Given(Mpp()).Offer("a", 1000, p => p with { Keysend = Fill("77") }).Fails(UnknownDetails, "a").Undecided(0), [NoInvoice], "keysend-with-the-secret-of-a-known-invoice", requirements: ["KEYSEND-01"]);
        file.Session("another-preimage-for-an-unknown-hash", Given().Offer("a", 1000, p => p.Spontaneous(Key) with { Keysend = Fill("77") }).Fails(UnknownDetails, "a"), [NoInvoice, Probe], about: "the preimage is checked first, whether an invoice is known or not", requirements: ["KEYSEND-01"]);
    }

    private static void KeysendParts(SuiteFile file)
    {
        file.Group("keysend-in-parts", ["KEYSEND-02"]);
        file.Session("keysend-two-parts", Given().Spontaneously().Offer("a", 400, Part()).Held().Offer("b", 600, Part()).Settles("a", "b").Undecided(0), [NoInvoice]);
        file.Session("keysend-one-part-with-a-secret", Given().Spontaneously().Offer("a", 1000, Part()).Settles("a"), [NoInvoice]);
        file.Session("keysend-second-part-without-the-preimage", Given().Spontaneously().Offer("a", 400, Part()).Held().Offer("x", 600, p => Part()(p) with { Keysend = null }).Fails(UnknownDetails, "x").Holds(HashOf(Key), 400, 1).Offer("b", 600, Part()).Settles("a", "b"), [NoInvoice, Rejected], "keysend-two-parts");
        file.Session("keysend-second-part-with-another-secret", Given().Spontaneously().Offer("a", 400, Part()).Held().Offer("x", 600, p => Part()(p) with { Secret = Fill("99") }).Fails(UnknownDetails, "x").Holds(HashOf(Key), 400, 1), [NoInvoice, Rejected], "keysend-two-parts");
        file.Session("keysend-second-part-without-a-secret", Given().Spontaneously().Offer("a", 400, Part()).Held().Offer("x", 600, Alone()).Fails(UnknownDetails, "x").Holds(HashOf(Key), 400, 1), [NoInvoice, Rejected], "keysend-two-parts");
        file.Session("keysend-second-part-with-another-total", Given().Spontaneously().Offer("a", 400, Part()).Held().Offer("b", 600, Part(1001)).Fails(UnknownDetails, "a", "b"), [NoInvoice, Total], "keysend-two-parts", requirements: ["MPP-RCV-14"]);
        file.Session("keysend-second-part-with-a-lower-total", Given().Spontaneously().Offer("a", 400, Part()).Held().Offer("x", 600, Part(999)).Fails(UnknownDetails, "x").Holds(HashOf(Key), 400, 1), [NoInvoice, Rejected], about: "the total of the first part is what its invoice asks", requirements: ["MPP-RCV-06"]);
        file.Session("keysend-in-parts-not-accepted", Given().Offer("a", 400, Part()).Fails(UnknownDetails, "a"), [NoInvoice], "keysend-two-parts", requirements: ["AMP-RCV-19"]);

        file.Group("keysend-timer", ["KEYSEND-03", "MPP-RCV-15"]);
        file.Session("keysend-last-part-at-59999", Given().Spontaneously().Offer("a", 400, Part()).Held().At(59_999).Offer("b", 600, Part()).Settles("a", "b"), [NoInvoice, Timers]);
        file.Session("keysend-fails-at-60000", Given().Spontaneously().Offer("a", 400, Part()).Held().At(60_000).Tick().Fails(TimedOut, "a").Undecided(0), [NoInvoice, Timers], "keysend-last-part-at-59999");
        file.Session("keysend-begins-anew", Given().Spontaneously().Offer("a", 400, Part()).Held().At(60_000).Tick().Fails(TimedOut, "a").Offer("b", 400, Part()).Held().Offer("c", 600, Part()).Settles("b", "c"), [NoInvoice, Timers], about: "the invoice that was made for it stays");
        file.Session("keysend-deadline", Given().Spontaneously().Offer("a", 400, p => Part()(p) with { Expiry = 800_018 }).Held().Height(800_001).Block().Fails(UnknownDetails, "a"), [NoInvoice, Deadline], requirements: ["CHAIN-01"]);
    }

    private static void JustInTime(SuiteFile file)
    {
        file.Group("amp-without-invoice", ["AMP-RCV-18", "AMP-RCV-19"]);
        file.Session("jit-one-part", Given().Spontaneously().Offer("a", 1000, Amp(One, 0)).Settles("a"), [NoInvoice]);
        file.Session("jit-not-accepted", Given().Offer("a", 1000, Amp(One, 0)).Fails(UnknownDetails, "a"), [NoInvoice], "jit-one-part");
        file.Session("jit-two-parts", Given().Spontaneously().Offer("a", 400, Amp(Two, 0)).Held().Offer("b", 600, Amp(Two, 1)).Settles("a", "b"), [NoInvoice]);
        file.Session("jit-without-payment-data", Given().Spontaneously().Offer("a", 1000, p => Amp(One, 0)(p) with { Secret = null }).Fails(UnknownDetails, "a"), [NoInvoice], "jit-one-part", requirements: ["AMP-WIRE-03"]);
        file.Session("jit-total-zero", Given().Spontaneously().Offer("a", 1000, Amp(One, 0, 0)).Fails(UnknownDetails, "a"), [NoInvoice], "jit-one-part", requirements: ["AMP-RCV-05"]);
        file.Session("jit-stays-payable", Given().Spontaneously().Offer("a", 1000, Amp(One, 0)).Settles("a").Offer("c", 400, Amp(Other, 0)).Held().Offer("d", 600, Amp(Other, 1)).Settles("c", "d"), [NoInvoice], requirements: ["INV-06"]);
        file.Session("jit-asks-the-total-of-the-first-part", Given().Spontaneously().Offer("a", 1000, Amp(One, 0)).Settles("a").Offer("c", 999, Amp(AmpSet.Of(1, "66"), 0, 999)).Fails(UnknownDetails, "c").Offer("d", 1000, Amp(AmpSet.Of(1, "99"), 0)).Settles("d"), [NoInvoice, Total], requirements: ["MPP-RCV-06"]);
        file.Session("jit-overpaid", Given().Spontaneously().Offer("a", 1000, Amp(One, 0)).Settles("a").Offer("c", 2000, Amp(AmpSet.Of(1, "66"), 0, 2000)).Settles("c").Offer("d", 2001, Amp(AmpSet.Of(1, "99"), 0, 2001)).Fails(UnknownDetails, "d"), [NoInvoice, Total], requirements: ["MPP-RCV-07"]);
        file.Session("jit-refused-makes-no-invoice", Given().Spontaneously().Offer("x", 500, p => Amp(One, 0)(p) with { Expiry = 800_001 }).Fails(UnknownDetails, "x").Offer("a", 100, Amp(One, 0, 100)).Settles("a"), [NoInvoice, Rejected], about: "else the total of the refused part would be asked", requirements: ["MPP-RCV-22"]);
        file.Session("jit-zero-share-makes-no-invoice", Given().Spontaneously().Offer("x", 500, Amp(new AmpSet(Fill("55"), (Zero, 0)), 0)).Fails(UnknownDetails, "x").Offer("a", 100, Amp(One, 0, 100)).Settles("a"), [NoInvoice, Rejected], requirements: ["AMP-RCV-15"]);
        file.Session("jit-mismatch-leaves-its-id-dead-and-its-invoice", Given().Spontaneously().Offer("x", 500, p => Amp(One, 0, 500)(p) with { Hash = Fill("77") }).Fails(UnknownDetails, "x").Offer("y", 500, Amp(One, 0, 500)).Fails(UnknownDetails, "y").Offer("z", 100, Amp(AmpSet.Of(1, "66"), 0, 100)).Fails(UnknownDetails, "z").Offer("a", 500, Amp(AmpSet.Of(1, "66"), 0, 500)).Settles("a"), [NoInvoice, SetIdentity], requirements: ["AMP-RCV-09", "AMP-RCV-12"]);
        file.Session("jit-timer", Given().Spontaneously().Offer("a", 400, Amp(Two, 0)).Held().At(60_000).Tick().Fails(TimedOut, "a").Offer("b", 600, Amp(Two, 1)).Fails(UnknownDetails, "b").Offer("c", 400, Amp(Other, 0)).Held(), [NoInvoice, Timers], requirements: ["AMP-RCV-13"]);
        file.Session("jit-cancelled-by-its-address", Given().Spontaneously().Offer("a", 400, Amp(Two, 0)).Held().CancelInvoice(Made).Fails(UnknownDetails, "a").Offer("c", 1000, Amp(AmpSet.Of(1, "66"), 0)).Fails(UnknownDetails, "c"), [NoInvoice, Owner], requirements: ["AMP-RCV-17"]);
        file.Session("jit-outlives-a-lossy-restart", Given().Spontaneously().Offer("a", 400, Amp(Two, 0)).Held().Restart(lossy: true).Silence().Undecided(0).Offer("c", 500, Amp(Other, 0, 500)).Fails(UnknownDetails, "c"), [NoInvoice, SessionFlags.Restart], about: "the invoice that was made stays, and asks 1000");
        file.Session("jit-set-id-of-an-invoice", Given(Asked.Amp()).Spontaneously().Offer("a", 400, p => p.Of(Two, 0)).Held().Offer("x", 1000, Amp(new AmpSet(Two.Id, One.Children), 0)).Fails(UnknownDetails, "x").Undecided(1), [NoInvoice, SetIdentity], requirements: ["AMP-RCV-02"]);
        file.Session("jit-set-id-refused-makes-no-invoice", Given(Asked.Amp()).Spontaneously().Offer("a", 400, p => p.Of(Two, 0)).Held().Offer("x", 1000, Amp(new AmpSet(Two.Id, One.Children), 0)).Fails(UnknownDetails, "x").Offer("y", 100, Amp(AmpSet.Of(1, "99"), 0, 100)).Settles("y"), [NoInvoice, Rejected], requirements: ["MPP-RCV-22", "AMP-RCV-02"]);
        file.Session("jit-at-the-margin", Given().Spontaneously().Offer("a", 1000, p => Amp(One, 0)(p) with { Expiry = 800_018 }).Settles("a"), [NoInvoice, Deadline], requirements: ["MPP-RCV-05"]);
        file.Session("jit-below-the-margin", Given().Spontaneously().Offer("a", 1000, p => Amp(One, 0)(p) with { Expiry = 800_017 }).Fails(UnknownDetails, "a"), [NoInvoice, Deadline], "jit-at-the-margin", requirements: ["MPP-RCV-05"]);
    }

    // m: payment_data, a: AMP record, k: keysend preimage that opens the part
    private static void Mixtures(SuiteFile file)
    {
        file.Group("mixtures", ["AMP-RCV-04", "AMP-RCV-03", "PRIV-05"]);
        var taken = new Dictionary<string, string[]>
        {
            ["mpp"] = ["m", "mk"],
            ["mpp-spontaneous"] = ["m", "mk"],
            ["amp"] = ["ma", "mak"],
            ["amp-spontaneous"] = ["ma", "mak", "k"],
            ["none"] = [],
            ["none-spontaneous"] = ["ma", "mak", "k", "mk"],
        };
        foreach (var (invoice, accepted) in taken)
        {
            foreach (var records in new[] { "", "m", "a", "k", "ma", "mk", "ak", "mak" })
            {
                var given = invoice.StartsWith("mpp", StringComparison.Ordinal) ? Given(Mpp()) : invoice.StartsWith("amp", StringComparison.Ordinal) ? Given(Asked.Amp()) : Given();
                var session = (invoice.EndsWith("spontaneous", StringComparison.Ordinal) ? given.Spontaneously() : given).Offer("a", 1000, p => Mixed(p, records, invoice.StartsWith("mpp", StringComparison.Ordinal)));
                file.Session($"{(records is "" ? "no-record" : records)}-to-{invoice}", accepted.Contains(records) ? session.Settles("a") : session.Fails(UnknownDetails, "a").Undecided(0), [NoInvoice]);
            }
        }
    }

    private static Htlc Mixed(Htlc part, string records, bool mpp)
    {
        var opens = records.Contains('a', StringComparison.Ordinal) ? One.Preimage(0) : mpp ? Mpp().Preimage! : Key;
        return part with
        {
            Hash = HashOf(opens),
            Total = 1000,
            Secret = records.Contains('m', StringComparison.Ordinal) ? part.Secret ?? Made : null,
            Amp = records.Contains('a', StringComparison.Ordinal) ? part.Of(One, 0).Amp : null,
            Keysend = records.Contains('k', StringComparison.Ordinal) ? opens : null,
        };
    }
}
