using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;

namespace AmpSpec.Conformance.External;

/// <summary>lnd's records and streams: what its code answered about values, whole records and streams over both.</summary>
internal static class LndTlv
{
    /// <summary>The whole of <c>amp-tlv.json</c>.</summary>
    public static void File(Conversion c)
    {
        c.Each("primitives", Integers.Primitive);

        foreach (var e in c.List("encode"))
        {
            var amp = e.Text("record") == "amp";
            Records.Both(c, e, amp, amp ? Records.Amp(e) : Records.Mpp(e), e.Bytes("tlv"));
        }

        foreach (var e in c.List("decode_value"))
        {
            Value(c, e, e.Text("record") == "amp");
        }

        c.Each("decode_stream", Stream);
    }

    private static void Value(Conversion c, Element e, bool amp)
    {
        if (e.Text("verdict") == "accept")
        {
            Records.Good(c, e, amp, e.Bytes("value"), amp ? Records.Amp(e) : Records.Mpp(e));
        }
        else
        {
            Records.Bad(c, e, amp, e.Bytes("value"), LndErrors.Record(e));
        }
    }

    // asked twice: with lnd's limit for onions, and with none, as it reads its own database
    private static void Stream(Conversion c, Element e)
    {
        var (onion, storage) = (e.Member("onion"), e.Member("storage"));
        if (storage.Text("verdict") == "accept" && onion.Text("verdict") == "reject")
        {
            var policy = Policies.All.Single(p => p.Name == "tlv.record-size");
            var refusal = new Answer.Refuse(Phase.Decode, LndErrors.Stream(onion.Text("error"))!, "").AsExpectation();
            c.Choice(Streams.Read, e, Request(e), policy, "65535", refusal);
        }
        else if (onion.Text("verdict") == "accept")
        {
            c.Valid(Streams.Read, e, Request(e), Streams.Records(e.Bytes("stream")));
        }
        else if (LndErrors.Stream(onion.Text("error")) is { } @class)
        {
            c.Invalid(Streams.Refused, e, Request(e), @class);
        }
        else
        {
            c.Refused(Streams.Refused, e, Request(e));
        }
    }

    // lnd's stream does not ask whether an unknown type is even; so the even ones that it passed are given as known
    private static JsonObject Request(Element e) => Json.Of(
        ("hex", e["stream"]),
        ("schema", new JsonObject { ["8"] = new JsonArray("32*byte", "tu64"), ["14"] = new JsonArray("32*byte", "32*byte", "tu32") }),
        ("known", Known(e) is { Count: > 0 } known ? known : null));

    private static JsonArray Known(Element e) =>
        [.. (e.Member("onion").Json["unknown"]?.AsObject() ?? []).Select(r => r.Key).Where(type => (type[^1] - '0') % 2 == 0).Select(type => (JsonNode)type)];
}
