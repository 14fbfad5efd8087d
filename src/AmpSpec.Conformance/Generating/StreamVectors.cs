using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Wire;
using static AmpSpec.Conformance.Generating.WireBytes;

namespace AmpSpec.Conformance.Generating;

/// <summary>Streams: form, order, known types, field kinds; and records written as a stream.</summary>
internal static class StreamVectors
{
    public static IEnumerable<VectorFile> Files() => [Decode(), Encode()];

    private static VectorFile Decode()
    {
        var file = new SuiteFile("wire/tlv-stream-decode", TlvOps.DecodeStream, "ampspec/wire/tlv-stream-decode");
        Forms(file);
        BadForms(file);
        Lengths(file);
        Known(file);
        Fields(file);
        BadFields(file);
        Requests(file);
        return file.Build();
    }

    private static void Forms(SuiteFile file)
    {
        file.Group("form", ["MPP-WIRE-02", "AMP-WIRE-07"], roundtrip: "tlv.stream.encode");
        file.Valid("empty", Hex(""), [Flag.Boundary]);
        foreach (var type in new ulong[] { 0, 1, 0xfc, 0xfd, 0xffff, 0x1_0000, 0xffff_ffff, 0x1_0000_0000, ulong.MaxValue })
            file.Valid($"type-{type}", Hex(Record(type, "2a")), [Flag.Boundary]);
        foreach (var length in new[] { 0, 1, 0xfc, 0xfd, 0xfe })
            file.Valid($"length-{length}", Hex(Record(15, Fill("5a", length))), [Flag.Boundary]);
        file.Valid("three", Hex("01022a2a" + "0f00" + "fd01010107"), [Flag.KnownAnswer]);
        file.Valid("neighbours", Hex("1e00" + "1f00" + "2000"), [Flag.Boundary]);
        file.Valid("the-last-type-last", Hex("0000" + "ffffffffffffffffff00"), [Flag.Boundary]);
        for (var i = 0; i < 16; i++)
            file.Valid($"seeded-{i}", Hex(Seeded(file.Draws, 1 + i % 5)), [Flag.Seeded]);
    }

    private static string Seeded(Draws draws, int records)
    {
        var types = Enumerable.Range(0, records).Select(i => draws.U64() >> (11 * i)).Distinct().Order().ToArray();
        return string.Concat(types.Select(type => Record(type, draws.Hex(draws.Below(33)))));
    }

