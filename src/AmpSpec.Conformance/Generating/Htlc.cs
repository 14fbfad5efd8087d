using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Generating;

/// <summary>An HTLC as a scenario offers it: what its peer says and what its payer says.</summary>
internal sealed record Htlc(string Name, JsonNode Id, ulong Onion, ulong Total, string? Hash, string? Secret)
{
    public string Channel { get; init; } = "c0";

    /// <summary>What the peer offers; what the payer meant where it is not said.</summary>
    public ulong? Wire { get; init; }

    public uint Expiry { get; init; } = 800_144;

    /// <summary>What the payer meant; what the peer offers where it is not said.</summary>
    public uint? OnionExpiry { get; init; }

    /// <summary>An expiry that counts from what the first invoice asks; then <see cref="Expiry"/> is not told.</summary>
    public int? BeyondMinFinal { get; init; }

    public JsonObject? Amp { get; init; }

    public string? Keysend { get; init; }

    public string? Metadata { get; init; }

    public string? BlindedData { get; init; }

    public string? PathKey { get; init; }

    public bool PathKeyInOffer { get; init; }

    public (ulong Type, string Value)[] Custom { get; init; } = [];

    /// <summary>The stream itself, beside or in place of what it says.</summary>
    public string? PayloadHex { get; init; }

    public bool HasPayload { get; init; } = true;

    public ulong Offered => Wire ?? Onion;

    /// <summary>The same to another invoice.</summary>
    public Htlc To(Asked invoice) => this with { Secret = invoice.Secret, Hash = invoice.Preimage is null ? Hash : invoice.Hash, Total = invoice.Amount ?? Total };

    /// <summary>The same as a part of an AMP set.</summary>
    public Htlc Of(AmpSet set, int at) => this with
    {
        Hash = set.Hash(at),
        Amp = new JsonObject { ["root_share"] = set.Children[at].Share, ["set_id"] = set.Id, ["child_index"] = set.Children[at].Index },
    };

    /// <summary>The same as keysend, without a secret.</summary>
    public Htlc Spontaneous(string preimage) => this with { Hash = Asked.HashOf(preimage), Keysend = preimage, Secret = null };

    /// <summary>The same as keysend in parts, with a secret that the payer made up.</summary>
    public Htlc Spontaneous(string preimage, string secret) => this with { Hash = Asked.HashOf(preimage), Keysend = preimage, Secret = secret };

    public JsonObject Json()
    {
        var json = Present(
            ("id", Id), ("channel", Channel), ("hash", Hash), ("amount_msat", $"{Offered}"),
            ("cltv_expiry", BeyondMinFinal is null ? Expiry : null), ("cltv", BeyondMinFinal is { } beyond ? new JsonObject { ["min_final"] = beyond } : null),
            ("payload_hex", PayloadHex), ("update_add_path_key", PathKeyInOffer ? WireBytes.Point : null));
        if (HasPayload)
        {
            json["payload"] = Payload();
        }

        return json;
    }

    public JsonObject Named() => new() { ["channel"] = Channel, ["id"] = Id.DeepClone() };

    private JsonObject Payload() => Present(
        ("amt_to_forward", $"{Onion}"), ("outgoing_cltv_value", OnionExpiry ?? Expiry),
        ("payment_data", Secret is null ? null : new JsonObject { ["payment_secret"] = Secret, ["total_msat"] = $"{Total}" }),
        ("amp", Amp), ("keysend_preimage", Keysend), ("payment_metadata", Metadata),
        ("encrypted_recipient_data", BlindedData), ("current_path_key", PathKey), ("total_amount_msat", BlindedData is null ? null : $"{Total}"),
        ("custom", Custom is [] ? null : new JsonArray([.. Custom.Select(c => (JsonNode)new JsonObject { ["type"] = $"{c.Type}", ["value"] = c.Value })])));

    private static JsonObject Present(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value?.DeepClone())));
}
