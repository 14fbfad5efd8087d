using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>From a step that brings a part to the offer that a peer would make.</summary>
internal static class ScenarioOffer
{
    // a total without a secret has no other place on the wire
    private static readonly PayloadRules Reading = PayloadRules.Default with { TotalAmountInCleartext = true };

    /// <summary>The offer; who plays it names it.</summary>
    public static Offer Of(JsonObject step, Rules rules)
    {
        var bytes = Stream(step);
        return Offer.Read(
            new HtlcId("", ""),
            new Hash32(ScenarioConfig.Bytes(step["payment_hash"])!.Value),
            new WireAmount(new Msat(Scenario.U64(step["amount_msat"]))),
            new CltvExpiry(step["cltv_expiry"]!.GetValue<uint>()),
            bytes,
            Reading with { KeysendOpaque = rules.KeysendRecord is KeysendRecord.Opaque },
            pathKeyGiven: false) with
        {
            Skimmed = step["skimmed_fee_msat"] is { } fee ? new Msat(Scenario.U64(fee)) : default,
            HmacFails = step["malformed_onion"]?.GetValue<bool>() ?? false,
            ToEndedSet = step.ContainsKey("delivered_to"),
        };
    }

    /// <summary>The member that a record is made of, where the part has such a member; no record stands twice.</summary>
    public static string? MemberOf(ulong type, JsonObject step) => type switch
    {
        RecordTypes.AmtToForward => "amount_msat",
        RecordTypes.OutgoingCltvValue => "cltv_expiry",
        RecordTypes.PaymentData when step["payment_secret"] is not null => "payment_secret",
        RecordTypes.Amp when step.ContainsKey("child_index") => "child_index",
        RecordTypes.PaymentMetadata when step.ContainsKey("payment_metadata") => "payment_metadata",
        RecordTypes.TotalAmountMsat when step["payment_secret"] is null && step["total_msat"] is not null => "total_msat",
        _ => null,
    };

    private static Msat? Total(JsonObject step) => step["total_msat"] is { } total ? new Msat(Scenario.U64(total)) : null;

    // records that a step writes out may be wrong in any way; those of its other members are well-formed
    private static byte[] Stream(JsonObject step)
    {
        var payload = new FinalPayload
        {
            AmtToForward = new Msat(Scenario.U64(step["onion_amount_msat"] ?? step["amount_msat"])),
            OutgoingCltvValue = (step["onion_cltv"] ?? step["cltv_expiry"])!.GetValue<uint>(),
            PaymentData = ScenarioConfig.Bytes(step["payment_secret"]) is { } secret ? new PaymentData(new PaymentSecret(secret), Total(step) ?? default) : null,
            TotalAmountMsat = step["payment_secret"] is null ? Total(step) : null,
            Amp = step["child_index"] is { } index
                ? new AmpRecord(new Share(ScenarioConfig.Bytes(step["root_share"])!.Value), new SetId(ScenarioConfig.Bytes(step["set_id"])!.Value), index.GetValue<uint>())
                : null,
            PaymentMetadata = step["payment_metadata"] is { } metadata ? Convert.FromHexString(metadata.GetValue<string>()).ToSeq() : null,
        };
        var known = payload.Encode(Reading) is Decoded<TlvStream>.Ok(var stream, _) ? stream.Records : throw new InvalidOperationException("a payload that cannot be written");
        var custom = (step["custom_records"] as JsonObject ?? []).Select(record =>
            new TlvRecord(ulong.Parse(record.Key, CultureInfo.InvariantCulture), Convert.FromHexString(record.Value!.GetValue<string>()).ToSeq()));
        return [.. known.Concat(custom).OrderBy(record => record.Type).SelectMany(record => record.Encode())];
    }
}
