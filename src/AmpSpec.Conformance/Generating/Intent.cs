using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Generating;

/// <summary>What a step of a scenario is meant to bring, said apart from the reference.</summary>
/// <param name="About">For the message when the reference answers otherwise.</param>
/// <param name="Matches">Whether an output is the one that is meant.</param>
internal sealed record Intent(string About, Func<JsonObject, bool> Matches)
{
    public const string UnknownDetails = "incorrect_or_unknown_payment_details", TimedOut = "mpp_timeout", Amount = "final_incorrect_htlc_amount", Expiry = "final_incorrect_cltv_expiry",
        Busy = "temporary_node_failure", Payload = "invalid_onion_payload", Blinding = "invalid_onion_blinding";

    /// <summary>The part is opened, by a preimage of its hash.</summary>
    public static Intent Settles(Htlc htlc) => new($"{htlc.Name} settles", output =>
        Is(output, htlc, "settle") && Asked.HashOf((string)output["preimage"]!) == htlc.Hash);

    /// <summary>The part fails, and its payer is told the data that BOLT 4 has for that code.</summary>
    public static Intent Fails(Htlc htlc, string code, uint height, string? data = null) => new($"{htlc.Name} fails with {code}", output =>
        Is(output, htlc, "fail") && (string)output["code"]! == code && (string)output["data"]! == (data ?? Data(htlc, code, height)));

    /// <summary>The part fails as one whose onion is malformed.</summary>
    public static Intent Malformed(Htlc htlc) => new($"{htlc.Name} is malformed", output => Is(output, htlc, "malformed") && (string)output["code"]! == Blinding);

    /// <summary>The owner is told that a set is complete.</summary>
    public static Intent Claimable(string set, ulong amount) => new($"{set} is claimable", output =>
        (string)output["is"]! == "claimable" && (string)output["set"]! == set && (string)output["amount_msat"]! == $"{amount}");

    // PERM|15 tells the amount that the peer offered and the height at which the part was accepted or refused
    private static string Data(Htlc htlc, string code, uint height) => code switch
    {
        UnknownDetails => Number(htlc.Offered, 8) + Number(height, 4),
        Amount => Number(htlc.Offered, 8),
        Expiry => Number(htlc.Expiry, 4),
        Blinding => AmpInputs.Zero,
        _ => "",
    };

    private static bool Is(JsonObject output, Htlc htlc, string @is) =>
        (string)output["is"]! == @is && JsonNode.DeepEquals(output["htlc"], htlc.Id) && (string)output["channel"]! == htlc.Channel;

    private static string Number(ulong value, int size)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return Convert.ToHexStringLower(bytes[^size..]);
    }
}
