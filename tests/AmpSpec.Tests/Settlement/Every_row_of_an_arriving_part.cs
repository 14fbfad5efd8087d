using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Xunit;
using static AmpSpec.Settlement.Refusal;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

/// <summary>Why a part does not come to its set, row by row: what brings a row about, and just beside it what does not.</summary>
public sealed class Every_row_of_an_arriving_part
{
    private static readonly Now Start = new(new Instant(0), new BlockHeight(800_000));
    private static readonly Rules Ours = Rules.Ours;
    private static readonly AmpRecord Shard = new(new Share(Filled(0x11)), new SetId(Filled(0x55)), 0);
    private static readonly Invoice Plain = Mpp with { Terms = Mpp.Terms with { BasicMpp = false } }, Free = Mpp with { Terms = Mpp.Terms with { Amount = null } }, Any = Mpp with { Terms = Mpp.Terms with { SecretOptional = true } };

    [Fact]
    [Requirement("MPP-RCV-02", "MPP-RCV-04", "MPP-RCV-05", "MPP-RCV-06", "MPP-RCV-07", "MPP-RCV-08", "MPP-RCV-10", "MPP-RCV-16", "MPP-RCV-20", "MPP-RCV-27", "MPP-RCV-35", "MPP-WIRE-03", "MPP-WIRE-07", "AMP-RCV-02", "AMP-RCV-03", "AMP-RCV-15", "AMP-RCV-17", "AMP-WIRE-03", "AMP-WIRE-04", "INV-05", "INV-06", "INV-07", "KEYSEND-01", "KEYSEND-02", "PRIV-02", "PRIV-05", "CHAIN-07")]
    public void is_the_reason_of_what_it_speaks_of_and_of_nothing_beside_it()
    {
        foreach (var line in Lines())
        {
            var refused = line.Arrival.Refused(line.Now, line.Rules);
            Assert.Equal((line.Row, line.Why), (refused?.Row, refused?.Why));
            Assert.All(refused?.Requirements ?? [], id => Assert.Matches("^[A-Z]+(-[A-Z]+)?-[0-9]{2}$", id));
        }
    }

