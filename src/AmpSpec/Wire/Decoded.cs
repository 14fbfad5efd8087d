using System.Diagnostics.CodeAnalysis;

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

    /// <summary>Whether there is only a reason; when not, the value and its size are set.</summary>
    internal bool Fails([NotNullWhen(true)] out WireError? error, out T value, out int size)
    {
        var ok = this as Ok;
        error = (this as Malformed)?.Error;
        value = ok is null ? default! : ok.Value;
        size = ok?.Size ?? 0;
        return error is not null;
    }

    /// <summary>An error is the absence of a value.</summary>
    public static implicit operator Decoded<T>(WireError error) => new Malformed(error);
}
