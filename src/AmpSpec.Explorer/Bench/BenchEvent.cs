namespace AmpSpec.Explorer.Bench;

/// <summary>What can happen to the benchmark machine.</summary>
internal abstract record BenchEvent
{
    private BenchEvent()
    {
    }

    public sealed override string ToString() => this is Sent(var amount) ? $"Sent {amount}" : GetType().Name;

    /// <summary>A part leaves the sender.</summary>
    public sealed record Sent(int Amount) : BenchEvent;

    /// <summary>A part in flight fails on its way.</summary>
    public sealed record Lost : BenchEvent;

    /// <summary>A part in flight comes to the receiver.</summary>
    public sealed record Arrived : BenchEvent;

    /// <summary>A held part is fulfilled.</summary>
    public sealed record Settled : BenchEvent;

    /// <summary>A held part is failed.</summary>
    public sealed record FailedBack : BenchEvent;

    /// <summary>The timer goes on.</summary>
    public sealed record Ticked : BenchEvent;

    /// <summary>The timer has run out.</summary>
    public sealed record TimedOut : BenchEvent;
}
