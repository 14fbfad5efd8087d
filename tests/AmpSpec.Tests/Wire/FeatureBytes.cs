using AmpSpec.Modelling;
using AmpSpec.Wire;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("INV-08")]
public sealed class Feature_bits_in_bytes
{
    [Theory]
    [InlineData("", new int[0])]
    [InlineData("01", new[] { 0 })]
    [InlineData("02", new[] { 1 })]
    [InlineData("0100", new[] { 8 })]
    [InlineData("4100", new[] { 8, 14 })]
    [InlineData("028a8a", new[] { 1, 3, 7, 9, 11, 15, 17 })]
    [InlineData("80010080000000000000000000000000000000000000", new[] { 151, 160, 175 })]
    public void count_from_the_lowest_bit_of_the_last_byte(string hex, int[] bits)
    {
        Assert.Equal(bits, Read(hex).Bits);
        Assert.Equal(hex, Convert.ToHexStringLower(Features.Of(bits).Write()));
    }

    [Theory]
    [InlineData("0001", "01")]
    [InlineData("00000002", "02")]
    [InlineData("00", "")]
    public void may_have_zero_bytes_in_front_that_are_never_written(string hex, string shortest) =>
        Assert.Equal(shortest, Convert.ToHexStringLower(Read(hex).Write()));

    [Property]
    public void come_back_as_they_were(PositiveInt[] numbers)
    {
        var features = Features.Of(numbers.Select(n => (n.Get * 97) % (Features.MaxBit + 1)));

        Assert.Equal(features, Read(features.Write()));
    }

    [Property]
    public void come_back_from_bytes_that_begin_with_a_bit(byte[] bytes)
    {
        var canonical = bytes.SkipWhile(b => b == 0).ToArray();

        Assert.Equal(canonical, Read(bytes).Write());
    }

    [Fact]
    public void fill_the_longest_field_and_no_longer_one()
    {
        var longest = Features.Of(Features.MaxBit).Write();
        var error = Assert.IsType<Decoded<Features>.Malformed>(Features.Read([0, .. longest], offset: 7)).Error;

        Assert.Equal(65535, longest.Length);
        Assert.Equal([524279], Read(longest).Bits);
        Assert.Equal((ErrorClass.FeaturesTooLong, 7, "65536 bytes", "INV-08"), (error.Class, error.Offset, error.Value, error.Requirement));
        Assert.Throws<ArgumentOutOfRangeException>(() => Features.Of(Features.MaxBit + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Features.Of(-1));
    }

    [Fact]
    public void never_throw_whatever_the_bytes()
    {
        var random = new Random(9);
        for (var i = 0; i < 100_000; i++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            var features = Read(bytes);

            Assert.Equal(features, Read(features.Write()));
            Assert.True(features.Names.Count <= features.Bits.Count && features.Missing().All(even => !features.Offers(even)));
        }
    }

    private static Features Read(string hex) => Read(Convert.FromHexString(hex));

    private static Features Read(byte[] bytes) => Assert.IsType<Decoded<Features>.Ok>(Features.Read(bytes)) is (var value, var size) && size == bytes.Length
        ? value : throw new InvalidOperationException("a size that is not the whole");
}
