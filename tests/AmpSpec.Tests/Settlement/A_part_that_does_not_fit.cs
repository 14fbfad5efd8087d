using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

public sealed class A_part_that_does_not_fit
{
    private const string Unknown = "1 incorrect_or_unknown_payment_details";

    [Fact]
    [Requirement("MPP-RCV-02", "PRIV-01")]
    public void is_told_the_same_whatever_is_wrong_with_it()
    {
        var wrong = new Dictionary<string, (Receiving Node, Offer Offer)>
        {
            ["hash"] = (With(Mpp), Part(1, 400) with { Hash = new Hash32(Filled(0x77)) }),
            ["secret"] = (With(Mpp), Part(1, 400, says: p => p with { PaymentData = new PaymentData(new PaymentSecret(Filled(0x99)), new Msat(1000)) })),
            ["no secret"] = (With(Mpp), Part(1, 400, says: p => p with { PaymentData = null })),
            ["total"] = (With(Mpp), Part(1, 400, total: 999)),
            ["paid"] = (With(Mpp with { Status = InvoiceStatus.Paid }), Part(1, 400)),
            ["cancelled"] = (With(Mpp with { Status = InvoiceStatus.Canceled }), Part(1, 400)),
            ["expired"] = (With(Mpp with { ExpiresAt = new Instant(0) }), Part(1, 400)),
        };
        var told = wrong.Select(row => (row.Key, Actions: row.Value.Node.Offers(row.Value.Offer))).ToArray();
        Assert.All(told, row => Assert.Equal(told[0].Actions, row.Actions));
        Assert.Equal([Unknown], told[0].Actions.Show());
    }

    [Fact]
    [Requirement("MPP-WIRE-04", "MPP-WIRE-08", "KEYSEND-01", "MPP-RCV-23")]
    public void cannot_be_read_or_is_known()
    {
        var node = With(Mpp);
        Assert.Equal(["1 malformed"], node.Offers(Part(1, 400) with { HmacFails = true }).Show());
        Assert.Equal(["2 invalid_onion_payload"], node.Offers(Part(2, 400) with { Payload = Unreadable(2), Offender = new(2, 0) }).Show());
        Assert.Equal(["3 incorrect_or_unknown_payment_details"], node.Offers(Part(3, 400) with { Payload = Unreadable(RecordTypes.KeysendPreimage), IsKeysendOfAnotherSize = true }).Show());
        Assert.Empty(node.Offers(Part(4, 400)));
        Assert.Empty(node.Offers(Part(4, 400)));
        Assert.Contains("receiver/01", node.Last!.Rows.Select(row => row.Id));
    }

    [Fact]
    [Requirement("PRIV-03")]
    public void is_refused_in_one_step_whatever_is_wrong_with_it() => Assert.All(
        [Part(1, 400) with { Hash = new Hash32(Filled(0x77)) }, Part(1, 400, says: p => p with { PaymentData = null }), Part(1, 400, total: 999), Part(1, 400) with { Expiry = new(800_001) }],
        offer =>
        {
            var node = With(Mpp);
            node.Offers(offer);
            Assert.Single(node.Last!.Rows);
        });

    [Fact]
    [Requirement("MPP-RCV-33")]
    public void is_told_what_its_peer_offered_and_the_height_at_which_it_came()
    {
        var fail = Assert.IsType<NodeAction.Fail>(With(Mpp).Offers(Part(1, 400, total: 999) with { Wire = new(new Msat(444)) }, height: 800_005)[0]);
        Assert.Equal(FinalFailure.UnknownDetails(new Msat(444), new BlockHeight(800_005)), fail.Message);
    }

    [Theory]
    [InlineData(999, 800_144, "1 final_incorrect_htlc_amount")]
    [InlineData(1000, 800_143, "1 final_incorrect_cltv_expiry")]
    [InlineData(999, 800_143, "1 final_incorrect_htlc_amount")]
    [InlineData(1001, 800_145, "1 settles")]
    [Requirement("MPP-RCV-04", "PRIV-02")]
    public void below_what_was_meant_is_refused_and_above_is_taken(ulong wire, uint expiry, string told) =>
        Assert.Equal([told], With(Mpp).Offers(Part(1, 1000) with { Wire = new(new Msat(wire)), Expiry = new(expiry) }).Show());

