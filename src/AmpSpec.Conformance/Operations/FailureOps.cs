using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Operations;

/// <summary>Failure messages: <c>code</c> is BOLT 4's name and each field of the data a member of its own.</summary>
/// <remarks>
/// A code without a name is written <c>0x</c> and four digits, with its <c>flags</c>, and all that follows as <c>data</c>.
/// A tail is <c>tlvs</c> where it is a stream, else <c>extra</c>; neither where there is none.
/// </remarks>
internal static class FailureOps
{
    private const string Code = "code", FlagsMember = "flags", Data = "data", Tlvs = "tlvs", Extra = "extra";

    private static readonly FailureFlags[] AllFlags = [FailureFlags.BadOnion, FailureFlags.Perm, FailureFlags.Node, FailureFlags.Update];

    private static readonly FailureField[] Fields = [.. FailureCode.All.SelectMany(row => row.Fields).Distinct()];

    private static readonly Member[] Message =
    [
        new(Code, new Form.Text()),
        .. Fields.Select(field => new Member(field.Name, FormOf(field.Form), Optional: true)),
        new(Tlvs, new Form.List(new Form.Object(new("type", Form.U64), new("value", Form.Bytes)), 1), Optional: true),
        new(Extra, new Form.Hex(1), Optional: true),
        new(FlagsMember, new Form.List(new Form.Text([.. AllFlags.Select(Name)])), Optional: true),
        new(Data, Form.Bytes, Optional: true),
    ];

    public static readonly Operation Decode = new(
        "failure.decode", "a failure message: its code, the data that it calls for, what follows",
        In: [new("hex", Form.Bytes)],
        Ok: Message,
        Errors: [(Phase.Decode, ErrorClass.FailureCodeTruncated), (Phase.Decode, ErrorClass.FailureDataTruncated), (Phase.Decode, ErrorClass.BigSizeNotMinimal)],
        Run: (input, _) => Answer.From(FailureMessage.Read(input.Bytes("hex")), (message, _) => Show(message)));

    public static readonly Operation Encode = new(
        "failure.encode", "the bytes of a failure message; removed codes are refused",
        In: Message,
        Ok: [new("hex", new Form.Hex(FailureMessage.CodeSize))],
        Errors: [(Phase.Input, ErrorClass.FailureRemovedCode), (Phase.Input, ErrorClass.DuplicateType)],
        Run: (input, _) => FailureCode.Named(input.Text(Code)) is { } row ? Named(row, input) : Nameless(input));

    public static readonly IReadOnlyList<Operation> All = [Decode, Encode];

    private static JsonObject Show(FailureMessage message) => message.Row is { } row
        ? new([
            KeyValuePair.Create<string, JsonNode?>(Code, row.Name),
            .. message.Data.Select(datum => KeyValuePair.Create<string, JsonNode?>(datum.Field.Name, Show(datum))),
            .. Tail(message),
        ])
        : new()
        {
            [Code] = $"0x{message.Code:x4}",
            [FlagsMember] = Flags(message.Code),
            [Data] = Convert.ToHexStringLower(message.Tail.AsSpan()),
        };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Tail(FailureMessage message) => message switch
    {
        { Tail.Count: 0 } => [],
        { Records: { } stream } => [KeyValuePair.Create<string, JsonNode?>(Tlvs, new JsonArray([.. stream.Records.Select(Show)]))],
        _ => [KeyValuePair.Create<string, JsonNode?>(Extra, Convert.ToHexStringLower(message.Tail.AsSpan()))],
    };

    private static JsonNode Show(TlvRecord record) => new JsonObject { ["type"] = $"{record.Type}", ["value"] = Convert.ToHexStringLower(record.Value.AsSpan()) };

    private static JsonNode Show(FailureDatum datum) => datum.Field.Form switch
    {
        FailureForm.BigSized or FailureForm.Integer(8) => $"{datum.Number}",
        FailureForm.Integer => (uint)datum.Number,
        _ => Convert.ToHexStringLower(datum.Content.AsSpan()),
    };