    private static void BadForms(SuiteFile file)
    {
        file.Group("form-refused", ["MPP-WIRE-02"]);
        foreach (var (slug, control, hex, error, flag) in new[]
        {
            ("type-cut-after-fd", "type-253", "fd", ErrorClass.TypeTruncated, Flag.Truncated),
            ("type-cut-in-fd", "type-253", "fd00", ErrorClass.TypeTruncated, Flag.Truncated),
            ("type-cut-in-fe", "type-65536", "fe000100", ErrorClass.TypeTruncated, Flag.Truncated),
            ("type-cut-in-ff", "type-4294967296", "ff00000001000000", ErrorClass.TypeTruncated, Flag.Truncated),
            ("second-type-cut", "three", "01022a2a0f00fd01", ErrorClass.TypeTruncated, Flag.Truncated),
            ("type-252-in-three-bytes", "type-252", "fd00fc012a", ErrorClass.TypeNotMinimal, Flag.NonMinimal),
            ("type-65535-in-five-bytes", "type-65535", "fe0000ffff012a", ErrorClass.TypeNotMinimal, Flag.NonMinimal),
            ("type-4294967295-in-nine-bytes", "type-4294967295", "ff00000000ffffffff012a", ErrorClass.TypeNotMinimal, Flag.NonMinimal),
            ("length-missing", "length-0", "0f", ErrorClass.LengthMissing, Flag.Truncated),
            ("length-missing-after-a-long-type", "type-4294967296", "ff0000000100000000", ErrorClass.LengthMissing, Flag.Truncated),
            ("length-missing-in-the-second", "three", "01022a2a0f", ErrorClass.LengthMissing, Flag.Truncated),
            ("length-cut-after-fd", "length-253", "0ffd", ErrorClass.LengthTruncated, Flag.Truncated),
            ("length-cut-in-fd", "length-253", "0ffd00", ErrorClass.LengthTruncated, Flag.Truncated),
            ("length-cut-in-fe", "length-253", "0ffe000100", ErrorClass.LengthTruncated, Flag.Truncated),
            ("length-cut-in-ff", "length-253", "0fff00000001000000", ErrorClass.LengthTruncated, Flag.Truncated),
            ("length-0-in-three-bytes", "length-0", "0ffd0000", ErrorClass.LengthNotMinimal, Flag.NonMinimal),
            ("length-1-in-three-bytes", "length-1", "0ffd00015a", ErrorClass.LengthNotMinimal, Flag.NonMinimal),
            ("length-253-in-five-bytes", "length-253", "0ffe000000fd" + Fill("5a", 253), ErrorClass.LengthNotMinimal, Flag.NonMinimal),
            ("length-253-in-nine-bytes", "length-253", "0fff00000000000000fd" + Fill("5a", 253), ErrorClass.LengthNotMinimal, Flag.NonMinimal),
            ("value-missing", "length-1", "0f01", ErrorClass.ValueMissing, Flag.Truncated),
            ("value-one-byte-short", "length-252", "0ffc" + Fill("5a", 251), ErrorClass.ValueTruncated, Flag.Truncated),
            ("value-shorter-than-65535", "length-1", "0ffdffff5a", ErrorClass.ValueTruncated, Flag.Truncated),
            ("value-of-the-last-short", "three", "01022a2a0f00fd0101020707"[..^2], ErrorClass.ValueTruncated, Flag.Truncated),
            ("same-type-twice", "neighbours", "1e001f001f00", ErrorClass.DuplicateType, Flag.Order),
            ("same-type-twice-cut", "neighbours", "1e001f001f", ErrorClass.DuplicateType, Flag.Order),
            ("type-zero-twice", "neighbours", "00000000", ErrorClass.DuplicateType, Flag.Order),
            ("last-type-twice", "the-last-type-last", "ffffffffffffffffff00ffffffffffffffffff00", ErrorClass.DuplicateType, Flag.Order),
            ("falling-by-one", "neighbours", "1f001e002000", ErrorClass.TypesOutOfOrder, Flag.Order),
            ("falling-over-a-width", "neighbours", "fd00fd00fc00", ErrorClass.TypesOutOfOrder, Flag.Order),
            ("falling-in-the-third", "three", "0f00fd0101010701022a2a", ErrorClass.TypesOutOfOrder, Flag.Order),
            ("zero-after-the-last-type", "the-last-type-last", "ffffffffffffffffff000000", ErrorClass.TypesOutOfOrder, Flag.Order),
            ("order-goes-before-a-missing-length", "neighbours", "1f001e", ErrorClass.TypesOutOfOrder, Flag.Order),
            ("length-goes-before-the-value", "length-1", "0ffd0001", ErrorClass.LengthNotMinimal, Flag.NonMinimal),
        })
        {
            file.Invalid(slug, control, Hex(hex), error, [flag]);
        }
    }

    private static void Lengths(SuiteFile file)
    {
        file.Group("great-lengths", ["MPP-WIRE-02"]);
        foreach (var (slug, hex) in new[] { ("missing-for-2-to-the-64-less-1", "0fffffffffffffffffff"), ("shorter-than-2-to-the-63", "0fff80000000000000005a"), ("shorter-than-2-to-the-32", "0fff00000001000000005a"), ("shorter-than-65536", "0ffe000100005a") })
            file.Choice($"value-{slug}", Hex(hex), Policies.RecordSize, [Flag.Divergence]);
    }

