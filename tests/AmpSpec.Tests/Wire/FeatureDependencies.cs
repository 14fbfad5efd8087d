using AmpSpec.Modelling;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("INV-02")]
public sealed class A_feature_without_what_it_depends_on
{
    [Theory]
    [InlineData(new[] { 8, 16 }, new[] { 14 })]
    [InlineData(new[] { 14, 16 }, new[] { 8 })]
    [InlineData(new[] { 16 }, new[] { 8, 14 })]
    [InlineData(new[] { 30 }, new[] { 8, 14 })]
    [InlineData(new[] { 31, 15 }, new[] { 8 })]
    [InlineData(new[] { 17, 31, 50 }, new[] { 8, 14, 46 })]
    [InlineData(new[] { 262, 9 }, new[] { 24 })]
    public void is_found_with_all_that_is_missing_through_others_too(int[] bits, int[] missing) =>
        Assert.Equal(missing, Features.Of(bits).Missing());

    public static IEnumerable<object[]> Rows() =>
        Feature.All.SelectMany(f => f.Dependencies().Select(d => new object[] { f.Name, f.Even, d.Even }));

    [Theory]
    [MemberData(nameof(Rows))]
    public void is_content_with_either_bit_of_each_row_and_with_none_less(string name, int even, int dependency)
    {
        var closed = Features.None.With(even);

        Assert.Equal([], closed.Missing());
        Assert.Equal([], Features.Of(closed.Bits.Select(bit => bit | 1)).Missing());
        Assert.Contains(dependency, Features.Of(closed.Bits.Where(bit => bit != dependency)).Missing());
    }

    [Theory]
    [InlineData(16, "12")]
    [InlineData(17, "B")]
    [InlineData(50, "T")]
    public void is_complete_alone_where_the_context_has_no_such_thing(int bit, string context)
    {
        Assert.Equal([], Features.Of(bit).Missing(context));
        Assert.NotEqual([], Features.Of(bit).Missing("9"));
    }

    [Fact]
    public void is_no_matter_for_bits_without_a_name() =>
        Assert.Equal([], Features.Of(2, 3, 100, 101, Features.MaxBit).Missing());

}

[Requirement("INV-02")]
public sealed class Setting_a_feature
{
    [Theory]
    [InlineData(new int[0], 45, new[] { 45 })]
    [InlineData(new int[0], 263, new[] { 9, 25, 263 })]
    [InlineData(new int[0], 262, new[] { 8, 24, 262 })]
    [InlineData(new[] { 8 }, 263, new[] { 8, 25, 263 })]
    [InlineData(new[] { 9, 31 }, 262, new[] { 8, 24, 31, 262 })]
    [InlineData(new[] { 16 }, 17, new[] { 9, 15, 16 })]
    [InlineData(new[] { 17 }, 100, new[] { 17, 100 })]
    [InlineData(new[] { 8, 9 }, 9, new[] { 8 })]
    [InlineData(new[] { 8, 9, 14 }, 17, new[] { 8, 14, 17 })]
    [InlineData(new[] { 14, 15, 16 }, 17, new[] { 9, 14, 16 })]
    [InlineData(new[] { 8, 9 }, 14, new[] { 8, 14 })]
    [InlineData(new[] { 16, 17 }, 8, new[] { 8, 16, 17 })]
    public void sets_what_it_depends_on_as_needed_as_itself_and_one_bit_a_pair(int[] before, int bit, int[] after) =>
        Assert.Equal(after, Features.Of(before).With(bit).Bits);
}

[Requirement("INV-02")]
public sealed class The_table_of_features
{
    [Fact]
    public void has_even_bits_in_order_and_a_name_each()
    {
        var evens = Feature.All.Select(f => f.Even).ToArray();

        Assert.Equal(evens.Distinct().Order(), evens);
        Assert.All(evens, even => Assert.True(int.IsEvenInteger(even)));
        Assert.Equal(evens.Length, Feature.All.Select(f => f.Name).Distinct().Count());
    }

    [Fact]
    public void knows_its_contexts() =>
        Assert.All(
            Feature.All.SelectMany(f => $"{f.Contexts} {f.ExceptIn}".Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            context => Assert.Contains(context, Feature.AllContexts));
}
