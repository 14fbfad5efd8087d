using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Operations;

/// <summary>How records look in JSON.</summary>
internal static class TlvForms
{
    public static readonly Form Records = new Form.List(new Form.Object(new("type", Form.U64), new("value", Form.Bytes)));

    public static readonly Member[] PaymentData = [new("payment_secret", Form.Bytes32), new("total_msat", Form.U64)];

    public static readonly Member[] Amp = [new("root_share", Form.Bytes32), new("set_id", Form.Bytes32), new("child_index", Form.U32)];

    public static JsonArray Show(IEnumerable<TlvRecord> records) =>
        [.. records.Select(record => (JsonNode)new JsonObject { ["type"] = $"{record.Type}", ["value"] = Show(record.Value) })];

    public static string Show(Seq<byte> bytes) => Convert.ToHexStringLower(bytes.AsSpan());

    public static JsonObject Show(PaymentData record) => new()
    {
        ["payment_secret"] = record.PaymentSecret.Value.ToString(),
        ["total_msat"] = $"{record.TotalMsat.Value}",
    };

    public static JsonObject Show(AmpRecord record) => new()
    {
        ["root_share"] = record.RootShare.Value.ToString(),
        ["set_id"] = record.SetId.ToString(),
        ["child_index"] = record.ChildIndex,
    };

    public static Seq<TlvRecord> Read(Input input, string name) =>
        input.Objects(name).Select(record => new TlvRecord(record.U64("type"), [.. record.Bytes("value")])).ToSeq();

    public static PaymentData ReadPaymentData(Input input) =>
        new(new PaymentSecret(input.Bytes32("payment_secret")), new Msat(input.U64("total_msat")));

    public static AmpRecord ReadAmp(Input input) =>
        new(new Share(input.Bytes32("root_share")), new SetId(input.Bytes32("set_id")), input.U32("child_index"));

    /// <summary>A stream that was made from a request; what cannot be written is the request's fault.</summary>
    public static Answer Written(Decoded<TlvStream> written, string name) => written switch
    {
        Decoded<TlvStream>.Ok(var stream, _) => new Answer.Ok(new JsonObject { [name] = Convert.ToHexStringLower(stream.Encode()) }),
        Decoded<TlvStream>.Malformed(var error) => new Answer.Refuse(Phase.Input, error.Class, error.ToString()),
    };

    /// <summary>The member <c>schema</c>: absent, or a layout for each type, or why it says none.</summary>
    public static Layouts Schema(Input input)
    {
        if (!input.Has("schema"))
            return new Layouts(null, null);

        var layouts = new Dictionary<ulong, FieldLayout>();
        foreach (var (type, kinds) in input.Json["schema"]!.AsObject())
        {
            var names = kinds!.AsArray().Select(kind => kind!.GetValue<string>()).ToArray();
            var fields = names.Select(FieldKind.Parse).OfType<FieldKind>().ToSeq();
            if (fields.Count < names.Length)
                return Refuse($"in.schema.{type}: {names.First(name => FieldKind.Parse(name) is null)} is no kind of field");
            if (!FieldLayout.IsPossible(fields))
                return Refuse($"in.schema.{type}: a truncated integer or a rest can only stand last");

            layouts[ulong.Parse(type, CultureInfo.InvariantCulture)] = new FieldLayout(fields);
        }

        return new Layouts(layouts, null);
    }

    /// <summary>Layouts (null: none were given), or a refusal.</summary>
    public sealed record Layouts(Dictionary<ulong, FieldLayout>? Schema, Answer.Refuse? Refuse)
    {
        public Answer Match(Func<Answer, Answer> refuse, Func<Dictionary<ulong, FieldLayout>?, Answer> layouts) =>
            Refuse is null ? layouts(Schema) : refuse(Refuse);
    }

    private static Layouts Refuse(string text) => new(null, new Answer.Refuse(Phase.Input, Operation.Malformed, text));
}