    [Fact]
    public void stands_in_its_place() =>
        Assert.Equal(Enumerable.Range(7, 28).Select(row => $"receiver/{row:00}"), Lines().Select(line => line.Row).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<Line> Lines() =>
    [
        new(null, null, A()),
        new("receiver/07", new TipIsStale(), A()) { Now = Start with { TipIsStale = true }, Rules = Ours with { StaleTip = StaleTip.FailPart } },
        new(null, null, A()) { Now = Start with { TipIsStale = true } },
        new("receiver/08", new Undecodable(new InvalidOnionPayload(14, 7)), A(p => p with { Amp = Shard }, offer: o => o with { AmpRecord = new(14, 7) })) { Rules = Ours with { AmpParts = AmpParts.Unknown } },
        new("receiver/09", new AmountBelowOnion(), A(offer: o => o with { Wire = new(new Msat(999)) })),
        new("receiver/09", new AmountBelowOnion(), A(offer: o => o with { Wire = new(new Msat(999)), Skimmed = new Msat(1) })),
        new(null, null, A(offer: o => o with { Wire = new(new Msat(999)), Skimmed = new Msat(1) })) { Rules = Ours with { SkimmedFee = SkimmedFee.Allowed } },
        new("receiver/09", new AmountBelowOnion(), A(offer: o => o with { Wire = new(new Msat(998)), Skimmed = new Msat(1) })) { Rules = Ours with { SkimmedFee = SkimmedFee.Allowed } },
        new("receiver/10", new ExpiryBelowOnion(), A(p => p with { OutgoingCltvValue = 800_145 })),
        new("receiver/11", new MetadataDiffers(), A(p => p with { PaymentMetadata = [1] })) { Rules = Ours with { Metadata = Metadata.Unknown } },
        new("receiver/12", new MissingSecret(), A(p => p with { PaymentData = null })) { Rules = Ours with { SecretMissing = SecretMissing.InvalidPayload } },
        new("receiver/12", new MissingSecret(), A(p => p with { PaymentData = null }, null)) { Rules = Ours with { SecretMissing = SecretMissing.FeatureMissing } },
        new("receiver/13", new KeysendMismatch(), A(p => p with { KeysendPreimage = new Preimage(Filled(0x77)) })),
        new(null, null, A(p => p with { KeysendPreimage = Opens })),
        new("receiver/14", new MissingSecret(), A(p => p with { Amp = Shard, PaymentData = null }, Amp)),
        new("receiver/15", new ZeroSetId(), A(p => p with { Amp = Shard with { SetId = default } }, Amp)),
        new("receiver/16", new UnknownInvoice(), A(invoice: null)),
        new("receiver/17", new WrongKind(), A(invoice: Amp)),
        new("receiver/17", new WrongKind(), A(p => p with { Amp = Shard })),
        new("receiver/18", new MissingSecret(), A(p => p with { PaymentData = null })),
        new("receiver/18", new WrongSecret(), A(p => p with { PaymentData = null, KeysendPreimage = Opens })),
        new(null, null, A(p => p with { PaymentData = null, KeysendPreimage = Opens })) { Rules = Ours with { KeysendToInvoice = KeysendToInvoice.Taken } },
        new(null, null, A(p => p with { PaymentData = null }, Any)) { Rules = Ours with { SecretOptional = SecretOptional.Alone } },
        new("receiver/18", new MissingSecret(), A(p => p with { PaymentData = null }, Any)),
        new("receiver/19", new WrongSecret(), A(p => p with { PaymentData = new PaymentData(new PaymentSecret(Filled(0x99)), new Msat(1000)) })),
        new("receiver/20", new NotMultiPart(), A(p => p with { KeysendPreimage = Opens }, Mpp with { Keysend = true }, spontaneous: true)) { Rules = Ours with { KeysendParts = KeysendParts.Refused } },
        new(null, null, A(p => p with { KeysendPreimage = Opens }, Mpp with { Keysend = true }, spontaneous: true)),
        new(null, null, A(p => p with { KeysendPreimage = Opens }, Mpp with { Keysend = true })) { Rules = Ours with { KeysendParts = KeysendParts.Refused } },
        new("receiver/21", new KeysendMismatch(), A(invoice: Mpp with { Keysend = true })),
        new("receiver/22", new InvoicePaid(), A(invoice: Mpp with { Status = InvoiceStatus.Paid })),
        new("receiver/22", new InvoicePaid(), A(invoice: Mpp with { Status = InvoiceStatus.Paid })) { Rules = Ours with { SecretOptional = SecretOptional.AloneForGood } },
        new("receiver/22", new InvoicePaid(), A(p => p with { PaymentData = null }, Any with { Status = InvoiceStatus.Paid })) { Rules = Ours with { SecretOptional = SecretOptional.Alone } },
        new(null, null, A(p => p with { PaymentData = null }, Any with { Status = InvoiceStatus.Paid })) { Rules = Ours with { SecretOptional = SecretOptional.AloneForGood } },
        new("receiver/23", new InvoiceCanceled(), A(invoice: Mpp with { Status = InvoiceStatus.Canceled })),
        new("receiver/24", new InvoiceExpired(), A(invoice: Mpp with { ExpiresAt = new Instant(5000) })) { Now = Start with { Clock = new Instant(5000) } },
        new(null, null, A(invoice: Mpp with { ExpiresAt = new Instant(5000) })) { Now = Start with { Clock = new Instant(4999) } },
        new(null, null, A(invoice: Mpp with { ExpiresAt = new Instant(5000) })) { Now = Start with { Clock = new Instant(9000) }, Rules = Ours with { InvoiceExpiry = InvoiceExpiry.CancelsInvoice } },
        new("receiver/24", new InvoiceExpired(), A(invoice: Mpp with { ExpiresAt = new Instant(5000) })) { Now = Start with { Clock = new Instant(6000) }, Rules = Ours with { InvoiceExpiry = InvoiceExpiry.FailsIncomplete } },
        new(null, null, A(invoice: Mpp with { ExpiresAt = new Instant(5000) })) { Now = Start with { Clock = new Instant(5999) }, Rules = Ours with { InvoiceExpiry = InvoiceExpiry.FailsIncomplete } },
        new("receiver/25", new SetIdTaken(), A(p => p with { Amp = Shard, PaymentData = new PaymentData(AmpAddress, new Msat(1000)) }, Amp, taken: true)),
        new("receiver/26", new ExpiryTooSoon(), A()) { Now = Start with { Height = new BlockHeight(800_127) } },
        new(null, null, A()) { Now = Start with { Height = new BlockHeight(800_126) } },
        new("receiver/26", new ExpiryTooSoon(), A(invoice: Long)) { Now = Start with { Height = new BlockHeight(800_105) } },
        new(null, null, A(invoice: Long)) { Now = Start with { Height = new BlockHeight(800_105) }, Rules = Ours with { MinFinal = MinFinal.Ignored } },
        new("receiver/27", new ExpiryTooFar(), A()) { Rules = Ours with { MaxCltv = new(143) } },
        new(null, null, A()) { Rules = Ours with { MaxCltv = new(144) } },
        new("receiver/28", new ZeroAmount(), A(p => p with { AmtToForward = default })),
        new(null, null, A(p => p with { AmtToForward = default })) { Rules = Ours with { ZeroPart = ZeroPart.Taken } },
        new("receiver/29", new AmountTooLarge(), A(p => p with { PaymentData = new PaymentData(Secret, new Msat(Msat.AllBitcoins.Value + 1)) }, Free)),
        new("receiver/30", new TotalTooLow(), A(p => p with { PaymentData = new PaymentData(Secret, default) }, Free)),
        new(null, null, A(p => p with { PaymentData = new PaymentData(Secret, default) }, Free)) { Rules = Ours with { ZeroTotal = ZeroTotal.Accepted } },
        new("receiver/31", new TotalTooLow(), A(p => p with { PaymentData = new PaymentData(Secret, new Msat(999)) })),
        new("receiver/32", new TotalTooHigh(), A(p => p with { PaymentData = new PaymentData(Secret, new Msat(2001)) })),
        new(null, null, A(p => p with { PaymentData = new PaymentData(Secret, new Msat(2001)) })) { Rules = Ours with { Overpay = Overpay.Unbounded } },
        new("receiver/33", new NotMultiPart(), A(p => p with { PaymentData = new PaymentData(Secret, new Msat(1001)) }, Plain)),
        new("receiver/33", new NotMultiPart(), A(p => p with { PaymentData = new PaymentData(Secret, new Msat(1001)) }, Plain)) { Rules = Ours with { SinglePart = SinglePart.BelowTotal } },
        new(null, null, A(p => p with { PaymentData = new PaymentData(Secret, new Msat(1001)) }, Plain)) { Rules = Ours with { SinglePart = SinglePart.Ignored } },
        new("receiver/34", new ZeroShare(), A(p => p with { Amp = Shard with { RootShare = default }, PaymentData = new PaymentData(AmpAddress, new Msat(1000)) }, Amp)),
    ];

    private static Invoice Long => Mpp with { Terms = Mpp.Terms with { MinFinalCltvExpiry = new(40) } };

    private static Arrival A(Func<FinalPayload, FinalPayload>? says = null, Func<Offer, Offer>? offer = null) => A(says, Mpp, offer: offer);

    private static Arrival A(Func<FinalPayload, FinalPayload>? says, Invoice? invoice, bool spontaneous = false, bool taken = false, Func<Offer, Offer>? offer = null)
    {
        var comes = Part(1, 1000, says: says);
        return new(offer is null ? comes : offer(comes), ((Decoded<FinalPayload>.Ok)comes.Payload).Value, invoice, spontaneous, taken);
    }

    private static Arrival A(Invoice? invoice) => A(null, invoice);

    private sealed record Line(string? Row, Refusal? Why, Arrival Arrival)
    {
        public Rules Rules { get; init; } = Ours;

        public Now Now { get; init; } = Start;
    }
}
