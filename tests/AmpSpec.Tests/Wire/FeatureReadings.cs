using AmpSpec.Modelling;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("INV-08")]
public sealed class A_pair_of_feature_bits
{
    [Theory]
    [InlineData(new[] { 16 }, "basic_mpp.required")]
    [InlineData(new[] { 17 }, "basic_mpp.optional")]
    [InlineData(new[] { 16, 17 }, "basic_mpp.required")]
    [InlineData(new[] { 31 }, "amp.optional")]
    public void is_named_once_and_needed_when_its_even_bit_is_set(int[] bits, string name) =>
        Assert.Equal([name], Features.Of(bits).Names);

    [Fact]
    public void without_a_name_is_there_all_the_same() =>
        Assert.Equal(([100, 101], 0), (Features.Of(101, 100).Bits, Features.Of(100, 101).Names.Count));

    [Fact]
    public void is_needed_by_its_even_bit_and_offered_by_either()
    {
        var features = Features.Of(14, 17);

        Assert.True(features.Requires(14) && features.Requires(15) && features.Offers(15) && features.Offers(16) && features.Offers(17));
        Assert.False(features.Requires(16) || features.Requires(17) || features.Offers(12) || features.Offers(18));
    }

    [Theory]
    [InlineData(new[] { 16 }, new int[0], new[] { 16 })]
    [InlineData(new[] { 16, 17 }, new int[0], new[] { 16 })]
    [InlineData(new[] { 17 }, new int[0], new int[0])]
    [InlineData(new[] { 16 }, new[] { 17 }, new int[0])]
    [InlineData(new[] { 16, 30, 142 }, new[] { 16 }, new[] { 30, 142 })]
    public void is_unknown_when_it_is_needed_and_the_reader_has_neither(int[] bits, int[] reader, int[] unknown) =>
        Assert.Equal(unknown, Features.Of(bits).UnknownTo(Features.Of(reader)));
}

[Requirement("INV-08")]
public sealed class The_features_of_an_invoice
{
    [Fact]
    public void are_those_with_a_9_in_their_row() =>
        Assert.Equal([8, 14, 17, 30], Features.Of(0, 8, 14, 17, 19, 30, 54, 99).In("9").Bits);

    [Fact]
    public void of_BOLT_12_are_basic_mpp_alone() =>
        Assert.Equal([17], Features.Of(0, 9, 14, 17).In("12").Bits);
}
