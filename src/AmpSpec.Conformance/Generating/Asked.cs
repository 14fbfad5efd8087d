using System.Security.Cryptography;
using System.Text.Json.Nodes;
using static AmpSpec.Conformance.Generating.AmpInputs;

namespace AmpSpec.Conformance.Generating;

/// <summary>An invoice as a scenario asks for it.</summary>
/// <param name="Id">Its name in the session.</param>
/// <param name="Secret">Its payment secret.</param>
/// <param name="Preimage">What opens its parts; null where AMP parts have their own.</param>
/// <param name="Amount">What it asks; null leaves it to the payer.</param>
internal sealed record Asked(string Id, string Secret, string? Preimage, ulong? Amount)
{
    private static readonly string[] Ids = ["first", "second", "third"];

    public string[] Features { get; init; } = [];

    public uint? MinFinal { get; init; }

    public string? Metadata { get; init; }

    public ulong? ExpiresAt { get; init; }

    public bool Hold { get; init; }

    /// <summary>Whether the receiver is not told what opens it.</summary>
    public bool PreimageUnknown { get; init; }

    public string Hash => HashOf(Preimage!);

    /// <summary>An invoice for parts under one hash. Each <paramref name="n"/> has secret and preimage of its own.</summary>
    public static Asked Mpp(ulong? amount = 1000, int n = 0) => new(Ids[n], Fill($"{0x20 + n:x2}"), Fill($"{1 + n:x2}"), amount) { Features = ["basic_mpp"] };

    /// <summary>An invoice that takes one part alone.</summary>
    public static Asked Single(ulong? amount = 1000) => Mpp(amount) with { Features = [] };

    /// <summary>An invoice whose owner decides; the receiver does not know the preimage.</summary>
    public static Asked Held(ulong? amount = 1000) => Mpp(amount) with { Hold = true, PreimageUnknown = true };

    /// <summary>An invoice for AMP parts.</summary>
    public static Asked Amp(ulong? amount = 1000, int n = 0) => new(Ids[n], Fill($"{0xa0 + n:x2}"), null, amount) { Features = ["amp.required"] };

    /// <summary>SHA-256 of 32 bytes.</summary>
    public static string HashOf(string preimage) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(preimage)));

    public JsonObject Json()
    {
        var json = new JsonObject { ["id"] = Id, ["payment_secret"] = Secret, ["features"] = new JsonArray([.. Features.Select(f => (JsonNode)f)]) };
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("payment_preimage", PreimageUnknown ? null : Preimage), ("payment_hash", PreimageUnknown ? Hash : null), ("amount_msat", Amount is { } amount ? $"{amount}" : null),
            ("min_final_cltv_expiry", MinFinal), ("payment_metadata", Metadata), ("expires_at_ms", ExpiresAt), ("hold", Hold ? true : null),
        })
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        return json;
    }
}
