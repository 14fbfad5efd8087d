using AmpSpec.Primitives;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Primitives;

public sealed class A_value
{
    [Fact]
    public void prints_its_number_and_its_unit()
    {
        Assert.Equal("1500 msat", $"{new Msat(1500)}");
        Assert.Equal("4294967295", $"{new ChildIndex(uint.MaxValue)}");
        Assert.Equal("3: 2 bytes", $"{new TlvRecord(3, [1, 2])}");
        Assert.Equal("c0:7", $"{new HtlcId("c0", "7")}");
        Assert.Equal("CltvDelta { Value = 18 }", $"{new CltvDelta(18)}");
    }
}

public sealed class Thirty_two_bytes
{
    private static readonly Bytes32 Rising = new([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);

    [Fact]
    public void are_equal_by_contents()
    {
        Assert.True(Rising == Bytes32.Parse("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
        Assert.False(Rising != Bytes32.Parse($"{Rising}"));
        Assert.True(Rising != default);
    }

    [Fact]
    public void are_never_another_number_of_bytes()
    {
        var error = Assert.Throws<ArgumentException>("bytes", () => new Bytes32(new byte[31]));
        Assert.StartsWith("31 bytes in place of 32", error.Message, StringComparison.Ordinal);
    }
}

public sealed class A_sum_of_amounts
{
    [Fact]
    public void is_exact() => Assert.Equal(new Msat(1500), new Msat(1000) + new Msat(500));

    [Fact]
    public void never_wraps_around() => Assert.Throws<OverflowException>(() => new Msat(ulong.MaxValue) + new Msat(1));

    [Fact]
    public void has_nothing_left_where_more_is_taken()
    {
        Assert.Equal([new Msat(3), default, default], new[] { Msat.Less(new(5), new(2)), Msat.Less(new(5), new(5)), Msat.Less(new(5), new(6)) });
        Assert.True(new Msat(5) <= new Msat(5) && !(new Msat(6) <= new Msat(5)));
    }
}

public sealed class An_end_of_time
{
    [Fact]
    public void is_the_last_that_there_is()
    {
        Assert.Equal(new Instant(ulong.MaxValue), new Instant(5).After(ulong.MaxValue));
        Assert.Equal(new Instant(ulong.MaxValue), new Instant(5).After(ulong.MaxValue - 5));
        Assert.Equal(new CltvDelta(uint.MaxValue), new CltvDelta(uint.MaxValue).OneMore());
        Assert.Equal(new CltvDelta(19), new CltvDelta(18).OneMore());
        Assert.False(new CltvExpiry(144).IsFurther(new(44), new(100)));
        Assert.True(new CltvExpiry(145).IsFurther(new(44), new(100)));
    }
}
