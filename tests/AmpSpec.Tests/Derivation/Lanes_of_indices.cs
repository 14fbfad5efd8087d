using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Testing;
using FsCheck.Xunit;
using Xunit;
using static AmpSpec.Testing.Derivations;

namespace AmpSpec.Tests.Derivation;

[Requirement("AMP-DRV-02", "AMP-DRV-03")]
[Properties(Arbitrary = [typeof(DerivationArbitraries)], MaxTest = 200)]
public sealed class Lanes_of_indices
{
    private static readonly uint[] Edges = [0, 1, 255, 256, 0xffff, 0x1_0000, 0x00ff_00ff, 0x7fff_ffff, 0x8000_0000, 0x0102_0304, uint.MaxValue - 1, uint.MaxValue];

    /// <summary>1 is the way without vectors; 8 run on any machine, with hardware or without.</summary>
    public static TheoryData<int> Widths => [1, 8];

    [Theory]
    [MemberData(nameof(Widths))]
    public void give_what_the_definition_gives_at_the_edges(int lanes) => Assert.Equal(Defined(Root, A, Edges), Run(Root, A, Edges, lanes));

    [Theory]
    [MemberData(nameof(Widths))]
    public void give_it_for_every_remainder(int lanes)
    {
        for (var count = 0; count <= 33; count++)
        {
            var indices = Enumerable.Range(0, count).Select(n => (uint)(n * 40503)).ToArray();
            Assert.Equal(Defined(Root, B, indices), Run(Root, B, indices, lanes));
        }
    }

    [Property]
    public bool give_it_for_any_root_share_and_indices(RootSeed root, Share share, uint[] indices)
    {
        var defined = Defined(root, share, indices);
        return new[] { 1, 8 }.All(lanes => Run(root, share, indices, lanes).SequenceEqual(defined))
            && Run(root, share, indices, lanes: null).SequenceEqual(defined);
    }

    [Fact]
    public void in_one_register_of_256_bits_are_the_definition() => Assert.Equal(Defined(Root, A, Edges), Run(Root, A, Edges, lanes: 8));

    [Fact]
    public void beyond_one_register_are_the_definition()
    {
        uint[] indices = [.. Edges, .. Edges, .. Edges];

        Assert.Equal(Defined(Root, A, indices), Run(Root, A, indices, lanes: 1));
        Assert.Equal(Defined(Root, A, indices), Run(Root, A, indices, lanes: 8));
        Assert.Equal(Defined(Root, A, indices), Run(Root, A, indices, lanes: null));
    }

    [Fact]
    public void take_root_and_share_byte_by_byte()
    {
        var rising = new Bytes32([.. Enumerable.Range(1, 32).Select(n => (byte)n)]);
        var falling = new Bytes32([.. Enumerable.Range(1, 32).Select(n => (byte)(255 - n))]);

        Assert.Equal(
            Defined(new RootSeed(rising), new Share(falling), Edges),
            Run(new RootSeed(rising), new Share(falling), Edges, lanes: 8));
    }

    [Fact]
    public void touch_no_child_beyond_the_last_index()
    {
        var children = new Child[9];

        ChildLanes.Derive(Root, A, [1, 2, 3], children, lanes: 8);

        Assert.All(children[3..], child => Assert.Equal(default, child));
    }

    [Fact]
    public void refuse_too_little_room_and_numbers_of_lanes_that_do_not_exist()
    {
        Assert.Throws<ArgumentOutOfRangeException>("children", () => ChildLanes.Derive(Root, A, [1, 2], new Child[1]));
        Assert.Throws<ArgumentOutOfRangeException>("lanes", () => ChildLanes.Derive(Root, A, [1, 2], new Child[2], lanes: 4));
        Assert.Contains(ChildLanes.Best, (int[])[1, 8]);
    }

    private static Child[] Run(RootSeed root, Share share, uint[] indices, int? lanes)
    {
        var children = new Child[indices.Length];
        ChildLanes.Derive(root, share, indices, children, lanes);
        return children;
    }

    private static Child[] Defined(RootSeed root, Share share, uint[] indices) =>
        [.. indices.Select(index => ChildPreimage.Of(ChildDerivation.Lnd, root, share, new(index)))];
}
