using AmpSpec.Derivation;
using AmpSpec.Primitives;
using FsCheck;
using FsCheck.Fluent;

namespace AmpSpec.Testing;

/// <summary>What a payer does with a sharer; indices into what is live are taken modulo.</summary>
public abstract record SharerMove
{
    private SharerMove()
    {
    }

    public sealed record Split(Share Left) : SharerMove;

    public sealed record SplitWithChild(Share Left, ChildIndex Index) : SharerMove;

    public sealed record Child(ChildIndex Index) : SharerMove;

    public sealed record Last(ChildIndex Index) : SharerMove;

    public sealed record Merge(uint Shard) : SharerMove;
}

/// <summary>A few shares over so few bits that they are often equal, zero or dependent.</summary>
public sealed record NarrowShares(Seq<Share> Shares);

/// <summary>Between one and twenty shares of full width, sometimes zero or equal.</summary>
public sealed record SetOfShares(Seq<Share> Shares);

/// <summary>Generators for roots, shares, indices and moves; the edges come often.</summary>
public static class DerivationArbitraries
{
    private static readonly ulong[] IndexEdges = [0, 1, 127, 128, 255, 256, 0x7fff, 0x8000, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x1_0000_0000, ulong.MaxValue];

    private static Gen<Bytes32> Random32 => Gen.Choose(0, 255).Select(n => (byte)n).ArrayOf(Bytes32.Size).Select(bytes => new Bytes32(bytes));

    private static Gen<Bytes32> Any32 => Gen.Frequency((8, Random32), (1, Gen.Constant(default(Bytes32))), (1, Gen.Elements(Filled(0xff), Filled(0x11))));

    private static Gen<ChildIndex> AnyIndex => Gen.OneOf(Gen.Elements(IndexEdges), Gen.Choose(0, 300).Select(n => (ulong)n), Random32.Select(Low64)).Select(n => new ChildIndex(n));

    public static Arbitrary<Bytes32> Bytes() => Arb.From(Any32);

    public static Arbitrary<RootSeed> Roots() => Arb.From(Any32.Select(bytes => new RootSeed(bytes)));

    public static Arbitrary<Share> Shares() => Arb.From(Any32.Select(bytes => new Share(bytes)));

    public static Arbitrary<ChildIndex> Indices() => Arb.From(AnyIndex);

    public static Arbitrary<ChildDerivation.Indexed> Derivations() => Arb.From(Gen.Elements(ChildDerivation.All.OfType<ChildDerivation.Indexed>().ToArray()));

    public static Arbitrary<Piece> Pieces() => Arb.From(Random32.Select(bytes => Piece.Of(bytes.ToArray().AsSpan(0, Piece.Size))));

    public static Arbitrary<SetOfShares> Sets() => Arb.From(
        Gen.Choose(1, 20).SelectMany(n => Any32.Select(bytes => new Share(bytes)).ArrayOf(n)).Select(shares => new SetOfShares(shares.ToSeq())),
        set => set.Shares.Count > 1 ? [new(set.Shares.Take(set.Shares.Count / 2).ToSeq()), new(set.Shares.Skip(1).ToSeq())] : []);

    public static Arbitrary<NarrowShares> Narrow() => Arb.From(
        Gen.Choose(0, 8).SelectMany(n => Gen.Choose(0, 63).Select(Spread).ArrayOf(n)).Select(shares => new NarrowShares(shares.ToSeq())),
        narrow => narrow.Shares.Count > 0 ? [new(narrow.Shares.Skip(1).ToSeq())] : []);

    public static Arbitrary<SharerMove> Moves() => Arb.From(Gen.OneOf(
        Any32.Select(left => (SharerMove)new SharerMove.Split(new(left))),
        Any32.Zip(AnyIndex, (left, index) => (SharerMove)new SharerMove.SplitWithChild(new(left), index)),
        AnyIndex.Select(index => (SharerMove)new SharerMove.Child(index)),
        AnyIndex.Select(index => (SharerMove)new SharerMove.Last(index)),
        Gen.Choose(0, 6).Select(shard => (SharerMove)new SharerMove.Merge((uint)shard))));

    /// <summary>32 times the same byte.</summary>
    public static Bytes32 Filled(byte value) => new(Enumerable.Repeat(value, Bytes32.Size).ToArray());

    /// <summary>Six bits, spread over the first, a middle and the last byte.</summary>
    public static Share Spread(int bits)
    {
        var bytes = new byte[Bytes32.Size];
        (bytes[0], bytes[15], bytes[31]) = ((byte)((bits & 3) << 6), (byte)(bits & 12), (byte)(bits >> 4));
        return new(new Bytes32(bytes));
    }

    private static ulong Low64(Bytes32 bytes) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes.ToArray());
}
