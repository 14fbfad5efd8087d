namespace AmpSpec.Conformance.External;

/// <summary>BOLT 1, Appendix B: the streams, and the two rules about appending one stream to another.</summary>
internal static class Bolt1Streams
{
    /// <summary>The whole file.</summary>
    public static void File(Conversion c)
    {
        c.Each("cases", One);

        AppendInvalid(c, c.List("derived_rules").Single(rule => rule.Text("id") == "append-invalid"));
        AppendHigher(c, c.List("derived_rules").Single(rule => rule.Text("id") == "append-higher"));
    }

    /// <summary>The init message ends in a stream; the types that BOLT 1 gives it are 1 and 3.</summary>
    public static void InitExtension(Conversion c, Element e)
    {
        if (e.Flag("valid"))
        {
            c.Valid(Streams.Read, e, Tail(e), Streams.Records(e.Bytes("extension")));
        }
        else if (Streams.Class(e.Text("error")) is { } @class)
        {
            c.Invalid(Streams.Refused, e, Tail(e), @class);
        }
        else
        {
            c.Refused(Streams.Refused, e, Tail(e));
        }
    }

    private static void One(Conversion c, Element e)
    {
        if (e.Flag("valid"))
        {
            Streams.Good(c, e, e.Bytes("hex"), NameSpaces(e));
        }
        else
        {
            Streams.Bad(c, e, e.Bytes("hex"), Streams.Class(e.Text("error")), NameSpaces(e));
        }
    }

    // valid || invalid must fail; the empty stream in front would only repeat the case
    private static void AppendInvalid(Conversion c, Element rule)
    {
        foreach (var (name, first, second) in Pairs(c, second => !second.Flag("valid")))
        {
            c.Refused(Streams.Refused, rule, Streams.In(name, [.. first.Bytes("hex"), .. second.Bytes("hex")]), Suffix(name, first, second), ExternalFlags.ByRule);
        }
    }

    // a stream of lower types || a stream of higher types is still good
    private static void AppendHigher(Conversion c, Element rule)
    {
        foreach (var (name, first, second) in Pairs(c, second => second.Flag("valid") && second.Text("hex").Length > 0))
        {
            if (Bytes.Records(first.Bytes("hex"))[^1].Type < Bytes.Records(second.Bytes("hex"))[0].Type)
            {
                byte[] both = [.. first.Bytes("hex"), .. second.Bytes("hex")];
                c.Valid(Streams.Read, rule, Streams.In(name, both), Streams.Records(both), Suffix(name, first, second), ExternalFlags.ByRule);
            }
        }
    }

    private static IEnumerable<(string Name, Element First, Element Second)> Pairs(Conversion c, Func<Element, bool> wanted) =>
        from name in (string[])["n1", "n2"]
        from first in c.List("cases").Where(e => e.Flag("valid") && e.Text("hex").Length > 0 && NameSpaces(e).Contains(name))
        from second in c.List("cases").Where(e => wanted(e) && NameSpaces(e).Contains(name))
        select (name, first, second);

    private static string[] NameSpaces(Element e) => e.Text("namespace") is "any" ? ["n1", "n2"] : e.Text("namespace").Split(',');

    private static string Suffix(string name, Element first, Element second) => $"-{name}-{first.Text("id")["tlv-".Length..]}-{second.Text("id")["tlv-".Length..]}";

    private static System.Text.Json.Nodes.JsonObject Tail(Element e) =>
        Json.Of(("hex", e["extension"]), ("known", new System.Text.Json.Nodes.JsonArray("1", "3")));
}
