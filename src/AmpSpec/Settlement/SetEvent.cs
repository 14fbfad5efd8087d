using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>What can happen to one set.</summary>
public abstract record SetEvent
{
    private SetEvent()
    {
    }

    /// <summary>A part that the invoice takes has come for this set.</summary>
    /// <param name="Part">Which one.</param>
    /// <param name="HasRoom">Whether the invoice may have this set open beside its others.</param>
    public sealed record PartArrived(Part Part, bool HasRoom = true) : SetEvent
    {
        /// <summary>Whether its owner wants neither it nor its set.</summary>
        public bool IsRejected { get; init; }
    }

    /// <summary>A part is gone: its channel was closed, or its peer took it back.</summary>
    public sealed record PartLost : SetEvent;

    /// <summary>The clock went on.</summary>
    public sealed record TimePassed : SetEvent;

    /// <summary>The clock of one part has run out; only where each part has a timer of its own.</summary>
    public sealed record PartTimedOut(Part Part, Held Left) : SetEvent;

    /// <summary>The chain went on.</summary>
    public sealed record BlockPassed : SetEvent;

    /// <summary>One part is too near to its expiry; only where the others stay.</summary>
    public sealed record PartTooLate(Part Part, Held Left) : SetEvent;

    /// <summary>Blocks come again, after a time without.</summary>
    public sealed record TipCaughtUp : SetEvent;

    /// <summary>The invoice has expired; only where that fails what is held.</summary>
    public sealed record InvoiceEnded : SetEvent;

    /// <summary>The node is about to stop.</summary>
    public sealed record NodeStops : SetEvent;

    /// <summary>The owner lets a complete set settle.</summary>
    public sealed record OwnerSettles(Preimage Preimage) : SetEvent;

    /// <summary>The owner gives the set up, or its invoice.</summary>
    public sealed record OwnerCancels : SetEvent;
}
