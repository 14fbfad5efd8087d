using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using static AmpSpec.Testing.Derivations;

namespace AmpSpec.Tests.Derivation;

[Requirement("AMP-DRV-04")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 300)]
public sealed class A_derivation
{
    [Fact]
    public void is_found_by_its_name_and_gives_it_back()
    {
        string[] names = ["lnd", "pr658", "fiber", "og18-1", "og18-2", "og18-4", "og18-8", "rusty18"];

        Assert.Equal(names, ChildDerivation.All.Select(derivation => derivation.Name));
        Assert.All(names, name => Assert.Equal(name, ChildDerivation.Named(name).Value().ToString()));
    }

    [Theory]
    [InlineData("og18")]
    [InlineData("og18-3")]
    [InlineData("LND")]
    [InlineData("lnd ")]
    [InlineData("")]
    public void of_no_exact_name_is_refused(string name) =>
        Assert.Equal(new(DerivationClass.UnknownDerivation, "AMP-DRV-04"), ChildDerivation.Named(name).Error());

    [Fact]
    public void is_never_equal_to_another()
    {
        Assert.Equal(ChildDerivation.All.Count, ChildDerivation.All.Distinct().Count());
        Assert.NotEqual<ChildDerivation>(ChildDerivation.Pr658, ChildDerivation.Og18Of2);
        Assert.NotEqual(ChildPreimage.Of(ChildDerivation.Pr658, Root, A, new(1)), ChildPreimage.Of(ChildDerivation.Og18Of2, Root, A, new(1)));
    }

    [Property]
    public Property agrees_with_no_other_but_for_the_one_known_identity(ChildDerivation.Indexed one, ChildDerivation.Indexed other, RootSeed root, Share share, ChildIndex index)
    {
        var narrow = new ChildIndex(index.Value & 0xff);
        var same = ChildPreimage.Of(one, root, share, narrow).Hash == ChildPreimage.Of(other, root, share, narrow).Hash;
        var twins = one == other || (one.Name, other.Name) is ("pr658", "og18-2") or ("og18-2", "pr658");
        return (same == twins).Classify(one != other && twins, "the identity").Classify(!twins, "different");
    }

    [Fact]
    public void refuses_with_its_place_and_rule_for_people()
    {
        Assert.Equal("amp/unknown-derivation [AMP-DRV-04]", ChildDerivation.Named("x").Error()!.ToString());
        Assert.Equal("amp/preimage-mismatch at [0, 2] [AMP-DRV-02]", new DerivationError(DerivationClass.PreimageMismatch, "AMP-DRV-02", [0, 2]).ToString());
    }
}

[Requirement("AMP-DRV-06")]
public sealed class The_payment_hash_of_fiber
{
    [Fact]
    public void is_made_by_the_function_that_is_given()
    {
        static Hash32 Twice(Preimage preimage) => Hash32.Of(preimage.Hash().Value.ToArray());

        var plain = ChildPreimage.Of(ChildDerivation.Fiber, Root, A, new(0));
        var twice = ChildPreimage.Derive(ChildDerivation.Fiber, Root, A, new(0), Twice).Value();

        Assert.Equal(plain.Preimage, twice.Preimage);
        Assert.Equal(Twice(plain.Preimage), twice.Hash);
        Assert.NotEqual(plain.Hash, twice.Hash);
    }
}

[Requirement("AMP-DRV-08")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 200)]
public sealed class The_pieces_of_rusty18
{
    [Fact]
    public void are_joined_behind_twelve_zero_bytes()
    {
        var x = Piece.Of(Enumerable.Repeat((byte)0x11, 20).ToArray());
        var y = Piece.Of(Enumerable.Repeat((byte)0x22, 20).ToArray());

        var child = Piece.Join([x, y]).Value();

        Assert.Equal(string.Concat(Enumerable.Repeat("00", 12)) + string.Concat(Enumerable.Repeat("33", 20)), child.Preimage.Value.ToString());
        Assert.Equal("04fd09391ff8fb44ccef1c4675c93f560d6ab1b22b234e2c58d819a34f68d76b", child.Hash.ToString());
        Assert.Equal(ChildDerivation.Rusty18, child.Derivation);
    }

    [Property]
    public bool join_in_any_order(Piece x, Piece y, Piece z) =>
        Piece.Join([x, y, z]) == Piece.Join([z, x, y]) && Piece.Join([x, y, y]) == Piece.Join([x]);

    [Fact]
    public void are_at_least_one() => Assert.Equal(new(DerivationClass.EmptySet, "AMP-DRV-08"), Piece.Join([]).Error());

    [Fact]
    public void are_of_twenty_bytes()
    {
        Assert.Throws<ArgumentException>("bytes", () => Piece.Of(new byte[19]));
        Assert.Throws<ArgumentException>("bytes", () => Piece.Of(new byte[21]));
    }
}