    [Theory]
    [InlineData(18, 17, false)]
    [InlineData(18, 18, true)]
    [InlineData(40, 39, false)]
    [InlineData(40, 40, true)]
    [InlineData(3, 17, false)]
    [InlineData(3, 18, true)]
    [Requirement("MPP-RCV-05")]
    public void has_too_few_blocks_left(uint asked, uint left, bool taken)
    {
        var node = With(Mpp with { Terms = Mpp.Terms with { MinFinalCltvExpiry = new(asked) } });
        var offer = Part(1, 1000, says: p => p with { OutgoingCltvValue = 800_000 }) with { Expiry = new(800_000 + left) };
        Assert.Equal([taken ? "1 settles" : Unknown], node.Offers(offer).Show());
    }

    [Theory]
    [InlineData(1000UL, 999UL, false)]
    [InlineData(1000UL, 1000UL, true)]
    [InlineData(1000UL, 2000UL, true)]
    [InlineData(1000UL, 2001UL, false)]
    [InlineData(1000UL, ulong.MaxValue, false)]
    [Requirement("MPP-RCV-06", "MPP-RCV-07")]
    public void names_a_total_out_of_bounds(ulong asked, ulong total, bool taken) =>
        Assert.Equal([taken ? "1 settles" : Unknown], With(Mpp with { Terms = Mpp.Terms with { Amount = new Msat(asked) } }).Offers(Part(1, 3000, total)).Show());

    [Fact]
    [Requirement("MPP-WIRE-07", "PRIV-02")]
    public void is_offered_with_more_than_all_bitcoins()
    {
        Assert.Equal(["1 settles"], With(Mpp).Offers(Part(1, 1000) with { Wire = new(Msat.AllBitcoins) }).Show());
        Assert.Equal([Unknown], With(Mpp).Offers(Part(1, 1000) with { Wire = new(new Msat(Msat.AllBitcoins.Value + 1)) }).Show());
    }

    [Fact]
    [Requirement("MPP-RCV-08")]
    public void names_a_total_of_zero() =>
        Assert.Equal([Unknown], With(Mpp with { Terms = Mpp.Terms with { Amount = null } }).Offers(Part(1, 1000, total: 0)).Show());

    [Fact]
    [Requirement("MPP-RCV-09")]
    public void names_no_total_and_so_names_what_it_brings()
    {
        var arrival = new Arrival(Part(1, 700), new FinalPayload { AmtToForward = new Msat(700), OutgoingCltvValue = 1 }, Mpp, false, false);
        Assert.Equal(new TotalAmount(new Msat(700)), arrival.Total);
        Assert.Equal(new TotalAmount(new Msat(900)), (arrival with { Payload = arrival.Payload with { TotalAmountMsat = new Msat(900) } }).Total);
    }

    [Theory]
    [InlineData(1000, 1000, true)]
    [InlineData(999, 1000, false)]
    [InlineData(1001, 1000, false)]
    [Requirement("MPP-RCV-10")]
    public void is_one_of_several_to_an_invoice_that_takes_one(ulong amount, ulong total, bool taken) =>
        Assert.Equal([taken ? "1 settles" : Unknown], With(Mpp with { Terms = Mpp.Terms with { BasicMpp = false } }).Offers(Part(1, amount, total)).Show());

    [Fact]
    [Requirement("MPP-RCV-35")]
    public void brings_nothing() => Assert.Equal([Unknown], With(Mpp).Offers(Part(1, 0) with { Wire = new(new Msat(1000)) }).Show());

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [Requirement("MPP-WIRE-07")]
    public void is_above_all_bitcoins(ulong more, bool taken) => Assert.Equal(
        [taken ? "1 settles" : Unknown],
        With(Mpp with { Terms = Mpp.Terms with { Amount = null } }).Offers(Part(1, Msat.AllBitcoins.Value + more, Msat.AllBitcoins.Value)).Show());

