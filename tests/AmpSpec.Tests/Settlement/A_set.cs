using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

public sealed class A_set
{
    [Fact]
    [Requirement("MPP-RCV-12", "MPP-RCV-13", "MPP-RCV-19")]
    public void opens_nothing_until_it_is_whole_and_then_all_of_it()
    {
        var node = With(Mpp);
        Assert.Empty(node.Offers(Part(1, 400)));
        Assert.Empty(node.Offers(Part(2, 599)));
        Assert.Equal(["1 settles", "2 settles", "3 settles"], node.Offers(Part(3, 1)).Show());
    }

    [Fact]
    [Requirement("MPP-RCV-11")]
    public void counts_what_the_payer_meant_and_not_what_hops_add()
    {
        var node = With(Mpp);
        Assert.Empty(node.Offers(Part(1, 400) with { Wire = new(new Msat(5000)) }));
        Assert.Equal((new OnionAmount(new Msat(400)), new WireAmount(new Msat(5000))), (node.HoldsNow(Key).Sum, node.HoldsNow(Key).WireSum));
    }

    [Fact]
    [Requirement("MPP-RCV-11", "MPP-RCV-26")]
    public void is_what_its_first_part_said()
    {
        Part part = new(new HtlcId("c0", "1"), Opens.Hash(), new(new Msat(400)), new(new Msat(400)), new(new Msat(1000)), new(800_144)) { Keysend = true, PaymentMetadata = [1], AcceptedAt = new Now(new Instant(5), new BlockHeight(800_000)) };
        var held = Held.Of([part, part with { Keysend = false, PaymentMetadata = [2], Total = new(new Msat(1001)), AcceptedAt = new Now(new Instant(6), new BlockHeight(800_000)) }]);
        Assert.Equal((true, new TotalAmount(new Msat(1000)), new Instant(5), (byte)1), (held.Keysend, held.Total, held.FirstAt, held.PaymentMetadata!.Value[0]));
    }

    [Fact]
    [Requirement("MPP-RCV-01")]
    public void has_one_hash_and_one_secret()
    {
        var same = Mpp with { PaymentSecret = new PaymentSecret(Filled(0x23)) };
        var node = With(Mpp, same);
        node.Offers(Part(1, 400));
        Assert.Empty(node.Offers(Part(2, 600, says: p => p with { PaymentData = new PaymentData(same.PaymentSecret!.Value, new Msat(1000)) })));
        Assert.Equal(2, node.Node.Sets.Count);
    }

    [Fact]
    [Requirement("MPP-RCV-14")]
    public void fails_whole_where_totals_differ()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        Assert.Equal(["1 incorrect_or_unknown_payment_details", "2 incorrect_or_unknown_payment_details"], node.Offers(Part(2, 600, total: 1001)).Show().Order());
        Assert.Empty(node.Node.Sets);
    }

    [Fact]
    [Requirement("MPP-RCV-29")]
    public void takes_no_more_parts_than_it_may()
    {
        var node = Under(Rules.Ours with { MaxParts = 1 }, Mpp);
        node.Offers(Part(1, 400));
        Assert.Equal(["2 temporary_node_failure"], node.Offers(Part(2, 600)).Show());
        Assert.Equal(1, node.HoldsNow(Key).Parts);
    }

    [Fact]
    [Requirement("MPP-RCV-30", "MPP-WIRE-07")]
    public void never_adds_up_beyond_all_bitcoins()
    {
        var node = With(Mpp with { Terms = Mpp.Terms with { Amount = null } });
        var all = Msat.AllBitcoins.Value;
        node.Offers(Part(1, all - 1, all));
        Assert.Equal(["2 incorrect_or_unknown_payment_details"], node.Offers(Part(2, all, all)).Show());
        Assert.Equal(["1 settles", "3 settles"], node.Offers(Part(3, 1, all)).Show());
        Assert.Equal(new WireAmount(new Msat(ulong.MaxValue)), new WireAmount(new Msat(ulong.MaxValue)) + new WireAmount(new Msat(1)));
    }

    [Fact]
    [Requirement("MPP-RCV-27")]
    public void has_one_metadata()
    {
        var node = With(Mpp with { Terms = Mpp.Terms with { PaymentMetadata = Seq.Create<byte>([1, 2]) } });
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], node.Offers(Part(1, 400)).Show());
        Assert.Empty(node.Offers(Part(2, 400, says: p => p with { PaymentMetadata = Seq.Create<byte>([1, 2]) })));
        Assert.Equal(["3 incorrect_or_unknown_payment_details"], node.Offers(Part(3, 600, says: p => p with { PaymentMetadata = Seq.Create<byte>([1, 3]) })).Show());
    }

    [Fact]
    [Requirement("MPP-RCV-26")]
    public void keeps_even_records_that_are_in_all_parts_and_odd_ones_that_are_equal_in_all()
    {
        TlvRecord even = new(65_536, [1]), same = new(65_537, [2]), other = new(65_539, [3]), changed = new(65_539, [4]);
        var node = With(Mpp);
        node.Offers(Part(1, 300, says: p => p with { Custom = [even, same, other] }));
        node.Offers(Part(2, 300, says: p => p with { Custom = [even, same, changed] }));
        Assert.Equal([even, same], node.HoldsNow(Key).Custom);
        node.Offers(Part(3, 300, says: p => p with { Custom = [even] }));
        Assert.Equal([even], node.HoldsNow(Key).Custom);
    }

    [Fact]
    [Requirement("MPP-RCV-26", "MPP-RCV-22")]
    public void loses_no_odd_record_to_a_part_that_is_refused()
    {
        TlvRecord odd = new(65_537, [2]);
        var node = With(Mpp);
        node.Offers(Part(1, 300, says: p => p with { Custom = [odd] }));
        node.Offers(Part(2, 300, total: 999));
        node.Offers(Part(3, 300, says: p => p with { Custom = [new TlvRecord(65_536, [1])] }));
        Assert.Equal([odd], node.HoldsNow(Key).Custom);
    }

    [Fact]
    [Requirement("INV-07", "MPP-RCV-20")]
    public void that_has_settled_takes_no_further_part()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 1000));
        Assert.Equal(["2 incorrect_or_unknown_payment_details"], node.Offers(Part(2, 1000)).Show());
        Assert.Equal(["1 settles"], node.Offers(Part(1, 1000)).Show());
    }
}

