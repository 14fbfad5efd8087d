using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

public sealed class An_AMP_set
{
    private const string Unknown = "incorrect_or_unknown_payment_details";

    [Fact]
    [Requirement("AMP-RCV-01", "AMP-RCV-10", "INV-05")]
    public void is_found_by_its_address_and_opens_each_part_with_its_own_preimage()
    {
        var node = With(Mpp, Amp);
        node.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22));
        var claims = node.Offers(Child(2, 600, 0x55, 1, 0x11, 0x22)).Cast<NodeAction.Settle>().Select(settle => settle.Claim).ToArray();
        Assert.Equal([Child(1, 400, 0x55, 0, 0x11, 0x22).Hash, Child(2, 600, 0x55, 1, 0x11, 0x22).Hash], claims.Select(claim => claim.Preimage.Hash()));
        Assert.NotEqual(claims[0].Preimage, claims[1].Preimage);
    }

    [Fact]
    [Requirement("AMP-RCV-07", "AMP-RCV-08")]
    public void needs_the_sum_and_every_share()
    {
        var node = With(Amp);
        node.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22) with { Wire = new(new Msat(1000)) });
        Assert.Empty(node.Offers(Child(2, 599, 0x55, 1, 0x11, 0x22)));
        var other = With(Amp);
        other.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22, 0x44));
        Assert.Equal([$"1 {Unknown}", $"2 {Unknown}"], other.Offers(Child(2, 600, 0x55, 1, 0x11, 0x22, 0x44)).Show());
    }

    [Fact]
    [Requirement("AMP-RCV-09", "AMP-RCV-16", "INV-06")]
    public void that_does_not_open_leaves_its_invoice_and_its_neighbour()
    {
        var node = With(Amp);
        node.Offers(Child(1, 400, 0x66, 0, 0x19, 0x2a));
        node.Offers(Child(2, 400, 0x55, 0, 0x11, 0x22));
        node.Offers(Child(3, 600, 0x55, 1, 0x11, 0x22) with { Hash = new Hash32(Filled(0x77)) });
        Assert.Equal(InvoiceStatus.Open, node.Node.Invoices[0].Status);
        Assert.Equal(["1 settles", "4 settles"], node.Offers(Child(4, 600, 0x66, 1, 0x19, 0x2a)).Show());
        Assert.Equal(InvoiceStatus.Open, node.Node.Invoices[0].Status);
    }

    [Fact]
    [Requirement("AMP-RCV-11", "MPP-RCV-23")]
    public void that_has_settled_gives_a_preimage_again_only_for_its_hash()
    {
        var node = With(Amp);
        var offer = Child(1, 1000, 0x55, 0, 0x11);
        var first = node.Offers(offer);
        Assert.Equal(first, node.Offers(offer));
        Assert.Equal([$"1 {Unknown}"], node.Offers(offer with { Hash = new Hash32(Filled(0x77)) }).Show());
        Assert.Equal(first, node.Offers(offer));
    }

    [Fact]
    [Requirement("AMP-RCV-02")]
    public void keeps_its_id_from_other_invoices()
    {
        var second = Amp with { PaymentSecret = new PaymentSecret(Filled(0xa1)) };
        var node = With(Amp, second);
        node.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22));
        var stranger = Child(2, 1000, 0x55, 0, 0x44);
        var payload = Assert.IsType<Decoded<FinalPayload>.Ok>(stranger.Payload).Value;
        Assert.Equal([$"2 {Unknown}"], node.Offers(stranger with { Payload = new Decoded<FinalPayload>.Ok(payload with { PaymentData = new PaymentData(second.PaymentSecret!.Value, new Msat(1000)) }, 0) }).Show());
    }

    [Theory]
    [InlineData("settled")]
    [InlineData("timed out")]
    [InlineData("cancelled")]
    [InlineData("lost")]
    [InlineData("deadline")]
    [Requirement("AMP-RCV-12")]
    public void that_has_ended_does_not_come_back(string how)
    {
        var node = With(Amp);
        var key = new SetKey.Amp(AmpAddress, new SetId(Filled(0x55)));
        node.Offers(how is "settled" ? Child(1, 1000, 0x55, 0, 0x11) : Child(1, 400, 0x55, 0, 0x11, 0x22));
        _ = how switch
        {
            "timed out" => node.Waits(60_000),
            "cancelled" => node.On(new NodeEvent.SetCanceled(key)),
            "lost" => node.On(new NodeEvent.HtlcDropped(new HtlcId("c0", "1"))),
            "deadline" => node.Waits(0, 800_127),
            _ => [],
        };
        Assert.Empty(node.Node.Sets);
        Assert.Equal([$"9 {Unknown}"], node.Offers(Child(9, 600, 0x55, 1, 0x11, 0x22) with { Expiry = new(900_000) }).Show());
        Assert.Contains(key, node.Node.Ended.Keys);
    }

    [Fact]
    [Requirement("AMP-RCV-13")]
    public void fails_whole_when_its_time_is_over()
    {
        var node = With(Amp);
        node.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22, 0x44));
        node.Offers(Child(2, 400, 0x55, 1, 0x11, 0x22, 0x44), at: 59_999);
        Assert.Equal(["1 mpp_timeout", "2 mpp_timeout"], node.Waits(60_000).Show());
    }

    [Fact]
    [Requirement("AMP-RCV-14", "AMP-RCV-15", "MPP-RCV-22")]
    public void refuses_a_part_twice_and_a_zero_share()
    {
        var node = With(Amp);
        node.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22));
        Assert.Equal([$"2 {Unknown}"], node.Offers(Child(2, 400, 0x55, 0, 0x11, 0x22)).Show());
        Assert.Equal([$"3 {Unknown}"], node.Offers(Child(3, 400, 0x55, 0, 0x11, 0x22) with { Hash = new Hash32(Filled(0x77)) }).Show());
        Assert.Equal([$"4 {Unknown}"], node.Offers(Child(4, 400, 0x55, 1, 0x11, 0x22) with { Hash = Child(1, 400, 0x55, 0, 0x11, 0x22).Hash }).Show());
        Assert.Equal([$"5 {Unknown}"], node.Offers(Child(5, 400, 0x55, 2, 0x11, 0x22, 0)).Show());
        Assert.Equal(["1 settles", "6 settles"], node.Offers(Child(6, 600, 0x55, 1, 0x11, 0x22)).Show());
    }

    [Fact]
    [Requirement("AMP-RCV-05", "AMP-RCV-06")]
    public void has_the_totals_of_any_set()
    {
        var node = With(Amp);
        Assert.Equal([$"1 {Unknown}"], node.Offers(Total(Child(1, 400, 0x55, 0, 0x11, 0x22), 999)).Show());
        Assert.Equal([$"2 {Unknown}"], node.Offers(Total(Child(2, 400, 0x55, 0, 0x11, 0x22), 2001)).Show());
        Assert.Equal([$"3 {Unknown}"], node.Offers(Total(Child(3, 400, 0x55, 0, 0x11, 0x22), 0)).Show());
        Assert.Empty(node.Offers(Child(4, 400, 0x55, 0, 0x11, 0x22)));
        Assert.Equal([$"4 {Unknown}", $"5 {Unknown}"], node.Offers(Total(Child(5, 600, 0x55, 1, 0x11, 0x22), 1001)).Show());
    }

    [Fact]
    [Requirement("AMP-RCV-17", "MPP-RCV-31")]
    public void fails_with_its_invoice_unless_it_has_settled()
    {
        var node = With(Amp);
        node.Offers(Child(1, 1000, 0x99, 0, 0x11));
        node.Offers(Child(2, 400, 0x55, 0, 0x11, 0x22));
        node.Offers(Child(3, 400, 0x66, 0, 0x11, 0x22));
        Assert.Equal([$"2 {Unknown}", $"3 {Unknown}"], node.On(new NodeEvent.InvoiceCanceled(AmpAddress)).Show());
        Assert.Equal(["1 settles"], node.Offers(Child(1, 1000, 0x99, 0, 0x11)).Show());
        Assert.Equal([$"4 {Unknown}"], node.Offers(Child(4, 1000, 0x33, 0, 0x11)).Show());
    }

    [Fact]
    [Requirement("AMP-RCV-21")]
    public void opens_nothing_through_a_share_of_a_part_that_failed()
    {
        var node = With(Amp);
        node.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22));
        node.Offers(Child(2, 600, 0x55, 1, 0x11, 0x22) with { Wire = new(new Msat(1)) });
        Assert.Equal(["1 mpp_timeout"], node.Waits(60_000).Show());
    }

    [Fact]
    [Requirement("AMP-RCV-23")]
    public void finds_no_room_beside_as_many_as_its_invoice_may_have()
    {
        var node = Under(Rules.Ours with { MaxSets = 1 }, Amp);
        node.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22));
        Assert.Equal(["2 temporary_node_failure"], node.Offers(Child(2, 400, 0x66, 0, 0x11, 0x22)).Show());
        Assert.Equal(["1 settles", "3 settles"], node.Offers(Child(3, 600, 0x55, 1, 0x11, 0x22)).Show());
        Assert.Empty(node.Offers(Child(4, 400, 0x66, 0, 0x11, 0x22)));
    }

    [Fact]
    [Requirement("AMP-WIRE-03", "AMP-WIRE-04", "AMP-RCV-03")]
    public void needs_payment_data_an_id_and_an_invoice_of_its_kind()
    {
        var whole = Child(1, 1000, 0x55, 0, 0x11);
        var payload = Assert.IsType<Decoded<FinalPayload>.Ok>(whole.Payload).Value;
        Assert.Equal([$"1 {Unknown}"], With(Amp).Offers(whole with { Payload = new Decoded<FinalPayload>.Ok(payload with { PaymentData = null }, 0) }).Show());
        Assert.Equal([$"1 {Unknown}"], With(Amp).Offers(Child(1, 1000, 0, 0, 0x11)).Show());
        Assert.Equal([$"1 {Unknown}"], With(Mpp with { PaymentSecret = AmpAddress }).Offers(whole).Show());
        Assert.Equal([$"1 {Unknown}"], With(Amp).Offers(Part(1, 1000, says: p => p with { PaymentData = new PaymentData(AmpAddress, new Msat(1000)) })).Show());
    }

    [Fact]
    [Requirement("AMP-RCV-20")]
    public void waits_for_no_owner()
    {
        var node = With(Amp);
        node.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22));
        Assert.Empty(node.On(new NodeEvent.SetSettled(new SetKey.Amp(AmpAddress, new SetId(Filled(0x55))), Opens)));
        Assert.DoesNotContain(node.Offers(Child(2, 600, 0x55, 1, 0x11, 0x22)), action => action is NodeAction.Announce);
    }

    private static Offer Total(Offer offer, ulong total) => offer with
    {
        Payload = new Decoded<FinalPayload>.Ok(((Decoded<FinalPayload>.Ok)offer.Payload).Value with { PaymentData = new PaymentData(AmpAddress, new Msat(total)) }, 0),
    };
}

