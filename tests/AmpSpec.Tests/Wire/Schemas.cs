using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("MPP-WIRE-02")]
public sealed class A_value_with_a_schema
{
    private const string Point = "023da092f6980e58d2c037173180e9a465476026ee50f96695963e8efe436f54eb";

    [Theory]
    [InlineData("0100", "tu64")]
    [InlineData("0102 0100", "tu16")]
    [InlineData("0101 2a", "u8")]
    [InlineData("0101 2a", "s8")]
    [InlineData("0102 0000", "u16")]
    [InlineData("0104 00000000", "s32")]
    [InlineData("0108 0000000000000226", "short_channel_id")]
    [InlineData("0103 000102", "3*byte")]
    [InlineData("0103 000102", "...*byte")]
    [InlineData("0104 0001 0102", "u16", "tu32")]
    [InlineData("0121" + Point, "point")]
    public void is_read_when_it_fits(string hex, params string[] kinds) =>
        Assert.Single(TlvStream.Decode(hex.Bytes(), Schema(kinds)).Value().Records);

    [Theory]
    [InlineData("0109 ffffffffffffffffff", ErrorClass.ValueTooLong, 10, "tu64")]
    [InlineData("0102 0001", ErrorClass.TruncatedIntNotMinimal, 2, "tu64")]
    [InlineData("0103 000001", ErrorClass.ValueTooLong, 4, "tu16")]
    [InlineData("0107 01010101010101", ErrorClass.ValueTooShort, 9, "short_channel_id")]
    [InlineData("0109 010101010101010101", ErrorClass.ValueTooLong, 10, "short_channel_id")]
    [InlineData("0103 000102", ErrorClass.ValueTooLong, 4, "2*byte")]
    [InlineData("0100", ErrorClass.ValueTooShort, 2, "u8")]
    [InlineData("0103 0001 00", ErrorClass.TruncatedIntNotMinimal, 4, "u16", "tu32")]
    [InlineData("0120" + "023da092f6980e58d2c037173180e9a465476026ee50f96695963e8efe436f54", ErrorClass.ValueTooShort, 34, "point")]
    [InlineData("0121" + "043da092f6980e58d2c037173180e9a465476026ee50f96695963e8efe436f54eb", ErrorClass.InvalidPoint, 2, "point", "u64")]
    [InlineData("0121" + "013da092f6980e58d2c037173180e9a465476026ee50f96695963e8efe436f54eb", ErrorClass.InvalidPoint, 2, "point")]
    [InlineData("0121" + Point, ErrorClass.ValueTooShort, 35, "point", "u64")]
    public void is_refused_at_its_byte_when_it_does_not(string hex, string @class, int offset, params string[] kinds) =>
        TlvStream.Decode(hex.Bytes(), Schema(kinds)).IsRefused(@class, offset, 1, "MPP-WIRE-02");

    [Theory]
    [InlineData("byte", 1)]
    [InlineData("s16", 2)]
    [InlineData("u32", 4)]
    [InlineData("u64", 8)]
    [InlineData("s64", 8)]
    [InlineData("sha256", 32)]
    [InlineData("chain_hash", 32)]
    [InlineData("signature", 64)]
    [InlineData("1300*byte", 1300)]
    [InlineData("0*byte", 0)]
    public void has_fields_of_fixed_sizes(string kind, int size) =>
        Assert.Equal(new FieldKind.Fixed(size), FieldKind.Parse(kind));

    [Theory]
    [InlineData("")]
    [InlineData("tu8")]
    [InlineData("u128")]
    [InlineData("*byte")]
    [InlineData("-1*byte")]
    [InlineData("99999999999*byte")]
    [InlineData("U64")]
    public void has_no_other_kinds(string kind) => Assert.Null(FieldKind.Parse(kind));

    [Fact]
    public void ends_with_its_open_field()
    {
        Assert.Throws<ArgumentException>(() => new FieldLayout(new FieldKind.TruncatedInteger(8), new FieldKind.Fixed(1)));
        Assert.Throws<ArgumentException>(() => new FieldLayout(new FieldKind.Rest(), new FieldKind.TruncatedInteger(8)));
        Assert.Equal(2, new FieldLayout(new FieldKind.Fixed(1), new FieldKind.Rest()).Fields.Count);
    }

    [Fact]
    public void makes_its_type_known()
    {
        var both = TlvRules.Of(new Dictionary<ulong, FieldLayout> { [2] = new(new FieldKind.Rest()) }, [4]);

        Assert.Equal(2, TlvStream.Decode("0200 0400".Bytes(), both).Value().Records.Count);
        TlvStream.Decode("0200 0600".Bytes(), both).IsRefused(ErrorClass.UnknownEvenType, 2, 6, "MPP-WIRE-03");
    }

    [Fact]
    public void says_nothing_about_other_types_where_none_are_said_to_be_known() =>
        Assert.Equal(2, TlvStream.Decode("0100 0600".Bytes(), Schema(["tu64"])).Value().Records.Count);

    private static TlvRules Schema(string[] kinds) =>
        TlvRules.Of(new Dictionary<ulong, FieldLayout> { [1] = new(kinds.Select(kind => FieldKind.Parse(kind)!).ToSeq()) }, null);
}
