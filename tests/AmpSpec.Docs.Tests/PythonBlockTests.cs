using System.Text;
using AmpSpec.Modelling;
using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace AmpSpec.Docs.Tests;

/// <summary>The Python of chapter 20, run as it stands there. The values are computed by others, not by this library.</summary>
[Requirement("AMP-DRV-01")]
[Requirement("AMP-DRV-02")]
[Requirement("AMP-DRV-03")]
[Requirement("AMP-DRV-04")]
[Requirement("AMP-DRV-05")]
[Requirement("AMP-DRV-06")]
[Requirement("AMP-DRV-07")]
[Requirement("AMP-DRV-08")]
public sealed class The_python_of_chapter_20
{
    private const string A = "bytes([0x11]) * 32", B = "bytes([0x22]) * 32", C = "bytes([0x44]) * 32", R = "bytes([0x77]) * 32";

    [Fact]
    public async Task derives_the_known_answers() =>
        Assert.Equal(
            KnownAnswers.Select(a => $"{a.Preimage} {a.Hash}"),
            await Run(KnownAnswers.Select(a => $"print(*[x.hex() for x in child('{a.Derivation}', {a.Root}, {a.Share}, {a.Index})])")));

    [Fact]
    public async Task derives_the_example_of_an_index_with_all_its_bits() =>
        Assert.Equal(
            ["7f860694d355df9b0a77c844ecec98a146069d4a2dcc75931305c97c17c57a11 79de3cc03f9467ba4e23bf00ff8a1e2e8f9952989f545a49c5c08153f9e5481c"],
            await Run([$"print(*[x.hex() for x in child('lnd', {Hex("70879ef6472cbfaa16b55e2e20da416ab5345be260419db6829020d761d41cd3")}, {Hex("ceefe9303a35b047deb42f8c4819dbcc6beea9457a120491b9573ea51ba3a5c5")}, 2147483648)])"]));

    [Fact]
    public async Task reconstructs_a_set_of_three() =>
        Assert.Equal(
            [
                "5c5cc8e53e7d989b0e6adfde30bb84d9d21b9dff45eeb7432d039cd667d9749f",
                "88adc036ede76e8b83b8324ce4d8501f3eb160cd5d131ad26607715a9472ea4e",
                "f3ede194c831396f6a287a2dfe746b79408f704144e5c004f2d1cc9b65297057",
                "b7a13322c7920cea53292228cc6e6e73ee39092981b369c40410fa6f6c1585c9",
            ],
            await Run([$"root, preimages = reconstruct('lnd', {Children()})", "print('\\n'.join(x.hex() for x in [root, *preimages]))"]));

    [Fact]
    public async Task names_the_part_whose_hash_is_wrong() =>
        Assert.Equal(["[1]"], await Run([$"print(reconstruct('lnd', {Children(second: "f95cbcd1fce2dc3a389d96065815845d7cd2b1f058ffade5731f82f3d36e13af")}))"]));

    [Fact]
    public async Task needs_the_name_of_the_derivation() =>
        Assert.Equal(["[0, 1, 2]"], await Run([$"print(reconstruct('fiber', {Children()}))"]));

    private static string Children(string second = "556d2f012e4b2105c3808323d87cae331797547feff90fef15b70fe6b089d725") =>
        $"""
        [({Hex("2c75524aab3da6a1f76ffa8bd90231b26074e746d43fbc7b17c9e68a6ee51145")}, 0, {Hex("f95cbcd1fce2dc3a389d96065815845d7cd2b1f058ffade5731f82f3d36e13af")}),
         ({Hex("06f35a82a9224a114061f30d3604adc87909b5acbb7522ec17a8fd730f852f10")}, 1, {Hex(second)}),
         ({Hex("76dac02d3c62742bb964d658dfbd18a3cb66cf152aa429d42d62872f06b94aca")}, 2, {Hex("36c275ae023617f750683e72c8870010b03b0b5090b2d89864bbc8a01a797229")})]
        """;

    private static string Hex(string digits) => $"bytes.fromhex('{digits}')";

    private static async Task<string[]> Run(IEnumerable<string> questions)
    {
        var result = await Cli.Wrap("python3")
            .WithArguments("-")
            .WithStandardInputPipe(PipeSource.FromString(Block() + string.Join('\n', questions), Encoding.UTF8))
            .ExecuteBufferedAsync();
        return result.StandardOutput.TrimEnd().Split('\n', StringSplitOptions.TrimEntries);
    }

    private static string Block()
    {
        var chapter = File.ReadAllText(Path.Combine(Repository.Root, "spec/20-derivation.md"));
        var parts = chapter.Split("```python\n");
        Assert.Equal(2, parts.Length);
        return parts[1][..parts[1].IndexOf("```", StringComparison.Ordinal)];
    }

