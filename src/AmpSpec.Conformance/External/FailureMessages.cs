using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>Failure messages, both ways.</summary>
internal static class FailureMessages
{
    private static readonly Target Read = new("failure.decode", "read", "MPP-WIRE-08");
    private static readonly Target Written = new("failure.encode", "written", "MPP-WIRE-08");

    private static readonly (string Name, int Bit)[] AllFlags = [("BADONION", 0x80), ("PERM", 0x40), ("NODE", 0x20), ("UPDATE", 0x10)];

    /// <summary>A code of BOLT 4's table, over data that the converter fills in.</summary>
    public static void Code(Conversion c, Element e)
    {
        var members = Json.Of(("code", e["name"]));
        var bytes = new List<byte>(e.Bytes("code_hex"));
        foreach (var field in e.Inner("data").Where(field => field.Text("name") != "len"))
        {
            var (value, wire) = Sample(field.Text("type"));
            members[field.Text("name")] = value;
            bytes.AddRange(wire);
        }

        Both(c, e, members, Convert.ToHexStringLower([.. bytes]), ExternalFlags.Assembled);
    }

    /// <summary>A message that BOLT 4 or another source shows, its code by number.</summary>
    public static void Example(Conversion c, Element e)
    {
        var stated = e.Member("decoded").Json;
        var row = c.List("codes").Single(code => code.Text("code_hex") == stated["code"]!.GetValue<string>());
        var members = new JsonObject(stated.Where(m => m.Key is not ("code" or "tlvs")).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))) { ["code"] = row.Text("name") };
        var message = e.Bytes("hex");
        if (stated["tlvs"]?[0] is { } tlv)
        {
            (members["tlvs"], message) = Tail(message, (ulong)tlv["type"]!.GetValue<long>(), tlv["len"]!.GetValue<int>());
        }

        Both(c, e, members, Convert.ToHexStringLower(message));
    }

    /// <summary>A message of eclair's tests.</summary>
    public static void Eclair(Conversion c, Element e)
    {
        var members = new JsonObject(e.Member("fields").Json.Select(Named)) { ["code"] = e.Text("name") };
        Both(c, e, members, e.Text("hex"));
    }

    /// <summary>A code without a name: its flags, and the rest as it is. The removed codes PERM|16 and 17 are read, never written.</summary>
    public static void Unknown(Conversion c, Element e)
    {
        var flags = Flags(e.Bytes("hex")[0]);
        if (flags.Contains("NODE") != e.Flag("node") || flags.Contains("PERM") != e.Flag("perm"))
        {
            throw new InvalidOperationException($"{e.Citation}: other flags than the source says");
        }

        var members = Json.Of(("code", $"0x{e.Text("hex")[..4]}"), ("flags", new JsonArray([.. flags.Select(flag => (JsonNode)flag)])), ("data", e.Text("hex")[4..]));
        c.Valid(Read, e, Json.Of(("hex", e["hex"])), members);
        if (e.Text("hex") is not ("4010" or "0011"))
        {
            c.Valid(Written, e, members, Json.Of(("hex", e["hex"])));
        }
    }

    private static void Both(Conversion c, Element e, JsonObject members, string hex, params Generating.Flag[] flags)
    {
        c.Valid(Read, e, Json.Of(("hex", hex)), members, "", flags);
        c.Valid(Written, e, members, Json.Of(("hex", hex)), "", flags);
    }

    private static KeyValuePair<string, JsonNode?> Named(KeyValuePair<string, JsonNode?> member) => member.Key switch
    {
        "flags" => new("disabled_flags", (long)Bytes.Number(Convert.FromHexString(member.Value!.GetValue<string>()))),
        "tlvs" => new(member.Key, new JsonArray([.. member.Value!.AsArray().Select(r => (JsonNode)Json.Of(("type", r!["type"]), ("value", r["hex"])))])),
        _ => new(member.Key, member.Value?.DeepClone()),
    };

    // one record follows, of this type and length; after it stands the padding of the onion, which is no part of the message
    private static (JsonArray Tail, byte[] Message) Tail(byte[] hex, ulong type, int length)
    {
        var head = Bytes.Record(type, new byte[length])[..^length];
        var start = hex.AsSpan().IndexOf(head);
        var end = start + head.Length + length;
        return ([Json.Of(("type", Json.U64(type)), ("value", Json.Hex(hex[(end - length)..end])))], hex[..end]);
    }

    private static string[] Flags(byte first) =>
        [.. AllFlags.Where(flag => (first & flag.Bit) != 0).Select(flag => flag.Name)];

    private static (JsonNode Value, byte[] Wire) Sample(string type) => type switch
    {
        "sha256" => (new string('1', 64), [.. Enumerable.Repeat((byte)0x11, 32)]),
        "u16" => (0x0102, [1, 2]),
        "u32" => (0x01020304, [1, 2, 3, 4]),
        "u64" => (Json.U64(0x0102030405060708), [1, 2, 3, 4, 5, 6, 7, 8]),
        "bigsize" => (Json.U64(0x1234), [0xfd, 0x12, 0x34]),
        "len*byte" => ("aabbcc", [0, 3, 0xaa, 0xbb, 0xcc]),
        _ => throw new InvalidOperationException($"an unknown field: {type}"),
    };
}
