namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>What can happen to a receiver that is explored. Each is one event of the node.</summary>
public abstract record ReceiverEvent
{
    private ReceiverEvent()
    {
    }

    /// <summary>A part is offered, and can no longer be taken back.</summary>
    public sealed record Offered(Letter Letter) : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"offered: {Letter}";
    }

    /// <summary>A part is offered, and can still be taken back.</summary>
    public sealed record Proposed(Letter Letter) : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"proposed: {Letter}";
    }

    /// <summary>What was proposed can no longer be taken back.</summary>
    public sealed record Committed : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "committed";
    }

    /// <summary>A part that was offered is presented again.</summary>
    public sealed record Replayed : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "presented again";
    }

    /// <summary>A part is gone.</summary>
    public sealed record Lost : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "lost";
    }

    /// <summary>The clock goes on by a tick.</summary>
    public sealed record Ticked : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "a tick";
    }

    /// <summary>The chain goes on, by as many blocks as bring the newest part past its deadline; one, where margins agree.</summary>
    public sealed record BlocksCame : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "a block";
    }

    /// <summary>The owner lets a set settle.</summary>
    /// <param name="Set">Which one of the scope, from 0.</param>
    public sealed record OwnerSettles(int Set) : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"the owner settles set {Set + 1}";
    }

    /// <summary>The owner gives a set up.</summary>
    /// <param name="Set">Which one of the scope, from 0.</param>
    public sealed record OwnerCancels(int Set) : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"the owner cancels set {Set + 1}";
    }

    /// <summary>The owner gives an invoice up.</summary>
    /// <param name="Invoice">Which one of the scope, from 0.</param>
    public sealed record InvoiceCancelled(int Invoice) : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"the owner cancels invoice {Invoice + 1}";
    }

    /// <summary>The process died and starts again.</summary>
    /// <param name="Lossy">Whether undecided sets are not in its record.</param>
    /// <param name="Delivered">How many answers of the last event had left; null for all.</param>
    public sealed record Restarted(bool Lossy, int? Delivered) : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => Lossy ? "the node starts again without its undecided sets" : Delivered is { } left ? $"the node starts again when {left} answers had left" : "the node starts again";
    }

    /// <summary>The node is told to stop soon.</summary>
    public sealed record Stopping : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "the node is about to stop";
    }

    /// <summary>The chain was looked at.</summary>
    public sealed record TipSeen(bool IsStale) : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => IsStale ? "the tip is stale" : "the tip is fresh again";
    }

    /// <summary>The owner will want neither the next part nor its set.</summary>
    public sealed record NextRejected : ReceiverEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "the owner rejects the next part";
    }
}
