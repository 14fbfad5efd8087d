using AmpSpec.Conformance.Operations;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>The lists of truncated and signed integers.</summary>
internal static class Integers
{
    private static readonly Target TruncatedRead = new("tint.decode", "read", "MPP-WIRE-02");
    private static readonly Target TruncatedRefused = new("tint.decode", "refused", "MPP-WIRE-02");
    private static readonly Target TruncatedWritten = new("tint.encode", "written", "MPP-WIRE-02", "AMP-WIRE-07");
    private static readonly Target SignedRead = new("sint.decode", "read", "MPP-WIRE-02");
    private static readonly Target SignedWritten = new("sint.encode", "written", "MPP-WIRE-02", "AMP-WIRE-07");

    /// <summary>A truncated integer: its bytes and its value, or the error.</summary>
    public static void Truncated(Conversion c, Element e)
    {
        if (e.Has("error"))
        {
            c.Invalid(TruncatedRefused, e, Json.Of(("width", e["width"]), ("hex", e["hex"])), Class(e.Text("error")));
        }
        else
        {
            c.Valid(TruncatedRead, e, Json.Of(("width", e["width"]), ("hex", e["hex"])), Json.Of(("value", IntegerOps.Shown((int)e.Number("width"), e.Text("value")))));
            c.Valid(TruncatedWritten, e, Json.Of(("width", e["width"]), ("value", IntegerOps.Shown((int)e.Number("width"), e.Text("value")))), Json.Of(("hex", e["hex"])));
        }
    }

    /// <summary>A signed integer, its width in bytes.</summary>
    public static void Signed(Conversion c, Element e)
    {
        var width = 8 * (int)e.Number("width_bytes");
        c.Valid(SignedRead, e, Json.Of(("width", width), ("hex", e["hex"])), Json.Of(("value", IntegerOps.Shown(width, e.Text("value")))));
        c.Valid(SignedWritten, e, Json.Of(("width", width), ("value", IntegerOps.Shown(width, e.Text("value")))), Json.Of(("hex", e["hex"])));
    }

    /// <summary>An integer of lnd's primitives, with lnd's own words for the error.</summary>
    public static void Primitive(Conversion c, Element e)
    {
        if (e.Text("type") == "bigsize")
        {
            BigSizes.Primitive(c, e);
            return;
        }

        var width = int.Parse(e.Text("type")[2..], System.Globalization.CultureInfo.InvariantCulture);
        if (e.Text("verdict") == "accept")
        {
            c.Valid(TruncatedRead, e, Json.Of(("width", width), ("hex", e["bytes"])), Json.Of(("value", IntegerOps.Shown(width, e.Text("value")))));
            c.Valid(TruncatedWritten, e, Json.Of(("width", width), ("value", IntegerOps.Shown(width, e.Text("value")))), Json.Of(("hex", e["bytes"])));
        }
        else
        {
            c.Invalid(TruncatedRefused, e, Json.Of(("width", width), ("hex", e["bytes"])), LndErrors.Integer(e));
        }
    }

    private static string Class(string error) => error switch
    {
        "value_too_long" => ErrorClass.ValueTooLong,
        "truncated_int_not_minimal" or "not_minimal" => ErrorClass.TruncatedIntNotMinimal,
        _ => throw new InvalidOperationException($"an unknown error of an integer: {error}"),
    };
}
