using AmpSpec.Modelling;

namespace AmpSpec.Wire;

/// <summary>Reads one record: its type, the order of the types, whether the type is known, its length, its value.</summary>
/// <source>BOLT 1, Type-Length-Value Format, requirements of the receiving node</source>
internal static class TlvReader
{
    /// <summary>The record at <paramref name="at"/>, the type before it being <paramref name="after"/> (null for the first).</summary>
    internal static Decoded<TlvRecord> Record(ReadOnlySpan<byte> bytes, int at, ulong? after, TlvRules rules)
    {
        if (Type(bytes, at).Fails(out var noType, out var type, out var typeSize))
            return noType;

        if ((Order(type, after, at) ?? Evenness(type, at, rules)) is { } misplaced)
            return misplaced;

        var lengthAt = at + typeSize;
        if (Length(bytes, lengthAt, type).Fails(out var noLength, out var length, out var lengthSize))
            return noLength;

        var valueAt = lengthAt + lengthSize;
        if ((Bound(length, lengthAt, type, rules) ?? Room(bytes.Length - valueAt, length, valueAt, type)) is { } beyond)
            return beyond;

        var value = bytes.Slice(valueAt, (int)length);
        return rules.Values.TryGetValue(type, out var check) && check(value, valueAt) is { } error
            ? error with { Type = type }
            : new Decoded<TlvRecord>.Ok(new TlvRecord(type, [.. value]), valueAt + value.Length - at);
    }

    /// <summary>A minimal BigSize.</summary>
    [Requirement("MPP-WIRE-02")]
    internal static Decoded<ulong> Type(ReadOnlySpan<byte> bytes, int at) => BigSize.Read(bytes[at..], at) switch
    {
        Decoded<ulong>.Malformed({ Class: ErrorClass.BigSizeNotMinimal } error) => error with { Class = ErrorClass.TypeNotMinimal },
        Decoded<ulong>.Malformed(var error) => error with { Class = ErrorClass.TypeTruncated },
        Decoded<ulong>.Ok read => read,
    };

    /// <summary>Types rise strictly. They are compared, not counted up: after 2^64 - 1 nothing can follow.</summary>
    [Requirement("MPP-WIRE-02")]
    private static WireError? Order(ulong type, ulong? after, int at) =>
        after is null || type > after ? null
        : type == after ? new WireError(ErrorClass.DuplicateType, at, $"{type} twice", "MPP-WIRE-02", type)
        : new WireError(ErrorClass.TypesOutOfOrder, at, $"{type} after {after}", "MPP-WIRE-02", type);

    /// <summary>It is OK to be odd.</summary>
    [Requirement("MPP-WIRE-03")]
    private static WireError? Evenness(ulong type, int at, TlvRules rules) =>
        rules.Known is { } known && type % 2 == 0 && !known.Contains(type) && !(type >= rules.CustomFrom)
            ? new WireError(ErrorClass.UnknownEvenType, at, $"{type}", "MPP-WIRE-03", type)
            : null;

    /// <summary>A minimal BigSize, and it must be there.</summary>
    [Requirement("MPP-WIRE-02")]
    internal static Decoded<ulong> Length(ReadOnlySpan<byte> bytes, int at, ulong type) => BigSize.Read(bytes[at..], at) switch
    {
        Decoded<ulong>.Malformed(var error) when at == bytes.Length => error with { Class = ErrorClass.LengthMissing, Type = type },
        Decoded<ulong>.Malformed({ Class: ErrorClass.BigSizeNotMinimal } error) => error with { Class = ErrorClass.LengthNotMinimal, Type = type },
        Decoded<ulong>.Malformed(var error) => error with { Class = ErrorClass.LengthTruncated, Type = type },
        Decoded<ulong>.Ok read => read,
    };

    // lnd refuses values above 65535 bytes in an onion, BOLT 1 does not: a parameter, off unless a profile asks
    private static WireError? Bound(ulong length, int at, ulong type, TlvRules rules) =>
        length > rules.MostBytes
            ? new WireError(ErrorClass.RecordTooLarge, at, $"{length} bytes", "MPP-WIRE-02", type)
            : null;

    /// <summary>The value lies inside the stream.</summary>
    [Requirement("MPP-WIRE-02")]
    internal static WireError? Room(int left, ulong length, int at, ulong type) =>
        length <= (ulong)left ? null
        : left == 0 ? new WireError(ErrorClass.ValueMissing, at, $"0 of {length} bytes", "MPP-WIRE-02", type)
        : new WireError(ErrorClass.ValueTruncated, at, $"{left} of {length} bytes", "MPP-WIRE-02", type);
}
