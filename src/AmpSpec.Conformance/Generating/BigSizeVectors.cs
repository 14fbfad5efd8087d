using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Generating;

/// <summary>BigSize: both sides of every width, and each way to be wrong.</summary>
internal static class BigSizeVectors
{
    private static readonly ulong[] Edges = [0, 1, 0xfc, 0xfd, 0xfe, 0xff, 0x100, 0xffff, 0x1_0000, 0x1_0001, 0xffff_ffff, 0x1_0000_0000, 0x1_0000_0001, ulong.MaxValue - 1, ulong.MaxValue];

    public static IEnumerable<VectorFile> Files() => [Decode(), Encode()];

    private static VectorFile Decode()
    {
        var file = new SuiteFile("wire/bigsize-decode", BigSizeOps.Decode, "ampspec/wire/bigsize-decode");
        file.Group("whole", ["MPP-WIRE-02"]);
        foreach (var value in Edges)
        {
            file.Valid($"value-{value}", Hex(BigSize.Write(value)), [Flag.Boundary]);
        }

        for (var i = 0; i < 12; i++)
        {
            var value = file.Draws.U64() >> (5 * i);
            file.Valid($"seeded-{i}", Hex([.. BigSize.Write(value), .. file.Draws.Bytes(i % 4)]), [Flag.Seeded]);
        }

        file.Group("refused", ["MPP-WIRE-02"]);
        foreach (var (hex, control) in new[] { ("fd00fc", "value-252"), ("fd0000", "value-0"), ("fe0000ffff", "value-65535"), ("fe00000000", "value-0"), ("ff00000000ffffffff", "value-4294967295"), ("ff0000000000000000", "value-0") })
        {
            file.Invalid($"not-minimal-{hex}", control, new() { ["hex"] = hex }, ErrorClass.BigSizeNotMinimal, [Flag.NonMinimal]);
        }

        foreach (var (value, size) in new[] { (0UL, 0), (0xfdUL, 1), (0xfdUL, 2), (0x1_0000UL, 1), (0x1_0000UL, 3), (0x1_0000UL, 4), (0x1_0000_0000UL, 1), (0x1_0000_0000UL, 5), (0x1_0000_0000UL, 8) })
        {
            file.Invalid($"cut-{value}-after-{size}", $"value-{value}", Hex(BigSize.Write(value)[..size]), ErrorClass.BigSizeTruncated, [Flag.Truncated]);
        }

        file.Group("request", ["MPP-WIRE-02"]);
        file.Invalid("half-a-byte", "value-0", new() { ["hex"] = "0" }, Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("upper-case", "value-252", new() { ["hex"] = "FC" }, Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("hex-missing", "value-0", [], Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    private static VectorFile Encode()
    {
        var file = new SuiteFile("wire/bigsize-encode", BigSizeOps.Encode, "ampspec/wire/bigsize-encode");
        file.Group("whole", ["MPP-WIRE-02", "AMP-WIRE-07"]);
        foreach (var value in Edges)
        {
            file.Valid($"value-{value}", new() { ["value"] = value.ToString(CultureInfo.InvariantCulture) }, [Flag.Boundary]);
        }

        file.Group("request", ["MPP-WIRE-02"]);
        file.Invalid("value-as-a-number", "value-252", new() { ["value"] = 252 }, Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("value-with-a-leading-zero", "value-252", new() { ["value"] = "0252" }, Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("value-2-to-the-64", "value-18446744073709551615", new() { ["value"] = "18446744073709551616" }, Operation.Malformed, [Flag.BadRequest]);

        return file.Build();
    }

    private static JsonObject Hex(byte[] bytes) => new() { ["hex"] = Convert.ToHexStringLower(bytes) };
}
