using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

[Requirement("MPP-RCV-24")]
public sealed class A_decision
{
    private static readonly Instant Zero = new(0);
    private static readonly BlockHeight Height = new(800_000);

    [Fact]
    public void lets_its_actions_out_against_the_proof_of_its_own_record()
    {
        var decision = Settling();
        var journal = new Memory();
        var released = decision.Release(journal.Append(decision.Entry));
        Assert.Equal(["1 settles"], released.Actions.Show());
        Assert.Equal([decision.Entry], journal.Written);
    }

    [Fact]
    public void keeps_them_where_the_proof_is_of_another_record()
    {
        var (one, equal) = (Settling(), Settling());
        Assert.Throws<ArgumentException>("proof", () => one.Release(new Memory().Append(equal.Entry)));
    }

    [Fact]
    public void keeps_them_where_the_record_could_not_be_written() =>
        Assert.Throws<IOException>(() => new Full().Append(Settling().Entry));

    [Fact]
    public void is_written_with_every_preimage_before_the_first_leaves()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        node.Offers(Part(2, 600));
        var written = node.Last!.Entry.Node;
        Assert.Equal(["1 settles", "2 settles"], written.Verdicts.Values.OfType<Verdict.Told>().Select(told => told.Action).OrderBy(action => ((NodeAction.Settle)action).Claim.Htlc.Id).Show());
    }

    [Theory]
    [InlineData(0, "1 settles", "2 settles")]
    [InlineData(1, "2 settles")]
    [InlineData(2)]
    [InlineData(9)]
    public void is_carried_out_to_its_end_by_whoever_starts_again_from_its_record(int delivered, params string[] left)
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        node.Offers(Part(2, 600));
        Assert.Equal(left, node.On(new NodeEvent.Restarted(Lossy: false, delivered)).Show());
    }

    [Fact]
    public void that_cannot_be_made_changes_nothing()
    {
        var node = With(Waiting);
        node.Offers(Part(1, 1000));
        Assert.Null(node.Node.Decide(new NodeEvent.SetSettled(Key, new Preimage(Filled(0x77))), new Instant(99_999), new BlockHeight(800_100)));
        Assert.Null(node.Node.Decide(new NodeEvent.SetSettled(Key, null), Zero, Height));
        Assert.Equal((Zero, Height), (node.Node.Now.Clock, node.Node.Now.Height));
    }

    private static Decision Settling() => With(Mpp).Node.Decide(new NodeEvent.HtlcOffered(Part(1, 1000)), Zero, Height)!;

    private sealed class Full : Journal
    {
        protected override void Write(Entry entry) => throw new IOException("the disk is full");
    }
}

[Requirement("MPP-RCV-23")]
public sealed class An_HTLC_that_is_presented_again
{
    [Fact]
    public void is_held_once()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        Assert.Empty(node.Offers(Part(1, 400)));
        Assert.Equal(1, node.HoldsNow(Key).Parts);
        Assert.Contains(node.Last!.Rows, row => row.Requirements.Contains("MPP-RCV-23"));
    }

    [Fact]
    public void gets_its_answer_before_any_rule_is_asked()
    {
        var node = With(Mpp);
        var refused = node.Offers(Part(1, 400, total: 999));
        Assert.Equal(refused, node.Offers(Part(1, 400), at: 5, height: 800_100));
    }

    [Fact]
    [Requirement("MPP-RCV-24")]
    public void is_new_to_a_node_that_forgot_it()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        Assert.Empty(node.On(new NodeEvent.Restarted(Lossy: true, null), at: 50_000));
        Assert.Empty(node.Node.Sets);
        Assert.Empty(node.Offers(Part(1, 400), at: 50_000));
        Assert.Empty(node.Waits(109_999));
        Assert.Equal(["1 mpp_timeout"], node.Waits(110_000).Show());
    }

    [Fact]
    [Requirement("MPP-RCV-31")]
    public void is_settled_again_though_its_invoice_was_cancelled_since()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 1000));
        node.On(new NodeEvent.InvoiceCanceled(Secret));
        Assert.Equal(InvoiceStatus.Paid, node.Node.Invoices[0].Status);
        Assert.Equal(["1 settles"], node.Offers(Part(1, 1000)).Show());
    }
}
