using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using static AmpSpec.Conformance.Generating.AmpInputs;
using static AmpSpec.Conformance.Generating.Asked;
using static AmpSpec.Conformance.Generating.Intent;
using static AmpSpec.Conformance.Generating.Scenario;
using static AmpSpec.Conformance.Generating.SessionFlags;

namespace AmpSpec.Conformance.Generating;

/// <summary>What one arriving part is told, both sides of each boundary.</summary>
internal static class SettlementParts
{
    private const ulong AllBitcoins = 2_100_000_000_000_000_000;

    public static VectorFile File()
    {
        var file = new SuiteFile("settlement/parts", SessionOps.Run, "ampspec/settlement/parts");
        Details(file);
        Wire(file);
        Expiries(file);
        Totals(file);
        Overpaid(file);
        Amounts(file);
        OnePart(file);
        Undecodable(file);
        BlindedParts(file);
        Orders(file);
        return file.Build();
    }

    // each of these reads alike: PERM|15, what was offered, and the height
    private static void Details(SuiteFile file)
    {
        file.Group("details-that-do-not-fit", ["MPP-RCV-02", "PRIV-01"]);
        file.Session("whole", Given(Mpp()).Offer("a", 1000).Settles("a").Undecided(0), [Plain], requirements: ["MPP-RCV-12"]);
        file.Session("unknown-hash", Given(Mpp()).Offer("a", 1000, p => p with { Hash = Mpp(n: 1).Hash }).Fails(UnknownDetails, "a").Undecided(0), [Probe], "whole");
        file.Session("wrong-secret", Given(Mpp()).Offer("a", 1000, p => p with { Secret = Fill("99") }).Fails(UnknownDetails, "a").Undecided(0), [Probe], "whole", requirements: ["MPP-RCV-03"]);
        file.Session("secret-wrong-in-its-first-bit", Given(Mpp()).Offer("a", 1000, p => p with { Secret = $"a2{p.Secret![2..]}" }).Fails(UnknownDetails, "a"), [Probe], "whole", requirements: ["MPP-RCV-03"]);
        file.Session("secret-wrong-in-its-last-bit", Given(Mpp()).Offer("a", 1000, p => p with { Secret = $"{p.Secret![..62]}21" }).Fails(UnknownDetails, "a"), [Probe], "whole", requirements: ["MPP-RCV-03"]);
        file.Session("no-secret", Given(Mpp()).Offer("a", 1000, p => p with { Secret = null }).Fails(UnknownDetails, "a"), [Probe], "whole");
        file.Session("unknown-hash-no-secret", Given(Mpp()).Offer("a", 1000, p => p with { Secret = null, Hash = Mpp(n: 1).Hash }).Fails(UnknownDetails, "a"), [Probe], "no-secret");
        file.Session("secret-of-another-invoice", Given(Mpp(), Mpp(n: 1)).Offer("a", 1000, p => p with { Secret = Mpp(n: 1).Secret }).Fails(UnknownDetails, "a"), [Probe, SetKey], "whole", requirements: ["MPP-RCV-01"]);
        file.Session("hash-of-another-invoice", Given(Mpp(), Mpp(n: 1)).Offer("a", 1000, p => p with { Hash = Mpp(n: 1).Hash }).Fails(UnknownDetails, "a"), [Probe, SetKey], "whole", requirements: ["MPP-RCV-01"]);
        file.Session("a-probe-of-1-msat-without-secret", Given(Mpp()).Offer("a", 1, p => p with { Secret = null }).Fails(UnknownDetails, "a"), [Probe], "whole");
        file.Session("already-paid", Given(Mpp()).Offer("a", 1000).Settles("a").Offer("b", 1000).Fails(UnknownDetails, "b").Undecided(0), [Probe], "whole", requirements: ["INV-07", "MPP-RCV-20"]);
        file.Session("cancelled", Given(Mpp()).CancelInvoice().Nothing().Offer("a", 1000).Fails(UnknownDetails, "a"), [Probe], "whole");
        file.Session("no-invoice-at-all", Given().Offer("a", 1000, p => p with { Hash = Mpp().Hash, Secret = Mpp().Secret }).Fails(UnknownDetails, "a"), [Probe], "whole");
        file.Session("told-is-what-the-peer-offered", Given(Mpp()).Offer("a", 400, p => p with { Wire = 444, Secret = null }).Fails(UnknownDetails, "a"), [Probe], requirements: ["MPP-RCV-33"]);
        file.Session("told-is-the-height-at-which-it-came", Given(Mpp()).Height(800_007).Offer("a", 400, p => p with { Secret = null }).Fails(UnknownDetails, "a"), [Probe], requirements: ["MPP-RCV-33"]);
        file.Session("told-is-the-height-at-which-it-was-accepted",
            Given(Mpp()).Offer("a", 400, p => p with { Wire = 500, Expiry = 800_020 }).Held().Height(800_003).Block().Fails(UnknownDetails, "a"), [Probe], requirements: ["MPP-RCV-33"]);
    }

