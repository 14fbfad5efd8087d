using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Testing;
using FsCheck.Xunit;
using Xunit;
using static AmpSpec.Testing.Derivations;

namespace AmpSpec.Tests.Derivation;

[Requirement("AMP-DRV-01", "AMP-DRV-02")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 300)]
public sealed class A_reconstruction
{
    [Fact]
    public void finds_the_root_and_every_preimage()
    {
        var whole = Reconstruction.Of(ChildDerivation.Lnd, Locked(A, B, C)).Value();

        Assert.Equal(Root, whole.Root);
        Assert.Equal([Child(A, 0), Child(B, 1), Child(C, 2)], whole.Children);
    }

    [Fact]
    public void takes_parts_without_a_hash_unchecked() =>
        Assert.Equal(Child(B, 9), Reconstruction.Of(ChildDerivation.Lnd, [new(A, new(8)), new(B, new(9)), new(C, new(10))]).Value().Children[1]);

    [Fact]
    public void takes_zero_and_equal_shares() =>
        Assert.Equal(new RootSeed(B.Value), Reconstruction.Of(ChildDerivation.Lnd, [new(A, new(0)), new(default, new(1)), new(A, new(2)), new(B, new(3))]).Value().Root);

    [Property]
    public bool does_not_depend_on_the_order_of_arrival(SetOfShares set, int turn)
    {
        var parts = set.Shares.Select((share, at) => new SeenPart(share, new((ulong)at))).ToArray();
        var by = (turn & int.MaxValue) % parts.Length;
        SeenPart[] turned = [.. parts[by..].Reverse(), .. parts[..by]];

        var one = Reconstruction.Of(ChildDerivation.Lnd, parts.ToSeq()).Value();
        var other = Reconstruction.Of(ChildDerivation.Lnd, turned.ToSeq()).Value();

        return one.Root == other.Root && turned.Select((part, at) => other.Children[at] == one.Children[(int)part.Index.Value]).All(same => same);
    }

    [Property]
    public bool agrees_with_deriving_each_child(SetOfShares set, ChildDerivation.Indexed derivation) =>
        Reconstruction.Of(derivation, set.Shares.Select((share, at) => new SeenPart(share, new((ulong)at))).ToSeq()).Value() is var whole
        && whole.Children.SequenceEqual(set.Shares.Select((share, at) => ChildPreimage.Of(derivation, whole.Root, share, new((ulong)at))));

    internal static Seq<SeenPart> Locked(params Share[] shares) =>
        shares.Select((share, at) => new SeenPart(share, new((ulong)at), Child(share, (uint)at).Hash)).ToSeq();

    private static Child Child(Share share, uint index) => ChildPreimage.Of(ChildDerivation.Lnd, Root, share, new(index));
}

[Requirement("AMP-DRV-02")]
public sealed class Invalid_sets
{
    [Fact]
    public void with_a_wrong_hash_are_refused_at_each_place_that_is_wrong()
    {
        var parts = A_reconstruction.Locked(A, B, C);
        var wrong = parts.Select((part, at) => at == 1 ? part : part with { Hash = default(Hash32) }).ToSeq();

        Assert.Equal(new(DerivationClass.PreimageMismatch, "AMP-DRV-02", [0, 2]), Reconstruction.Of(ChildDerivation.Lnd, wrong).Error());
    }

    [Fact]
    public void with_a_wrong_index_are_refused_at_that_place_alone()
    {
        var parts = A_reconstruction.Locked(A, B, C).Select((part, at) => at == 2 ? part with { Index = new(3) } : part).ToSeq();

        Assert.Equal([2], Reconstruction.Of(ChildDerivation.Lnd, parts).Error()!.At);
    }

    [Fact]
    public void without_their_last_share_are_refused_everywhere() =>
        Assert.Equal([0, 1], Reconstruction.Of(ChildDerivation.Lnd, A_reconstruction.Locked(A, B)).Error()!.At);

    [Fact]
    public void under_another_derivation_are_refused_everywhere() =>
        Assert.Equal([0, 1, 2], Reconstruction.Of(ChildDerivation.Fiber, A_reconstruction.Locked(A, B, C)).Error()!.At);

    [Fact]
    public void with_an_index_too_wide_in_the_first_part_are_refused_there() =>
        Assert.Equal(
            new(DerivationClass.IndexTooWide, "AMP-DRV-05", [0]),
            Reconstruction.Of(ChildDerivation.Pr658, [new(A, new(0x1_0000)), new(B, new(1))]).Error());

    [Fact]
    public void with_an_index_too_wide_are_refused_at_the_first() =>
        Assert.Equal(
            new(DerivationClass.IndexTooWide, "AMP-DRV-05", [1]),
            Reconstruction.Of(ChildDerivation.Pr658, [new(A, new(0xffff)), new(B, new(0x1_0000)), new(C, new(0x1_0000))]).Error());

    [Fact]
    public void without_any_part_are_refused() =>
        Assert.Equal(new(DerivationClass.EmptySet, "AMP-DRV-01"), Reconstruction.Of(ChildDerivation.Lnd, []).Error());
}
