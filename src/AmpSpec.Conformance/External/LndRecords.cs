using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>lnd's tests of single records: round trips, where a sender may put them, what its RPC takes.</summary>
internal static class LndRecords
{
    /// <summary>The whole of <c>records.json</c>.</summary>
    public static void File(Conversion c)
    {
        foreach (var e in c.List("round_trip"))
        {
            var amp = e.Number("type") == 14;
            Records.Both(c, e, amp, amp ? Records.Amp(e) : Records.Mpp(e), e.Bytes("derived_record_hex"));
        }

        c.Each("sender_hop_rules", HopRule);

        foreach (var e in c.List("rpc_mpp"))
        {
            Rpc(c, e, amp: false);
        }

        foreach (var e in c.List("rpc_amp"))
        {
            Rpc(c, e, amp: true);
        }
    }

    private static void HopRule(Conversion c, Element e)
    {
        if (!e.Has("amp_record"))
        {
            c.Skip(e, "a rule about what a sender composes, without values; the reader's side is in lnd/hop-payloads.json");
            return;
        }

        var (amp, mpp) = (Records.Amp(e.Member("amp_record")), Records.Mpp(e.Member("payment_data")));
        Records.Written(c, e, amp: true, amp, Record(amp, 14));
        Records.Written(c, e, amp: false, mpp, Record(mpp, 8));
    }

    private static void Rpc(Conversion c, Element e, bool amp)
    {
        JsonObject members = amp ? Records.Amp(e) : e.Has("total_msat") ? Records.Mpp(e) : [];
        switch (e.Text("result"))
        {
            case "valid":
                Records.Written(c, e, amp, members, Record(members, amp ? 14UL : 8UL));
                break;
            case "invalid" when Fields(members).Any(field => field.Length != 32):
                Records.Bad(c, e, amp, Value(members), ErrorClass.ValueTooShort);
                break;
            case "invalid":
                c.Skip(e, "lnd's RPC refuses a total of zero; the codec takes it, and the receiver refuses it", "session.event");
                break;
            default:
                c.Skip(e, "no record is asked for");
                break;
        }
    }

    private static byte[] Record(JsonObject members, ulong type) => Bytes.Record(type, Value(members));

    private static byte[] Value(JsonObject members) =>
    [
        .. Fields(members).SelectMany(field => field),
        .. Bytes.Shortest(ulong.Parse((members["child_index"] ?? members["total_msat"])!.ToString(), CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<byte[]> Fields(JsonObject members) =>
        members.Where(m => m.Key is "payment_secret" or "root_share" or "set_id").Select(m => Convert.FromHexString(m.Value!.ToString()));
}