    private static JsonArray Flags(ushort code) => [.. AllFlags.Where(flag => FailureCode.FlagsOf(code).HasFlag(flag)).Select(flag => (JsonNode)Name(flag))];

    private static string Name(FailureFlags flag) => flag.ToString().ToUpperInvariant();

    private static Answer Named(FailureCode row, Input input)
    {
        if (row.Fields.Select(field => field.Name).FirstOrDefault(name => !input.Has(name)) is { } missing)
        {
            return Malformed($"in.{missing}: missing");
        }

        if (Fields.Except(row.Fields).Select(field => field.Name).Concat([FlagsMember, Data]).FirstOrDefault(input.Has) is { } foreign)
        {
            return Malformed($"in.{foreign}: {row.Name} has no such member");
        }

        var data = row.Fields.Select(field => Datum(field, input)).ToSeq();
        if (!input.Has(Tlvs))
        {
            var extra = input.Has(Extra) ? input.Bytes(Extra) : [];
            var message = new FailureMessage(row.Value, data, Seq.Create<byte>(extra));
            return extra is not [] && message.Records is not null ? Malformed("in.extra: it is a stream, to be given as tlvs") : Written(message);
        }

        return input.Has(Extra)
            ? Malformed("in.extra: beside tlvs")
            : TlvStream.Of(input.Objects(Tlvs).Select(record => new TlvRecord(record.U64("type"), Seq.Create<byte>(record.Bytes("value"))))) switch
            {
                Decoded<TlvStream>.Ok(var stream, _) => Written(new(row.Value, data, Seq.Create<byte>(stream.Encode()))),
                Decoded<TlvStream>.Malformed(var duplicate) => new Answer.Refuse(Phase.Input, duplicate.Class, duplicate.ToString()),
                _ => throw new InvalidOperationException(),
            };
    }

    private static Answer Nameless(Input input)
    {
        if (input.Text(Code) is not ['0', 'x', .. { Length: 4 } digits]
            || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || FailureCode.Of(code) is not null || digits != digits.ToLowerInvariant())
        {
            return Malformed("in.code: neither a name nor 0x and the four digits of a code without one");
        }

        if (Fields.Select(field => field.Name).Concat([Tlvs, Extra]).FirstOrDefault(input.Has) is { } foreign)
        {
            return Malformed($"in.{foreign}: a code without a name has data alone");
        }

        return input.Has(FlagsMember) && !JsonNode.DeepEquals(input.Json[FlagsMember], Flags(code))
            ? Malformed($"in.flags: not those of {code:x4}")
            : Written(new(code, [], Seq.Create<byte>(input.Has(Data) ? input.Bytes(Data) : [])));
    }

    private static Answer Written(FailureMessage message) => message.Write() switch
    {
        Decoded<byte[]>.Ok(var bytes, _) => new Answer.Ok(new JsonObject { ["hex"] = Convert.ToHexStringLower(bytes) }),
        Decoded<byte[]>.Malformed(var error) => new Answer.Refuse(Phase.Input, error.Class, error.ToString()),
        _ => throw new InvalidOperationException(),
    };

    private static FailureDatum Datum(FailureField field, Input input) => field.Form is FailureForm.Integer or FailureForm.BigSized
        ? FailureDatum.Of(field, input.U64(field.Name))
        : FailureDatum.Of(field, input.Bytes(field.Name));

    private static Form FormOf(FailureForm form) => form switch
    {
        FailureForm.BigSized or FailureForm.Integer(8) => Form.U64,
        FailureForm.Integer(var size) => new Form.Number(0, (1L << (8 * size)) - 1),
        FailureForm.Hash => Form.Bytes32,
        _ => new Form.Hex(0, ushort.MaxValue),
    };

    private static Answer.Refuse Malformed(string text) => new(Phase.Input, Operation.Malformed, text);
}
