using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>The two records of a part, each alone: payment_data (8) and AMP (14).</summary>
internal static class Records
{
    private static readonly Target MppRead = new("tlv.mpp.decode", "read", "MPP-WIRE-01");
    private static readonly Target MppRefused = new("tlv.mpp.decode", "refused", "MPP-WIRE-01", "MPP-WIRE-02");
    private static readonly Target MppWritten = new("tlv.mpp.encode", "written", "MPP-WIRE-01", "AMP-WIRE-07");
    private static readonly Target AmpRead = new("tlv.amp.decode", "read", "AMP-WIRE-01");
    private static readonly Target AmpRefused = new("tlv.amp.decode", "refused", "AMP-WIRE-01", "AMP-WIRE-02");
    private static readonly Target AmpWritten = new("tlv.amp.encode", "written", "AMP-WIRE-01", "AMP-WIRE-07");

    /// <summary>The members of payment_data in an entry.</summary>
    public static JsonObject Mpp(Element e) => Json.Of(("payment_secret", e["payment_secret"]), ("total_msat", e.Text("total_msat")));

    /// <summary>The members of the AMP record in an entry; the share and the index go by two names.</summary>
    public static JsonObject Amp(Element e) => Json.Of(("root_share", e["root_share"] ?? e["share"]), ("set_id", e["set_id"]), ("child_index", e["child_index"] ?? e["index"]));

    /// <summary>Members and the whole record, both ways.</summary>
    public static void Both(Conversion c, Element e, bool amp, JsonObject members, byte[] record, string suffix = "")
    {
        var tlv = Json.Of(("tlv", Json.Hex(record)));
        c.Valid(amp ? AmpRead : MppRead, e, tlv, members, suffix);
        c.Valid(amp ? AmpWritten : MppWritten, e, members, tlv, suffix);
    }

    /// <summary>Members whose record the converter put together.</summary>
    public static void Written(Conversion c, Element e, bool amp, JsonObject members, byte[] record) =>
        c.Valid(amp ? AmpWritten : MppWritten, e, members, Json.Of(("tlv", Json.Hex(record))), "", ExternalFlags.Assembled);

    /// <summary>A value that is read; type and length are put in front.</summary>
    public static void Good(Conversion c, Element e, bool amp, byte[] value, JsonObject members) =>
        c.Valid(amp ? AmpRead : MppRead, e, Tlv(amp, value), members, "", ExternalFlags.Assembled);

    /// <summary>A value that is refused; type and length are put in front.</summary>
    public static void Bad(Conversion c, Element e, bool amp, byte[] value, string @class) =>
        c.Invalid(amp ? AmpRefused : MppRefused, e, Tlv(amp, value), @class, flags: ExternalFlags.Assembled);

    /// <summary>A whole record from its value.</summary>
    public static byte[] Whole(bool amp, byte[] value) => Bytes.Record(amp ? 14UL : 8UL, value);

    private static JsonObject Tlv(bool amp, byte[] value) => Json.Of(("tlv", Json.Hex(Whole(amp, value))));
}
