namespace AmpSpec.Primitives;

/// <summary>A moment on a clock that is always handed in, in milliseconds from a start that the caller chose. Range 0 to 2^64 - 1.</summary>
public readonly record struct Instant(ulong Milliseconds)
{
    /// <summary>Whether it is at or before <paramref name="now"/>.</summary>
    public bool HasCome(Instant now) => Milliseconds <= now.Milliseconds;

    /// <summary>The moment so many milliseconds on; the last one that there is where it would be later.</summary>
    public Instant After(ulong milliseconds) => new(milliseconds > ulong.MaxValue - Milliseconds ? ulong.MaxValue : Milliseconds + milliseconds);

    /// <summary>The later one.</summary>
    public static Instant Later(Instant left, Instant right) => left.Milliseconds > right.Milliseconds ? left : right;
}
