using AmpSpec.Modelling;
using AmpSpec.Wire;
using FsCheck.Xunit;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("MPP-WIRE-02")]
public sealed class Invalid_stream
{
    [Theory]
    [InlineData("fd", ErrorClass.TypeTruncated, 0, null)]
    [InlineData("2100 fe0001", ErrorClass.TypeTruncated, 2, null)]
    [InlineData("fd000100", ErrorClass.TypeNotMinimal, 0, null)]
    [InlineData("fd0101", ErrorClass.LengthMissing, 3, 257UL)]
    [InlineData("0ffd26", ErrorClass.LengthTruncated, 1, 15UL)]
    [InlineData("0ffd000100", ErrorClass.LengthNotMinimal, 1, 15UL)]
    [InlineData("0f01", ErrorClass.ValueMissing, 2, 15UL)]
    [InlineData("0f0301 02", ErrorClass.ValueTruncated, 2, 15UL)]
    [InlineData("0fffffffffffffffffff00", ErrorClass.ValueTruncated, 10, 15UL)]
    [InlineData("1f00 0f012a", ErrorClass.TypesOutOfOrder, 2, 15UL)]
    [InlineData("1f00 1f012a", ErrorClass.DuplicateType, 2, 31UL)]
    [InlineData("1f00 1f", ErrorClass.DuplicateType, 2, 31UL)]
    [InlineData("ffffffffffffffffff00 0000", ErrorClass.TypesOutOfOrder, 10, 0UL)]
    public void is_refused_at_its_byte(string hex, string @class, int offset, ulong? type) =>
        TlvStream.Decode(hex.Bytes(), TlvRules.FormAlone).IsRefused(@class, offset, type, "MPP-WIRE-02");
}

[Requirement("MPP-WIRE-03")]
public sealed class A_type_that_the_reader_does_not_know
{
    [Theory]
    [InlineData("2100")]
    [InlineData("fd00fd00")]
    [InlineData("ff020000000000000100")]
    public void is_kept_when_it_is_odd(string hex) =>
        Assert.Equal(hex, TlvStream.Decode(hex.Bytes(), Knowing(8)).Value().Encode().Hex());

    [Theory]
    [InlineData("1200", 0, 18UL)]
    [InlineData("0800 1200", 2, 18UL)]
    [InlineData("fe0001000000", 0, 65536UL)]
    [InlineData("12", 0, 18UL)]
    public void is_refused_when_it_is_even(string hex, int offset, ulong type) =>
        TlvStream.Decode(hex.Bytes(), Knowing(8)).IsRefused(ErrorClass.UnknownEvenType, offset, type, "MPP-WIRE-03");

    [Fact]
    public void is_not_asked_about_when_no_types_are_given() =>
        Assert.True(TlvStream.Decode("1200".Bytes(), TlvRules.Of(null, null)).Value().Has(18));

    [Fact]
    public void may_pass_from_a_custom_type_on()
    {
        var rules = Knowing() with { CustomFrom = 65536 };

        Assert.True(TlvStream.Decode("fe0001000000".Bytes(), rules).Value().Has(65536));
        TlvStream.Decode("fdfffe00".Bytes(), rules).IsRefused(ErrorClass.UnknownEvenType, 0, 65534, "MPP-WIRE-03");
    }

    private static TlvRules Knowing(params ulong[] types) => TlvRules.Of(null, types);
}

[Requirement("MPP-WIRE-02")]
public sealed class A_record_as_long_as_a_reader_takes
{
    [Fact]
    public void is_read_and_one_byte_more_is_not()
    {
        var rules = TlvRules.FormAlone with { MostBytes = 3 };

        Assert.Equal(3, TlvStream.Decode("0f03010203".Bytes(), rules).Value().Find(15)!.Value.Count);
        TlvStream.Decode("0f0401020304".Bytes(), rules).IsRefused(ErrorClass.RecordTooLarge, 1, 15, "MPP-WIRE-02");
    }
}

[Requirement("AMP-WIRE-07")]
public sealed class Records_written_as_a_stream
{
    [Fact]
    public void stand_in_the_order_of_their_types() =>
        Assert.Equal("01012a0b012b0d012afd00fe02002a", TlvStream.Of([
            new(254, [0, 0x2a]), new(1, [0x2a]), new(13, [0x2a]), new(11, [0x2b]),
        ]).Value().Encode().Hex());

    [Fact]
    public void are_refused_at_the_second_of_one_type() =>
        TlvStream.Of([new(3, [1]), new(1, []), new(3, [])]).IsRefused(ErrorClass.DuplicateType, 5, 3, "MPP-WIRE-02");

    [Fact]
    public void know_their_places()
    {
        var stream = TlvStream.Of([new(1, [7, 7]), new(300, []), new(301, [])]).Value();

        Assert.Equal([0, 4, 8, 12], new ulong[] { 1, 300, 301, 500 }.Select(stream.OffsetOf));
        Assert.Equal(stream.Encode().Length, stream.Size);
        Assert.Null(stream.Find(2));
    }

    [Property(MaxTest = 500)]
    public void come_back_as_they_were(Dictionary<ulong, byte[]> records)
    {
        var stream = TlvStream.Of(records.Select(record => new TlvRecord(record.Key, [.. record.Value ?? []]))).Value();

        Assert.Equal(stream, TlvStream.Decode(stream.Encode(), TlvRules.FormAlone).Value());
    }
}
