using System.Collections.Frozen;

namespace AmpSpec.Wire;

/// <summary>Null when <paramref name="value"/> is a value of its type; else the first reason, in reading order.</summary>
/// <param name="value">All bytes of the value.</param>
/// <param name="offset">Where they stand in the message, for the error.</param>
public delegate WireError? ValueCheck(ReadOnlySpan<byte> value, int offset);

/// <summary>What a reader of a stream asks beyond its form.</summary>
/// <param name="Known">The types that it understands: any other even type is refused. Null: evenness is not asked.</param>
/// <param name="Values">The types whose values it checks.</param>
/// <param name="CustomFrom">From this type on an unknown even type passes. Null: none does.</param>
/// <param name="MostBytes">The longest value that it takes. Null: as long as the stream.</param>
public sealed record TlvRules(
    FrozenSet<ulong>? Known,
    FrozenDictionary<ulong, ValueCheck> Values,
    ulong? CustomFrom = null,
    ulong? MostBytes = null)
{
    /// <summary>The form alone: order, lengths, minimal integers.</summary>
    public static TlvRules FormAlone { get; } = new(null, FrozenDictionary<ulong, ValueCheck>.Empty);

    /// <summary>The types of <paramref name="known"/> are known, and those of <paramref name="schema"/> beside them; where no types are said to be known, evenness is not asked.</summary>
    public static TlvRules Of(IReadOnlyDictionary<ulong, FieldLayout>? schema, IEnumerable<ulong>? known) => new(
        known?.Concat(schema?.Keys ?? []).ToFrozenSet(),
        (schema ?? FrozenDictionary<ulong, FieldLayout>.Empty).ToFrozenDictionary(type => type.Key, type => (ValueCheck)type.Value.Check));
}