    [Fact]
    [Requirement("PRIV-04")]
    public void brings_a_keysend_preimage_that_opens_nothing_and_no_invoice_is_asked()
    {
        var offer = Part(1, 1000, says: p => p with { KeysendPreimage = new Preimage(Filled(0x77)) });
        Assert.Equal(Rows(With(), offer), Rows(With(Mpp), offer));
        Assert.Equal(Rows(With(), offer), Rows(With(Mpp with { Status = InvoiceStatus.Paid }), offer));
        var node = With();
        node.Offers(offer);
        Assert.Contains("PRIV-04", node.Last!.Rows.Single().Requirements);
    }

    [Fact]
    [Requirement("MPP-RCV-22")]
    public void leaves_the_node_as_it_was_but_for_its_verdict()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        var before = node.Node;
        node.Offers(Part(2, 600, says: p => p with { Custom = [new TlvRecord(65_536, [1])] }));
        Assert.Equal((before.Sets, before.Invoices, before.Ended, before.Uncommitted), (node.Node.Sets, node.Node.Invoices, node.Node.Ended, node.Node.Uncommitted));
        Assert.Equal(["1", "2"], node.Node.Verdicts.Keys.Select(id => id.Id).Order());
    }

    [Fact]
    [Requirement("MPP-WIRE-04")]
    public void has_an_unknown_even_record_twice_and_the_first_is_named() =>
        Assert.Equal(new InvalidOnionPayload(20, 6), FinalPayload.Offender(Convert.FromHexString("02010104010114001400"), PayloadRules.Default, pathKeyGiven: null));

    private static Decoded<FinalPayload>.Malformed Unreadable(ulong type) => new(new WireError("payload/unknown-even-type", 0, "", "MPP-WIRE-04", type));

    private static IEnumerable<string> Rows(Receiving node, Offer offer)
    {
        node.Offers(offer);
        return node.Last!.Rows.Select(row => row.Id);
    }
}

[Requirement("MPP-RCV-32")]
public sealed class A_part_into_a_blinded_path
{
    // an invoice from before secrets: nothing else is ever asked of a blinded part here
    private static readonly Invoice Bare = Mpp with { PaymentSecret = null };

    [Fact]
    public void is_told_one_thing_by_its_payer_s_message_or_by_the_peer()
    {
        Assert.Equal(["1 invalid_onion_blinding"], With().Offers(Blinded(1)).Show());
        Assert.Equal(["1 malformed"], With().Offers(Blinded(1) with { PathKeyGiven = true }).Show());
    }

    [Fact]
    public void is_told_the_same_when_its_set_runs_out_of_time()
    {
        var node = With(Bare);
        Assert.Empty(node.Offers(Blinded(1)));
        Assert.Empty(node.Offers(Blinded(2) with { PathKeyGiven = true }));
        Assert.Equal(["1 invalid_onion_blinding", "2 malformed"], node.Waits(60_000).Show());
    }

    [Fact]
    public void settles_with_its_set()
    {
        var node = With(Bare);
        node.Offers(Blinded(1));
        Assert.Equal(["1 settles", "2 settles"], node.Offers(Blinded(2, 600)).Show());
    }

    private static Offer Blinded(ulong id, ulong amount = 400) =>
        Part(id, amount, says: p => p with { PaymentData = null, TotalAmountMsat = new Msat(1000), EncryptedRecipientData = Seq.Create<byte>([1, 2]) });
}

[Requirement("MPP-RCV-03", "MPP-RCV-02")]
public sealed class A_secret_that_is_compared
{
    // the operator of PaymentSecret is that of its 32 bytes, which folds all differences before it looks (AMP-DRV-16 tests its time)
    [Fact]
    public void is_compared_in_all_its_bytes()
    {
        var flips = Enumerable.Range(0, 256).Select(bit =>
        {
            var bytes = Secret.Value.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            return new PaymentSecret(new Bytes32(bytes));
        });
        Assert.All(flips, other => Assert.Equal(["1 incorrect_or_unknown_payment_details"], With(Mpp).Offers(Part(1, 1000, says: p => p with { PaymentData = new PaymentData(other, new Msat(1000)) })).Show()));
    }
}
