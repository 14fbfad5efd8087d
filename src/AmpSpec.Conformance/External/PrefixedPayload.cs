using System.Globalization;
using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>A payload with its length in front, as it stands in an onion.</summary>
internal static class PrefixedPayload
{
    /// <summary>An entry that says which kind of hop reads it.</summary>
    public static void Convert(Conversion c, Element e)
    {
        if (Bytes.Prefixed(e.Bytes("hex")) is not { } stream)
        {
            c.Skip(e, "the length in front says more than is there, so there is no payload to ask for");
            return;
        }

        foreach (var final in Ends(e.Text("kind")))
        {
            Convert(c, e, final, stream, e.Text("kind") is "any" && !final ? "-hop" : "");
        }
    }

    /// <summary>What a source states, under our names.</summary>
    public static JsonObject Stated(JsonObject expect) => new(expect.Select(Named));

    private static void Convert(Conversion c, Element e, bool final, byte[] stream, string suffix)
    {
        if (e.Flag("valid"))
        {
            PayloadCases.Good(c, e, final, stream, pathKey: null, e.Has("expect") ? Stated(e.Member("expect").Json) : [], suffix);
        }
        else if (e.Member("error") is var error && error.Text("violation") is "malformed" or "legacy_format")
        {
            PayloadCases.Bad(c, e, final, stream, pathKey: null, @class: null, suffix: suffix);
        }
        else
        {
            PayloadCases.Bad(c, e, final, stream, pathKey: null, LndPayloads.Class(error.Text("violation")), error.Has("tlv_type") ? error.Number("tlv_type") : null, suffix);
        }
    }

    private static bool[] Ends(string kind) => kind switch
    {
        "any" => [true, false],
        "final" or "final_blinded" => [true],
        _ => [false],
    };

    private static KeyValuePair<string, JsonNode?> Named(KeyValuePair<string, JsonNode?> member) => member.Key switch
    {
        "custom_records" => new("custom", Payloads.CustomOf(member.Value!.AsObject())),
        "short_channel_id_hex" => new("short_channel_id", member.Value!.DeepClone()),
        "short_channel_id" => new(member.Key, Channel(member.Value!.GetValue<string>())),
        _ => new(member.Key, member.Value?.DeepClone()),
    };

    // block x transaction x output: 3, 3 and 2 bytes
    private static string Channel(string text) =>
        text.Split('x').Select(part => ulong.Parse(part, CultureInfo.InvariantCulture)).ToArray() is [var block, var transaction, var output]
            ? $"{block << 40 | transaction << 16 | output:x16}"
            : throw new InvalidOperationException($"no short channel id: {text}");
}
