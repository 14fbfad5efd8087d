using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>The lists of BigSize values, which all sources write alike.</summary>
internal static class BigSizes
{
    private static readonly Target Read = new("bigsize.decode", "read", "MPP-WIRE-02");
    private static readonly Target Refused = new("bigsize.decode", "refused", "MPP-WIRE-02");
    private static readonly Target Written = new("bigsize.encode", "written", "MPP-WIRE-02", "AMP-WIRE-07");

    /// <summary>Bytes and their value, or the error.</summary>
    public static void Decode(Conversion c, Element e)
    {
        if (e.Has("error"))
        {
            c.Invalid(Refused, e, Json.Of(("hex", e["hex"])), Class(e.Text("error")));
        }
        else
        {
            c.Valid(Read, e, Json.Of(("hex", e["hex"])), Json.Of(("value", e["value"]), ("size", e.Bytes("hex").Length)));
        }
    }

    /// <summary>A value and its bytes.</summary>
    public static void Encode(Conversion c, Element e) =>
        c.Valid(Written, e, Json.Of(("value", e["value"])), Json.Of(("hex", e["hex"])));

    /// <summary>lnd's own words for the error.</summary>
    public static void Primitive(Conversion c, Element e)
    {
        if (e.Text("verdict") == "accept")
        {
            c.Valid(Read, e, Json.Of(("hex", e["bytes"])), Json.Of(("value", e.Text("value")), ("size", e.Bytes("bytes").Length)));
            c.Valid(Written, e, Json.Of(("value", e.Text("value"))), Json.Of(("hex", e["bytes"])));
        }
        else
        {
            c.Invalid(Refused, e, Json.Of(("hex", e["bytes"])), Class(e.Text("error")));
        }
    }

    /// <summary>A length in front of a payload, and the size of both together.</summary>
    public static void LengthOf(Conversion c, Element e, ulong total)
    {
        var (value, size) = Bytes.BigSize(e.Bytes("hex"));
        if (value + (ulong)size != total)
        {
            throw new InvalidOperationException($"{e.Citation}: {value} + {size} is not {total}");
        }

        c.Valid(Read, e, Json.Of(("hex", e["hex"])), Json.Of(("value", Json.U64(total - (ulong)size)), ("size", size)));
    }

    /// <summary>The sources' two errors, as they are named in the files we carry.</summary>
    public static string Class(string error) => error switch
    {
        "unexpected_eof" or "eof" or "unexpected EOF" or "EOF" => ErrorClass.BigSizeTruncated,
        "bigsize_not_canonical" or "decoded varint is not canonical" => ErrorClass.BigSizeNotMinimal,
        _ => throw new InvalidOperationException($"an unknown error of BigSize: {error}"),
    };
}
