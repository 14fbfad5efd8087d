using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Generating;

/// <summary>Failure messages: every code, every field at its limits and cut short, every kind of tail.</summary>
internal static class FailureVectors
{
    private static readonly Flag RemovedCode = new("RemovedCode", "semantics", "privacy", "a code that told a prober what the payee knows", "spec/10-wire.md");
    private static readonly Flag UnknownCode = new("UnknownCode", "semantics", "interop", "a code without a name: the flags still say what to do", "spec/10-wire.md");
    private static readonly Flag WithTail = new("Tail", "bounds", "interop", "bytes after the data: a stream of records, or what a payer must ignore", "spec/10-wire.md");

    private static readonly string[] Tails = ["fd023104deadbeef", "0100", "0000010102020203", "fe0001000001ff"];

    private static readonly (string Slug, string Tail)[] Garbage =
        [("type-alone", "01"), ("value-cut", "010200"), ("type-not-minimal", "fd000100"), ("types-falling", "03000100"), ("twice", "01000100"), ("length-cut", "01fd01")];

    public static IEnumerable<VectorFile> Files() => [Decode(), Encode()];

    private static VectorFile Decode()
    {
        var file = new SuiteFile("wire/failure-decode", FailureOps.Decode, "ampspec/wire/failure-decode");
        file.Group("every code", ["MPP-WIRE-08"], roundtrip: "failure.encode");
        foreach (var row in FailureCode.All)
        {
            file.Valid($"{Slug(row)}-least", Hex(Message(row, Least)), [Flag.KnownAnswer]);
            if (row.Fields.Count > 0)
            {
                file.Valid($"{Slug(row)}-most", Hex(Message(row, Most)), [Flag.Boundary]);
                file.Valid($"{Slug(row)}-seeded", Hex(Message(row, field => Seeded(field, file.Draws))), [Flag.Seeded]);
            }
        }

        file.Group("tails", ["MPP-WIRE-08"], roundtrip: "failure.encode");
        foreach (var row in FailureCode.All)
        {
            file.Valid($"{Slug(row)}-records", Hex(Message(row, Least) + Tails[row.Number % Tails.Length]), [WithTail]);
        }

        foreach (var (slug, tail) in Garbage)
        {
            file.Valid($"mpp-timeout-and-{slug}", Hex("0017" + tail), [WithTail]);
            file.Valid($"incorrect-or-unknown-payment-details-and-{slug}", Hex("400f0000000000000064000c3500" + tail), [WithTail]);
        }

        file.Group("codes without a name", ["MPP-WIRE-08"], roundtrip: "failure.encode");
        foreach (var hex in new[] { "0000", "0001", "4011", "0010", "4012", "0014", "1015", "2017", "c00f", "8016", "f00f", "ffff", "0f17", "2001beef", "00ff42" })
        {
            file.Valid($"without-a-name-{hex}", Hex(hex), [UnknownCode]);
        }

        file.Group("removed codes, read", ["MPP-WIRE-08"]);
        file.Valid("removed-4010", Hex("4010"), [RemovedCode], Nameless("4010", "", "PERM"));
        file.Valid("removed-0011", Hex("0011"), [RemovedCode], Nameless("0011", ""));
        file.Valid("removed-4010-and-bytes", Hex("40100000000000000064"), [RemovedCode], Nameless("4010", "0000000000000064", "PERM"));

        file.Group("cut", ["MPP-WIRE-08"]);
        file.Invalid("nothing", "mpp-timeout-least", Hex(""), ErrorClass.FailureCodeTruncated, [Flag.Truncated]);
        file.Invalid("half-a-code", "mpp-timeout-least", Hex("00"), ErrorClass.FailureCodeTruncated, [Flag.Truncated]);
        foreach (var row in FailureCode.All.Where(row => row.Fields.Count > 0))
        {
            var whole = Message(row, Middle);
            file.Valid($"{Slug(row)}-whole", Hex(whole), [Flag.KnownAnswer]);
            foreach (var left in Cuts(row, whole.Length / 2))
            {
                file.Invalid($"{Slug(row)}-cut-to-{left}", $"{Slug(row)}-whole", Hex(whole[..(2 * left)]), ErrorClass.FailureDataTruncated, [Flag.Truncated]);
            }
        }

        foreach (var type in new[] { "fd00fc", "fe0000ffff", "ff00000000ffffffff" })
        {
            file.Invalid($"type-not-minimal-{type}", "invalid-onion-payload-least", Hex($"4016{type}0000"), ErrorClass.BigSizeNotMinimal, [Flag.NonMinimal], ["MPP-WIRE-02"]);
        }

        file.Group("request", ["MPP-WIRE-08"]);
        file.Invalid("half-a-byte", "mpp-timeout-least", Hex("001"), Operation.Malformed, [Flag.BadRequest]);

        return file.Build();
    }