public sealed class A_part_without_an_invoice
{
    private static readonly Rules Open = Rules.Ours with { AcceptAmp = true, AcceptKeysend = true };

    [Fact]
    [Requirement("AMP-RCV-18", "AMP-RCV-19")]
    public void makes_one_for_AMP_where_that_is_wanted()
    {
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], With().Offers(Child(1, 1000, 0x55, 0, 0x11)).Show());
        var node = Under(Open);
        Assert.Equal(["1 settles"], node.Offers(Child(1, 1000, 0x55, 0, 0x11)).Show());
        Assert.Equal(new Invoice(AmpAddress, null, new Terms { Amount = new Msat(1000), Amp = true, MinFinalCltvExpiry = Open.CltvMargin }), node.Node.Invoices.Single());
    }

    [Fact]
    [Requirement("MPP-RCV-22", "AMP-RCV-18")]
    public void makes_none_where_it_is_refused()
    {
        var node = Under(Open);
        node.Offers(Child(1, 1000, 0x55, 0, 0));
        Assert.Empty(node.Node.Invoices);
    }

    [Fact]
    [Requirement("KEYSEND-01", "PRIV-05")]
    public void is_keysend_if_its_preimage_opens_it_and_no_invoice_has_its_hash()
    {
        var keysend = Part(1, 1000, says: p => p with { PaymentData = null, KeysendPreimage = Opens });
        Assert.Equal(["1 settles"], Under(Open).Offers(keysend).Show());
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], With().Offers(keysend).Show());
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], Under(Open, Mpp).Offers(keysend).Show());
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], Under(Open).Offers(keysend with { Hash = new Hash32(Filled(0x77)) }).Show());
    }

    [Fact]
    [Requirement("PRIV-05", "AMP-RCV-18")]
    public void is_none_if_an_invoice_has_its_secret()
    {
        var other = new Preimage(Filled(0x02));
        var node = Under(Open, Mpp);
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], node.Offers(Part(1, 1000, says: p => p with { KeysendPreimage = other }) with { Hash = other.Hash() }).Show());
        Assert.Single(node.Node.Invoices);
        Assert.Equal(["2 settles"], node.Offers(Part(2, 1000)).Show());
    }

    [Fact]
    [Requirement("KEYSEND-02", "KEYSEND-03")]
    public void is_keysend_in_parts_under_the_rules_of_any_set()
    {
        var node = Under(Open);
        Func<ulong, ulong, Offer> part = (id, amount) => Part(id, amount, says: p => p with { KeysendPreimage = Opens });
        node.Offers(part(1, 400));
        Assert.Equal(["2 incorrect_or_unknown_payment_details"], node.Offers(Part(2, 600)).Show());
        Assert.Equal(["1 mpp_timeout"], node.Waits(60_000).Show());
        node.Offers(part(3, 400), at: 60_000);
        Assert.Equal(["3 settles", "4 settles"], node.Offers(part(4, 600), at: 60_000).Show());
    }

    [Fact]
    [Requirement("AMP-RCV-04")]
    public void and_any_other_gets_a_verdict_whatever_records_it_has()
    {
        var child = Child(1, 1000, 0x55, 0, 0x11);
        var amp = ((Decoded<FinalPayload>.Ok)child.Payload).Value.Amp;
        Receiving[] nodes = [With(), With(Mpp), With(Amp), With(Mpp, Amp), Under(Open), Under(Open, Mpp), Under(Open, Amp)];
        var payloads =
            from data in new PaymentData?[] { null, new PaymentData(Secret, new Msat(1000)), new PaymentData(AmpAddress, new Msat(1000)), new PaymentData(new(Filled(0x99)), new Msat(1000)) }
            from record in new AmpRecord?[] { null, amp }
            from keysend in new Preimage?[] { null, Opens, new Preimage(Filled(0x98)) }
            select new FinalPayload { AmtToForward = new Msat(1000), OutgoingCltvValue = 1, PaymentData = data, Amp = record, KeysendPreimage = keysend };
        var id = 100UL;
        Assert.All(from node in nodes from payload in payloads from hash in new[] { Mpp.PaymentHash!.Value, child.Hash } select (node, payload, hash), row =>
        {
            var answers = row.node.Offers(Part(++id, 1000) with { Hash = row.hash, Payload = new Decoded<FinalPayload>.Ok(row.payload, 0) });
            Assert.Single(answers.Show(), text => text.StartsWith($"{id} ", StringComparison.Ordinal));
        });
    }
}
