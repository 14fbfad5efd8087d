using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;

namespace AmpSpec.Conformance.External;

/// <summary>The unmerged trampoline draft: its payloads give type 14 another meaning, and have a type 20 of their own.</summary>
internal static class BoltsDrafts
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["bolts-drafts/trampoline-payloads"] = c => c.Each("cases", Payload),
    };

    private static void Payload(Conversion c, Element e)
    {
        var stream = Bytes.Prefixed(e.Bytes("hex"))!;
        var types = Bytes.Records(stream).Select(record => record.Type).ToArray();
        if (types.Contains(20UL))
        {
            c.Skip(e, "type 20 carries a second onion, which no operation knows", "onion.peel");
        }
        else if (types.Contains(14UL))
        {
            c.Choice(Target(final: false), e, Json.Of(("payload", Json.Hex(stream))), PayloadCases.Policy("payload.record-14"), "outgoing_node_id", Trampoline(e, stream));
        }
        else
        {
            PayloadCases.Good(c, e, final: types.Contains(8UL), stream, pathKey: null, []);
        }
    }

    private static Target Target(bool final) => new(final ? "payload.final.decode" : "payload.forward.decode", "type 14 by policy", "AMP-WIRE-08");

    private static JsonObject Trampoline(Element e, byte[] stream)
    {
        var answer = Payloads.Forward(stream);
        answer["outgoing_node_id"] = e["values"]!["outgoing_node_id"]!.DeepClone();
        return answer;
    }
}
