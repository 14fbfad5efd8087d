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

[Requirement("AMP-DRV-09", "AMP-DRV-14")]
public sealed class A_sharer
{
    [Fact]
    public void gives_the_root_itself_to_a_single_part()
    {
        var issued = Sharer.Of(Root).Last(new(0)).Value();

        Assert.Equal(Root.Value, issued.Share.Value);
        Assert.Equal(ChildPreimage.Of(ChildDerivation.Lnd, Root, new(Root.Value), new(0)), issued.Child);
        Assert.True(issued.Sharer.IsExhausted);
    }

    [Fact]
    public void hands_out_left_shares_and_at_last_all_that_is_free()
    {
        var first = Sharer.Of(Root).Split(A, new(0)).Value();
        var second = first.Sharer.Split(B, new(1)).Value();
        var last = second.Sharer.Last(new(uint.MaxValue)).Value();

        Assert.Equal([new Shard(0, A), new(1, B), new(2, C)], last.Sharer.Live);
        Assert.Equal((A, B, C), (first.Share, second.Share, last.Share));
        Assert.Equal("b68b42d1cea48c159d057e6edcf60f3351e8bf1791a16dd6373a8ffac759d75c", last.Child.Hash.ToString());
    }

    [Fact]
    public void takes_a_failed_share_back_and_never_uses_its_number_again()
    {
        var both = Sharer.Of(Root).Split(A).Value().Split(B).Value();

        var without = both.Merge(0).Value();
        var again = without.Split(C).Value();

        Assert.Equal(([new Shard(1, B)], new Share(Root.Value) ^ B), (without.Live, without.Free));
        Assert.Equal([new Shard(1, B), new(2, C)], again.Live);
    }

    [Fact]
    public void derives_a_child_of_what_is_free_and_keeps_it()
    {
        var sharer = Sharer.Of(Root).Split(A).Value();

        var issued = sharer.Child(new(5)).Value();

        Assert.Equal(ChildPreimage.Of(ChildDerivation.Lnd, Root, sharer.Free, new(5)), issued.Child);
        Assert.Equal((sharer.Free, sharer.Live), (issued.Sharer.Free, issued.Sharer.Live));
    }

    [Fact]
    public void conserves_its_root_before_and_after_each_step()
    {
        var split = Sharer.Of(Root).Split(A).Value().Split(B, new(1)).Value().Sharer;
        var last = split.Last(new(2)).Value().Sharer;

        Assert.All([Sharer.Of(Root), split, split.Child(new(3)).Value().Sharer, last, last.Merge(1).Value()], sharer => Assert.True(sharer.Conserves));
        Assert.False(split.IsExhausted);
    }

    [Fact]
    public void refuses_a_shard_that_is_not_live()
    {
        var merged = Sharer.Of(Root).Split(A).Value().Merge(0).Value();

        Assert.Equal(new(DerivationClass.UnknownShard, "AMP-DRV-13"), merged.Merge(0).Error());
        Assert.Equal(new(DerivationClass.UnknownShard, "AMP-DRV-13"), merged.Merge(1).Error());
    }

    [Fact]
    public void derives_as_it_was_told_and_refuses_an_index_too_wide()
    {
        var sharer = Sharer.Of(Root, ChildDerivation.Fiber);

        Assert.Equal(ChildPreimage.Of(ChildDerivation.Fiber, Root, A, new(3)), sharer.Split(A, new(3)).Value().Child);
        Assert.Equal(new(DerivationClass.IndexTooWide, "AMP-DRV-06"), sharer.Split(A, new(0x1_0000)).Error());
    }
}

[Requirement("AMP-DRV-11")]
public sealed class An_exhausted_sharer
{
    private static readonly DerivationError Exhausted = new(DerivationClass.SharerExhausted, "AMP-DRV-11");

    [Fact]
    public void gives_neither_a_share_nor_a_child()
    {
        var sharer = Sharer.Of(Root).Last(new(0)).Value().Sharer;

        Assert.Equal(Exhausted, sharer.Split(A).Error());
        Assert.Equal(Exhausted, sharer.Split(A, new(1)).Error());
        Assert.Equal(Exhausted, sharer.Child(new(1)).Error());
        Assert.Equal(Exhausted, sharer.Last(new(1)).Error());
    }

    [Fact]
    public void gives_again_once_a_share_has_come_back() =>
        Assert.Equal(new Share(Root.Value), Sharer.Of(Root).Last(new(0)).Value().Sharer.Merge(0).Value().Last(new(1)).Value().Share);

