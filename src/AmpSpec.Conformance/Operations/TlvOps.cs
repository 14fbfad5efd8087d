using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Operations;

/// <summary>Streams, and the two records of a multi-part payment, both ways.</summary>
internal static class TlvOps
{
    /// <summary>Every way in which a stream does not parse, whatever its types are.</summary>
    public static readonly string[] StreamErrors =
    [
        ErrorClass.TypeTruncated, ErrorClass.TypeNotMinimal, ErrorClass.TypesOutOfOrder, ErrorClass.DuplicateType,
        ErrorClass.LengthMissing, ErrorClass.LengthTruncated, ErrorClass.LengthNotMinimal, ErrorClass.ValueMissing, ErrorClass.ValueTruncated,
    ];

    /// <summary>Every way in which a value is not what its type wants.</summary>
    public static readonly string[] ValueErrors =
        [ErrorClass.ValueTooShort, ErrorClass.ValueTooLong, ErrorClass.TruncatedIntNotMinimal, ErrorClass.InvalidPoint];

    // a record alone has no other beside it, and its value holds no point
    private static readonly string[] RecordErrors =
    [
        ErrorClass.TypeTruncated, ErrorClass.TypeNotMinimal, ErrorClass.WrongType, ErrorClass.LengthMissing, ErrorClass.LengthTruncated, ErrorClass.LengthNotMinimal,
        ErrorClass.ValueMissing, ErrorClass.ValueTruncated, ErrorClass.ValueTooShort, ErrorClass.ValueTooLong, ErrorClass.TruncatedIntNotMinimal, ErrorClass.TrailingBytes,
    ];

    public static readonly Operation DecodeStream = new(
        "tlv.stream.decode", "the records of a stream; with known, an even type that stands neither there nor in schema is refused; schema says what the values of its types are",
        In:
        [
            new("hex", Form.Bytes),
            new("known", new Form.List(Form.U64), Optional: true),
            new("schema", new Form.Map(new Form.List(new Form.Text())), Optional: true),
        ],
        Ok: [new("records", TlvForms.Records)],
        Errors: In(Phase.Decode, [.. StreamErrors, .. ValueErrors, ErrorClass.UnknownEvenType, ErrorClass.RecordTooLarge]),
        Run: (input, policies) => TlvForms.Schema(input).Match(
            refuse => refuse,
            schema => Answer.From(
                TlvStream.Decode(input.Bytes("hex"), Rules(input, schema, policies)),
                (stream, _) => new JsonObject { ["records"] = TlvForms.Show(stream.Records) })));

    public static readonly Operation EncodeStream = new(
        "tlv.stream.encode", "the one stream of these records, in whatever order they are given",
        In: [new("records", TlvForms.Records)],
        Ok: [new("hex", Form.Bytes)],
        Errors: In(Phase.Input, [ErrorClass.DuplicateType]),
        Run: (input, _) => TlvForms.Written(TlvStream.Of(TlvForms.Read(input, "records")), "hex"));

    public static readonly Operation DecodeMpp = new(
        "tlv.mpp.decode", "one whole payment_data record",
        In: [new("tlv", Form.Bytes)],
        Ok: [.. TlvForms.PaymentData],
        Errors: In(Phase.Decode, RecordErrors),
        Run: (input, _) => Answer.From(PaymentData.Decode(input.Bytes("tlv")), (record, _) => TlvForms.Show(record)));

    public static readonly Operation EncodeMpp = new(
        "tlv.mpp.encode", "one whole payment_data record",
        In: [.. TlvForms.PaymentData],
        Ok: [new("tlv", new Form.Hex(34, 42))],
        Errors: [],
        Run: (input, _) => Whole(TlvForms.ReadPaymentData(input).ToRecord()));

    public static readonly Operation DecodeAmp = new(
        "tlv.amp.decode", "one whole AMP record",
        In: [new("tlv", Form.Bytes)],
        Ok: [.. TlvForms.Amp],
        Errors: In(Phase.Decode, RecordErrors),
        Run: (input, _) => Answer.From(AmpRecord.Decode(input.Bytes("tlv")), (record, _) => TlvForms.Show(record)));

    public static readonly Operation EncodeAmp = new(
        "tlv.amp.encode", "one whole AMP record",
        In: [.. TlvForms.Amp],
        Ok: [new("tlv", new Form.Hex(66, 70))],
        Errors: [],
        Run: (input, _) => Whole(TlvForms.ReadAmp(input).ToRecord()));

    public static readonly IReadOnlyList<Operation> All = [DecodeStream, EncodeStream, DecodeMpp, EncodeMpp, DecodeAmp, EncodeAmp];

    /// <summary>These classes, all of one phase.</summary>
    public static (string Phase, string Class)[] In(string phase, IEnumerable<string> classes) => [.. classes.Select(name => (phase, name))];

    private static TlvRules Rules(Input input, Dictionary<ulong, FieldLayout>? schema, PolicySet policies) =>
        TlvRules.Of(schema, input.Has("known") ? input.Values("known").Select(ulong.Parse) : null) with
        {
            MostBytes = policies.Is(Policies.RecordSize, "65535") ? 65535 : null,
            CustomFrom = policies.Is(Policies.UnknownEven, "custom-passed") ? RecordTypes.FirstCustom : null,
        };

    private static Answer.Ok Whole(TlvRecord record) => new(new JsonObject { ["tlv"] = Convert.ToHexStringLower(record.Encode()) });
}
