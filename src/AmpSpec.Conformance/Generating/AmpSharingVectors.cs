using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Derivation;
using static AmpSpec.Conformance.Generating.AmpInputs;

namespace AmpSpec.Conformance.Generating;

/// <summary>Splits and merges of single shares.</summary>
internal static class AmpSharingVectors
{
    public static IEnumerable<VectorFile> Files() => [Split(), Merge(), AmpSharerVectors.File()];

    private static VectorFile Split()
    {
        var file = new SuiteFile("amp/share-split", SharingOps.Split, "ampspec/amp/share-split");
        file.Group("whole", ["AMP-DRV-10"]);
        string first = $"80{Zero[2..]}", last = $"{Zero[2..]}01";
        foreach (var (name, share, left) in new[]
        {
            ("worked", Root, A), ("by-ones", Root, Ones), ("of-ones", Ones, Root), ("by-first-bit", Root, first), ("by-last-bit", Root, last),
            ("off-by-first-bit", Root, Xor([Root, first])), ("off-by-last-bit", Root, Xor([Root, last])), ("single-bits", first, last), ("complement", Ones, A),
        })
        {
            file.Valid(name, Halves(share, left), [Flag.Boundary]);
        }

        for (var i = 0; i < 12; i++)
        {
            file.Valid($"seeded-{i}", Halves(file.Draws.Hex(), file.Draws.Hex()), [Flag.Seeded]);
        }

        file.Group("refused", ["AMP-DRV-12"]);
        file.Invalid("left-zero", "by-last-bit", Halves(Root, Zero), DerivationClass.ZeroShare, [AmpFlags.ZeroShare]);
        file.Invalid("left-is-all", "off-by-last-bit", Halves(Root, Root), DerivationClass.ZeroShare, [AmpFlags.ZeroShare]);
        file.Invalid("share-zero", "single-bits", Halves(Zero, last), DerivationClass.ZeroShare, [AmpFlags.ZeroShare]);
        file.Invalid("both-zero", "single-bits", Halves(Zero, Zero), DerivationClass.ZeroShare, [AmpFlags.ZeroShare]);
        file.Invalid("left-31-bytes", "worked", Halves(Root, A[2..]), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("left-31-bytes-goes-before-a-zero-share", "worked", Halves(Zero, A[2..]), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("ones-is-all", "of-ones", Halves(Ones, Ones), DerivationClass.ZeroShare, [AmpFlags.ZeroShare]);
        return file.Build();
    }

    private static VectorFile Merge()
    {
        var file = new SuiteFile("amp/share-merge", SharingOps.Merge, "ampspec/amp/share-merge");
        file.Group("whole", ["AMP-DRV-13"]);
        foreach (var (name, free, share) in new[]
        {
            ("worked", Xor([Root, A]), A), ("into-nothing", Zero, A), ("of-nothing", A, Zero), ("of-itself", A, A), ("complement", A, Xor([A, Ones])), ("ones", Ones, Ones), ("nothing", Zero, Zero),
        })
        {
            file.Valid(name, Merged(free, share), [Flag.Boundary]);
        }

        for (var i = 0; i < 12; i++)
        {
            var (share, left) = (file.Draws.Hex(), file.Draws.Hex());
            file.Valid($"undoes-split-{i}", Merged(Xor([share, left]), left), [Flag.Seeded], expect: new() { ["free"] = share });
        }

        file.Group("request", ["AMP-DRV-13"]);
        file.Invalid("share-33-bytes", "worked", Merged(Xor([Root, A]), $"{A}11"), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("share-missing", "worked", new() { ["free"] = Xor([Root, A]) }, Operation.Malformed, [Flag.BadRequest]);

        return file.Build();
    }

    private static JsonObject Halves(string share, string left) => new() { ["share"] = share, ["left"] = left };

    private static JsonObject Merged(string free, string share) => new() { ["free"] = free, ["share"] = share };
}