    private static void Known(SuiteFile file)
    {
        file.Group("known", ["MPP-WIRE-03"]);
        file.Valid("known-even", Hex("0800" + "0e00").And("known", List("8", "14")), [Flag.UnknownType]);
        file.Valid("unknown-odd", Hex("0700" + "0800" + "0900").And("known", List("8")), [Flag.UnknownType]);
        file.Valid("unknown-odd-custom", Hex(Record(65537, "2a")).And("known", List()), [Flag.UnknownType]);
        file.Valid("unknown-odd-last", Hex(Record(ulong.MaxValue)).And("known", List()), [Flag.UnknownType]);
        file.Valid("nothing-said-about-even-ones", Hex("0800" + "0e00"), [Flag.UnknownType]);
        file.Valid("known-by-schema", Hex("0800" + "0e00").And("known", List("8")).And("schema", Schema("14")), [Flag.UnknownType]);
        file.Invalid("unknown-even", "known-even", Hex("0800" + "0e00").And("known", List("8")), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("unknown-even-zero", "known-even", Hex("0000").And("known", List("8", "14")), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Valid("nothing-said-but-a-schema", Hex("0800" + "0e00").And("schema", Schema("14")), [Flag.UnknownType]);
        file.Invalid("unknown-even-beside-a-schema", "known-by-schema", Hex("0800" + "0e00").And("known", List()).And("schema", Schema("14")), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("unknown-even-under-an-empty-schema", "known-even", Hex("0800" + "0e00").And("known", List("8")).And("schema", new JsonObject()), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("unknown-even-in-three-bytes", "known-even", Hex(Record(0x102)).And("known", List("8", "14")), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("unknown-even-65534", "unknown-odd-custom", Hex(Record(65534, "2a")).And("known", List()), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("unknown-even-goes-before-its-length", "known-even", Hex("0800" + "10").And("known", List("8", "14")), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("order-goes-before-unknown-even", "unknown-odd", Hex("0700" + "0800" + "0600").And("known", List("8")), ErrorClass.TypesOutOfOrder, [Flag.Order]);
        file.Choice("unknown-even-65536", Hex(Record(65536, "2a")).And("known", List()), Policies.UnknownEven, [Flag.Divergence]);
        file.Choice("unknown-even-5482373484", Hex(Record(5482373484, "2a")).And("known", List()), Policies.UnknownEven, [Flag.Divergence]);
    }

    private static void Fields(SuiteFile file)
    {
        file.Group("fields", ["MPP-WIRE-02"]);
        foreach (var (slug, value, kinds) in new[]
        {
            ("byte", "ff", new[] { "byte" }), ("u8", "00", ["u8"]), ("u16", "0000", ["u16"]), ("u32", "00000001", ["u32"]), ("u64", "8000000000000000", ["u64"]),
            ("s8", "80", ["s8"]), ("s16", "ff7f", ["s16"]), ("s32", "80000000", ["s32"]), ("s64", "7fffffffffffffff", ["s64"]),
            ("tu16-empty", "", ["tu16"]), ("tu16-most", "ffff", ["tu16"]), ("tu32-empty", "", ["tu32"]), ("tu32-most", "ffffffff", ["tu32"]),
            ("tu64-empty", "", ["tu64"]), ("tu64-most", "ffffffffffffffff", ["tu64"]), ("tu64-one", "01", ["tu64"]),
            ("short_channel_id", "0000000000000226", ["short_channel_id"]), ("sha256", Fill("00", 32), ["sha256"]), ("chain_hash", Fill("6f", 32), ["chain_hash"]),
            ("signature", Fill("a5", 64), ["signature"]), ("point-02", Point, ["point"]), ("point-03", "03" + Point[2..], ["point"]),
            ("none", "", []), ("no-bytes", "", ["0*byte"]), ("three-bytes", "010203", ["3*byte"]), ("rest-empty", "", ["...*byte"]), ("rest", "000102", ["...*byte"]),
            ("point-and-two-numbers", Point + "0000000000000001" + "0000000000000002", ["point", "u64", "u64"]),
            ("hash-and-tu64-zero", Fill("42", 32), ["32*byte", "tu64"]), ("hash-and-tu64", Fill("42", 32) + "03e8", ["32*byte", "tu64"]),
            ("number-and-rest", "0001" + "00", ["u16", "...*byte"]),
        })
        {
            file.Valid($"field-{slug}", Hex(Record(1, value)).And("schema", Schema("1", kinds)), [Flag.Boundary]);
        }

        file.Valid("field-of-an-absent-type", Hex("0301ff").And("schema", Schema("1", "u64")), [Flag.Boundary]);
    }

    private static void BadFields(SuiteFile file)
    {
        file.Group("fields-refused", ["MPP-WIRE-02"]);
        foreach (var (kind, size) in new[] { ("byte", 1), ("u8", 1), ("u16", 2), ("u32", 4), ("u64", 8), ("s8", 1), ("s16", 2), ("s32", 4), ("s64", 8), ("short_channel_id", 8), ("sha256", 32), ("chain_hash", 32), ("signature", 64) })
        {
            file.Invalid($"field-{kind}-short", $"field-{kind}", Hex(Record(1, Fill("01", size - 1))).And("schema", Schema("1", kind)), ErrorClass.ValueTooShort, [Flag.WrongValue]);
            file.Invalid($"field-{kind}-long", $"field-{kind}", Hex(Record(1, Fill("01", size + 1))).And("schema", Schema("1", kind)), ErrorClass.ValueTooLong, [Flag.WrongValue]);
        }

        foreach (var (kind, size) in new[] { ("tu16", 2), ("tu32", 4), ("tu64", 8) })
        {
            file.Invalid($"field-{kind}-long", $"field-{kind}-most", Hex(Record(1, Fill("01", size + 1))).And("schema", Schema("1", kind)), ErrorClass.ValueTooLong, [Flag.WrongValue]);
            file.Invalid($"field-{kind}-zero-byte", $"field-{kind}-empty", Hex(Record(1, "00")).And("schema", Schema("1", kind)), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
            file.Invalid($"field-{kind}-leading-zero", $"field-{kind}-most", Hex(Record(1, "00" + Fill("01", size - 1))).And("schema", Schema("1", kind)), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
            file.Invalid($"field-{kind}-long-goes-before-a-leading-zero", $"field-{kind}-most", Hex(Record(1, "00" + Fill("01", size))).And("schema", Schema("1", kind)), ErrorClass.ValueTooLong, [Flag.WrongValue]);
        }

        foreach (var (slug, control, value, kinds, error) in new[]
        {
            ("point-32-bytes", "point-02", Point[..^2], new[] { "point" }, ErrorClass.ValueTooShort),
            ("point-34-bytes", "point-02", Point + "00", ["point"], ErrorClass.ValueTooLong),
            ("point-01", "point-02", "01" + Point[2..], ["point"], ErrorClass.InvalidPoint),
            ("point-04", "point-03", "04" + Point[2..], ["point"], ErrorClass.InvalidPoint),
            ("point-00", "point-02", "00" + Point[2..], ["point"], ErrorClass.InvalidPoint),
            ("point-32-bytes-goes-before-04", "point-02", "04" + Point[2..^2], ["point"], ErrorClass.ValueTooShort),
            ("point-alone-of-three", "point-and-two-numbers", Point, ["point", "u64", "u64"], ErrorClass.ValueTooShort),
            ("point-and-one-of-two-numbers", "point-and-two-numbers", Point + Fill("01", 8), ["point", "u64", "u64"], ErrorClass.ValueTooShort),
            ("second-number-short", "point-and-two-numbers", Point + Fill("01", 15), ["point", "u64", "u64"], ErrorClass.ValueTooShort),
            ("one-byte-after-the-fields", "point-and-two-numbers", Point + Fill("01", 17), ["point", "u64", "u64"], ErrorClass.ValueTooLong),
            ("bad-point-goes-before-a-missing-number", "point-and-two-numbers", "04" + Point[2..], ["point", "u64", "u64"], ErrorClass.InvalidPoint),
            ("one-byte-where-none-is", "none", "00", [], ErrorClass.ValueTooLong),
            ("two-of-three-bytes", "three-bytes", "0102", ["3*byte"], ErrorClass.ValueTooShort),
            ("four-of-three-bytes", "three-bytes", "01020304", ["3*byte"], ErrorClass.ValueTooLong),
            ("hash-short-before-tu64", "hash-and-tu64-zero", Fill("42", 31), ["32*byte", "tu64"], ErrorClass.ValueTooShort),
            ("hash-and-long-tu64", "hash-and-tu64", Fill("42", 41), ["32*byte", "tu64"], ErrorClass.ValueTooLong),
            ("hash-and-tu64-with-a-leading-zero", "hash-and-tu64", Fill("42", 32) + "0003e8", ["32*byte", "tu64"], ErrorClass.TruncatedIntNotMinimal),
        })
        {
            file.Invalid($"field-{slug}", $"field-{control}", Hex(Record(1, value)).And("schema", Schema("1", kinds)), error, [Flag.WrongValue]);
        }

        file.Invalid("field-fault-goes-before-the-next-record", "field-tu64-one", Hex("010100" + "fd").And("schema", Schema("1", "tu64")), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
        file.Invalid("field-fault-goes-after-a-cut-value", "field-tu64-one", Hex("010200").And("schema", Schema("1", "tu64")), ErrorClass.ValueTruncated, [Flag.Truncated]);
    }

    private static void Requests(SuiteFile file)
    {
        file.Group("request", ["MPP-WIRE-02"]);
        foreach (var (slug, kinds) in new[] { ("unknown-kind", new[] { "u128" }), ("tu8", ["tu8"]), ("open-field-first", ["tu64", "u8"]), ("rest-first", ["...*byte", "u8"]), ("two-open-fields", ["tu16", "tu16"]) })
            file.Invalid($"schema-{slug}", "field-tu64-one", Hex("010101").And("schema", Schema("1", kinds)), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("schema-unknown-kind-goes-before-a-cut-stream", "field-tu64-one", Hex("01").And("schema", Schema("1", "u128")), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("known-as-numbers", "known-even", Hex("0800" + "0e00").And("known", new JsonArray(8, 14)), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("half-a-byte", "length-0", Hex("0f0"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("upper-case", "length-0", Hex("0F00"), Operation.Malformed, [Flag.BadRequest]);
    }

    private static VectorFile Encode()
    {
        var file = new SuiteFile("wire/tlv-stream-encode", TlvOps.EncodeStream, "ampspec/wire/tlv-stream-encode");
        file.Group("records", ["AMP-WIRE-07", "MPP-WIRE-02"]);
        file.Valid("none", Records(), [Flag.Boundary]);
        file.Valid("rising", Records((1, "2a"), (11, "2b"), (254, "002a")), [Flag.KnownAnswer], Ask("hex", "01012a0b012bfd00fe02002a"));
        file.Valid("falling", Records((254, "002a"), (11, "2b"), (1, "2a")), [Flag.Order], Ask("hex", "01012a0b012bfd00fe02002a"));
        file.Valid("first-and-last-type", Records((ulong.MaxValue, ""), (0, "")), [Flag.Boundary]);
        foreach (var length in new[] { 0xfc, 0xfd })
            file.Valid($"length-{length}", Records((15, Fill("5a", length))), [Flag.Boundary]);
        for (var i = 0; i < 8; i++)
            file.Valid($"seeded-{i}", Records([.. Enumerable.Range(0, i + 1).Select(j => (file.Draws.U64() >> (7 * j), file.Draws.Hex(1 + file.Draws.Below(32))))]), [Flag.Seeded]);

        file.Group("refused", ["MPP-WIRE-02"]);
        file.Invalid("two-of-one-type", "rising", Records((1, "2a"), (11, "2b"), (11, "2b")), ErrorClass.DuplicateType, [Flag.Order]);
        file.Invalid("type-as-a-number", "rising", new() { ["records"] = new JsonArray(new JsonObject { ["type"] = 1, ["value"] = "2a" }) }, Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("two-of-one-type-apart", "falling", Records((254, "002a"), (11, "2b"), (254, "")), ErrorClass.DuplicateType, [Flag.Order]);
        return file.Build();
    }

    private static JsonObject Hex(string hex) => Ask("hex", hex);

    private static JsonArray List(params string[] items) => [.. items.Select(item => (JsonNode)item)];

    private static JsonObject Schema(string type, params string[] kinds) => new() { [type] = List(kinds) };

    private static JsonObject Records(params (ulong Type, string Value)[] records) =>
        new() { ["records"] = new JsonArray([.. records.Select(record => (JsonNode)new JsonObject { ["type"] = $"{record.Type}", ["value"] = record.Value })]) };
}
