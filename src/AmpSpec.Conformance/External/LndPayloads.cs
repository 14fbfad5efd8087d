using System.Text.Json.Nodes;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>Whole payloads and lnd's verdict: from its tests, and from its code where that was asked.</summary>
internal static class LndPayloads
{
    /// <summary>A payload of lnd's own tests: which hop, whether a path key came with the offer, the type at fault.</summary>
    public static void Bare(Conversion c, Element e)
    {
        bool? pathKey = e.Has("update_add_has_path_key") ? e.Flag("update_add_has_path_key") : null;
        if (e.Flag("valid"))
        {
            PayloadCases.Good(c, e, e.Flag("final"), e.Bytes("hex"), pathKey, Stated(e.Has("expect") ? e.Member("expect") : e));
        }
        else
        {
            PayloadCases.Bad(c, e, e.Flag("final"), e.Bytes("hex"), pathKey, Class(e.Member("error").Text("violation")), e.Member("error").Number("tlv_type"));
        }
    }

    /// <summary>A payload that lnd's code judged twice: as the payee's and as a hop's; no path key came with the offer.</summary>
    public static void Asked(Conversion c, Element e)
    {
        Asked(c, e, e.Member("final_hop"), final: true);
        Asked(c, e, e.Member("intermediate_hop"), final: false);
    }

    /// <summary>Our class for the words that several files use.</summary>
    public static string Class(string violation) => violation switch
    {
        "omitted" => ErrorClass.MissingType,
        "included" => ErrorClass.ForbiddenType,
        "required_unknown" => ErrorClass.UnknownEvenType,
        _ => throw new InvalidOperationException($"an unknown violation: {violation}"),
    };

    private static void Asked(Conversion c, Element e, Element verdict, bool final)
    {
        var suffix = final ? "" : "-hop";
        if (verdict.Text("verdict") == "accept")
        {
            PayloadCases.Good(c, e, final, e.Bytes("payload"), pathKey: false, Stated(verdict), suffix);
        }
        else
        {
            PayloadCases.Bad(c, e, final, e.Bytes("payload"), pathKey: false, LndErrors.Stream(verdict.Text("error")), suffix: suffix);
        }
    }

    // what lnd states, under our names
    private static JsonObject Stated(Element e) => Json.Of(
        ("amt_to_forward", e["amt_to_forward_msat"] ?? e["amt_to_forward"]),
        ("outgoing_cltv_value", e["outgoing_cltv"] ?? e["outgoing_cltv_value"]),
        ("payment_data", e["mpp"] ?? e["payment_data"]),
        ("amp", e["amp"]),
        ("payment_metadata", e["payment_metadata"]),
        ("encrypted_recipient_data", e["encrypted_recipient_data"]),
        ("current_path_key", e["current_path_key"]),
        ("total_amount_msat", e["total_amount_msat"]),
        ("custom", e["custom_records"] is JsonObject custom && Payloads.CustomOf(custom) is { Count: > 0 } list ? list : null));
}