    // both sides of every field's end, without the end of the whole
    private static IEnumerable<int> Cuts(FailureCode row, int size)
    {
        var ends = row.Fields.Aggregate(new List<int> { FailureMessage.CodeSize }, (all, field) => [.. all, all[^1] + Middle(field).Write().Length]);
        return ends.SelectMany(end => new[] { end - 1, end, end + 1 }).Where(at => at >= FailureMessage.CodeSize && at < size).Distinct();
    }

    private static VectorFile Encode()
    {
        var file = new SuiteFile("wire/failure-encode", FailureOps.Encode, "ampspec/wire/failure-encode");
        file.Group("every code", ["MPP-WIRE-08"]);
        foreach (var row in FailureCode.All)
        {
            file.Valid(Slug(row), Asked(row, file.Draws), [Flag.Seeded]);
        }

        file.Group("tails", ["MPP-WIRE-08"]);
        file.Valid("one-record", With("mpp_timeout", "tlvs", Records(("561", "deadbeef"))), [WithTail], Hex("0017fd023104deadbeef"));
        file.Valid("two-records", With("mpp_timeout", "tlvs", Records(("1", ""), ("18446744073709551615", "ff"))), [WithTail], Hex("00170100ffffffffffffffffff01ff"));
        file.Valid("bytes", With("mpp_timeout", "extra", "ffff"), [WithTail], Hex("0017ffff"));
        file.Invalid("record-twice", "two-records", With("mpp_timeout", "tlvs", Records(("1", ""), ("1", "ff"))), ErrorClass.DuplicateType, [WithTail], ["MPP-WIRE-02"]);

        file.Group("removed codes", ["MPP-WIRE-08"]);
        file.Valid("without-a-name-400e", Nameless("400e", "", "PERM"), [UnknownCode], Hex("400e"));
        file.Valid("without-a-name-0010", Nameless("0010", ""), [UnknownCode], Hex("0010"));
        file.Valid("without-a-name-4011", Nameless("4011", "", "PERM"), [UnknownCode], Hex("4011"));
        file.Valid("without-a-name-60ff", Nameless("60ff", "42", "PERM", "NODE"), [UnknownCode], Hex("60ff42"));
        file.Invalid("removed-4010", "without-a-name-400e", Nameless("4010", "", "PERM"), ErrorClass.FailureRemovedCode, [RemovedCode]);
        file.Invalid("removed-0011", "without-a-name-0010", Nameless("0011", ""), ErrorClass.FailureRemovedCode, [RemovedCode]);
        file.Invalid("removed-4010-and-bytes", "without-a-name-60ff", Nameless("4010", "42", "PERM"), ErrorClass.FailureRemovedCode, [RemovedCode]);

        file.Group("members", ["MPP-WIRE-08"]);
        file.Valid("without-a-name-0010-alone", new() { ["code"] = "0x0010" }, [UnknownCode], Hex("0010"));
        file.Valid("without-a-name-4011-without-flags", new() { ["code"] = "0x4011", ["data"] = "42" }, [UnknownCode], Hex("401142"));
        file.Invalid("other-flags", "without-a-name-4011", Nameless("4011", "", "NODE"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("tlvs-of-a-code-without-a-name", "without-a-name-0010", new() { ["code"] = "0x0010", ["tlvs"] = Records(("1", "")) }, Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("a-name-in-digits", "mpp-timeout", new() { ["code"] = "0x0017" }, Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("no-such-name", "mpp-timeout", new() { ["code"] = "mpp_time_out" }, Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("a-member-of-another-code", "mpp-timeout", With("mpp_timeout", "htlc_msat", "100"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("data-of-a-code-with-a-name", "mpp-timeout", With("mpp_timeout", "data", ""), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("height-missing", "incorrect-or-unknown-payment-details", With("incorrect_or_unknown_payment_details", "htlc_msat", "100"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("extra-that-is-a-stream", "bytes", With("mpp_timeout", "extra", "0100"), Operation.Malformed, [WithTail]);
        file.Invalid("extra-beside-tlvs", "one-record", With("mpp_timeout", "tlvs", Records(("561", "deadbeef"))).And("extra", "ffff"), Operation.Malformed, [WithTail]);
        file.Invalid("extra-empty", "bytes", With("mpp_timeout", "extra", ""), Operation.Malformed, [WithTail]);
        file.Invalid("tlvs-empty", "one-record", With("mpp_timeout", "tlvs", new JsonArray()), Operation.Malformed, [WithTail]);
        return file.Build();
    }

    private static FailureDatum Least(FailureField field) => field.Form switch
    {
        FailureForm.Hash => FailureDatum.Of(field, new byte[32]),
        FailureForm.Counted => FailureDatum.Of(field, []),
        _ => FailureDatum.Of(field, 0),
    };

    private static FailureDatum Most(FailureField field) => field.Form switch
    {
        FailureForm.Hash => FailureDatum.Of(field, [.. Enumerable.Repeat((byte)0xff, 32)]),
        FailureForm.Counted => FailureDatum.Of(field, [.. Enumerable.Repeat((byte)0xff, 300)]),
        FailureForm.Integer(var size) => FailureDatum.Of(field, ulong.MaxValue >> (64 - (8 * size))),
        _ => FailureDatum.Of(field, ulong.MaxValue),
    };

    private static FailureDatum Middle(FailureField field) => field.Form switch
    {
        FailureForm.Hash => FailureDatum.Of(field, [.. Enumerable.Repeat((byte)0x2a, 32)]),
        FailureForm.Counted => FailureDatum.Of(field, [1, 2, 3, 4]),
        FailureForm.Integer(var size) => FailureDatum.Of(field, 0x0102030405060708UL >> (64 - (8 * size))),
        _ => FailureDatum.Of(field, 0xfe),
    };

    private static FailureDatum Seeded(FailureField field, Draws draws) => field.Form switch
    {
        FailureForm.Hash => FailureDatum.Of(field, draws.Bytes()),
        FailureForm.Counted => FailureDatum.Of(field, [.. Enumerable.Range(0, draws.Below(6)).SelectMany(_ => draws.Bytes())]),
        FailureForm.Integer(var size) => FailureDatum.Of(field, draws.U64() >> (64 - (8 * size))),
        _ => FailureDatum.Of(field, draws.U64() >> (8 * draws.Below(8))),
    };

    private static string Message(FailureCode row, Func<FailureField, FailureDatum> content) =>
        new FailureMessage(row.Value, [.. row.Fields.Select(content)], []).Write() is Decoded<byte[]>.Ok(var bytes, _)
            ? Convert.ToHexStringLower(bytes)
            : throw new InvalidOperationException($"{row.Name} cannot be written");

    private static JsonObject Asked(FailureCode row, Draws draws) =>
        ((Answer.Ok)FailureOps.Decode.Ask(Hex(Message(row, field => Seeded(field, draws))), PolicySet.Ours)).Value;

    private static JsonObject With(string code, string member, JsonNode value) => new() { ["code"] = code, [member] = value };

    private static JsonArray Records(params (string Type, string Value)[] records) =>
        [.. records.Select(record => (JsonNode)new JsonObject { ["type"] = record.Type, ["value"] = record.Value })];

    private static JsonObject Nameless(string code, string data, params string[] flags) =>
        new() { ["code"] = $"0x{code}", ["flags"] = new JsonArray([.. flags.Select(flag => (JsonNode)flag)]), ["data"] = data };

    private static JsonObject Hex(string hex) => new() { ["hex"] = hex };

    private static string Slug(FailureCode row) => row.Name.Replace('_', '-');
}