    private sealed record Answer(string Derivation, string Root, string Share, string Index, string Preimage, string Hash);

#pragma warning disable format // a table
    private static readonly Answer[] KnownAnswers =
    [
        new("lnd", "bytes(32)", "bytes(32)", "0", "1751ac12e70e15b4f76c16775cd329ae55973b612521dab2de828a5cdb6c8ab3", "1596d82958b4b5474565627bc40dd23f48aa50a375ba06b25e4b8ad953105f51"),
        new("lnd", "bytes(range(32))", "bytes(range(32))", "0", "4a576a52ac31b40b9d39c5ce2eda6ff82426effa64009c8e2da4e33f050e720d", "8984a1959aae86a733aa7bf98fd1954b8d597a23ed540f6be5beb4368edf6a28"),
        new("lnd", R, A, "0", "3d338f7f00f1ce6271b19f8fcbe16129af7c3b996df8a6c5d76234a73bb41c1f", "17d68330d858e6384e84dc8235ce9e27d0c2ffb292e55ffcde3e5758a59c87b5"),
        new("lnd", R, B, "1", "81833ed1b3787607d346a61d9da8f705cc9ba312b6c59c3e9fee08b97f2e37b1", "2e47cb613984aaec857612d3241ff7fd7b9e6764c197c35da5402d25120df8fd"),
        new("lnd", R, C, "2**32 - 1", "42b17dc3e025eb2bd9ba45d14c2106ca87017caf412305b8b5365e4aacb054f5", "b68b42d1cea48c159d057e6edcf60f3351e8bf1791a16dd6373a8ffac759d75c"),
        new("pr658", R, "None", "0", "678c3f58b673c78f2b3cbd35981d478632ea7bc641aa6aefb65b69b2ed93a937", "12850c3a9d88f5a771c0b79bd9a3b191f989c12954a76223075a701d89282492"),
        new("pr658", R, "None", "1", "a7e5534b40ef80c95297f4bd5ccd3b812121fdb15e99945672707dcad414f695", "d2a4a94d0dffda55358c00773863073a7e25be0e20df53df95f4b991a0bf368c"),
        new("pr658", R, "None", "2", "f84bbd019a02cb6a11f03e67e2d695b08d8466d830e59f9217136dc7a6b37025", "b4aedb8c3be2d46c0a1f2f6248eca97a8dacb8efff6ae189c267f8bcf6acd4a6"),
        new("fiber", R, A, "0", "c2dbb658411ce72e3df9b3de3b61a7a614c64888354950b3ac1e8ec51e06554e", "07e8a2470470b92d4d726f63824823c6a527be85fbb9c5a68e1c2a7236e75eff"),
        new("fiber", R, B, "1", "45c51e3b8dc897a719164915fb656f8c7bbf548b5952f74584f833efd29ef095", "a470a609e90b1e6a6b339ae4e99201f398bb6794b59b782be98c7ba838874d5b"),
        new("fiber", R, C, "2", "09be189f5cdbd1d7736f1d2d43039d3c5719002a5dde766e1342983ce60536ed", "3d00ae1c12a7c12ff6bda0c1ff1e56486c126e9c1a63ef8d0646fb13ff88460b"),
        new("og18-1", R, "None", "1", "cdba81b691bfc1be16cb0286fc9f32326781d0f7d0676eafeb5d17bc216e3bc7", "3ccca1fc222097d0e7ba0c0dfc2837bb52ce8c79a3c86078c1b00c992a6a74ba"),
        new("og18-2", R, "None", "1", "a7e5534b40ef80c95297f4bd5ccd3b812121fdb15e99945672707dcad414f695", "d2a4a94d0dffda55358c00773863073a7e25be0e20df53df95f4b991a0bf368c"),
        new("og18-4", R, "None", "1", "72b0044b57fe5d19b99e09280dfe938fe26f2bb393aa639e86a3da9529cab5e4", "bc71d73f6a8d6de3a9772068865e76bc28fc8c66e70b7ab0d45056c6f4536d20"),
        new("og18-8", R, "None", "1", "60d1212c9a82e34e379683236bfbb09858f2a1e3c804f9ffb335baa15622db79", "97826fd89afd8944d2e0c98b65d330206f8584b9bf8969b5ae15a3393a057da3"),
        new("rusty18", "xor([bytes([0x11]) * 20, bytes([0x22]) * 20])", "None", "0", "0000000000000000000000003333333333333333333333333333333333333333", "04fd09391ff8fb44ccef1c4675c93f560d6ab1b22b234e2c58d819a34f68d76b"),
    ];
#pragma warning restore format
}
