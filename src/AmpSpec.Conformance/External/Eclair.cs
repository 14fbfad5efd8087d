using System.Text.Json.Nodes;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>ACINQ/eclair: values of its tests.</summary>
internal static class Eclair
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["eclair/bolt11"] = Waiting.For("bolt11.decode"),
        ["eclair/failure-messages"] = Failures,
        ["eclair/features"] = Features,
        ["eclair/payment-onion-payloads"] = Payloads,
        ["eclair/tlv-streams"] = Streams,
        ["eclair/truncated-ints"] = c => c.Each("cases", Integers.Truncated),
    };

    private static void Failures(Conversion c)
    {
        c.Each("messages", FailureMessages.Eclair);
        c.Each("unknown_codes", FailureMessages.Unknown);
        Waiting.All(c, c.List("failure_onions"), "onion.peel");
    }

    private static void Features(Conversion c)
    {
        c.Each("dependencies", (c, e) => FeatureSets.Dependencies(c, e));
        c.Each("bytes_to_bits", FeatureSets.Bytes);
        c.Each("compatibility", Compatibility);
    }

    private static void Compatibility(Conversion c, Element e)
    {
        FeatureSets.Accept(c, e, e["ours"]!, e["theirs"]!, e.Flag("ours_support_theirs"), "-theirs");
        FeatureSets.Accept(c, e, e["theirs"]!, e["ours"]!, e.Flag("theirs_support_ours"), "-ours");
    }

    private static void Streams(Conversion c)
    {
        c.Each("cases", Stream);
        c.Each("custom_even", CustomEven);
        var sorted = c.Document.Entries.Single(e => e.Pointer == "/sorted_encode/records");
        var all = c.Document.Json["sorted_encode"]!;
        var records = sorted.Json.Select(r => (JsonNode)Json.Of(("type", r.Key), ("value", r.Value)));
        c.Valid(External.Streams.Written, sorted, new JsonObject { ["records"] = new JsonArray([.. records]) }, Json.Of(("hex", all["hex"])));
    }

    private static void Stream(Conversion c, Element e)
    {
        var stream = e.Flag("length_prefixed") ? Bytes.Prefixed(e.Bytes("hex")) : e.Bytes("hex");
        if (e.Flag("valid"))
        {
            External.Streams.Good(c, e, stream!, "n1");
        }
        else if (e.Text("error") == "stream_length_mismatch")
        {
            c.Skip(e, "the fault is in the length in front of the stream, which is not part of a stream");
        }
        else
        {
            External.Streams.Bad(c, e, stream!, External.Streams.Class(e.Text("error")), "n1");
        }
    }

    // eclair passes an unknown even type of the high range; a stream over a schema refuses it, unless the policy says so
    private static void CustomEven(Conversion c, Element e)
    {
        var input = External.Streams.In("n1", e.Bytes("hex"));
        if (e.Flag("valid"))
        {
            c.Choice(External.Streams.Read, e, input, PayloadCases.Policy("tlv.unknown-even"), "custom-passed", External.Streams.Records(e.Bytes("hex")));
        }
        else
        {
            c.Invalid(External.Streams.Refused, e, input, ErrorClass.UnknownEvenType);
        }
    }

    private static void Payloads(Conversion c)
    {
        c.Each("cases", PrefixedPayload.Convert);
        c.Each("payload_length_prefix", (c, e) => BigSizes.LengthOf(c, e, e.Number("total_bytes")));
    }
}
