using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>Receivers that make the mistakes of chapter 31: the shipped one, with something done to what goes in or comes out.</summary>
internal static class Mistakes
{
    internal static IReadOnlyDictionary<string, Decides> All { get; } = new Dictionary<string, Decides>
    {
        // a bad share cancels the invoice
        ["C-01"] = (node, on, clock, height) => Subject.Shipped(node with { Rules = node.Rules with { Mismatch = Mismatch.CancelInvoice } }, on, clock, height),

        // the id of a set that failed collects again
        ["C-02"] = (node, on, clock, height) => Forgetting<HtlcSet.Dead>(Subject.Shipped(node, on, clock, height)),

        // the parts of a cancelled AMP invoice stay held
        ["C-03"] = (node, on, clock, height) => on is NodeEvent.InvoiceCanceled
            ? Beside(node, open => open.Key is SetKey.Amp, rest => Subject.Shipped(rest, on, clock, height))
            : Subject.Shipped(node, on, clock, height),

        // wire amounts are added up
        ["C-05"] = (node, on, clock, height) => Subject.Shipped(node with { Rules = node.Rules with { Progress = Progress.Wire } }, on, clock, height),

        // the id of a set that settled collects again
        ["C-12"] = (node, on, clock, height) => Forgetting<HtlcSet.Settled>(Subject.Shipped(node, on, clock, height)),

        // a part too many fails the whole set
        ["C-34"] = (node, on, clock, height) => Subject.Shipped(node, on, clock, height) is not { } released ? null
            : on is NodeEvent.HtlcOffered(var offer, true) && released.Actions is [NodeAction.Fail(var id, _)] && id == offer.Id && !node.Verdicts.ContainsKey(id)
              && released.Node.Sets.FirstOrDefault(open => open.Set is HtlcSet.Complete && open.Key == KeyOf(offer)) is { } complete
                ? Also(released, Subject.Shipped(released.Node, new NodeEvent.SetCanceled(complete.Key), clock, height)!)
                : released,

        // the timer fires on a set that waits for its owner
        ["C-46"] = (node, on, clock, height) => Subject.Shipped(
            node with { Sets = node.Sets.Select(open => open.Set is HtlcSet.Complete(var held) && held.FirstAt.After(60_000).HasCome(clock) ? open with { Set = new HtlcSet.Collecting(held) } : open).ToSeq() }, on, clock, height),

        // sets are grouped by the secret alone
        ["C-64"] = (node, on, clock, height) => Subject.Shipped(node, Said(on, offer => node.Invoices.FirstOrDefault(invoice => !invoice.Terms.Amp && invoice.PaymentSecret == DataOf(offer)?.PaymentSecret) is { PaymentHash: { } hash } ? offer with { Hash = hash } : offer), clock, height),

        // a set is judged by the total of its first part
        ["C-65"] = (node, on, clock, height) => Subject.Shipped(node, Said(on, offer => DataOf(offer) is { } data && node.Find(KeyOf(offer)) is { Set: HtlcSet.Collecting(var held) }
            ? offer with { Payload = new Decoded<FinalPayload>.Ok(((Decoded<FinalPayload>.Ok)offer.Payload).Value with { PaymentData = data with { TotalMsat = held.Total.Msat } }, 0) }
            : offer), clock, height),

        // after a crash the parts that were not answered yet are sent back, though the preimage is public
        ["C-71"] = (node, on, clock, height) => Subject.Shipped(node, on, clock, height) is not { } released ? null
            : on is NodeEvent.Restarted ? released with { Actions = released.Actions.Select(action => action is NodeAction.Settle(var claim) ? new NodeAction.Fail(claim.Htlc, FinalFailure.MppTimeout) : action).ToSeq() } : released,

        // preimages leave though no block has come for long; nobody was seen to do that, but it is decided in 0034
        ["a stale tip"] = (node, on, clock, height) => Subject.Shipped(node with { Rules = node.Rules with { StaleTip = StaleTip.Unseen } }, on, clock, height),
    };

    private static Released? Forgetting<T>(Released? released)
        where T : HtlcSet => released is null ? null
        : released with { Node = released.Node with { Ended = released.Node.Ended.RemoveRange(released.Node.Ended.Where(ended => ended.Value is T).Select(ended => ended.Key)) } };

    private static Released? Beside(Node node, Func<OpenSet, bool> hidden, Func<Node, Released?> then) =>
        then(node with { Sets = node.Sets.Where(open => !hidden(open)).ToSeq() }) is not { } released ? null
        : released with { Node = released.Node with { Sets = node.Sets.Where(hidden).Concat(released.Node.Sets).ToSeq() } };

    private static Released Also(Released first, Released then) => new(then.Node, first.Actions.Concat(then.Actions).ToSeq());

    private static NodeEvent Said(NodeEvent on, Func<Offer, Offer> otherwise) =>
        on is NodeEvent.HtlcOffered(var offer, var committed) ? new NodeEvent.HtlcOffered(otherwise(offer), committed) : on;

    private static PaymentData? DataOf(Offer offer) => (offer.Payload as Decoded<FinalPayload>.Ok)?.Value.PaymentData;

    private static SetKey KeyOf(Offer offer) => offer.Payload is Decoded<FinalPayload>.Ok({ Amp: { } amp, PaymentData: { } data }, _)
        ? new SetKey.Amp(data.PaymentSecret, amp.SetId)
        : new SetKey.Mpp(offer.Hash, DataOf(offer)?.PaymentSecret);
}
