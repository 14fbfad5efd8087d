using AmpSpec.Primitives;
using static AmpSpec.Settlement.Exploring.Breaches;
using static AmpSpec.Settlement.Exploring.Nodes.ReceiverEvent;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>What an observer makes of a step. It reads what was offered, held and told, never why, and nothing that the node says of itself.</summary>
/// <param name="Step">The step.</param>
/// <param name="After">The world after it.</param>
internal sealed record Observer(Episode Step, World After)
{
    private Scope Scope => Step.Scope;

    private World Before => Step.Before;

    private Rules Rules => Scope.Rules;

    /// <summary>The world after, with what was seen.</summary>
    public World Watched()
    {
        var tales = Enumerable.Range(0, Before.Memories.Count).Select(set => Tale.Of(Step, After, set)).ToSeq();
        var breach = tales.Aggregate(Breach.None, (all, tale) => all | tale.Breach)
            | When(Breach.Foreign, !InvoicesStand(tales))
            | When(Breach.Unlike, !IsRepeated())
            | When(Breach.Impure, IsRefusedAlone(tales) && !IsUnchanged())
            | When(Breach.Telling, Step.Arriving is { IsWrong: true } letter && Step.Told(Step.Stage.One) is { } told && !IsUniform(letter, told))
            | When(Breach.Overdue, IsForgotten())
            | When(Breach.Blind, After.IsStale && IsReleased())
            | When(Breach.Early, IsEarly());
        return After with { Memories = tales.Select(tale => tale.Memory).ToSeq(), Breach = Before.Breach | (breach & ~Promises.Waived(Scope)) };
    }

    // I4: an invoice stays as payable as it was, but for one that is paid, that its owner gives up, or that ends
    private bool InvoicesStand(Seq<Tale> tales) => Before.Invoices.Select((invoice, at) => After.Invoices.Count > at && (
        After.Invoices[at].Status == invoice.Status
        || (invoice.Status is InvoiceStatus.Open && After.Invoices[at].Status is InvoiceStatus.Paid && !invoice.Terms.Amp && tales.Any(tale => tale.Settles && tale.Memory.Key.PaysTo(invoice, Rules)))
        || (invoice.Status is InvoiceStatus.Open && Step.On is InvoiceCancelled(var which) && Before.Invoices[which].PaymentSecret == invoice.PaymentSecret)
        || (Step.On is Ticked && invoice.ExpiresAt is { } end && end.HasCome(Step.Node.Now.Clock)))).All(stands => stands);

    // I6: the same answer, or none while it is held; a restart tells what had not left
    private bool IsRepeated() => Step.On switch
    {
        Replayed => Step.Piece is Piece.Forgotten || (IsUnchanged() && (Step.Piece is Piece.Answered(_, var answer) ? Step.Actions is [var again] && again == answer : Step.Actions.Count == 0)),
        Restarted(false, var delivered) => IsUnchanged() && Step.Actions.SequenceEqual(Before.Last.Skip(delivered ?? int.MaxValue).Where(IsStillSo)),
        Restarted => After.Invoices == Before.Invoices && After.Ended == Before.Ended,
        Offered or Proposed or Committed or Lost or Ticked or BlocksCame or OwnerSettles or OwnerCancels or InvoiceCancelled or Stopping or TipSeen or NextRejected => true,
    };

    // the latest offer of a name waits
    private bool IsEarly() => Step.On is Proposed(var latest) && (Step.Actions.Count > 0 || !IsUnchanged() || Step.One() != new Piece.InFlight(latest));

    // an owner hears of a set that waits for him still
    private bool IsStillSo(NodeAction action) => action is not NodeAction.Announce(var key, _) || Before.Find(key) is { Set: HtlcSet.Complete };

    private bool IsUnchanged() => After.Groups == Before.Groups && After.Invoices == Before.Invoices && After.Ended == Before.Ended;

    // a part that was the whole of its set is not refused alone: it fails with its set
    private bool IsRefusedAlone(Seq<Tale> tales) => Step.Arriving is not null && Step.Told(Step.Stage.One) is NodeAction.Fail or NodeAction.FailMalformed
        && Step.Actions.Count == 1 && !tales.Any(tale => tale.Dies);

    // I8: what PERM|15 tells is the offer's own amount and the height
    private static bool IsUniform(Letter letter, NodeAction told) =>
        told is NodeAction.Fail(_, var message) && message == Wire.FinalFailure.UnknownDetails(letter.Offer.Wire.Msat, Frame.Height);

    // I9: what vanishes without an answer is never answered
    private bool IsForgotten() => Step.On is not Restarted
        && (Step.One() is Piece.Forgotten || Step.Others().Any(change => change.After is Piece.Forgotten));

    private bool IsReleased() => Step.On is not (Replayed or Restarted) && Step.Actions.Any(action => action is NodeAction.Settle);
}
