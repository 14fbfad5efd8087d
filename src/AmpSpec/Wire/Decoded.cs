namespace AmpSpec.Wire;

/// <summary>A value and the bytes it took, or the reason there is none. A decoder never throws on bytes from outside.</summary>
public abstract record Decoded<T>
{
    private Decoded()
    {
    }

    /// <summary>The bytes are well-formed.</summary>
    /// <param name="Value">What they say.</param>
    /// <param name="Size">How many bytes it took.</param>
    public sealed record Ok(T Value, int Size) : Decoded<T>;

    /// <summary>The bytes are no such message.</summary>
    public sealed record Malformed(WireError Error) : Decoded<T>;

    /// <summary>An error is the absence of a value.</summary>
    public static implicit operator Decoded<T>(WireError error) => new Malformed(error);
}
