using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>The fields of a record's value, in order. An open field (a truncated integer, the rest) can only stand last.</summary>
public sealed record FieldLayout
{
    /// <summary>Takes the fields in order.</summary>
    /// <exception cref="ArgumentException">An open field stands before another.</exception>
    public FieldLayout(params Seq<FieldKind> fields) =>
        Fields = IsPossible(fields) ? fields : throw new ArgumentException("an open field can only stand last", nameof(fields));

    /// <summary>The fields.</summary>
    public Seq<FieldKind> Fields { get; }

    /// <summary>Whether no open field stands before another.</summary>
    public static bool IsPossible(Seq<FieldKind> fields) => !fields.SkipLast(1).Any(field => field.IsOpen);

    /// <summary>Null when <paramref name="value"/> is these fields and nothing more; else the first reason, in reading order.</summary>
    /// <param name="value">All bytes of the value.</param>
    /// <param name="offset">Where they stand in the message, for the error.</param>
    [Requirement("MPP-WIRE-02")]
    public WireError? Check(ReadOnlySpan<byte> value, int offset)
    {
        var at = 0;
        foreach (var field in Fields)
        {
            if (field.Take(value[at..], offset + at).Fails(out var error, out var size, out _))
                return error;

            at += size;
        }

        return at == value.Length
            ? null
            : new WireError(ErrorClass.ValueTooLong, offset + at, $"{value.Length} bytes in place of {at}", "MPP-WIRE-02");
    }
}
