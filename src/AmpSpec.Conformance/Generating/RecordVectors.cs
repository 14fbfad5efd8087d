using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Wire;
using static AmpSpec.Conformance.Generating.WireBytes;

namespace AmpSpec.Conformance.Generating;

/// <summary>The two records of a multi-part payment, alone: every length from nothing to one too many, and each way to be no record.</summary>
internal static class RecordVectors
{
    private static readonly string Secret = Fill("42", 32);

    private static readonly string Share = Fill("11", 32);

    private static readonly string Set = Fill("33", 32);

    public static IEnumerable<VectorFile> Files() => [DecodeMpp(), EncodeMpp(), DecodeAmp(), EncodeAmp()];

    private static VectorFile DecodeMpp()
    {
        var file = new SuiteFile("wire/tlv-mpp-decode", TlvOps.DecodeMpp, "ampspec/wire/tlv-mpp-decode");
        file.Group("whole", ["MPP-WIRE-01", "AMP-WIRE-07"], roundtrip: "tlv.mpp.encode");
        foreach (var total in Steps(64))
            file.Valid($"total-{total}", Tlv(Record(8, Secret + Tint(total))), [Flag.Boundary], Mpp(Secret, total));
        file.Valid("zero-secret", Tlv(Record(8, Fill("00", 32) + "01")), [Flag.Boundary]);
        for (var i = 0; i < 8; i++)
            file.Valid($"seeded-{i}", Tlv(Record(8, file.Draws.Hex() + Tint(file.Draws.U64() >> (8 * i)))), [Flag.Seeded]);

        file.Group("value", ["MPP-WIRE-01"]);
        foreach (var length in new[] { 0, 1, 16, 30, 31 })
            file.Invalid($"value-{length}-bytes", "total-0", Tlv(Record(8, Secret[..(2 * length)])), ErrorClass.ValueTooShort, [Flag.WrongValue]);
        foreach (var length in new[] { 41, 42, 64 })
            file.Invalid($"value-{length}-bytes", "total-18446744073709551615", Tlv(Record(8, Secret + Fill("ff", length - 32))), ErrorClass.ValueTooLong, [Flag.WrongValue]);
        for (var size = 1; size <= 8; size++)
            file.Invalid($"total-1-in-{size}-bytes-or-0-in-one", "total-1", Tlv(Record(8, Secret + Fill("00", size - 1) + (size == 1 ? "00" : "01"))), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
        file.Invalid("too-long-goes-before-a-leading-zero", "total-18446744073709551615", Tlv(Record(8, Secret + "00" + Fill("ff", 8))), ErrorClass.ValueTooLong, [Flag.WrongValue]);

        file.Group("record", ["MPP-WIRE-02"]);
        NoRecord(file, "total-0", 8, Secret, other: 14);
        file.Invalid("half-a-byte", "total-0", Tlv(Record(8, Secret)[1..]), Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    private static VectorFile EncodeMpp()
    {
        var file = new SuiteFile("wire/tlv-mpp-encode", TlvOps.EncodeMpp, "ampspec/wire/tlv-mpp-encode");
        file.Group("whole", ["MPP-WIRE-01", "AMP-WIRE-07"]);
        foreach (var total in Steps(64))
            file.Valid($"total-{total}", Mpp(Secret, total), [Flag.Boundary], Tlv(Record(8, Secret + Tint(total))));
        file.Invalid("secret-31-bytes", "total-1", Mpp(Secret[2..], 1), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("secret-33-bytes", "total-1", Mpp(Secret + "42", 1), Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    private static VectorFile DecodeAmp()
    {
        var file = new SuiteFile("wire/tlv-amp-decode", TlvOps.DecodeAmp, "ampspec/wire/tlv-amp-decode");
        file.Group("whole", ["AMP-WIRE-01", "AMP-WIRE-07"], roundtrip: "tlv.amp.encode");
        foreach (var index in Steps(32).Append(1UL << 31))
            file.Valid($"index-{index}", Tlv(Record(14, Share + Set + Tint(index))), [Flag.Boundary], Amp(Share, Set, (uint)index));
        file.Valid("zero-set-id", Tlv(Record(14, Share + Fill("00", 32))), [Flag.Boundary]);
        file.Valid("zero-share", Tlv(Record(14, Fill("00", 32) + Set + "01")), [Flag.Boundary]);
        for (var i = 0; i < 8; i++)
            file.Valid($"seeded-{i}", Tlv(Record(14, file.Draws.Hex() + file.Draws.Hex() + Tint(file.Draws.U32() >> (4 * i)))), [Flag.Seeded]);

        file.Group("value", ["AMP-WIRE-02"]);
        foreach (var length in new[] { 0, 1, 32, 33, 62, 63 })
            file.Invalid($"value-{length}-bytes", "index-0", Tlv(Record(14, (Share + Set)[..(2 * length)])), ErrorClass.ValueTooShort, [Flag.WrongValue]);
        foreach (var length in new[] { 69, 70, 72, 96 })
            file.Invalid($"value-{length}-bytes", "index-4294967295", Tlv(Record(14, Share + Set + Fill("ff", length - 64))), ErrorClass.ValueTooLong, [Flag.WrongValue]);
        for (var size = 1; size <= 4; size++)
        {
            file.Invalid($"index-0-in-{size}-bytes", "index-0", Tlv(Record(14, Share + Set + Fill("00", size))), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
            if (size > 1)
                file.Invalid($"index-1-in-{size}-bytes", "index-1", Tlv(Record(14, Share + Set + Fill("00", size - 1) + "01")), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
        }

        file.Invalid("index-16777215-in-four-bytes", "index-16777215", Tlv(Record(14, Share + Set + "00ffffff")), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
        file.Invalid("too-long-goes-before-a-leading-zero", "index-4294967295", Tlv(Record(14, Share + Set + "00ffffffff")), ErrorClass.ValueTooLong, [Flag.WrongValue]);

        file.Group("record", ["MPP-WIRE-02"]);
        NoRecord(file, "index-0", 14, Share + Set, other: 8);
        file.Invalid("upper-case", "index-0", Tlv($"0E40{Share}{Set}"), Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    private static VectorFile EncodeAmp()
    {
        var file = new SuiteFile("wire/tlv-amp-encode", TlvOps.EncodeAmp, "ampspec/wire/tlv-amp-encode");
        file.Group("whole", ["AMP-WIRE-01", "AMP-WIRE-07"]);
        foreach (var index in Steps(32).Append(1UL << 31))
            file.Valid($"index-{index}", Amp(Share, Set, (uint)index), [Flag.Boundary], Tlv(Record(14, Share + Set + Tint(index))));
        file.Invalid("share-31-bytes", "index-1", Amp(Share[2..], Set, 1), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("set-id-33-bytes", "index-1", Amp(Share, Set + "33", 1), Operation.Malformed, [Flag.BadRequest]);
        return file.Build();
    }

    // the value of the control is whole; only what stands around it is wrong
    private static void NoRecord(SuiteFile file, string control, ulong type, string value, ulong other)
    {
        var (size, t) = (value.Length / 2, type.ToString("x2", null));
        file.Invalid("no-bytes", control, Tlv(""), ErrorClass.TypeTruncated, [Flag.Truncated]);
        file.Invalid("type-alone", control, Tlv(t), ErrorClass.LengthMissing, [Flag.Truncated]);
        file.Invalid("type-and-fd", control, Tlv(t + "fd"), ErrorClass.LengthTruncated, [Flag.Truncated]);
        file.Invalid("type-cut", control, Tlv("fd00"), ErrorClass.TypeTruncated, [Flag.Truncated]);
        file.Invalid("type-in-three-bytes", control, Tlv($"fd00{t}{size:x2}{value}"), ErrorClass.TypeNotMinimal, [Flag.NonMinimal]);
        file.Invalid("length-in-three-bytes", control, Tlv($"{t}fd{size:x4}{value}"), ErrorClass.LengthNotMinimal, [Flag.NonMinimal]);
        file.Invalid("length-in-five-bytes", control, Tlv($"{t}fe{size:x8}{value}"), ErrorClass.LengthNotMinimal, [Flag.NonMinimal]);
        file.Invalid("value-missing", control, Tlv($"{t}{size:x2}"), ErrorClass.ValueMissing, [Flag.Truncated]);
        file.Invalid("value-one-byte-short", control, Tlv($"{t}{size:x2}{value[2..]}"), ErrorClass.ValueTruncated, [Flag.Truncated]);
        file.Invalid("length-one-too-great", control, Tlv($"{t}{size + 1:x2}{value}"), ErrorClass.ValueTruncated, [Flag.Truncated]);
        file.Invalid("one-byte-after", control, Tlv(Record(type, value) + "00"), ErrorClass.TrailingBytes, [Flag.WrongValue]);
        file.Invalid("another-record-after", control, Tlv(Record(type, value) + "fd010100"), ErrorClass.TrailingBytes, [Flag.WrongValue]);
        file.Invalid("the-other-type", control, Tlv(Record(other, value)), ErrorClass.WrongType, [Flag.WrongValue]);
        file.Invalid("the-next-type", control, Tlv(Record(type + 1, value)), ErrorClass.WrongType, [Flag.WrongValue]);
        file.Invalid("type-zero", control, Tlv(Record(0, value)), ErrorClass.WrongType, [Flag.WrongValue]);
    }

    private static JsonObject Tlv(string hex) => Ask("tlv", hex);

    private static JsonObject Mpp(string secret, ulong total) => Ask("payment_secret", secret).And("total_msat", $"{total}");

    private static JsonObject Amp(string share, string set, uint index) => Ask("root_share", share).And("set_id", set).And("child_index", index);
}
