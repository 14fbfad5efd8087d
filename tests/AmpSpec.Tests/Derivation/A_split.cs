using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Testing;
using FsCheck.Xunit;
using Xunit;
using static AmpSpec.Testing.Derivations;

namespace AmpSpec.Tests.Derivation;

[Requirement("AMP-DRV-10", "AMP-DRV-13")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 500)]
public sealed class A_split
{
    [Fact]
    public void gives_the_left_share_and_what_is_missing_from_the_whole() =>
        Assert.Equal(new Halves(A, Share("66")), XorSharing.Split(new(Root.Value), A).Value());

    [Property]
    public bool is_undone_by_a_merge(Share share, Share left) =>
        XorSharing.Split(share, left) is not Derived<Halves>.Ok(var halves)
        || (halves.Left == left && XorSharing.Merge(halves.Right, halves.Left) == share && !halves.Right.IsZero);
}

[Requirement("AMP-DRV-12")]
public sealed class Invalid_splits
{
    private static readonly DerivationError ZeroShare = new(DerivationClass.ZeroShare, "AMP-DRV-12");

    [Fact]
    public void by_zero_are_refused() => Assert.Equal(ZeroShare, XorSharing.Split(A, default).Error());

    [Fact]
    public void by_the_whole_are_refused() => Assert.Equal(ZeroShare, XorSharing.Split(A, A).Error());

    [Fact]
    public void of_nothing_are_refused() => Assert.Equal(ZeroShare, XorSharing.Split(default, A).Error());
}

[Requirement("AMP-DRV-01")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 300)]
public sealed class The_root_of_shares
{
    [Fact]
    public void is_their_exclusive_or() => Assert.Equal(Root, XorSharing.Root([A, B, C]));

    [Fact]
    public void counts_each_of_two_equal_shares() => Assert.Equal(new RootSeed(B.Value), XorSharing.Root([A, B, A]));

    [Property]
    public bool does_not_depend_on_their_order_or_grouping(SetOfShares set, int cut)
    {
        var shares = set.Shares.ToArray();
        var at = (cut & int.MaxValue) % (shares.Length + 1);
        var grouped = XorSharing.Root(shares[..at]).Value ^ XorSharing.Root(shares[at..]).Value;
        return XorSharing.Root(shares) == XorSharing.Root([.. shares[at..], .. shares[..at].Reverse()]) && XorSharing.Root(shares).Value == grouped;
    }
}
