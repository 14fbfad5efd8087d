using AmpSpec.Primitives;

namespace AmpSpec.Derivation;

/// <summary>A value, or the reason why the rules of this room give none. Never an exception on what comes from outside.</summary>
public abstract record Derived<T>
{
    private Derived()
    {
    }

    /// <summary>What follows from the value; an error stays what it is.</summary>
    public abstract Derived<TNext> Then<TNext>(Func<T, Derived<TNext>> next);

    /// <summary>The rules allow it.</summary>
    public sealed record Ok(T Value) : Derived<T>
    {
        /// <inheritdoc/>
        public override Derived<TNext> Then<TNext>(Func<T, Derived<TNext>> next) => next(Value);
    }

    /// <summary>The rules refuse it.</summary>
    public sealed record Refused(DerivationError Error) : Derived<T>
    {
        /// <inheritdoc/>
        public override Derived<TNext> Then<TNext>(Func<T, Derived<TNext>> next) => Error;
    }

    /// <summary>An error is the absence of a value.</summary>
    public static implicit operator Derived<T>(DerivationError error) => new Refused(error);

    /// <summary>A value is the absence of an error.</summary>
    public static implicit operator Derived<T>(T value) => new Ok(value);
}

/// <summary>Why a derivation, a split or a reconstruction is refused.</summary>
/// <param name="Class">A class of <see cref="DerivationClass"/>, as in <c>vectors/registry/errors.json</c>.</param>
/// <param name="Requirement">The requirement that says so.</param>
/// <param name="At">The positions concerned, ascending from 0; empty where the question is about one thing.</param>
public sealed record DerivationError(string Class, string Requirement, Seq<int> At = default)
{
    /// <summary>One line: class, places and rule.</summary>
    public override string ToString() => $"{Class}{(At.Count > 0 ? $" at {At}" : "")} [{Requirement}]";
}

/// <summary>The closed list of reasons of this room. The names are those of <c>vectors/registry/errors.json</c>.</summary>
public static class DerivationClass
{
#pragma warning disable CS1591 // each name says what it is
    public const string UnknownDerivation = "amp/unknown-derivation";
    public const string IndexTooWide = "amp/index-too-wide";
    public const string EmptySet = "amp/empty-set";
    public const string ZeroShare = "amp/zero-share";
    public const string UnknownShard = "amp/unknown-shard";
    public const string SharerExhausted = "amp/sharer-exhausted";
    public const string RepeatedChild = "amp/repeated-child";
    public const string PreimageMismatch = "amp/preimage-mismatch";
#pragma warning restore CS1591
}
