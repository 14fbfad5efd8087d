using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>When a timer has run out.</summary>
public static class SetTimer
{
    private const ulong Second = 1000;

    /// <summary>The first moment at which a timer that began at <paramref name="begun"/> has run out.</summary>
    [Requirement("MPP-RCV-15")]
    public static Instant DueAt(Instant begun, Rules rules) => rules.TimerEnd switch
    {
        TimerEnd.At => begun.After(rules.SetTimeoutMs),
        TimerEnd.Beyond => new Instant(Floor(Floor(begun.Milliseconds, Second) + rules.SetTimeoutMs, Second)).After(Second),
        TimerEnd.Ticks => new Instant(Floor(begun.Milliseconds, rules.TickMs)).After(Floor(rules.SetTimeoutMs + rules.TickMs - 1, rules.TickMs)),
    };

    private static ulong Floor(ulong milliseconds, ulong step) => milliseconds / step * step;
}
