using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Testing;
using Xunit;
using static AmpSpec.Testing.Derivations;

namespace AmpSpec.Tests.Derivation;

[Requirement("AMP-DRV-02", "AMP-DRV-03", "AMP-DRV-05", "AMP-DRV-06", "AMP-DRV-07")]
public sealed class Known_answers
{
    private const string Counting = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";
    private const string Sevens = "7777777777777777777777777777777777777777777777777777777777777777";
    private const string Ones = "1111111111111111111111111111111111111111111111111111111111111111";
    private const string Twos = "2222222222222222222222222222222222222222222222222222222222222222";
    private const string Fours = "4444444444444444444444444444444444444444444444444444444444444444";

    [Theory]
    [InlineData("lnd", Zero, Zero, 0, "1751ac12e70e15b4f76c16775cd329ae55973b612521dab2de828a5cdb6c8ab3", "1596d82958b4b5474565627bc40dd23f48aa50a375ba06b25e4b8ad953105f51")]
    [InlineData("lnd", Counting, Counting, 0, "4a576a52ac31b40b9d39c5ce2eda6ff82426effa64009c8e2da4e33f050e720d", "8984a1959aae86a733aa7bf98fd1954b8d597a23ed540f6be5beb4368edf6a28")]
    [InlineData("lnd", Sevens, Ones, 0, "3d338f7f00f1ce6271b19f8fcbe16129af7c3b996df8a6c5d76234a73bb41c1f", "17d68330d858e6384e84dc8235ce9e27d0c2ffb292e55ffcde3e5758a59c87b5")]
    [InlineData("lnd", Sevens, Twos, 1, "81833ed1b3787607d346a61d9da8f705cc9ba312b6c59c3e9fee08b97f2e37b1", "2e47cb613984aaec857612d3241ff7fd7b9e6764c197c35da5402d25120df8fd")]
    [InlineData("lnd", Sevens, Fours, uint.MaxValue, "42b17dc3e025eb2bd9ba45d14c2106ca87017caf412305b8b5365e4aacb054f5", "b68b42d1cea48c159d057e6edcf60f3351e8bf1791a16dd6373a8ffac759d75c")]
    [InlineData("pr658", Sevens, Ones, 0, "678c3f58b673c78f2b3cbd35981d478632ea7bc641aa6aefb65b69b2ed93a937", "12850c3a9d88f5a771c0b79bd9a3b191f989c12954a76223075a701d89282492")]
    [InlineData("pr658", Sevens, Zero, 1, "a7e5534b40ef80c95297f4bd5ccd3b812121fdb15e99945672707dcad414f695", "d2a4a94d0dffda55358c00773863073a7e25be0e20df53df95f4b991a0bf368c")]
    [InlineData("pr658", Sevens, Zero, 2, "f84bbd019a02cb6a11f03e67e2d695b08d8466d830e59f9217136dc7a6b37025", "b4aedb8c3be2d46c0a1f2f6248eca97a8dacb8efff6ae189c267f8bcf6acd4a6")]
    [InlineData("fiber", Sevens, Ones, 0, "c2dbb658411ce72e3df9b3de3b61a7a614c64888354950b3ac1e8ec51e06554e", "07e8a2470470b92d4d726f63824823c6a527be85fbb9c5a68e1c2a7236e75eff")]
    [InlineData("fiber", Sevens, Twos, 1, "45c51e3b8dc897a719164915fb656f8c7bbf548b5952f74584f833efd29ef095", "a470a609e90b1e6a6b339ae4e99201f398bb6794b59b782be98c7ba838874d5b")]
    [InlineData("fiber", Sevens, Fours, 2, "09be189f5cdbd1d7736f1d2d43039d3c5719002a5dde766e1342983ce60536ed", "3d00ae1c12a7c12ff6bda0c1ff1e56486c126e9c1a63ef8d0646fb13ff88460b")]
    [InlineData("og18-1", Sevens, Zero, 1, "cdba81b691bfc1be16cb0286fc9f32326781d0f7d0676eafeb5d17bc216e3bc7", "3ccca1fc222097d0e7ba0c0dfc2837bb52ce8c79a3c86078c1b00c992a6a74ba")]
    [InlineData("og18-2", Sevens, Zero, 1, "a7e5534b40ef80c95297f4bd5ccd3b812121fdb15e99945672707dcad414f695", "d2a4a94d0dffda55358c00773863073a7e25be0e20df53df95f4b991a0bf368c")]
    [InlineData("og18-4", Sevens, Zero, 1, "72b0044b57fe5d19b99e09280dfe938fe26f2bb393aa639e86a3da9529cab5e4", "bc71d73f6a8d6de3a9772068865e76bc28fc8c66e70b7ab0d45056c6f4536d20")]
    [InlineData("og18-8", Sevens, Zero, 1, "60d1212c9a82e34e379683236bfbb09858f2a1e3c804f9ffb335baa15622db79", "97826fd89afd8944d2e0c98b65d330206f8584b9bf8969b5ae15a3393a057da3")]
    public void are_given(string derivation, string root, string share, uint index, string preimage, string hash)
    {
        var indexed = Assert.IsType<ChildDerivation.Indexed>(ChildDerivation.Named(derivation).Value());

        var child = ChildPreimage.Derive(indexed, new(Bytes32.Parse(root)), new(Bytes32.Parse(share)), new(index)).Value();

        Assert.Equal((preimage, hash), (child.Preimage.Value.ToString(), child.Hash.ToString()));
    }
}