    private static void Wire(SuiteFile file)
    {
        file.Group("what-the-peer-offers", ["MPP-RCV-04"]);
        file.Session("amount-as-meant", Given(Mpp()).Offer("a", 1000, p => p with { Wire = 1000 }).Settles("a"), [Plain]);
        file.Session("amount-1-less", Given(Mpp()).Offer("a", 1000, p => p with { Wire = 999 }).Fails(Amount, "a").Undecided(0), [Flag.Boundary], "amount-as-meant");
        file.Session("amount-0-wire", Given(Mpp()).Offer("a", 1000, p => p with { Wire = 0 }).Fails(Amount, "a"), [Flag.Boundary], "amount-as-meant");
        file.Session("amount-1-more", Given(Mpp()).Offer("a", 1000, p => p with { Wire = 1001 }).Settles("a"), [Overshoot], "amount-as-meant", requirements: ["PRIV-02"]);
        file.Session("amount-far-more", Given(Mpp()).Offer("a", 1000, p => p with { Wire = 1_000_000 }).Settles("a"), [Overshoot], "amount-as-meant", requirements: ["PRIV-02"]);
        file.Session("expiry-as-meant", Given(Mpp()).Offer("a", 1000, p => p with { OnionExpiry = 800_144 }).Settles("a"), [Plain]);
        file.Session("expiry-1-earlier", Given(Mpp()).Offer("a", 1000, p => p with { OnionExpiry = 800_145 }).Fails(Expiry, "a").Undecided(0), [Flag.Boundary], "expiry-as-meant");
        file.Session("expiry-1-later", Given(Mpp()).Offer("a", 1000, p => p with { OnionExpiry = 800_143 }).Settles("a"), [Overshoot], "expiry-as-meant", requirements: ["PRIV-02"]);
        file.Session("expiry-meant-0", Given(Mpp()).Offer("a", 1000, p => p with { OnionExpiry = 0 }).Settles("a"), [Overshoot], "expiry-as-meant", requirements: ["PRIV-02"]);
        file.Session("both-more-in-each-of-two-parts", Given(Mpp()).Offer("a", 400, p => p with { Wire = 401, OnionExpiry = 800_100 }).Held().Offer("b", 600, p => p with { Wire = 700, OnionExpiry = 800_100 }).Settles("a", "b"),
            [Overshoot], requirements: ["PRIV-02", "MPP-RCV-11"]);
        file.Session("a-part-that-brings-less-enters-no-set", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { Wire = 599 }).Fails(Amount, "b").Holds(400, 1).Offer("c", 600).Settles("a", "c"),
            [Rejected], requirements: ["MPP-RCV-22"]);
    }

    private static void Expiries(SuiteFile file)
    {
        file.Group("blocks-left", ["MPP-RCV-05"]);
        file.Session("expiry-at-the-margin", Given(Mpp()).Offer("a", 1000, p => p with { Expiry = 800_018 }).Settles("a"), [Deadline], requirements: ["CHAIN-01"]);
        file.Session("expiry-1-below-the-margin", Given(Mpp()).Offer("a", 1000, p => p with { Expiry = 800_017 }).Fails(UnknownDetails, "a"), [Deadline], "expiry-at-the-margin", requirements: ["CHAIN-01"]);
        file.Session("expiry-1-above-the-margin", Given(Mpp()).Offer("a", 1000, p => p with { Expiry = 800_019 }).Settles("a"), [Deadline], "expiry-at-the-margin");
        file.Session("expiry-at-the-height", Given(Mpp()).Offer("a", 1000, p => p with { Expiry = 800_000 }).Fails(UnknownDetails, "a"), [Deadline], "expiry-at-the-margin");
        file.Session("expiry-0", Given(Mpp()).Offer("a", 1000, p => p with { Expiry = 0 }).Fails(UnknownDetails, "a"), [Deadline], "expiry-at-the-margin");
        file.Session("expiry-of-all-bits", Given(Mpp()).Offer("a", 1000, p => p with { Expiry = uint.MaxValue }).Settles("a"), [Deadline], "expiry-at-the-margin", about: "our receiver has no bound from above");
        file.Session("expiry-as-the-invoice-asks", Given(Mpp() with { MinFinal = 40 }).Offer("a", 1000, p => p with { Expiry = 800_040 }).Settles("a"), [Deadline]);
        file.Session("expiry-1-below-what-the-invoice-asks", Given(Mpp() with { MinFinal = 40 }).Offer("a", 1000, p => p with { Expiry = 800_039 }).Fails(UnknownDetails, "a"), [Deadline], "expiry-as-the-invoice-asks");
        file.Session("invoice-asks-less-than-the-margin", Given(Mpp() with { MinFinal = 3 }).Offer("a", 1000, p => p with { Expiry = 800_018 }).Settles("a"), [Deadline]);
        file.Session("invoice-asks-less-and-the-margin-is-missed", Given(Mpp() with { MinFinal = 3 }).Offer("a", 1000, p => p with { Expiry = 800_017 }).Fails(UnknownDetails, "a"), [Deadline], "invoice-asks-less-than-the-margin");
        file.Session("margin-of-30-met", Given(Mpp()).With("cltv_margin", 30).Offer("a", 1000, p => p with { Expiry = 800_030 }).Settles("a"), [Deadline]);
        file.Session("margin-of-30-missed", Given(Mpp()).With("cltv_margin", 30).Offer("a", 1000, p => p with { Expiry = 800_029 }).Fails(UnknownDetails, "a"), [Deadline], "margin-of-30-met");
        file.Session("counted-from-the-height-of-the-event", Given(Mpp()).Height(800_126).Offer("a", 1000).Settles("a"), [Deadline]);
        file.Session("counted-from-the-height-of-the-event-and-missed", Given(Mpp()).Height(800_127).Offer("a", 1000).Fails(UnknownDetails, "a"), [Deadline], "counted-from-the-height-of-the-event");
        file.Session("relative-to-what-is-asked", Given(Mpp() with { MinFinal = 40 }).Offer("a", 1000, p => p with { BeyondMinFinal = 0, OnionExpiry = 800_000 }).Settles("a"), [Deadline, Asking]);
        file.Session("relative-to-what-is-asked-and-missed", Given(Mpp() with { MinFinal = 40 }).Offer("a", 1000, p => p with { BeyondMinFinal = -1, OnionExpiry = 800_000 }).Fails(UnknownDetails, "a"), [Deadline, Asking], "relative-to-what-is-asked");
        file.Session("relative-to-the-margin", Given(Mpp() with { MinFinal = 3 }).Offer("a", 1000, p => p with { BeyondMinFinal = 0, OnionExpiry = 800_000 }).Settles("a"), [Deadline, Asking], about: "the facts of a session are effective values: the margin stands in them");
        file.Session("too-near-enters-no-set", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { Expiry = 800_017 }).Fails(UnknownDetails, "b").Holds(400, 1).Offer("c", 600).Settles("a", "c"),
            [Rejected, Deadline], requirements: ["MPP-RCV-22"]);

        file.Group("invoice-expiry", ["INV-06", "PRIV-01"]);
        file.Session("before-the-invoice-expires", Given(Mpp() with { ExpiresAt = 5000 }).At(4999).Offer("a", 1000).Settles("a"), [Timers]);
        file.Session("when-the-invoice-expires", Given(Mpp() with { ExpiresAt = 5000 }).At(5000).Offer("a", 1000).Fails(UnknownDetails, "a"), [Timers], "before-the-invoice-expires");
        file.Session("after-the-invoice-expired", Given(Mpp() with { ExpiresAt = 5000 }).At(5001).Offer("a", 1000).Fails(UnknownDetails, "a"), [Timers], "before-the-invoice-expires");
        file.Session("what-is-held-when-the-invoice-expires-waits-for-its-timer",
            Given(Mpp() with { ExpiresAt = 5000 }).Offer("a", 400).Held().At(5000).Offer("b", 600).Fails(UnknownDetails, "b").Holds(400, 1).At(59_999).Tick().Nothing().At(60_000).Tick().Fails(TimedOut, "a"),
            [Timers], requirements: ["MPP-RCV-15"]);
        file.Session("a-complete-set-outlives-its-invoice",
            Given(Held() with { ExpiresAt = 5000 }).Offer("a", 1000).Claimable(1000).At(5000).Tick().Nothing().At(900_000).Settle(Held().Preimage!).Settles("a"), [Owner], requirements: ["MPP-RCV-17"]);
    }

    private static void Totals(SuiteFile file)
    {
        file.Group("total-too-low", ["MPP-RCV-06"]);
        file.Session("total-as-asked", Given(Mpp()).Offer("a", 1000, p => p with { Total = 1000 }).Settles("a"), [Total]);
        file.Session("total-1-below", Given(Mpp()).Offer("a", 999, p => p with { Total = 999 }).Fails(UnknownDetails, "a"), [Total], "total-as-asked");
        file.Session("total-1-below-though-the-part-brings-enough", Given(Mpp()).Offer("a", 1000, p => p with { Total = 999 }).Fails(UnknownDetails, "a"), [Total], "total-as-asked");
        file.Session("total-1", Given(Mpp()).Offer("a", 1, p => p with { Total = 1 }).Fails(UnknownDetails, "a"), [Total], "total-as-asked");
        file.Session("total-zero", Given(Mpp()).Offer("a", 1000, p => p with { Total = 0 }).Fails(UnknownDetails, "a"), [Total], "total-as-asked", requirements: ["MPP-RCV-08"]);
        file.Session("too-low-is-refused-alone", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { Total = 999 }).Fails(UnknownDetails, "b").Holds(400, 1).Offer("c", 600).Settles("a", "c"),
            [Total, Rejected], requirements: ["MPP-RCV-22"], about: "a total below what is asked refuses its part; only an allowed one can differ");

        file.Group("no-amount-asked", ["MPP-RCV-08"]);
        file.Session("amountless-total-1", Given(Mpp(null)).Offer("a", 1, p => p with { Total = 1 }).Settles("a"), [Total]);
        file.Session("amountless-total-zero", Given(Mpp(null)).Offer("a", 1, p => p with { Total = 0 }).Fails(UnknownDetails, "a"), [Total], "amountless-total-1");
        file.Session("amountless-total-large", Given(Mpp(null)).Offer("a", AllBitcoins, p => p with { Total = AllBitcoins }).Settles("a"), [Total], "amountless-total-1", requirements: ["MPP-RCV-07", "MPP-WIRE-07"]);
        file.Session("amountless-in-parts", Given(Mpp(null)).Offer("a", 300, p => p with { Total = 700 }).Held().Offer("b", 400, p => p with { Total = 700 }).Settles("a", "b"), [Total], requirements: ["MPP-RCV-12"]);
        file.Session("asked-zero", Given(Mpp(0)).Offer("a", 700, p => p with { Total = 700 }).Settles("a"), [Total], about: "an invoice that asks zero leaves the amount to the payer");
        file.Session("asked-zero-total-zero", Given(Mpp(0)).Offer("a", 700, p => p with { Total = 0 }).Fails(UnknownDetails, "a"), [Total], "asked-zero");
    }

    private static void Overpaid(SuiteFile file)
    {
        file.Group("total-too-high", ["MPP-RCV-07"]);
        file.Session("total-twice", Given(Mpp()).Offer("a", 2000, p => p with { Total = 2000 }).Settles("a"), [Total]);
        file.Session("total-twice-and-1", Given(Mpp()).Offer("a", 2001, p => p with { Total = 2001 }).Fails(UnknownDetails, "a"), [Total], "total-twice");
        file.Session("total-of-all-bits", Given(Mpp()).Offer("a", 1000, p => p with { Total = ulong.MaxValue }).Fails(UnknownDetails, "a"), [Total], "total-twice", requirements: ["MPP-WIRE-07", "MPP-RCV-30"]);
        file.Session("total-twice-in-parts", Given(Mpp()).Offer("a", 1500, p => p with { Total = 2000 }).Held().Offer("b", 500, p => p with { Total = 2000 }).Settles("a", "b"), [Total], about: "the bound is on the total, never on a part");
        file.Session("a-part-above-twice-what-is-asked", Given(Mpp()).Offer("a", 5000, p => p with { Total = 1500 }).Settles("a"), [Total], requirements: ["MPP-RCV-12"], about: "what a part brings beyond its total is not bounded by the total's rule");
        file.Session("asked-1-total-2", Given(Mpp(1)).Offer("a", 2, p => p with { Total = 2 }).Settles("a"), [Total]);
        file.Session("asked-1-total-3", Given(Mpp(1)).Offer("a", 3, p => p with { Total = 3 }).Fails(UnknownDetails, "a"), [Total], "asked-1-total-2");
        file.Session("asked-more-than-half-of-all-bits", Given(Mpp(ulong.MaxValue)).Offer("a", 1000, p => p with { Total = 1000 }).Fails(UnknownDetails, "a"), [Total], about: "twice the amount leaves 64 bits and may not wrap", requirements: ["MPP-RCV-30"]);
        file.Session("asked-all-bitcoins", Given(Mpp(AllBitcoins)).Offer("a", AllBitcoins).Settles("a"), [Total], requirements: ["MPP-WIRE-07"]);
        file.Session("too-high-is-refused-alone", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { Total = 2001 }).Fails(UnknownDetails, "b").Holds(400, 1).Offer("c", 600).Settles("a", "c"), [Total, Rejected], requirements: ["MPP-RCV-22"]);
        file.Session("exact-met", Given(Mpp()).With("overpay", "exact").Offer("a", 1000).Settles("a"), [Total]);
        file.Session("exact-1-above", Given(Mpp()).With("overpay", "exact").Offer("a", 1001, p => p with { Total = 1001 }).Fails(UnknownDetails, "a"), [Total], "exact-met");
        file.Session("small-5-sat-above", Given(Mpp(100_000)).With("overpay", "1337").Offer("a", 105_000, p => p with { Total = 105_000 }).Settles("a"), [Total]);
        file.Session("small-5-sat-and-1-above", Given(Mpp(100_000)).With("overpay", "1337").Offer("a", 105_001, p => p with { Total = 105_001 }).Fails(UnknownDetails, "a"), [Total], "small-5-sat-above");
        file.Session("large-one-per-cent-above", Given(Mpp(1_000_000)).With("overpay", "1337").Offer("a", 1_010_000, p => p with { Total = 1_010_000 }).Settles("a"), [Total]);
        file.Session("large-one-per-cent-and-1-above", Given(Mpp(1_000_000)).With("overpay", "1337").Offer("a", 1_010_001, p => p with { Total = 1_010_001 }).Fails(UnknownDetails, "a"), [Total], "large-one-per-cent-above");
        file.Session("bound-named-2x", Given(Mpp()).With("overpay", "2x").Offer("a", 2000, p => p with { Total = 2000 }).Settles("a"), [Total]);
    }

    private static void Amounts(SuiteFile file)
    {
        file.Group("zero", ["MPP-RCV-35"]);
        file.Session("part-of-1", Given(Mpp()).Offer("a", 1).Held(), [Flag.Boundary]);
        file.Session("part-of-0", Given(Mpp()).Offer("a", 0).Fails(UnknownDetails, "a").Undecided(0), [Flag.Boundary], "part-of-1");
        file.Session("part-of-0-with-wire-amount", Given(Mpp()).Offer("a", 0, p => p with { Wire = 1000 }).Fails(UnknownDetails, "a").Undecided(0), [Flag.Boundary], "part-of-1");
        file.Session("part-of-0-is-refused-alone", Given(Mpp()).Offer("a", 400).Held().Offer("b", 0).Fails(UnknownDetails, "b").Holds(400, 1).Offer("c", 600).Settles("a", "c"), [Rejected], requirements: ["MPP-RCV-22"]);
        file.Session("part-of-0-with-another-total", Given(Mpp()).Offer("a", 400).Held().Offer("b", 0, p => p with { Total = 1001 }).Fails(UnknownDetails, "b").Holds(400, 1), [Rejected, Precedence], about: "a part that is refused alone fails no set", requirements: ["MPP-RCV-14"]);

        file.Group("above-all-bitcoins", ["MPP-WIRE-07", "MPP-RCV-30"]);
        file.Session("all-bitcoins", Given(Mpp(null)).Offer("a", AllBitcoins, p => p with { Total = AllBitcoins }).Settles("a"), [Flag.Boundary]);
        file.Session("part-above", Given(Mpp(null)).Offer("a", AllBitcoins + 1, p => p with { Total = AllBitcoins }).Fails(UnknownDetails, "a"), [Flag.Boundary], "all-bitcoins");
        file.Session("total-above", Given(Mpp(null)).Offer("a", 1000, p => p with { Total = AllBitcoins + 1 }).Fails(UnknownDetails, "a"), [Flag.Boundary], "all-bitcoins");
        file.Session("wire-of-all-bitcoins", Given(Mpp()).Offer("a", 1000, p => p with { Wire = AllBitcoins }).Settles("a"), [Flag.Boundary], requirements: ["PRIV-02"], about: "what the peer adds is never held against anybody");
        file.Session("wire-above", Given(Mpp()).Offer("a", 1000, p => p with { Wire = AllBitcoins + 1 }).Fails(UnknownDetails, "a").Undecided(0), [Flag.Boundary], "wire-of-all-bitcoins");
        file.Session("wire-of-all-bits", Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { Wire = ulong.MaxValue }).Fails(UnknownDetails, "b").Holds(400, 1), [Flag.Boundary, Rejected], "wire-of-all-bitcoins", requirements: ["MPP-RCV-22"]);
        file.Session("all-of-all-bits", Given(Mpp(null)).Offer("a", ulong.MaxValue, p => p with { Total = ulong.MaxValue }).Fails(UnknownDetails, "a"), [Flag.Boundary], "all-bitcoins");
        file.Session("sum-of-all-bitcoins", Given(Mpp(null)).Offer("a", AllBitcoins - 1, p => p with { Total = AllBitcoins }).Held().Offer("b", 1, p => p with { Total = AllBitcoins }).Settles("a", "b"), [Flag.Boundary]);
        file.Session("sum-above", Given(Mpp(null)).Offer("a", AllBitcoins - 1, p => p with { Total = AllBitcoins }).Held().Offer("b", 2, p => p with { Total = AllBitcoins }).Fails(UnknownDetails, "b").Holds(AllBitcoins - 1, 1)
            .Offer("c", 1, p => p with { Total = AllBitcoins }).Settles("a", "c"), [Flag.Boundary, Rejected], "sum-of-all-bitcoins", requirements: ["MPP-RCV-22"]);
        file.Session("sum-above-and-another-total", Given(Mpp(null)).Offer("a", AllBitcoins - 1, p => p with { Total = AllBitcoins }).Held().Offer("b", 2, p => p with { Total = AllBitcoins - 1 }).Fails(UnknownDetails, "a", "b").Undecided(0),
            [Precedence], "sum-above", about: "a total that differs goes before the bound of the sum", requirements: ["MPP-RCV-14"]);
    }

    private static void OnePart(SuiteFile file)
    {
        file.Group("one-part-alone", ["MPP-RCV-10"]);
        file.Session("single-whole", Given(Single()).Offer("a", 1000).Settles("a"), [Total]);
        file.Session("single-in-parts", Given(Single()).Offer("a", 400).Fails(UnknownDetails, "a").Undecided(0), [Total], "single-whole");
        file.Session("single-1-short-of-its-total", Given(Single()).Offer("a", 1000, p => p with { Total = 1001 }).Fails(UnknownDetails, "a"), [Total], "single-whole");
        file.Session("single-1-beyond-its-total", Given(Single()).Offer("a", 1001, p => p with { Total = 1000 }).Fails(UnknownDetails, "a"), [Total], "single-whole");
        file.Session("single-overpaid", Given(Single()).Offer("a", 2000, p => p with { Total = 2000 }).Settles("a"), [Total], "single-whole");
        file.Session("single-with-more-wire", Given(Single()).Offer("a", 1000, p => p with { Wire = 1100 }).Settles("a"), [Total, Overshoot], "single-whole", requirements: ["PRIV-02"]);
        file.Session("single-held-takes-no-second", Given(Held() with { Features = [] }).Offer("a", 1000).Claimable(1000).Offer("b", 1000).Fails(UnknownDetails, "b").Holds(1000, 1, "complete"), [Total], requirements: ["MPP-RCV-21"]);
        foreach (var bit in new[] { "required", "optional" })
            file.Session($"in-parts-where-basic_mpp-is-{bit}", Given(Mpp() with { Features = [$"basic_mpp.{bit}"] }).Offer("a", 400).Held().Offer("b", 600).Settles("a", "b"), [Total]);
    }

    private static void Undecodable(SuiteFile file)
    {
        string amount = WireBytes.Record(2, "03e8"), expiry = WireBytes.Record(4, "0c3590"), data = WireBytes.Record(8, Mpp().Secret + "03e8");
        file.Group("bytes-that-do-not-decode", ["PRIV-01"]);
        file.Session("bytes-that-decode", Given(Mpp()).Offer("a", 1000, p => p with { HasPayload = false, PayloadHex = amount + expiry + data }).Settles("a"), [Asking]);
        foreach (var (slug, hex, type, at) in new (string, string, ulong, int)[]
        {
            ("empty", "", 2, 0),
            ("without-amount", expiry + data, 2, 0),
            ("without-expiry", amount + data, 4, 0),
            ("with-a-next-hop", amount + expiry + WireBytes.Record(6, "0000000000000001") + data, 6, 9),
            ("with-an-unknown-even-type", amount + expiry + data + WireBytes.Record(20), 20, 45),
            ("with-a-short-secret", amount + expiry + WireBytes.Record(8, Fill("22")[2..]), 8, 9),
            ("with-a-leading-zero-in-the-total", amount + expiry + WireBytes.Record(8, Mpp().Secret + "0003e8"), 8, 9),
            ("with-types-that-fall", expiry + amount + data, 2, 5),
            ("with-a-type-twice", amount + amount + expiry + data, 2, 4),
            ("that-end-before-a-type", amount + expiry + data + "fd01", 0, 45),
            ("that-end-before-a-value", amount + expiry + "082803", 8, 9),
            ("with-a-total-outside-a-blinded-path", amount + expiry + data + WireBytes.Record(18, "03e8"), 10, 0),
            ("with-a-path-key-and-no-data", amount + expiry + data + WireBytes.Record(12, WireBytes.Point), 10, 0),
            ("with-a-short-amp-record", amount + expiry + data + WireBytes.Record(14, Fill("11") + Fill("55")[2..]), 14, 45),
        })
        {
            file.Session($"bytes-{slug}", Given(Mpp()).Offer("a", 1000, p => p with { HasPayload = false, PayloadHex = hex }).Undecodable("a", type, at).Undecided(0), [Flag.Placement], "bytes-that-decode");
        }

        file.Session("bytes-win-over-the-payload", Given(Mpp()).Offer("a", 1000, p => p with { PayloadHex = amount + expiry + data + WireBytes.Record(20) }).Undecodable("a", 20, 45), [Asking], "bytes-that-decode");
        file.Session("bytes-win-over-a-payload-that-would-fail", Given(Mpp()).Offer("a", 1000, p => p with { Secret = Fill("99"), PayloadHex = amount + expiry + data }).Settles("a"), [Asking], "bytes-that-decode");
        file.Session("bytes-with-an-unknown-odd-type", Given(Mpp()).Offer("a", 1000, p => p with { HasPayload = false, PayloadHex = amount + expiry + data + WireBytes.Record(21) }).Settles("a"), [Flag.UnknownType], "bytes-that-decode");
        file.Session("bytes-that-do-not-decode-enter-no-set",
            Given(Mpp()).Offer("a", 400).Held().Offer("b", 600, p => p with { HasPayload = false, PayloadHex = "" }).Undecodable("b", 2, 0).Holds(400, 1).Replay("b").Undecodable("b", 2, 0).Holds(400, 1).Offer("c", 600).Settles("a", "c"),
            [Rejected], requirements: ["MPP-RCV-22", "MPP-RCV-23"]);
        file.Session("neither-payload-nor-bytes", Given(Mpp()).At(70_000).Height(800_009).Offer("a", 400, p => p with { HasPayload = false }).Refused("input/malformed").At(0).Height(800_000).Offer("b", 1000).Settles("b"),
            [Asking], about: "the request says nothing: it is refused and changes nothing, neither time nor height", requirements: ["CHAIN-07"]);
    }

    private static void BlindedParts(SuiteFile file)
    {
        file.Group("blinded", ["MPP-RCV-32", "PRIV-01"]);
        Func<Htlc, Htlc> blinded = p => p with { Secret = null, BlindedData = "abcd", PathKeyInOffer = true };
        file.Session("blinded-unknown", Given(Mpp()).Offer("a", 1000, p => blinded(p) with { Hash = Fill("77") }).Malformed("a"), [Blinded]);
        file.Session("blinded-to-an-invoice-with-a-secret", Given(Mpp()).Offer("a", 1000, blinded).Malformed("a").Undecided(0), [Blinded]);
        file.Session("blinded-amount-1-less", Given(Mpp()).Offer("a", 1000, p => blinded(p) with { Wire = 999 }).Malformed("a"), [Blinded]);
        file.Session("blinded-expiry-1-earlier", Given(Mpp()).Offer("a", 1000, p => blinded(p) with { OnionExpiry = 800_145 }).Malformed("a"), [Blinded]);
        file.Session("blinded-undecodable", Given(Mpp()).Offer("a", 1000, p => blinded(p) with { HasPayload = false, PayloadHex = "" }).Malformed("a"), [Blinded]);
        file.Session("blinded-and-replayed", Given(Mpp()).Offer("a", 1000, blinded).Malformed("a").Replay("a").Malformed("a"), [Blinded], requirements: ["MPP-RCV-23"]);
        file.Session("blinded-with-the-key-in-the-payload", Given(Mpp()).Offer("a", 1000, p => blinded(p) with { PathKeyInOffer = false, PathKey = WireBytes.Point }).Fails(Blinding, "a"), [Blinded], about: "no peer sent a key, so the failure is a message for the payer");
        file.Session("path-key-without-blinded-payload", Given(Mpp()).Offer("a", 1000, p => p with { PathKeyInOffer = true }).Malformed("a").Undecided(0), [Blinded]);
    }

    private static void Orders(SuiteFile file)
    {
        file.Group("the-first-rule-is-told", ["MPP-RCV-04", "PRIV-01"]);
        file.Session("amount-before-expiry", Given(Mpp()).Offer("a", 1000, p => p with { Wire = 999, OnionExpiry = 800_145 }).Fails(Amount, "a"), [Precedence]);
        file.Session("amount-before-look-up", Given().Offer("a", 1000, p => p with { Hash = Fill("77"), Wire = 999 }).Fails(Amount, "a"), [Precedence]);
        file.Session("expiry-before-look-up", Given().Offer("a", 1000, p => p with { Hash = Fill("77"), OnionExpiry = 800_145 }).Fails(Expiry, "a"), [Precedence]);
        file.Session("expiry-as-meant-before-blocks-left", Given(Mpp()).Offer("a", 1000, p => p with { Expiry = 800_010, OnionExpiry = 800_144 }).Fails(Expiry, "a"), [Precedence], requirements: ["MPP-RCV-05"]);
        file.Session("bytes-before-amount", Given(Mpp()).Offer("a", 1000, p => p with { Wire = 0, HasPayload = false, PayloadHex = "" }).Undecodable("a", 2, 0), [Precedence]);
        file.Session("amount-before-secret", Given(Mpp()).Offer("a", 1000, p => p with { Wire = 999, Secret = null }).Fails(Amount, "a"), [Precedence], requirements: ["MPP-RCV-02"]);
        file.Session("amount-before-a-keysend-preimage", Given(Mpp()).Offer("a", 1000, p => p with { Wire = 999, Keysend = Fill("77") }).Fails(Amount, "a"), [Precedence], requirements: ["PRIV-04"]);
        file.Session("amount-before-a-paid-invoice", Given(Mpp()).Offer("a", 1000).Settles("a").Offer("b", 1000, p => p with { Wire = 999 }).Fails(Amount, "b"), [Precedence], requirements: ["INV-07"]);
        file.Session("amount-before-a-zero", Given(Mpp()).Offer("a", 1, p => p with { Wire = 0 }).Fails(Amount, "a"), [Precedence], requirements: ["MPP-RCV-35"]);
        file.Session("replay-before-bytes", Given(Mpp()).Offer("a", 400).Held().ReplayAs("a", p => p with { HasPayload = false, PayloadHex = "" }).Nothing(), [Precedence, Replay], requirements: ["MPP-RCV-23"]);
        file.Session("replay-before-amount", Given(Mpp()).Offer("a", 400).Held().ReplayAs("a", p => p with { Wire = 0 }).Nothing(), [Precedence, Replay], requirements: ["MPP-RCV-23"]);
    }
}
