using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring;

/// <summary>What can happen to the world.</summary>
public abstract record WorldEvent
{
    private WorldEvent()
    {
    }

    /// <summary>A part is offered to a set.</summary>
    /// <param name="Set">Which one, from 0.</param>
    /// <param name="Letter">What the part says.</param>
    public sealed record Offered(int Set, Letter Letter) : WorldEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"offered to set {Set + 1}: {Letter.Name}";
    }

    /// <summary>A held part is gone.</summary>
    public sealed record Lost : WorldEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "lost";
    }

    /// <summary>A held part has waited too long by itself, or is too near to its expiry by itself.</summary>
    public sealed record PartIsDue(bool ByClock) : WorldEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => ByClock ? "its own timer has run out" : "its own expiry is too near";
    }

    /// <summary>The clock goes on by a tick.</summary>
    public sealed record Ticked : WorldEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "a tick";
    }

    /// <summary>A block comes.</summary>
    public sealed record BlockCame : WorldEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "a block";
    }

    /// <summary>The tip becomes stale, or fresh again.</summary>
    public sealed record TipSeen(bool IsStale) : WorldEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => IsStale ? "the tip is stale" : "the tip is fresh again";
    }

    /// <summary>The first thing that is due happens.</summary>
    public sealed record FirstDue : WorldEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "what is due first";
    }

    /// <summary>Something happens to one set alone.</summary>
    public sealed record ToSet(int Set, SetEvent On) : WorldEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"set {Set + 1}: {On.GetType().Name}";
    }

    /// <summary>The node is about to stop.</summary>
    public sealed record Stops : WorldEvent
    {
        /// <summary>In words.</summary>
        public override string ToString() => "the node is about to stop";
    }
}

/// <summary>A part as it can be offered.</summary>
/// <param name="Name">What it says, in words.</param>
/// <param name="Part">What it says; its id and time mean nothing.</param>
public sealed record Letter(string Name, Part Part)
{
    /// <summary>Whether the invoice has room for its set.</summary>
    public bool HasRoom { get; init; } = true;

    /// <summary>Whether its owner wants it.</summary>
    public bool IsRejected { get; init; }
}
