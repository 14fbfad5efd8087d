using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Xunit;
using static AmpSpec.Settlement.HtlcSet;
using static AmpSpec.Settlement.Refusal;
using static AmpSpec.Settlement.SetEvent;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

/// <summary>The table row by row: what brings a row about, what it says, and just beside it the row that comes instead.</summary>
public sealed class Every_row_of_the_set
{
    private static readonly Now Start = new(new Instant(0), new BlockHeight(800_000));
    private static readonly Now Late = Start with { Clock = new Instant(60_000) }, Near = Start with { Height = new BlockHeight(800_127) }, Stale = Start with { TipIsStale = true };
    private static readonly Terms Auto = Mpp.Terms, Hold = Auto with { Hold = true }, Open = Amp.Terms, Asked = Auto with { PaymentMetadata = [0xaa] };
    private static readonly Rules Ours = Rules.Ours;
    private static readonly Fate Held = new Fate.Held(), Settled = new Fate.Settled(new Opening.Shared(Opens));
    private static readonly Part Four = P(400), Six = P(600), Secretless = P(1000) with { Secretless = true };
    private static readonly HtlcSet Whole = Complete(P(1000)), Done = new Settled(), Dead = new Dead();

    [Fact]
    [Requirement("MPP-RCV-12", "MPP-RCV-14", "MPP-RCV-17", "MPP-RCV-18", "MPP-RCV-19", "MPP-RCV-20", "MPP-RCV-21", "MPP-RCV-22", "MPP-RCV-25", "MPP-RCV-26", "MPP-RCV-27", "MPP-RCV-29", "MPP-RCV-30", "CHAIN-01", "CHAIN-07", "INV-06", "AMP-RCV-17")]
    public void is_fired_by_what_it_speaks_of_and_says_what_it_should()
    {
        foreach (var line in Lines())
        {
            var step = Receiver.Next(line.Set, line.On, line.Now, line.Terms, line.Rules);
            Assert.Equal((line.Row, line.Next), (step.Row, step.Next));
            Assert.Equal((line.Row, line.One, line.Rest is null ? new Rest.Keep() : (Rest)new Rest.All(line.Rest)), (step.Row, step.One, step.Rest));
            Assert.Equal((line.Row, line.Announces, line.Cancels), (step.Row, step.Announces, step.CancelsInvoice));
            Assert.NotEmpty(step.Requirements);
            Assert.All(step.Requirements, id => Assert.Matches("^[A-Z]+(-[A-Z]+)?-[0-9]{2}$", id));
        }
    }

