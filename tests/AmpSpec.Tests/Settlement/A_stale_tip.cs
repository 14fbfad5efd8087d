using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

[Requirement("CHAIN-07", "MPP-RCV-18")]
public sealed class A_stale_tip
{
    [Fact]
    public void holds_a_set_that_would_settle_until_blocks_come_again()
    {
        var node = Stale(With(Mpp));
        Assert.Empty(node.Offers(Part(1, 400)));
        Assert.Empty(node.Offers(Part(2, 600)));
        Assert.Equal(["3 incorrect_or_unknown_payment_details"], node.Offers(Part(3, 600)).Show());
        Assert.Empty(node.Waits(60_000));
        Assert.Empty(node.On(new NodeEvent.TipSeen(true), at: 60_000));
        Assert.Equal(["1 settles", "2 settles"], Fresh(node).Show());
    }

    [Fact]
    public void lets_a_set_fail_where_too_many_blocks_had_come()
    {
        var node = Stale(With(Mpp));
        node.Offers(Part(1, 1000));
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], node.On(new NodeEvent.TipSeen(false), 0, 800_144 - 17).Show());
    }

    [Fact]
    public void makes_its_owner_ask_again()
    {
        var node = Stale(With(Waiting));
        Assert.Equal(["claimable 1000"], node.Offers(Part(1, 1000)).Show());
        Assert.Empty(node.On(new NodeEvent.SetSettled(Key, Opens)));
        Assert.Empty(Fresh(node));
        Assert.Equal(["1 settles"], node.On(new NodeEvent.SetSettled(Key, Opens)).Show());
    }

    [Fact]
    public void opens_an_AMP_set_afterwards_or_fails_it()
    {
        var good = Stale(With(Amp));
        good.Offers(Child(1, 1000, 0x55, 0, 0x11));
        Assert.Equal(["1 settles"], Fresh(good).Show());
        var bad = Stale(With(Amp));
        bad.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22, 0x44));
        Assert.Empty(bad.Offers(Child(2, 600, 0x55, 1, 0x11, 0x22, 0x44)));
        Assert.Equal(["1 incorrect_or_unknown_payment_details", "2 incorrect_or_unknown_payment_details"], Fresh(bad).Show());
    }

    [Fact]
    public void means_nothing_to_what_is_incomplete()
    {
        var node = Stale(With(Mpp));
        node.Offers(Part(1, 400));
        Assert.Empty(Fresh(node));
        Assert.Equal(["1 settles", "2 settles"], node.Offers(Part(2, 600)).Show());
    }

    [Fact]
    public void opens_no_part_beside_a_set_that_waits()
    {
        var node = Stale(Under(Rules.Ours with { ExtraPart = ExtraPart.Settled }, Mpp));
        node.Offers(Part(1, 1000));
        Assert.Equal(["2 incorrect_or_unknown_payment_details"], node.Offers(Part(2, 400)).Show());
    }

    [Fact]
    public void refuses_every_part_where_that_is_the_rule()
    {
        var node = Under(Rules.Ours with { StaleTip = StaleTip.FailPart }, Mpp);
        node.Offers(Part(1, 400));
        Stale(node);
        Assert.Equal(["2 temporary_node_failure"], node.Offers(Part(2, 600)).Show());
        Assert.Equal(1, node.HoldsNow(Key).Parts);
        Fresh(node);
        Assert.Equal(["1 settles", "3 settles"], node.Offers(Part(3, 600)).Show());
    }

    [Fact]
    public void is_not_seen_by_those_who_do_not_look()
    {
        Assert.Equal(["1 settles"], Stale(Under(Rules.Ours with { StaleTip = StaleTip.Unseen }, Mpp)).Offers(Part(1, 1000)).Show());
    }

    private static Receiving Stale(Receiving node)
    {
        Assert.Empty(node.On(new NodeEvent.TipSeen(true)));
        return node;
    }

    private static Seq<NodeAction> Fresh(Receiving node) => node.On(new NodeEvent.TipSeen(false));
}
