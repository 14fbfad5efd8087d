using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Sessions;

/// <summary>From the JSON of an event to the event.</summary>
internal static class SessionEvent
{
    /// <summary>The event, or why the request says none.</summary>
    /// <param name="request">A request that has the form of <see cref="SessionForms.Event"/>.</param>
    /// <param name="height">The height read with it, from which a relative expiry counts.</param>
    /// <param name="facts">What the session told when it was opened.</param>
    public static (NodeEvent? Event, string? Error) Read(Input request, BlockHeight height, JsonObject facts, Rules rules) => request.Text("do") switch
    {
        "htlc.offer" or "htlc.replay" => Offer(request, height, facts, rules),
        "htlc.commit" => (new NodeEvent.HtlcCommitted(Id(request.Object("htlc"))), null),
        "htlc.drop" => (new NodeEvent.HtlcDropped(Id(request.Object("htlc"))), null),
        "set.settle" => Key(request.Object("set"), rules) is { } key ? (new NodeEvent.SetSettled(key, Preimage(request)), null) : (null, Which(request.Object("set"), "set", "payment_hash", "set_id")),
        "set.cancel" => Key(request.Object("set"), rules) is { } key ? (new NodeEvent.SetCanceled(key), null) : (null, Which(request.Object("set"), "set", "payment_hash", "set_id")),
        "invoice.cancel" => (new NodeEvent.InvoiceCanceled(new PaymentSecret(request.Bytes32("invoice"))), null),
        "restart" => (new NodeEvent.Restarted(Flag(request, "lossy"), request.Has("delivered") ? request.Int("delivered") : null), null),
        _ => (new NodeEvent.Nothing(), null),
    };

    /// <summary>Channel and number, as the texts that they are in JSON.</summary>
    public static HtlcId Id(Input htlc) => new(htlc.Json["channel"]!.ToJsonString(), htlc.Json["id"]!.ToJsonString());

    private static (NodeEvent? Event, string? Error) Offer(Input request, BlockHeight height, JsonObject facts, Rules rules)
    {
        var htlc = request.Object("htlc");
        if (!htlc.Has("payload") && !htlc.Has("payload_hex"))
        {
            return (null, "in.htlc: neither payload nor payload_hex");
        }

        if (htlc.Has("cltv_expiry") == htlc.Has("cltv"))
        {
            return (null, Which(htlc, "htlc", "cltv_expiry", "cltv"));
        }

        var (id, hash, wire, expiry) = (Id(htlc), new Hash32(htlc.Bytes32("hash")), new WireAmount(new Msat(htlc.U64("amount_msat"))), Expiry(htlc, height, facts));
        var read = PayloadRules.Default with { KeysendOpaque = rules.KeysendRecord is KeysendRecord.Opaque };
        var offer = (htlc.Has("payload_hex") ? new Decoded<byte[]>.Ok(htlc.Bytes("payload_hex"), 0) : Written(PayloadForms.Read(htlc.Object("payload")))) switch
        {
            Decoded<byte[]>.Ok(var stream, _) => Settlement.Offer.Read(id, hash, wire, expiry, stream, read, htlc.Has("update_add_path_key")),
            Decoded<byte[]>.Malformed(var error) => new Offer(id, hash, wire, expiry, error) { PathKeyGiven = htlc.Has("update_add_path_key"), Offender = InvalidOnionPayload.Of(error) },
        };
        return (new NodeEvent.HtlcOffered(offer, !request.Has("committed") || Flag(request, "committed")), null);
    }

    // records that a reader passes over need not be written
    private static Decoded<byte[]> Written(FinalPayload payload) => (payload with { Custom = payload.Custom.Where(record => record.IsEven || record.Type >= RecordTypes.FirstCustom).ToSeq() }).Encode(PayloadRules.Default) switch
    {
        Decoded<TlvStream>.Ok(var stream, var size) => new Decoded<byte[]>.Ok(stream.Encode(), size),
        Decoded<TlvStream>.Malformed(var error) => error,
    };

    // blocks beyond what the first invoice asks, so that a case fits receivers with other margins
    private static CltvExpiry Expiry(Input htlc, BlockHeight height, JsonObject facts)
    {
        if (htlc.Has("cltv_expiry"))
        {
            return new(htlc.U32("cltv_expiry"));
        }

        var asked = facts["invoices"]!.AsArray().FirstOrDefault()?["min_final_cltv_expiry"]?.GetValue<uint>() ?? facts["params"]!["cltv_margin"]!.GetValue<uint>();
        return new((uint)Math.Clamp(height.Value + (long)asked + htlc.Object("cltv").Int("min_final"), 0, uint.MaxValue));
    }

    private static SetKey? Key(Input set, Rules rules) => (set.Has("payment_hash"), set.Has("set_id")) switch
    {
        (true, false) => SetKey.Of(new Hash32(set.Bytes32("payment_hash")), new PaymentSecret(set.Bytes32("payment_secret")), rules),
        (false, true) => new SetKey.Amp(new PaymentSecret(set.Bytes32("payment_secret")), new SetId(set.Bytes32("set_id"))),
        _ => null,
    };

    // one of two members is wanted, and none or both are there
    private static string Which(Input given, string at, string one, string other) =>
        given.Has(one) ? $"in.{at}: {one} {given.Json[one]!.ToJsonString()} and {other} {given.Json[other]!.ToJsonString()}; one of them alone is wanted" : $"in.{at}: neither {one} nor {other}";

    private static Preimage? Preimage(Input request) => request.Has("preimage") ? new Preimage(request.Bytes32("preimage")) : null;

    private static bool Flag(Input request, string name) => request.Has(name) && request.Json[name]!.GetValue<bool>();
}