    [Fact]
    public void is_what_a_zero_root_begins_with() => Assert.Equal(Exhausted, Sharer.Of(default).Last(new(0)).Error());
}

[Requirement("AMP-DRV-17")]
public sealed class Invalid_repeats
{
    private static readonly DerivationError Repeated = new(DerivationClass.RepeatedChild, "AMP-DRV-17");

    [Fact]
    public void of_share_and_index_are_refused_even_after_the_share_came_back()
    {
        var merged = Sharer.Of(Root).Last(new(7)).Value().Sharer.Merge(0).Value();

        Assert.Equal(Repeated, merged.Last(new(7)).Error());
        Assert.NotEqual(merged.Last(new(8)).Value().Child.Hash, Sharer.Of(Root).Last(new(7)).Value().Child.Hash);
    }

    [Fact]
    public void of_the_index_with_another_share_are_refused_only_where_the_hash_repeats()
    {
        Assert.Null(Sharer.Of(Root).Split(A, new(7)).Value().Sharer.Last(new(7)).Error());
        Assert.Equal(Repeated, Sharer.Of(Root, ChildDerivation.Pr658).Split(A, new(7)).Value().Sharer.Last(new(7)).Error());
    }

    [Fact]
    public void of_a_share_with_another_index_are_allowed() =>
        Assert.Equal([new Shard(0, A), new(1, A)], Sharer.Of(Root).Split(A, new(7)).Value().Sharer.Split(A, new(8)).Value().Sharer.Live);
}

[Requirement("AMP-DRV-14", "AMP-DRV-17", "AMP-DRV-11", "AMP-DRV-12")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 500, EndSize = 60)]
public sealed class Whatever_a_payer_does
{
    [Property]
    public bool no_share_is_lost_or_made(RootSeed root, ChildDerivation.Indexed derivation, SharerMove[] moves)
    {
        var sharer = Sharer.Of(root, derivation);
        foreach (var move in moves)
        {
            sharer = After(sharer, move).Sharer;
            var sum = sharer.Live.Aggregate(sharer.Free, (xor, shard) => xor ^ shard.Share);
            if (!sharer.Conserves || sum.Value != root.Value || sharer.Live.Any(shard => shard.Share.IsZero))
            {
                return false;
            }
        }

        return true;
    }

    [Property]
    public bool no_two_children_have_the_same_hash(RootSeed root, ChildDerivation.Indexed derivation, SharerMove[] moves)
    {
        var sharer = Sharer.Of(root, derivation);
        var hashes = new List<Hash32>();
        foreach (var move in moves)
        {
            (sharer, var child) = After(sharer, move);
            hashes.AddRange(child is { } issued ? [issued.Hash] : []);
        }

        return hashes.Distinct().Count() == hashes.Count;
    }

    [Property]
    public Property the_payee_gets_all_of_it_back(SetOfShares set, ChildDerivation.Indexed derivation)
    {
        var sharer = Sharer.Of(XorSharing.Root(set.Shares), derivation);
        var parts = new List<SeenPart>();
        for (var at = 0; at < set.Shares.Count; at++)
        {
            var left = at < set.Shares.Count - 1 ? sharer.Split(set.Shares[at], new((ulong)at)) : sharer.Last(new((ulong)at));
            if (left is Derived<Issued>.Ok(var issued))
            {
                sharer = issued.Sharer;
                parts.Add(new(issued.Share, new((ulong)at), issued.Child.Hash));
            }
        }

        var back = sharer.IsExhausted && parts.Count > 0 ? Reconstruction.Of(derivation, parts.ToSeq()).Value() : null;
        return (back is null || back.Root == sharer.Root).Classify(back is not null, "came back").Classify(parts.Count > 3, "many parts");
    }

    private static (Sharer Sharer, Child? Child) After(Sharer sharer, SharerMove move) => move switch
    {
        SharerMove.Split(var left) => (sharer.Split(left) is Derived<Sharer>.Ok(var next) ? next : sharer, null),
        SharerMove.SplitWithChild(var left, var index) => Of(sharer, sharer.Split(left, index)),
        SharerMove.Child(var index) => Of(sharer, sharer.Child(index)),
        SharerMove.Last(var index) => Of(sharer, sharer.Last(index)),
        SharerMove.Merge(var shard) => (sharer.Merge(shard) is Derived<Sharer>.Ok(var next) ? next : sharer, null),
        _ => throw new InvalidOperationException(),
    };

    private static (Sharer Sharer, Child? Child) Of(Sharer before, Derived<Issued> after) =>
        after is Derived<Issued>.Ok(var issued) ? (issued.Sharer, issued.Child) : (before, null);
}