public sealed class A_set_that_runs_out_of_time
{
    [Fact]
    [Requirement("MPP-RCV-15", "MPP-RCV-16")]
    public void fails_whole_a_minute_after_its_first_part_however_late_the_others_came()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400), at: 7);
        node.Offers(Part(2, 400), at: 59_000);
        Assert.Empty(node.Waits(60_006));
        Assert.Equal(["1 mpp_timeout", "2 mpp_timeout"], node.Waits(60_007).Show());
        Assert.Empty(node.Node.Sets);
    }

    [Fact]
    [Requirement("MPP-RCV-17")]
    public void does_so_only_while_it_is_incomplete()
    {
        var node = With(Waiting);
        Assert.Equal(["claimable 1000"], node.Offers(Part(1, 1000)).Show());
        Assert.Empty(node.Waits(10_000_000));
        Assert.Equal(["1 settles"], node.On(new NodeEvent.SetSettled(Key, Opens), 10_000_000).Show());
    }

    [Fact]
    [Requirement("CHAIN-01", "MPP-RCV-18", "MPP-RCV-16")]
    public void of_blocks_fails_whole_when_its_first_expiry_is_too_near()
    {
        var node = With(Waiting);
        node.Offers(Part(1, 400) with { Expiry = new(800_200) });
        node.Offers(Part(2, 600));
        Assert.Empty(node.Waits(0, height: 800_126));
        Assert.Equal(["1 incorrect_or_unknown_payment_details", "2 incorrect_or_unknown_payment_details"], node.On(new NodeEvent.SetSettled(Key, Opens), height: 800_127).Show());
    }

    [Fact]
    [Requirement("CHAIN-07")]
    public void is_judged_by_the_latest_reading_of_clock_and_height()
    {
        var node = With(Mpp);
        node.Waits(5_000, 800_010);
        node.Waits(1_000, 700_000);
        Assert.Equal(new Now(new Instant(5_000), new BlockHeight(800_010)), node.Node.Now);
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], node.Offers(Part(1, 400, says: p => p with { OutgoingCltvValue = 1 }) with { Expiry = new(800_027) }, 0, 700_000).Show());
    }
}

[Requirement("MPP-RCV-21", "MPP-RCV-22")]
public sealed class A_part_to_a_complete_set
{
    [Fact]
    public void is_refused_alone()
    {
        var node = With(Waiting);
        node.Offers(Part(1, 1000));
        var before = node.Node.Sets;
        Assert.Equal(["2 incorrect_or_unknown_payment_details"], node.Offers(Part(2, 1) with { Expiry = new(800_144) }).Show());
        Assert.Equal(before, node.Node.Sets);
        Assert.Equal(["1 settles"], node.On(new NodeEvent.SetSettled(Key, Opens)).Show());
    }
}

public sealed class A_part_that_is_lost
{
    [Fact]
    [Requirement("MPP-RCV-19", "MPP-RCV-18")]
    public void fails_its_set()
    {
        var node = With(Waiting);
        node.Offers(Part(1, 400));
        node.Offers(Part(2, 600));
        Assert.Equal(["2 mpp_timeout"], node.On(new NodeEvent.HtlcDropped(Part(1, 400).Id)).Show());
        Assert.Empty(node.On(new NodeEvent.SetSettled(Key, Opens)));
    }

    [Fact]
    [Requirement("MPP-RCV-19", "MPP-RCV-23")]
    public void hears_what_the_others_heard_when_it_comes_again()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        Assert.Empty(node.On(new NodeEvent.HtlcDropped(Part(1, 400).Id)));
        Assert.Equal(["1 mpp_timeout"], node.Offers(Part(1, 400)).Show());
        Assert.Equal(0, node.HoldsNow(Key).Parts);
        Assert.Equal(["1 mpp_timeout"], node.Offers(Part(1, 400), at: 90_000, height: 900_000).Show());
    }

    [Fact]
    [Requirement("MPP-RCV-25")]
    public void after_its_set_was_settled_changes_nothing()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        node.Offers(Part(2, 600));
        Assert.Empty(node.On(new NodeEvent.HtlcDropped(Part(1, 400).Id)));
        Assert.Equal(["1 settles"], node.Offers(Part(1, 400), at: 1_000_000, height: 900_000).Show());
        Assert.Equal(["2 settles"], node.Offers(Part(2, 600), at: 1_000_000, height: 900_000).Show());
    }

    [Fact]
    [Requirement("MPP-RCV-34")]
    public void before_it_was_committed_counted_for_nothing()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        Assert.Empty(node.On(new NodeEvent.HtlcOffered(Part(2, 600), Committed: false)));
        Assert.Equal(1, node.HoldsNow(Key).Parts);
        Assert.Empty(node.On(new NodeEvent.HtlcDropped(Part(2, 600).Id)));
        Assert.Empty(node.On(new NodeEvent.HtlcCommitted(Part(2, 600).Id)));
        Assert.Equal(1, node.HoldsNow(Key).Parts);
    }
}
