using System.Collections.Frozen;
using AmpSpec.Modelling;

namespace AmpSpec.Wire;

/// <summary>A record that stands alone, type and length included, with nothing after it.</summary>
internal static class WholeRecord
{
    /// <summary>The one record of <paramref name="bytes"/>, which must be of this type.</summary>
    internal static Decoded<TlvRecord> Decode(ReadOnlySpan<byte> bytes, ulong type, ValueCheck check)
    {
        var rules = TlvRules.FormAlone with { Values = new Dictionary<ulong, ValueCheck> { [type] = check }.ToFrozenDictionary() };
        return OfType(bytes, type) is { } other
            ? other
            : TlvReader.Record(bytes, at: 0, after: null, rules) switch
            {
                Decoded<TlvRecord>.Ok(_, var size) when size < bytes.Length => Trailing(bytes.Length, size, type),
                Decoded<TlvRecord>.Ok read => read,
                Decoded<TlvRecord>.Malformed read => read,
            };
    }

    /// <summary>A record of another type is not this record, however well-formed it is.</summary>
    [Requirement("MPP-WIRE-02")]
    private static WireError? OfType(ReadOnlySpan<byte> bytes, ulong type) =>
        TlvReader.Type(bytes, 0) is Decoded<ulong>.Ok(var other, _) && other != type
            ? new WireError(ErrorClass.WrongType, 0, $"{other} in place of {type}", "MPP-WIRE-02", other)
            : null;

    private static WireError Trailing(int all, int used, ulong type) =>
        new(ErrorClass.TrailingBytes, used, $"{all - used} bytes after the record", "MPP-WIRE-02", type);
}
