using System.Text.Json.Nodes;
using AmpSpec.Derivation;
using AmpSpec.Primitives;

namespace AmpSpec.Conformance.Generating;

/// <summary>Requests about derivation, written short.</summary>
internal static class AmpInputs
{
    /// <summary>The worked example of chapter 20: three shares and their root.</summary>
    public static readonly string A = Fill("11"), B = Fill("22"), C = Fill("44"), Root = Fill("77"), Zero = Fill("00"), Ones = Fill("ff");

    /// <summary>All derivations with a root.</summary>
    public static readonly ChildDerivation.Indexed[] Indexed = [.. ChildDerivation.All.OfType<ChildDerivation.Indexed>()];

    private static readonly ulong[] AllIndices =
    [
        0, 1, 2, 127, 128, 254, 255, 256, 257, 0x0102, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x1_0000, 0x1_0001, 0x0102_0304, 0x7fff_ffff, 0x8000_0000,
        0xffff_fffe, 0xffff_ffff, 0x1_0000_0000, 0x1_0000_0001, 0x0102_0304_0506_0708, 0x7fff_ffff_ffff_ffff, 0x8000_0000_0000_0000, ulong.MaxValue,
    ];

    /// <summary>The byte, 32 times.</summary>
    public static string Fill(string hexByte) => string.Concat(Enumerable.Repeat(hexByte, Bytes32.Size));

    /// <summary>The indices at which implementations go wrong, as far as they fit.</summary>
    public static IEnumerable<ulong> Edges(ChildDerivation.Indexed derivation) => AllIndices.Where(index => derivation.Fits(new(index)));

    /// <summary>An index that fits, from a draw of 64 bits.</summary>
    public static ulong Cut(ChildDerivation.Indexed derivation, ulong draw) => draw & derivation.MaxIndex;

    /// <summary>A number up to 2^32 - 1, a decimal string above.</summary>
    public static JsonNode Number(ulong index) => index <= uint.MaxValue ? JsonValue.Create((uint)index) : JsonValue.Create($"{index}");

    /// <summary>A child to be derived.</summary>
    public static JsonObject Child(string? derivation, string root, string? share, ulong index)
    {
        var input = new JsonObject { ["root_seed"] = root, ["child_index"] = Number(index) };
        if (derivation is not null)
        {
            input["derivation"] = derivation;
        }

        if (share is not null)
        {
            input["share"] = share;
        }

        return input;
    }

    /// <summary>The exclusive or of 32-byte values.</summary>
    public static string Xor(params IEnumerable<string> values) =>
        values.Aggregate(default(Bytes32), (sum, value) => sum ^ Bytes32.Parse(value)).ToString();
}
