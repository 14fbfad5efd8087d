namespace AmpSpec.Settlement.Exploring;

/// <summary>Promises that a step has broken.</summary>
[Flags]
public enum Breach
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>One part of a set was opened, another failed.</summary>
    Split = 1,

    /// <summary>Parts were opened that bring less than was named or asked.</summary>
    Short = 2,

    /// <summary>What happened to one set changed another, or whether an invoice takes another.</summary>
    Foreign = 4,

    /// <summary>A set that had ended changed.</summary>
    Revived = 8,

    /// <summary>A part that came again, or a restart, changed something or was answered otherwise.</summary>
    Unlike = 16,

    /// <summary>A part was refused alone and left a trace.</summary>
    Impure = 32,

    /// <summary>A wrong detail was told.</summary>
    Telling = 64,

    /// <summary>A part was held for longer than the timer of its set, or for ever.</summary>
    Overdue = 128,

    /// <summary>A part joined a set without its whole key.</summary>
    Stranger = 256,

    /// <summary>Parts were opened, or kept, with fewer blocks left than the margin.</summary>
    Late = 512,

    /// <summary>A set says another sum of itself than its parts bring, or one above all bitcoins.</summary>
    Wrong = 1024,

    /// <summary>A part failed when its preimage was public.</summary>
    Betrayed = 2048,

    /// <summary>A preimage left that does not open its part.</summary>
    Misopened = 4096,

    /// <summary>A preimage left on a stale tip.</summary>
    Blind = 8192,

    /// <summary>A set timed out before its time, or when it was complete; or it ended for an expiry that was not near.</summary>
    Untimely = 16384,

    /// <summary>An offer that its peer may still take back was told something, changed something, or did not take the place of an earlier one.</summary>
    Early = 32768,
}

/// <summary>From what is so to what is broken.</summary>
internal static class Breaches
{
    public static Breach When(Breach breach, bool broken) => broken ? breach : Breach.None;
}
