using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Conformance.Tests.Scenarios;

/// <summary>Policies that no verb of a scenario shows.</summary>
public sealed class The_rules_of_a_node
{
    [Theory]
    [InlineData(StaleTip.Waits, "incorrect_or_unknown_payment_details")]
    [InlineData(StaleTip.Unseen, "incorrect_or_unknown_payment_details")]
    [InlineData(StaleTip.FailPart, "temporary_node_failure")]
    public void let_a_part_wait_for_the_chain(StaleTip policy, string code)
    {
        var node = new Node(Rules.Ours with { StaleTip = policy }, new Now(new Instant(0), new BlockHeight(100)), []);
        var stale = node.Decide(new NodeEvent.TipSeen(IsStale: true), node.Now.Clock, node.Now.Height)!.Entry.Node;
        Assert.Equal(code, Told(stale));
        var fresh = stale.Decide(new NodeEvent.TipSeen(IsStale: false), node.Now.Clock, node.Now.Height)!.Entry.Node;
        Assert.Equal("incorrect_or_unknown_payment_details", Told(fresh));
    }

    private static string Told(Node node)
    {
        var payload = new FinalPayload { AmtToForward = new Msat(1000), OutgoingCltvValue = 200, PaymentData = new PaymentData(new PaymentSecret(default), new Msat(1000)) };
        var offer = new Offer(new HtlcId("c", "0"), default, new WireAmount(new Msat(1000)), new CltvExpiry(200), new Decoded<FinalPayload>.Ok(payload, 0));
        var decision = node.Decide(new NodeEvent.HtlcOffered(offer), node.Now.Clock, node.Now.Height)!;
        var fail = Assert.IsType<NodeAction.Fail>(Assert.Single(decision.Release(new Nowhere().Append(decision.Entry)).Actions));
        return fail.Message.Row!.Name;
    }

    private sealed class Nowhere : Journal
    {
        protected override void Write(Entry entry)
        {
        }
    }
}
