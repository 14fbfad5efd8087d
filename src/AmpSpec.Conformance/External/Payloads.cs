using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;

namespace AmpSpec.Conformance.External;

/// <summary>What good payloads say. Read here, apart from the library, because sources state only some of the members.</summary>
internal static class Payloads
{
    private const ulong Keysend = 5482373484, FirstCustom = 65536;

    /// <summary>The answer to a good final payload.</summary>
    public static JsonObject Final(byte[] stream)
    {
        var records = Bytes.Records(stream).ToDictionary(r => r.Type, r => r.Value);
        return Json.Of(
            ("amt_to_forward", U64(records, 2)),
            ("outgoing_cltv_value", U32(records, 4)),
            ("payment_data", records.TryGetValue(8, out var data) ? PaymentData(data) : null),
            ("amp", records.TryGetValue(14, out var amp) ? Amp(amp) : null),
            ("keysend_preimage", Hex(records, Keysend)),
            ("payment_metadata", Hex(records, 16)),
            ("encrypted_recipient_data", Hex(records, 10)),
            ("current_path_key", Hex(records, 12)),
            ("total_amount_msat", U64(records, 18)),
            ("custom", Custom(stream)));
    }

    /// <summary>The answer to a good forwarding payload.</summary>
    public static JsonObject Forward(byte[] stream)
    {
        var records = Bytes.Records(stream).ToDictionary(r => r.Type, r => r.Value);
        return records.ContainsKey(10)
            ? Json.Of(("encrypted_recipient_data", Hex(records, 10)), ("current_path_key", Hex(records, 12)))
            : Json.Of(("amt_to_forward", U64(records, 2)), ("outgoing_cltv_value", U32(records, 4)), ("short_channel_id", Hex(records, 6)), ("custom", Custom(stream)));
    }

    /// <summary>The members of payment_data.</summary>
    public static JsonObject PaymentData(byte[] value) =>
        Json.Of(("payment_secret", Json.Hex(value[..32])), ("total_msat", Json.U64(Bytes.Number(value[32..]))));

    /// <summary>The members of the AMP record.</summary>
    public static JsonObject Amp(byte[] value) =>
        Json.Of(("root_share", Json.Hex(value[..32])), ("set_id", Json.Hex(value[32..64])), ("child_index", (long)Bytes.Number(value[64..])));

    /// <summary>What the source states must be what the bytes say; the same members under the source's names.</summary>
    public static JsonObject Checked(Element at, JsonObject read, JsonObject stated)
    {
        foreach (var (name, value) in stated)
        {
            if (!JsonNode.DeepEquals(read[name], value))
            {
                throw new InvalidOperationException($"{at.Citation}: {name} is {read[name]?.ToJsonString()}, the source says {value?.ToJsonString()}");
            }
        }

        return read;
    }

    /// <summary>The custom records that a source states as an object, as the list that an answer has.</summary>
    public static JsonArray CustomOf(JsonObject records) =>
        [.. records.Where(r => r.Key != $"{Keysend}").Select(r => (JsonNode)Json.Of(("type", r.Key), ("value", r.Value)))];

    private static JsonArray? Custom(byte[] stream)
    {
        var custom = Bytes.Records(stream).Where(r => r.Type >= FirstCustom && r.Type != Keysend).ToArray();
        return custom.Length == 0 ? null : [.. custom.Select(r => (JsonNode)Json.Of(("type", Json.U64(r.Type)), ("value", Json.Hex(r.Value))))];
    }

    private static JsonNode? U64(Dictionary<ulong, byte[]> records, ulong type) => records.TryGetValue(type, out var value) ? Json.U64(Bytes.Number(value)) : null;

    private static JsonNode? U32(Dictionary<ulong, byte[]> records, ulong type) => records.TryGetValue(type, out var value) ? (long)Bytes.Number(value) : null;

    private static JsonNode? Hex(Dictionary<ulong, byte[]> records, ulong type) => records.TryGetValue(type, out var value) ? Json.Hex(value) : null;
}
