using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Testing;
using Xunit;
using static AmpSpec.Testing.Derivations;

namespace AmpSpec.Tests.Derivation;

[Requirement("AMP-DRV-15")]
public sealed class A_secret
{
    [Fact]
    public void shows_its_kind_and_never_its_value_when_printed()
    {
        var child = ChildPreimage.Of(ChildDerivation.Lnd, Root, A, new(7));
        object[] secrets =
        [
            Root, A, child.Preimage, new PaymentSecret(A.Value), Piece.Of(A.Value.ToArray().AsSpan(0, 20)), Sharer.Of(Root), new Halves(A, B),
            new SeenPart(A, new(7)), new Shard(0, A), child, new RootKnowledge.Hidden(), Sharer.Of(Root).Last(new(7)).Value(),
            Reconstruction.Of(ChildDerivation.Lnd, [new(A, new(7)), new(B, new(8)), new(C, new(9))]).Value(),
        ];

        Assert.All(secrets, secret => Assert.DoesNotContain("1111", $"{secret}"));
        Assert.All(secrets, secret => Assert.DoesNotContain("7777", $"{secret}"));
        Assert.All(secrets, secret => Assert.DoesNotContain(child.Preimage.Value.ToString(), $"{secret}"));
        Assert.Equal(
            "RootSeed(secret) Share(secret) Preimage(secret) PaymentSecret(secret) Piece(secret) Sharer(lnd, 0 live, more to give)",
            string.Join(' ', secrets[..6]));
        Assert.Equal("Sharer(lnd, 1 live, exhausted)", $"{Sharer.Of(Root).Last(new(7)).Value().Sharer}");
    }

    [Fact]
    public void is_equal_only_when_each_of_its_bits_is()
    {
        Assert.Equal(A, Share("11"));
        for (var bit = 0; bit < 256; bit++)
        {
            var bytes = A.Value.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(A == new Share(new Bytes32(bytes)));
            Assert.True(A != new Share(new Bytes32(bytes)));
        }
    }

    [Fact]
    public void is_zero_only_when_all_of_its_bits_are()
    {
        Assert.True(default(Share).IsZero);
        for (var bit = 0; bit < 256; bit++)
        {
            var bytes = new byte[Bytes32.Size];
            bytes[bit / 8] = (byte)(1 << (bit % 8));
            Assert.False(new Share(new Bytes32(bytes)).IsZero);
        }
    }
}
