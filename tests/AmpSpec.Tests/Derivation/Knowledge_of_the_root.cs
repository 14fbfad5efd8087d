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

[Requirement("AMP-DRV-18")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 1000)]
public sealed class Knowledge_of_the_root
{
    [Fact]
    public void comes_with_all_the_shares_of_a_set() => Assert.Equal(new RootKnowledge.Known([0, 1, 2]), RootKnowledge.Of(Root, [A, B, C]));

    [Fact]
    public void does_not_come_with_fewer()
    {
        Assert.Equal(new RootKnowledge.Hidden(), RootKnowledge.Of(Root, [A, B]));
        Assert.Equal(new RootKnowledge.Hidden(), RootKnowledge.Of(Root, [C]));
        Assert.Equal(new RootKnowledge.Hidden(), RootKnowledge.Of(Root, []));
    }

    [Fact]
    public void comes_early_when_a_share_of_the_set_is_zero() =>
        Assert.Equal(new RootKnowledge.Known([0, 1]), RootKnowledge.Of(new((A ^ B).Value), [A, B]));

    [Fact]
    public void comes_early_when_two_missing_shares_cancel() =>
        Assert.Equal(new RootKnowledge.Known([0]), RootKnowledge.Of(XorSharing.Root([A, B, B]), [A]));

    [Fact]
    public void names_the_share_that_is_the_root_though_others_overlap_it() =>
        Assert.Equal(new RootKnowledge.Known([1]), RootKnowledge.Of(new(B.Value), [A ^ B, B]));

    [Fact]
    public void is_everyones_when_the_root_is_zero() => Assert.Equal(new RootKnowledge.Known([]), RootKnowledge.Of(default, [A, B]));

    [Fact]
    public void stays_when_the_last_part_was_failed_and_its_share_is_sent_anew()
    {
        // The payee saw a and b, failed b; the payer takes b back and splits it again. What the payee knows, it keeps.
        var root = new RootSeed((A ^ B).Value);

        Assert.Equal(new RootKnowledge.Known([0, 1]), RootKnowledge.Of(root, [A, B, C, B ^ C]));
    }

    [Fact]
    public void is_what_guessing_against_a_hash_finds()
    {
        // The payee has no root; it tries every subset, and the hash of one part tells it when it is right.
        Share[] seen = [A, Share("55"), B, C];
        var hash = ChildPreimage.Of(ChildDerivation.Lnd, Root, A, new(0)).Hash;

        var found = Subsets(seen.Length).Where(set => ChildPreimage.Of(ChildDerivation.Lnd, XorSharing.Root(set.Select(at => seen[at])), A, new(0)).Hash == hash);

        Assert.Equal(found.MinBy(set => set.Count), Assert.IsType<RootKnowledge.Known>(RootKnowledge.Of(Root, seen.ToSeq())).From);
    }

    [Fact]
    public void stays_exact_for_many_dependent_shares()
    {
        var many = Enumerable.Range(0, 40).Select(DerivationArbitraries.Spread).ToSeq();
        var root = new RootSeed(DerivationArbitraries.Spread(63).Value);

        var known = Assert.IsType<RootKnowledge.Known>(RootKnowledge.Of(root, many));

        Assert.Equal(root, XorSharing.Root(known.From.Select(at => many[at])));
    }

    [Fact]
    public void is_told_by_the_fewest_shares_while_twelve_depend_on_others_and_by_enough_beyond()
    {
        // a and b tell a ⊕ b, and so does the third share alone. Zero shares add nothing but dependence.
        Seq<Share> twelve = [A, B, A ^ B, .. new Share[11]];

        Assert.Equal(new RootKnowledge.Known([2]), RootKnowledge.Of(new((A ^ B).Value), twelve));
        Assert.Equal(new RootKnowledge.Known([0, 1]), RootKnowledge.Of(new((A ^ B).Value), twelve.Add(default)));
    }

    [Property]
    public Property is_that_of_trying_every_subset(NarrowShares seen, int bits)
    {
        var root = new RootSeed(DerivationArbitraries.Spread(bits & 63).Value);
        var sufficient = Subsets(seen.Shares.Count).Where(set => XorSharing.Root(set.Select(at => seen.Shares[at])) == root).ToArray();

        return (RootKnowledge.Of(root, seen.Shares) switch
        {
            RootKnowledge.Hidden => sufficient is [],
            RootKnowledge.Known(var from) => sufficient.Contains(from) && from.Count == sufficient.Min(set => set.Count),
            _ => false,
        }).Classify(sufficient is [], "hidden").Classify(sufficient.Length > 1, "known in more ways than one");
    }

    internal static IEnumerable<Seq<int>> Subsets(int count) =>
        Enumerable.Range(0, 1 << count).Select(mask => Enumerable.Range(0, count).Where(at => (mask >> at & 1) == 1).ToSeq());
}

[Requirement("AMP-DRV-19")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 1000)]
public sealed class A_set_stays_hidden
{
    [Fact]
    public void when_its_shares_are_independent()
    {
        Assert.True(RootKnowledge.StaysHidden([A, B, C]));
        Assert.True(RootKnowledge.StaysHidden([A]));
    }

    [Fact]
    public void but_not_with_a_zero_share() => Assert.False(RootKnowledge.StaysHidden([A, default, C]));

    [Fact]
    public void but_not_with_two_equal_shares() => Assert.False(RootKnowledge.StaysHidden([A, B, A]));

    [Fact]
    public void but_not_when_its_root_is_zero() => Assert.False(RootKnowledge.StaysHidden([A, B, A ^ B]));

    [Fact]
    public void but_not_when_a_part_of_it_cancels() => Assert.False(RootKnowledge.StaysHidden([A, B, C, B ^ C]));

    [Fact]
    public void exactly_when_no_proper_part_of_it_knows_the_root()
    {
        foreach (Seq<Share> set in (Seq<Share>[])[[A, B, C], [A, B, A], [A, default], [A], [default], [A, B, A ^ B], [A, B, C, B ^ C]])
        {
            var root = XorSharing.Root(set);
            var early = Knowledge_of_the_root.Subsets(set.Count).Where(part => part.Count < set.Count)
                .Any(part => RootKnowledge.Of(root, part.Select(at => set[at]).ToSeq()) is RootKnowledge.Known);
            Assert.Equal(!early, RootKnowledge.StaysHidden(set));
        }
    }

    [Property]
    public Property exactly_when_no_subset_cancels(NarrowShares set)
    {
        var cancels = Knowledge_of_the_root.Subsets(set.Shares.Count)
            .Any(part => part.Count > 0 && XorSharing.Root(part.Select(at => set.Shares[at])) == default);
        return (RootKnowledge.StaysHidden(set.Shares) != cancels).Classify(cancels, "cancels").Classify(!cancels && set.Shares.Count > 2, "hidden");
    }
}