    [Fact]
    public void stands_in_its_list_and_no_other_does() =>
        Assert.Equal(Receiver.Rows, Lines().Select(line => line.Row).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<Line> Lines() =>
    [
        new("receiver/35", Collecting(Four), Arrives(Six) with { IsRejected = true }, HtlcSet.Start, F(new OwnerCancelled()), F(new OwnerCancelled())),
        new("receiver/36", Done, Arrives(Secretless), Done, Settled) { Rules = Ours with { SecretOptional = SecretOptional.AloneForGood } },
        new("receiver/37", Done, Arrives(P(1000)), Done, F(new SetIdDead())) { Rules = Ours with { SecretOptional = SecretOptional.AloneForGood } },
        new("receiver/37", Done, Arrives(Secretless), Done, F(new SetIdDead())),
        new("receiver/37", Done, Arrives(Secretless), Done, F(new SetIdDead())) { Rules = Ours with { SecretOptional = SecretOptional.AloneForGood }, Terms = Auto with { Preimage = null } },
        new("receiver/37", Dead, Arrives(Share(0)), Dead, F(new SetIdDead())) { Terms = Open },
        new("receiver/38", Collecting(Share(0)), Arrives(Share(0)), Collecting(Share(0)), F(new Repeated())) { Terms = Open },
        new("receiver/39", Complete(Four, Six), Arrives(Four), Complete(Four, Six, Four), Held) { Terms = Hold, Rules = Ours with { ExtraPart = ExtraPart.Added } },
        new("receiver/39", Whole, Arrives(Secretless), Complete(P(1000), Secretless), Held) { Terms = Hold, Rules = Ours with { SecretOptional = SecretOptional.AloneForGood } },
        new("receiver/40", Whole, Arrives(Four), Whole, Settled) { Rules = Ours with { ExtraPart = ExtraPart.Settled } },
        new("receiver/41", Whole, Arrives(Four), Whole, F(new SetComplete())) { Rules = Ours with { ExtraPart = ExtraPart.Settled }, Now = Stale },
        new("receiver/41", Whole, Arrives(Four), Whole, F(new SetComplete())) { Rules = Ours with { ExtraPart = ExtraPart.Settled }, Terms = Auto with { Preimage = null } },
        new("receiver/41", Whole, Arrives(Four), Whole, F(new SetComplete())),
        new("receiver/42", Collecting(Four), Arrives(Six with { Keysend = true }), Collecting(Four), F(new WrongKind())) { Rules = Ours with { KeysendToInvoice = KeysendToInvoice.Apart } },
        new("receiver/51", Collecting(), Arrives(Four with { Keysend = true }), Collecting(Four with { Keysend = true }), Held) { Rules = Ours with { KeysendToInvoice = KeysendToInvoice.Apart } },
        new("receiver/43", Collecting(Four), Arrives(Six with { Secretless = true }), Collecting(Four), F(new MissingSecret())) { Rules = Ours with { SecretOptional = SecretOptional.Alone } },
        new("receiver/44", Collecting(), Arrives(Four), Collecting(), F(new MetadataDiffers())) { Terms = Asked },
        new("receiver/44", Collecting(Four), Arrives(Six with { PaymentMetadata = [0xaa] }), Collecting(Four), F(new MetadataDiffers())),
        new("receiver/45", Collecting(Four), Arrives(Six with { Custom = [new TlvRecord(65536, [1])] }), Collecting(Four), F(new RecordsDiffer())),
        new("receiver/56", Collecting(Four), Arrives(Six with { Custom = [new TlvRecord(65537, [1])] }), Done, Settled, Settled),
        new("receiver/46", Collecting(Four), Arrives(P(600, 1001)), Collecting(Four), F(new TotalsDiffer(new(new Msat(1000)), P(600, 1001)))) { Rules = Ours with { Totals = Totals.FailPart } },
        new("receiver/47", Collecting(Four), Arrives(P(600, 1001)), HtlcSet.Start, F(new TotalsDiffer(new(new Msat(1000)), P(600, 1001))), F(new TotalsDiffer(new(new Msat(1000)), P(600, 1001)))),
        new("receiver/48", Collecting(Four, Four), Arrives(P(100)), Collecting(Four, Four), F(new TooMany())) { Rules = Ours with { MaxParts = 2 } },
        new("receiver/51", Collecting(Four, Four), Arrives(P(100)), Collecting(Four, Four, P(100)), Held) { Rules = Ours with { MaxParts = 3 } },
        new("receiver/49", Collecting(), new PartArrived(Four, HasRoom: false), Collecting(), F(new TooMany())),
        new("receiver/50", Collecting(Much(1)), Arrives(All), Collecting(Much(1)), F(new AmountTooLarge())) { Terms = Auto with { Amount = null } },
        new("receiver/50", Collecting(Much(1)), Arrives(All), Collecting(Much(1)), F(new AmountTooLarge())) { Terms = Auto with { Amount = null }, Rules = Ours with { Progress = Progress.Wire } },
        new("receiver/56", Collecting(Much(1)), Arrives(All with { Wire = new(new Msat(Msat.AllBitcoins.Value - 1)) }), Done, Settled, Settled) { Terms = Auto with { Amount = null }, Rules = Ours with { Progress = Progress.Wire } },
        new("receiver/51", Collecting(), Arrives(Four), Collecting(Four), Held),
        new("receiver/52", Collecting(Four), Arrives(Six), HtlcSet.Start, F(new TooMany()), F(new TooMany())) { Rules = Ours with { PartLimit = PartLimit.FailSet, MaxParts = 1 } },
        new("receiver/56", Collecting(Four), Arrives(Six), Done, Settled, Settled) { Rules = Ours with { PartLimit = PartLimit.FailSet, MaxParts = 2 } },
        new("receiver/53", Collecting(Four), Arrives(Six), HtlcSet.Start, F(new DeadlinePassed()), F(new DeadlinePassed())) { Now = Near },
        new("receiver/54", Collecting(Four), Arrives(Six), Complete(Four, Six), Held) { Terms = Hold, Announces = true },
        new("receiver/54", Collecting(Four), Arrives(Six), Complete(Four, Six), Held) { Rules = Ours with { Settles = Settles.Asked }, Announces = true },
        new("receiver/55", Collecting(Four), Arrives(Six), Complete(Four, Six), Held) { Now = Stale },
        new("receiver/56", Collecting(Four), Arrives(Six), Done, Settled, Settled),
        new("receiver/56", Collecting(Four with { Wire = new(Msat.AllBitcoins) }), Arrives(Six with { Wire = new(Msat.AllBitcoins) }), Done, Settled, Settled),
        new("receiver/57", Collecting(Share(0)), Arrives(Share(1) with { Hash = new Hash32(Filled(0x77)) }), Dead, F(new SharesDoNotOpen()), F(new SharesDoNotOpen())) { Terms = Open },
        new("receiver/57", Collecting(Share(0)), Arrives(Share(1) with { Hash = new Hash32(Filled(0x77)) }), Dead, F(new SharesDoNotOpen()), F(new SharesDoNotOpen())) { Terms = Open, Rules = Ours with { Mismatch = Mismatch.CancelInvoice }, Cancels = true },
        new("receiver/58", Collecting(Four), new TimePassed(), HtlcSet.Start, null, F(new TimedOut())) { Now = Late },
        new("receiver/58", Collecting(Share(0)), new TimePassed(), HtlcSet.Start, null, F(new TimedOut())) { Terms = Open, Now = Late, Rules = Ours with { SetIds = SetIds.Reusable } },
        new("receiver/59", Collecting(Four), new TimePassed(), Collecting(Four)) { Now = Late, Rules = Ours with { TimerScope = TimerScope.Part } },
        new("receiver/59", Collecting(), new TimePassed(), Collecting()) { Now = Late },
        new("receiver/59", Whole, new TimePassed(), Whole) { Now = Late },
        new("receiver/60", Collecting(Four, Six), new PartTimedOut(Four, AmpSpec.Settlement.Held.Of([Six])), Collecting(Six), F(new TimedOut())),
        new("receiver/60", Collecting(Share(0)), new PartTimedOut(Share(0), AmpSpec.Settlement.Held.None), Dead, F(new TimedOut())) { Terms = Open },
        new("receiver/61", Whole, new PartTimedOut(Four, AmpSpec.Settlement.Held.None), Whole),
        new("receiver/62", Collecting(Four), new BlockPassed(), HtlcSet.Start, null, F(new DeadlinePassed())) { Now = Near },
        new("receiver/63", Whole, new BlockPassed(), HtlcSet.Start, null, F(new DeadlinePassed())) { Now = Near },
        new("receiver/63", Whole, new BlockPassed(), HtlcSet.Start, null, F(new DeadlinePassed())) { Now = Near, Rules = Ours with { Deadline = Deadline.CancelHeld }, Cancels = true },
        new("receiver/64", Whole, new BlockPassed(), Whole) { Now = Near, Terms = Hold, Rules = Ours with { Deadline = Deadline.FailUnlessHeld } },
        new("receiver/64", Whole, new BlockPassed(), Whole) { Now = Near with { Height = new BlockHeight(800_126) } },
        new("receiver/65", Complete(Four, Six), new PartTooLate(Four, AmpSpec.Settlement.Held.Of([Six])), Collecting(Six), F(new DeadlinePassed())),
        new("receiver/66", Done, new PartTooLate(Four, AmpSpec.Settlement.Held.None), Done),
        new("receiver/67", Whole, new TipCaughtUp(), Done, null, Settled),
        new("receiver/68", Complete(Share(0)), new TipCaughtUp(), Dead, null, F(new SharesDoNotOpen())) { Terms = Open },
        new("receiver/69", Whole, new TipCaughtUp(), Whole) { Terms = Hold },
        new("receiver/70", Collecting(Four), new InvoiceEnded(), HtlcSet.Start, null, F(new InvoiceExpired())),
        new("receiver/71", Whole, new InvoiceEnded(), Whole),
        new("receiver/72", Collecting(Four), new NodeStops(), HtlcSet.Start, null, F(new TimedOut())),
        new("receiver/73", Whole, new NodeStops(), Whole),
        new("receiver/74", Complete(Four, Six), new PartLost(), HtlcSet.Start, null, F(new LostPart())),
        new("receiver/75", Done, new PartLost(), Done),
        new("receiver/76", Collecting(Four), new OwnerSettles(Opens), HtlcSet.Start) { Rules = Ours with { EarlyClaim = EarlyClaim.Forgets } },
        new("receiver/77", Whole, new OwnerSettles(Opens), HtlcSet.Start, null, F(new DeadlinePassed())) { Now = Near },
        new("receiver/78", Whole, new OwnerSettles(Opens), Whole) { Now = Stale },
        new("receiver/79", Whole, new OwnerSettles(Opens), Done, null, Settled),
        new("receiver/80", Collecting(Four), new OwnerSettles(Opens), Collecting(Four)),
        new("receiver/81", Collecting(Four), new OwnerCancels(), HtlcSet.Start, null, F(new OwnerCancelled())),
        new("receiver/81", Whole, new OwnerCancels(), HtlcSet.Start, null, F(new OwnerCancelled())),
        new("receiver/82", Done, new OwnerCancels(), Done),
        new("receiver/82", Dead, new OwnerCancels(), Dead),
    ];

    private static Part All => Much(Msat.AllBitcoins.Value);

    private static PartArrived Arrives(Part part) => new(part);

    private static Fate F(Refusal why) => new Fate.Failed(why);

    private static Collecting Collecting(params Part[] parts) => new(AmpSpec.Settlement.Held.Of(parts));

    private static Complete Complete(params Part[] parts) => new(AmpSpec.Settlement.Held.Of(parts));

    private static Part P(ulong amount, ulong total = 1000) =>
        new(new HtlcId("c0", "1"), Opens.Hash(), new(new Msat(amount)), new(new Msat(amount)), new(new Msat(total)), new CltvExpiry(800_144)) { AcceptedAt = Start };

    private static Part Much(ulong amount) => P(amount, Msat.AllBitcoins.Value);

    private static Part Share(int at)
    {
        var offer = Child(1, at == 0 ? 400u : 600u, 0x55, at, 0x11, 0x22);
        return P(at == 0 ? 400u : 600u) with { Hash = offer.Hash, Amp = ((Decoded<FinalPayload>.Ok)offer.Payload).Value.Amp };
    }

    private sealed record Line(string Row, HtlcSet Set, SetEvent On, HtlcSet Next, Fate? One = null, Fate? Rest = null)
    {
        public Rules Rules { get; init; } = Ours;

        public Terms Terms { get; init; } = Auto;

        public Now Now { get; init; } = Start;

        public bool Announces { get; init; }

        public bool Cancels { get; init; }
    }
}
