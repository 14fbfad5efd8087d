using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Testing;
using FsCheck.Xunit;
using Xunit;
using static AmpSpec.Testing.Derivations;

namespace AmpSpec.Tests.Derivation;

[Requirement("AMP-DRV-03", "AMP-DRV-05", "AMP-DRV-06", "AMP-DRV-07")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 500)]
public sealed class An_index
{
    [Theory]
    [InlineData("lnd", 0xffff_ffff)]
    [InlineData("pr658", 0xffff)]
    [InlineData("fiber", 0xffff)]
    [InlineData("og18-1", 0xff)]
    [InlineData("og18-2", 0xffff)]
    [InlineData("og18-4", 0xffff_ffff)]
    [InlineData("og18-8", ulong.MaxValue)]
    public void fits_up_to_the_width_of_its_derivation(string name, ulong largest)
    {
        var derivation = Named(name);

        Assert.Equal(largest, derivation.MaxIndex);
        Assert.Equal(Formula(name, Root.Value.ToArray(), A.Value.ToArray(), largest), ChildPreimage.Derive(derivation, Root, A, new(largest)).Value().Preimage.Value.ToArray());
    }

    [Theory]
    [InlineData("lnd", 0x1_0000_0000, "AMP-DRV-03")]
    [InlineData("pr658", 0x1_0000, "AMP-DRV-05")]
    [InlineData("fiber", 0x1_0000, "AMP-DRV-06")]
    [InlineData("og18-1", 0x100, "AMP-DRV-07")]
    [InlineData("og18-2", 0x1_0000, "AMP-DRV-07")]
    [InlineData("og18-4", 0x1_0000_0000, "AMP-DRV-07")]
    public void that_is_one_too_wide_is_refused_and_not_cut(string name, ulong index, string requirement)
    {
        Assert.Equal(new(DerivationClass.IndexTooWide, requirement), ChildPreimage.Derive(Named(name), Root, A, new(index)).Error());
        Assert.Throws<ArgumentOutOfRangeException>("index", () => ChildPreimage.Of(Named(name), Root, A, new(index)));
    }

    [Fact]
    public void that_is_known_to_fit_is_still_looked_at()
    {
        Assert.Throws<ArgumentOutOfRangeException>("index", () => ChildPreimage.PreimageOf(ChildDerivation.Og18Of1, Root, A, new(0x100)));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => ChildPreimage.Of(ChildDerivation.Lnd, Root, A, new(0x1_0000_0000)));
        Assert.Equal(ChildPreimage.Derive(ChildDerivation.Og18Of1, Root, A, new(0xff)).Value().Preimage, ChildPreimage.PreimageOf(ChildDerivation.Og18Of1, Root, A, new(0xff)));
    }

    [Property]
    public bool enters_the_hash_as_the_formula_says(ChildDerivation.Indexed derivation, RootSeed root, Share share, ChildIndex index) =>
        ChildPreimage.Derive(derivation, root, share, index) is Derived<Child>.Ok(var child)
            ? child.Preimage.Value == new Bytes32(Formula(derivation.Name, root.Value.ToArray(), share.Value.ToArray(), index.Value)) && child.Hash == child.Preimage.Hash()
            : index.Value > derivation.MaxIndex;

    private static ChildDerivation.Indexed Named(string name) => Assert.IsType<ChildDerivation.Indexed>(ChildDerivation.Named(name).Value());
}

[Requirement("AMP-DRV-16")]
public sealed class A_drawn_index
{
    [Fact]
    public void takes_each_bit_from_its_own_bit_of_the_draw()
    {
        Assert.Equal(0x0102_0304u, ChildIndex.Drawn([1, 2, 3, 4]).Value);
        Assert.Equal(uint.MaxValue, ChildIndex.Drawn([255, 255, 255, 255]).Value);
        for (var bit = 0; bit < 32; bit++)
        {
            var draw = new byte[4];
            draw[3 - (bit / 8)] = (byte)(1 << (bit % 8));
            Assert.Equal(1ul << bit, ChildIndex.Drawn(draw).Value);
        }
    }

    [Fact]
    public void needs_exactly_four_bytes()
    {
        Assert.Throws<ArgumentException>("draw", () => ChildIndex.Drawn([1, 2, 3]));
        Assert.Throws<ArgumentException>("draw", () => ChildIndex.Drawn([1, 2, 3, 4, 5]));
    }
}
