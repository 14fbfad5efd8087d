using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>Feature bits as several files have them: bytes, dependencies, what one side needs of the other.</summary>
internal static class FeatureSets
{
    private static readonly Target Decoded = new("features.decode", "read", "INV-08");
    private static readonly Target Written = new("features.encode", "written", "INV-08");
    private static readonly Target Complete = new("features.validate", "complete", "INV-02");
    private static readonly Target Incomplete = new("features.validate", "refused", "INV-02");
    private static readonly Target Known = new("features.accept", "accepted", "INV-08");
    private static readonly Target Unknown = new("features.accept", "refused", "INV-08");
    private static readonly Target Shown = new("features.restrict", "shown", "INV-08");
    private static readonly Target Set = new("features.set", "set", "INV-02");

    /// <summary>Bytes and their bits, both ways; zero bytes in front are read and never written.</summary>
    public static void Bytes(Conversion c, Element e)
    {
        Read(c, e, e.Text("hex"), e["bits"]!.AsArray());
        Write(c, e, e["bits"]!.AsArray(), Trimmed(e.Text("hex")));
    }

    /// <summary>The bits of bytes. Names are not in the sources, so they are the reference's.</summary>
    public static void Read(Conversion c, Element e, string hex, JsonArray bits, JsonArray? names = null)
    {
        var input = Json.Of(("hex", hex));
        var shown = names ?? ((Answer.Ok)Catalogue.Find(Decoded.Op)!.Ask(input, PolicySet.Ours)).Value["names"]!;
        c.Valid(Decoded, e, input, Json.Of(("bits", bits), ("names", shown)), "", names is null ? [ExternalFlags.NamesFromReference] : []);
    }

    /// <summary>The bytes of bits.</summary>
    public static void Write(Conversion c, Element e, JsonArray bits, string hex, params Generating.Flag[] flags) =>
        c.Valid(Written, e, Json.Of(("bits", bits)), Json.Of(("hex", hex)), "", flags);

    /// <summary>Whether every feature has what it depends on; <paramref name="context"/> is null where the source knows none.</summary>
    public static void Dependencies(Conversion c, Element e, string? context = null)
    {
        var input = Json.Of(("bits", e["bits"]), ("context", context));
        if (e.Flag("valid"))
        {
            c.Valid(Complete, e, input, []);
        }
        else if (e["missing_dependency_bit_pair"] is JsonArray pair)
        {
            c.Invalid(Incomplete, e, input, ErrorClass.FeaturesMissingDependency, where: [pair[0]!.GetValue<int>()]);
        }
        else
        {
            c.Refused(Incomplete, e, input);
        }
    }

    /// <summary>A row of a table of dependencies: the feature with all that it needs, and without one.</summary>
    public static void Row(Conversion c, Element e, int bit, IReadOnlyList<int> needs, IReadOnlyList<int> all)
    {
        c.Valid(Complete, e, Json.Of(("bits", Numbers([.. all, bit]))), [], $"-{bit}-complete", ExternalFlags.ByRule);
        foreach (var need in needs)
        {
            c.Invalid(Incomplete, e, Json.Of(("bits", Numbers([.. all.Except([need]), bit]))), ErrorClass.FeaturesMissingDependency, $"-{bit}-without-{need}", where: [need], flags: ExternalFlags.ByRule);
        }
    }

    /// <summary>A row that names no need. Where implementations still check one that BOLT 9 now takes for granted, sources differ.</summary>
    public static void Free(Conversion c, Element e, int bit, bool disputed)
    {
        var input = Json.Of(("bits", Numbers([bit])));
        if (disputed)
        {
            c.Choice(Complete, e, input, PayloadCases.Policy("features.assumed"), "granted", [], $"-{bit}-alone", ExternalFlags.ByRule);
        }
        else
        {
            c.Valid(Complete, e, input, [], $"-{bit}-alone", ExternalFlags.ByRule);
        }
    }

    /// <summary>Whether a reader who knows some bits may go on with others.</summary>
    public static void Accept(Conversion c, Element e, JsonNode known, JsonNode bits, bool accepted, string suffix)
    {
        var input = Json.Of(("known", known), ("bits", bits));
        if (accepted)
        {
            c.Valid(Known, e, input, [], suffix);
        }
        else
        {
            c.Refused(Unknown, e, input, suffix);
        }
    }

    /// <summary>What is shown of some bits in a context.</summary>
    public static void Restrict(Conversion c, Element e, JsonNode bits, string context, JsonNode shown, string suffix = "", params Generating.Flag[] flags) =>
        c.Valid(Shown, e, Json.Of(("bits", bits), ("context", context)), Json.Of(("bits", shown)), suffix, flags);

    /// <summary>One bit more, and what comes with it.</summary>
    public static void With(Conversion c, Element e) =>
        c.Valid(Set, e, Json.Of(("bits", e["before"]), ("set", e["set"])), Json.Of(("bits", e["after"])));

    /// <summary>The shortest bytes of these bits, as hexadecimal.</summary>
    public static string Hex(IEnumerable<int> bits)
    {
        var number = bits.Aggregate(System.Numerics.BigInteger.Zero, (sum, bit) => sum | (System.Numerics.BigInteger.One << bit));
        return number.IsZero ? "" : Convert.ToHexStringLower(number.ToByteArray(isUnsigned: true, isBigEndian: true));
    }

    /// <summary>Numbers as a list.</summary>
    public static JsonArray Numbers(IEnumerable<int> bits) => [.. bits.Order().Select(bit => (JsonNode)bit)];

    /// <summary>The numbers of a list.</summary>
    public static int[] Bits(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(bit => bit!.GetValue<int>())];

    private static string Trimmed(string hex) => hex.StartsWith("00", StringComparison.Ordinal) ? Trimmed(hex[2..]) : hex;
}
