using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

public sealed class On_chain
{
    private static readonly Hash32 Hash = Opens.Hash();

    [Fact]
    [Requirement("CHAIN-02")]
    public void the_preimage_of_a_part_is_shown_only_when_its_set_is_decided()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        Assert.Null(Claim(node, Ours("1")));
        node.Offers(Part(2, 600));
        Assert.Equal(Opens, Claim(node, Ours("1"))!.Preimage);
        Assert.Equal(Ours("1").Id, Claim(node, Ours("1"))!.Htlc);
        Assert.Null(Claim(node, Ours("3")));
        Assert.Null(Claim(node, Ours("1") with { Hash = new Hash32(Filled(0x77)) }));
    }

    [Fact]
    [Requirement("CHAIN-02")]
    public void the_preimage_of_a_part_that_failed_stays_inside()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        node.Waits(60_000);
        Assert.Null(Claim(node, Ours("1")));
        node.Offers(Part(2, 1000), at: 60_000);
        Assert.Null(Claim(node, Ours("1")));
    }

    [Fact]
    [Requirement("CHAIN-02")]
    public void what_others_have_shown_may_be_shown_again_where_it_fits()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        Assert.Equal(Opens, Claim(node, Ours("1") with { Public = Opens })!.Preimage);
        Assert.Null(Claim(node, Ours("1") with { Public = new Preimage(Filled(0x02)) }));
    }

    [Fact]
    [Requirement("CHAIN-03")]
    public void a_part_that_is_forwarded_never_gets_the_preimage_of_our_invoice()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 1000));
        Assert.NotNull(Claim(node, Ours("1")));
        Assert.Null(Claim(node, Ours("1") with { IsForwarded = true }));
        Assert.Null(Claim(node, new ChainHtlc(new HtlcId("c9", "1"), Hash) { IsForwarded = true }));
        Assert.Equal(Opens, Claim(node, new ChainHtlc(new HtlcId("c9", "1"), Hash) { IsForwarded = true, Public = Opens })!.Preimage);
    }

    [Fact]
    [Requirement("CHAIN-05")]
    public void a_claim_is_broadcast_no_earlier_than_margins_allow()
    {
        Assert.Equal(new CltvDelta(16), Earliest(19, 18));
        Assert.Equal(new CltvDelta(15), Earliest(18, null));
        Assert.Equal(new CltvDelta(16), Earliest(30, 18));
        Assert.Equal(new CltvDelta(17), Earliest(30, 18, DeadlineEdge.At));
        Assert.Equal(new CltvDelta(0), Earliest(3, 2));
        Assert.Null(Earliest(2, 2));
        Assert.Null(Earliest(3, 1));
    }

    [Fact]
    [Requirement("CHAIN-06")]
    public void held_parts_below_the_dust_limit_of_their_channel_are_reported_as_at_risk()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 353));
        node.Offers(Part(2, 354));
        node.Offers(Part(3, 100) with { Id = new HtlcId("c1", "3") });
        var risk = OnChain.Dust(node.Node, channel => new Msat(channel == "c0" ? 354u : 0));
        Assert.Equal([new HtlcId("c0", "1")], risk.Parts);
        Assert.Equal(new WireAmount(new Msat(353)), risk.Sum);
        Assert.Equal(new WireAmount(new Msat(453)), OnChain.Dust(node.Node, channel => new Msat(channel == "c0" ? 354u : 101)).Sum);
        node.Waits(60_000);
        Assert.Empty(OnChain.Dust(node.Node, _ => new Msat(1_000_000)).Parts);
    }

    private static CltvDelta? Earliest(uint margin, uint? held, DeadlineEdge edge = DeadlineEdge.Below) =>
        OnChain.EarliestBroadcast(new Rules { CltvMargin = new(margin), FailBack = held is { } blocks ? new CltvDelta(blocks) : null, DeadlineEdge = edge });

    private static ChainHtlc Ours(string id) => new(new HtlcId("c0", id), Hash);

    private static Claim? Claim(Receiving node, ChainHtlc htlc) => OnChain.ClaimFor(new Memory().Append(node.Last!.Entry), htlc);
}
