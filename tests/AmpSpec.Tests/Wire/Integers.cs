using AmpSpec.Modelling;
using AmpSpec.Wire;
using FsCheck.Xunit;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("MPP-WIRE-02", "AMP-WIRE-07")]
public sealed class A_truncated_integer
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("01", 1)]
    [InlineData("ff", 255)]
    [InlineData("0100", 256)]
    [InlineData("ffff", 65535)]
    [InlineData("010000", 65536)]
    [InlineData("0100000000000000", 1UL << 56)]
    [InlineData("ffffffffffffffff", ulong.MaxValue)]
    public void has_no_leading_zero_byte(string hex, ulong value)
    {
        Assert.Equal(new Decoded<ulong>.Ok(value, hex.Length / 2), Truncated.Read(hex.Bytes(), most: 8));
        Assert.Equal(hex, Truncated.Write(value).Hex());
        Assert.Equal(hex.Length / 2, Truncated.Size(value));
    }

    [Theory]
    [InlineData("00", 2)]
    [InlineData("0001", 2)]
    [InlineData("00000001", 4)]
    [InlineData("0001000000000000", 8)]
    public void is_refused_at_its_first_byte_when_that_is_zero(string hex, int most) =>
        Truncated.Read(hex.Bytes(), most, offset: 5).IsRefused(ErrorClass.TruncatedIntNotMinimal, 5, null, "MPP-WIRE-02");

    [Theory]
    [InlineData("ffffff", 2)]
    [InlineData("0000000001", 4)]
    [InlineData("010000000000000000", 8)]
    public void is_refused_at_the_first_byte_too_many_before_anything_else(string hex, int most) =>
        Truncated.Read(hex.Bytes(), most, offset: 5).IsRefused(ErrorClass.ValueTooLong, 5 + most, null, "MPP-WIRE-02");

    [Property(MaxTest = 1000)]
    public void comes_back_as_it_was(ulong value, byte shift)
    {
        var narrow = value >> (shift % 64);
        Assert.Equal(narrow, Truncated.Read(Truncated.Write(narrow), most: 8).Value());
    }

    [Property(MaxTest = 1000)]
    public void has_one_form(byte[] bytes)
    {
        if (Truncated.Read(bytes, most: 8) is Decoded<ulong>.Ok(var value, _))
            Assert.Equal(bytes, Truncated.Write(value));
    }
}

[Requirement("MPP-WIRE-02", "AMP-WIRE-07")]
public sealed class A_signed_integer
{
    [Theory]
    [InlineData("00", 0)]
    [InlineData("7f", 127)]
    [InlineData("80", -128)]
    [InlineData("0080", 128)]
    [InlineData("ff7f", -129)]
    [InlineData("ffff", -1)]
    [InlineData("7fffffff", int.MaxValue)]
    [InlineData("80000000", int.MinValue)]
    [InlineData("0000000080000000", 2147483648)]
    [InlineData("8000000000000000", long.MinValue)]
    public void fills_its_width(string hex, long value)
    {
        Assert.Equal(new Decoded<long>.Ok(value, hex.Length / 2), SignedInteger.Read(hex.Bytes(), hex.Length / 2));
        Assert.Equal(hex, SignedInteger.Write(value, hex.Length / 2).Hex());
    }

    [Theory]
    [InlineData("", 1, ErrorClass.ValueTooShort, 3)]
    [InlineData("ff", 2, ErrorClass.ValueTooShort, 4)]
    [InlineData("ffff", 1, ErrorClass.ValueTooLong, 4)]
    [InlineData("ffffffffffffffffff", 8, ErrorClass.ValueTooLong, 11)]
    public void is_refused_in_another_width(string hex, int size, string @class, int offset) =>
        SignedInteger.Read(hex.Bytes(), size, offset: 3).IsRefused(@class, offset, null, "MPP-WIRE-02");

    [Theory]
    [InlineData(127, 1, true)]
    [InlineData(128, 1, false)]
    [InlineData(-128, 1, true)]
    [InlineData(-129, 1, false)]
    [InlineData(32768, 2, false)]
    [InlineData(long.MinValue, 8, true)]
    public void is_written_only_where_it_fits(long value, int size, bool fits)
    {
        Assert.Equal(fits, SignedInteger.Fits(value, size));
        Assert.Equal(fits, Record.Exception(() => SignedInteger.Write(value, size)) is null);
    }

    [Property(MaxTest = 1000)]
    public void comes_back_as_it_was(long value) =>
        Assert.Equal(value, SignedInteger.Read(SignedInteger.Write(value, 8), 8).Value());
}
