using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Operations;

/// <summary>How payloads look in JSON.</summary>
internal static class PayloadForms
{
    private static readonly Form Point = new Form.Hex(33, 33);

    public static readonly Member[] Final =
    [
        new("amt_to_forward", Form.U64),
        new("outgoing_cltv_value", Form.U32),
        new("payment_data", new Form.Object(TlvForms.PaymentData), Optional: true),
        new("amp", new Form.Object(TlvForms.Amp), Optional: true),
        new("keysend_preimage", Form.Bytes32, Optional: true),
        new("payment_metadata", Form.Bytes, Optional: true),
        new("encrypted_recipient_data", Form.Bytes, Optional: true),
        new("current_path_key", Point, Optional: true),
        new("total_amount_msat", Form.U64, Optional: true),
        new("custom", TlvForms.Records, Optional: true),
    ];

    public static readonly Member[] Forward =
    [
        new("amt_to_forward", Form.U64, Optional: true),
        new("outgoing_cltv_value", Form.U32, Optional: true),
        new("short_channel_id", new Form.Hex(8, 8), Optional: true),
        new("outgoing_node_id", Point, Optional: true),
        new("encrypted_recipient_data", Form.Bytes, Optional: true),
        new("current_path_key", Point, Optional: true),
        new("custom", TlvForms.Records, Optional: true),
    ];

    public static JsonObject Show(FinalPayload payload) => Present(
        ("amt_to_forward", $"{payload.AmtToForward.Value}"),
        ("outgoing_cltv_value", payload.OutgoingCltvValue),
        ("payment_data", payload.PaymentData is { } data ? TlvForms.Show(data) : null),
        ("amp", payload.Amp is { } amp ? TlvForms.Show(amp) : null),
        ("keysend_preimage", payload.KeysendPreimage?.Value.ToString()),
        ("payment_metadata", Show(payload.PaymentMetadata)),
        ("encrypted_recipient_data", Show(payload.EncryptedRecipientData)),
        ("current_path_key", Show(payload.CurrentPathKey)),
        ("total_amount_msat", payload.TotalAmountMsat is { } total ? $"{total.Value}" : null),
        ("custom", Show(payload.Custom)));

    public static JsonObject Show(ForwardPayload payload) => payload switch
    {
        ForwardPayload.Cleartext clear => Present(
            ("amt_to_forward", $"{clear.AmtToForward.Value}"),
            ("outgoing_cltv_value", clear.OutgoingCltvValue),
            ("short_channel_id", clear.ShortChannelId is { } channel ? $"{channel:x16}" : null),
            ("outgoing_node_id", Show(clear.OutgoingNodeId)),
            ("custom", Show(clear.Custom))),
        ForwardPayload.Blinded blinded => Present(
            ("encrypted_recipient_data", Show(blinded.EncryptedRecipientData)),
            ("current_path_key", Show(blinded.CurrentPathKey))),
    };

    public static FinalPayload Read(Input input) => new()
    {
        AmtToForward = new Msat(input.U64("amt_to_forward")),
        OutgoingCltvValue = input.U32("outgoing_cltv_value"),
        PaymentData = input.Has("payment_data") ? TlvForms.ReadPaymentData(input.Object("payment_data")) : null,
        Amp = input.Has("amp") ? TlvForms.ReadAmp(input.Object("amp")) : null,
        KeysendPreimage = input.Has("keysend_preimage") ? new Preimage(input.Bytes32("keysend_preimage")) : null,
        PaymentMetadata = Bytes(input, "payment_metadata"),
        EncryptedRecipientData = Bytes(input, "encrypted_recipient_data"),
        CurrentPathKey = Bytes(input, "current_path_key"),
        TotalAmountMsat = input.Has("total_amount_msat") ? new Msat(input.U64("total_amount_msat")) : null,
        Custom = input.Has("custom") ? TlvForms.Read(input, "custom") : [],
    };

    private static Seq<byte>? Bytes(Input input, string name) => input.Has(name) ? input.Bytes(name).ToSeq() : null;

    private static string? Show(Seq<byte>? bytes) => bytes is { } present ? TlvForms.Show(present) : null;

    private static JsonArray? Show(Seq<TlvRecord> custom) => custom.Count > 0 ? TlvForms.Show(custom) : null;

    private static JsonObject Present(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
