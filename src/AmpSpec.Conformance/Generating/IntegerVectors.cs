using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Generating;

/// <summary>Truncated and signed integers: both sides of every width, and each way to be wrong.</summary>
internal static class IntegerVectors
{
    private static readonly int[] TruncatedWidths = [16, 32, 64];

    private static readonly int[] SignedWidths = [8, 16, 32, 64];

    public static IEnumerable<VectorFile> Files() => [DecodeTruncated(), EncodeTruncated(), DecodeSigned(), EncodeSigned()];

    private static VectorFile DecodeTruncated()
    {
        var file = new SuiteFile("wire/tint-decode", IntegerOps.DecodeTruncated, "ampspec/wire/tint-decode");
        foreach (var width in TruncatedWidths)
        {
            file.Group($"tu{width}", ["MPP-WIRE-02"]);
            foreach (var value in WireBytes.Steps(width))
                file.Valid($"tu{width}-{value}", Hex(width, WireBytes.Tint(value)), [Flag.Boundary], new() { ["value"] = IntegerOps.Shown(width, $"{value}") });
            for (var i = 0; i < 4; i++)
                file.Valid($"tu{width}-seeded-{i}", Hex(width, WireBytes.Tint(file.Draws.U64() >> (64 - width + 3 * i))), [Flag.Seeded]);

            file.Group($"tu{width}-refused", ["MPP-WIRE-02"]);
            for (var zeros = 1; zeros <= width / 8; zeros++)
                file.Invalid($"tu{width}-zero-in-{zeros}-bytes", $"tu{width}-0", Hex(width, WireBytes.Fill("00", zeros)), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
            for (var size = 2; size <= width / 8; size++)
                file.Invalid($"tu{width}-one-in-{size}-bytes", $"tu{width}-1", Hex(width, WireBytes.Fill("00", size - 1) + "01"), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
            var most = WireBytes.Fill("ff", width / 8);
            var greatest = $"tu{width}-{ulong.MaxValue >> (64 - width)}";
            file.Invalid($"tu{width}-one-byte-too-long", greatest, Hex(width, most + "ff"), ErrorClass.ValueTooLong, [Flag.WrongValue]);
            file.Invalid($"tu{width}-too-long-goes-before-a-leading-zero", greatest, Hex(width, "00" + most), ErrorClass.ValueTooLong, [Flag.WrongValue]);
        }

        file.Group("request", ["MPP-WIRE-02"]);
        file.Invalid("width-24", "tu16-1", Hex(24, "01"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("width-24-goes-before-a-leading-zero", "tu16-1", Hex(24, "0001"), Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    private static VectorFile EncodeTruncated()
    {
        var file = new SuiteFile("wire/tint-encode", IntegerOps.EncodeTruncated, "ampspec/wire/tint-encode");
        foreach (var width in TruncatedWidths)
        {
            file.Group($"tu{width}", ["MPP-WIRE-02", "AMP-WIRE-07"]);
            foreach (var value in WireBytes.Steps(width))
                file.Valid($"tu{width}-{value}", Value(width, $"{value}"), [Flag.Boundary]);
        }

        file.Group("request", ["MPP-WIRE-02"]);
        file.Valid("tu16-1-as-digits", new() { ["width"] = 16, ["value"] = "1" }, [Flag.Boundary]);
        file.Invalid("tu16-above-its-range", "tu16-65535", Value(16, "65536"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("tu32-above-its-range", "tu32-4294967295", new() { ["width"] = 32, ["value"] = "4294967296" }, Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("tu64-above-its-range", "tu64-18446744073709551615", new() { ["width"] = 64, ["value"] = "18446744073709551616" }, Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    private static VectorFile DecodeSigned()
    {
        var file = new SuiteFile("wire/sint-decode", IntegerOps.DecodeSigned, "ampspec/wire/sint-decode");
        foreach (var width in SignedWidths)
        {
            file.Group($"s{width}", ["MPP-WIRE-02"]);
            foreach (var value in SignedSteps(width))
                file.Valid($"s{width}-{value}", Hex(width, Convert.ToHexStringLower(SignedInteger.Write(value, width / 8))), [Flag.Boundary], new() { ["value"] = IntegerOps.Shown(width, $"{value}") });

            file.Group($"s{width}-refused", ["MPP-WIRE-02"]);
            file.Invalid($"s{width}-one-byte-short", $"s{width}--1", Hex(width, WireBytes.Fill("ff", width / 8 - 1)), ErrorClass.ValueTooShort, [Flag.Truncated]);
            file.Invalid($"s{width}-one-byte-long", $"s{width}--1", Hex(width, WireBytes.Fill("ff", width / 8 + 1)), ErrorClass.ValueTooLong, [Flag.WrongValue]);
            if (width > 8)
                file.Invalid($"s{width}-no-bytes", $"s{width}-0", Hex(width, ""), ErrorClass.ValueTooShort, [Flag.Truncated]);
        }

        file.Group("request", ["MPP-WIRE-02"]);
        file.Invalid("width-24", "s16--1", Hex(24, "ffff"), Operation.Malformed, [Flag.BadRequest]);

        return file.Build();
    }

    private static VectorFile EncodeSigned()
    {
        var file = new SuiteFile("wire/sint-encode", IntegerOps.EncodeSigned, "ampspec/wire/sint-encode");
        foreach (var width in SignedWidths)
        {
            file.Group($"s{width}", ["MPP-WIRE-02", "AMP-WIRE-07"]);
            foreach (var value in SignedSteps(width))
                file.Valid($"s{width}-{value}", Value(width, $"{value}"), [Flag.Boundary]);
        }

        file.Group("request", ["MPP-WIRE-02"]);
        foreach (var width in SignedWidths.Where(width => width < 64))
        {
            var (least, most) = (-(1L << (width - 1)), (1L << (width - 1)) - 1);
            file.Valid($"s{width}-{least}-as-digits", Digits(width, least), [Flag.Boundary]);
            file.Invalid($"s{width}-above-its-range", $"s{width}-{most}", Digits(width, most + 1), Operation.Malformed, [Flag.BadRequest]);
            file.Invalid($"s{width}-below-its-range", $"s{width}-{least}", Digits(width, least - 1), Operation.Malformed, [Flag.BadRequest]);
        }

        return file.Build();
    }

    // the ends of the width, the ends of each smaller one and one step beyond them, and the middle
    private static IEnumerable<long> SignedSteps(int width) => SignedWidths
        .Where(inner => inner <= width)
        .SelectMany(inner =>
        {
            var (least, most) = (long.MinValue >> (64 - inner), long.MaxValue >> (64 - inner));
            return inner == width ? new[] { least, most } : [least - 1, least, most, most + 1];
        })
        .Concat([-1, 0, 1])
        .Order();

    private static JsonObject Hex(int width, string hex) => new() { ["width"] = width, ["hex"] = hex };

    private static JsonObject Value(int width, string value) => new() { ["width"] = width, ["value"] = IntegerOps.Shown(width, value) };

    private static JsonObject Digits(int width, long value) => new() { ["width"] = width, ["value"] = $"{value}" };
}
