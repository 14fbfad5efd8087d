using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>What can happen to a receiving node. Each comes with a reading of clock and height.</summary>
public abstract record NodeEvent
{
    private NodeEvent()
    {
    }

    /// <summary>Nothing but clock and chain going on.</summary>
    public sealed record Nothing : NodeEvent;

    /// <summary>A peer offers an HTLC; one that is known by its name is a replay.</summary>
    /// <param name="Offer">What is offered.</param>
    /// <param name="Committed">Whether the peer can no longer take it back.</param>
    public sealed record HtlcOffered(Offer Offer, bool Committed = true) : NodeEvent;

    /// <summary>An HTLC that was offered can no longer be taken back.</summary>
    public sealed record HtlcCommitted(HtlcId Id) : NodeEvent;

    /// <summary>An HTLC is gone without our doing.</summary>
    public sealed record HtlcDropped(HtlcId Id) : NodeEvent;

    /// <summary>The owner lets a set settle.</summary>
    /// <param name="Key">Which one.</param>
    /// <param name="Preimage">What opens it, where the node does not know it.</param>
    public sealed record SetSettled(SetKey Key, Preimage? Preimage) : NodeEvent;

    /// <summary>The owner gives a set up.</summary>
    public sealed record SetCanceled(SetKey Key) : NodeEvent;

    /// <summary>The owner gives an invoice up.</summary>
    /// <param name="PaymentSecret">Its secret; null where it has none.</param>
    /// <param name="PaymentHash">Its hash, where the secret does not say which it is.</param>
    public sealed record InvoiceCanceled(PaymentSecret? PaymentSecret, Hash32? PaymentHash = null) : NodeEvent
    {
        /// <summary>Whether it is this one.</summary>
        internal bool Means(Invoice invoice) => invoice.PaymentSecret == PaymentSecret && (PaymentHash is null || invoice.PaymentHash == PaymentHash);
    }

    /// <summary>The owner will want neither the next part nor its set.</summary>
    public sealed record NextRejected : NodeEvent;

    /// <summary>A set is opened before any part has come.</summary>
    /// <param name="Key">What its parts will have in common.</param>
    /// <param name="Terms">What its invoice asks.</param>
    /// <param name="Total">What its parts will name.</param>
    public sealed record SetOpened(SetKey Key, Terms Terms, TotalAmount Total) : NodeEvent;

    /// <summary>The chain was looked at.</summary>
    /// <param name="IsStale">Whether no block has come for too long.</param>
    public sealed record TipSeen(bool IsStale) : NodeEvent;

    /// <summary>The node is told to stop soon.</summary>
    public sealed record Stopping : NodeEvent;

    /// <summary>The process died and starts again from its record.</summary>
    /// <param name="Lossy">Whether undecided sets are not in the record.</param>
    /// <param name="Delivered">How many actions of the last decision had left; null for all.</param>
    public sealed record Restarted(bool Lossy, int? Delivered) : NodeEvent;
}

/// <summary>What a receiving node does.</summary>
public abstract record NodeAction
{
    private NodeAction()
    {
    }

    /// <summary>Opens an HTLC.</summary>
    public sealed record Settle(Claim Claim) : NodeAction;

    /// <summary>Fails an HTLC with a message for its payer.</summary>
    public sealed record Fail(HtlcId Htlc, Wire.FailureMessage Message) : NodeAction;

    /// <summary>Fails an HTLC as one whose onion is malformed; the peer tells the payer.</summary>
    public sealed record FailMalformed(HtlcId Htlc, Wire.FailureMessage Message) : NodeAction;

    /// <summary>Tells the owner that a set is complete.</summary>
    /// <param name="Key">Which one.</param>
    /// <param name="Amount">What its parts bring.</param>
    public sealed record Announce(SetKey Key, OnionAmount Amount) : NodeAction;
}
