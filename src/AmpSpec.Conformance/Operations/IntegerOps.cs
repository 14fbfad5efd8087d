using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Operations;

/// <summary>BOLT 1's integers that a record gives their length, and its signed ones, both ways. Up to 32 bits a value is a JSON number, above a decimal string; a request may use either.</summary>
internal static class IntegerOps
{
    private static readonly int[] TruncatedWidths = [16, 32, 64];

    private static readonly int[] SignedWidths = [8, 16, 32, 64];

    private static readonly Form Unsigned = new Form.Either(Form.U32, Form.U64);

    private static readonly Form Signed = new Form.Either(new Form.Number(int.MinValue, int.MaxValue), new Form.Decimal(long.MinValue, long.MaxValue));

    public static readonly Operation DecodeTruncated = new(
        "tint.decode", "a truncated integer that fills the bytes",
        In: [new("width", new Form.Number(16, 64)), new("hex", Form.Bytes)],
        Ok: [new("value", Unsigned)],
        Errors: [(Phase.Decode, ErrorClass.ValueTooLong), (Phase.Decode, ErrorClass.TruncatedIntNotMinimal)],
        Run: (input, _) => WrongWidth(input, TruncatedWidths)
            ?? Answer.From(Truncated.Read(input.Bytes("hex"), input.Int("width") / 8), (value, _) => new JsonObject { ["value"] = Shown(input.Int("width"), $"{value}") }));

    public static readonly Operation EncodeTruncated = new(
        "tint.encode", "the one encoding of a value",
        In: [new("width", new Form.Number(16, 64)), new("value", Unsigned)],
        Ok: [new("hex", new Form.Hex(0, 8))],
        Errors: [],
        Run: (input, _) => WrongWidth(input, TruncatedWidths)
            ?? WrongValue(Truncated.Size(input.U64("value")) * 8 <= input.Int("width"), input)
            ?? new Answer.Ok(new JsonObject { ["hex"] = Convert.ToHexStringLower(Truncated.Write(input.U64("value"))) }));

    public static readonly Operation DecodeSigned = new(
        "sint.decode", "a signed integer that fills its width",
        In: [new("width", new Form.Number(8, 64)), new("hex", Form.Bytes)],
        Ok: [new("value", Signed)],
        Errors: [(Phase.Decode, ErrorClass.ValueTooShort), (Phase.Decode, ErrorClass.ValueTooLong)],
        Run: (input, _) => WrongWidth(input, SignedWidths)
            ?? Answer.From(SignedInteger.Read(input.Bytes("hex"), input.Int("width") / 8), (value, _) => new JsonObject { ["value"] = Shown(input.Int("width"), $"{value}") }));

    public static readonly Operation EncodeSigned = new(
        "sint.encode", "the one encoding of a value",
        In: [new("width", new Form.Number(8, 64)), new("value", Signed)],
        Ok: [new("hex", new Form.Hex(1, 8))],
        Errors: [],
        Run: (input, _) => WrongWidth(input, SignedWidths)
            ?? WrongValue(SignedInteger.Fits(input.I64("value"), input.Int("width") / 8), input)
            ?? new Answer.Ok(new JsonObject { ["hex"] = Convert.ToHexStringLower(SignedInteger.Write(input.I64("value"), input.Int("width") / 8)) }));

    public static readonly IReadOnlyList<Operation> All = [DecodeTruncated, EncodeTruncated, DecodeSigned, EncodeSigned];

    /// <summary>The value as a file has it: a number up to 32 bits, else its digits.</summary>
    public static JsonNode Shown(int width, string digits) => width <= 32 ? long.Parse(digits, CultureInfo.InvariantCulture) : digits;

    private static Answer? WrongWidth(Input input, int[] widths) => widths.Contains(input.Int("width"))
        ? null
        : new Answer.Refuse(Phase.Input, Operation.Malformed, $"in.width: not one of {string.Join(", ", widths)}");

    private static Answer? WrongValue(bool fits, Input input) => fits
        ? null
        : new Answer.Refuse(Phase.Input, Operation.Malformed, $"in.value: does not fit in {input.Int("width")} bits");
}
