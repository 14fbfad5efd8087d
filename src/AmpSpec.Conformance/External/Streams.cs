using System.Text.Json.Nodes;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>Streams of records, most of them over the two name spaces of BOLT 1, Appendix B.</summary>
internal static class Streams
{
    public static readonly Target Read = new("tlv.stream.decode", "read", "MPP-WIRE-02", "MPP-WIRE-03");
    public static readonly Target Refused = new("tlv.stream.decode", "refused", "MPP-WIRE-02", "MPP-WIRE-03");
    public static readonly Target Written = new("tlv.stream.encode", "written", "AMP-WIRE-07");

    private static readonly IReadOnlyDictionary<string, JsonObject> NameSpaces = new Dictionary<string, JsonObject>
    {
        ["n1"] = new() { ["1"] = new JsonArray("tu64"), ["2"] = new JsonArray("short_channel_id"), ["3"] = new JsonArray("point", "u64", "u64"), ["254"] = new JsonArray("u16") },
        ["n2"] = new() { ["0"] = new JsonArray("tu64"), ["11"] = new JsonArray("tu32") },
    };

    /// <summary>A stream that the source reads, asked in each of its name spaces, and written back.</summary>
    public static void Good(Conversion c, Element e, byte[] stream, params string[] names)
    {
        foreach (var name in names)
        {
            c.Valid(Read, e, In(name, stream), Records(stream), Suffix(name, names));
        }

        c.Valid(Written, e, Records(stream), Json.Of(("hex", Json.Hex(stream))));
    }

    /// <summary>A stream that the source refuses, in each of its name spaces; without a class it is the reference's.</summary>
    public static void Bad(Conversion c, Element e, byte[] stream, string? @class, params string[] names)
    {
        foreach (var name in names)
        {
            if (@class is null)
            {
                c.Refused(Refused, e, In(name, stream), Suffix(name, names));
            }
            else
            {
                c.Invalid(Refused, e, In(name, stream), @class, Suffix(name, names));
            }
        }
    }

    /// <summary>A request over a name space; the empty name is none.</summary>
    public static JsonObject In(string name, byte[] stream) =>
        name.Length == 0 ? Json.Of(("hex", Json.Hex(stream))) : Json.Of(("hex", Json.Hex(stream)), ("known", Types(NameSpaces[name])), ("schema", NameSpaces[name]));

    /// <summary>The records of a good stream.</summary>
    public static JsonObject Records(byte[] stream) => new()
    {
        ["records"] = new JsonArray([.. Bytes.Records(stream).Select(r => (JsonNode)Json.Of(("type", Json.U64(r.Type)), ("value", Json.Hex(r.Value))))]),
    };

    /// <summary>Our class for the name of an error in the files we carry; null where the name covers several.</summary>
    public static string? Class(string name) => name switch
    {
        "duplicate_type" => ErrorClass.DuplicateType,
        "invalid_point" => ErrorClass.InvalidPoint,
        "length_missing" => ErrorClass.LengthMissing,
        "length_not_minimal" => ErrorClass.LengthNotMinimal,
        "length_truncated" => ErrorClass.LengthTruncated,
        "truncated_int_not_minimal" => ErrorClass.TruncatedIntNotMinimal,
        "type_not_minimal" => ErrorClass.TypeNotMinimal,
        "type_truncated" => ErrorClass.TypeTruncated,
        "types_out_of_order" => ErrorClass.TypesOutOfOrder,
        "unknown_even_type" => ErrorClass.UnknownEvenType,
        "value_missing" => ErrorClass.ValueMissing,
        "value_too_long" => ErrorClass.ValueTooLong,
        "value_too_short" => ErrorClass.ValueTooShort,
        "value_truncated" => ErrorClass.ValueTruncated,
        "value_wrong_length" or "type_or_length_truncated" or "truncated" or "not_minimal" or "types_out_of_order_or_duplicate" => null,
        _ => throw new InvalidOperationException($"an unknown error of a stream: {name}"),
    };

    // who has a name space knows its types and no others
    private static JsonArray Types(JsonObject nameSpace) => [.. nameSpace.Select(type => (JsonNode)type.Key)];

    private static string Suffix(string name, string[] names) => names.Length == 1 ? "" : $"-{name}";
}
