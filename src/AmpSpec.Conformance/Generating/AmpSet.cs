using AmpSpec.Derivation;
using AmpSpec.Primitives;
using static AmpSpec.Conformance.Generating.AmpInputs;

namespace AmpSpec.Conformance.Generating;

/// <summary>One AMP payment as its payer makes it: shares that give a root, an index for each, and the hashes that follow.</summary>
/// <param name="Id">Its set id.</param>
/// <param name="Children">Share and index of each part.</param>
internal sealed record AmpSet(string Id, params (string Share, uint Index)[] Children)
{
    private static readonly string[] Fills = ["11", "22", "44", "88", "19", "2a", "4c", "93"];

    /// <summary>As many parts, with indices 0, 1, …; each <paramref name="id"/> (a byte) has shares of its own.</summary>
    public static AmpSet Of(int parts, string id = "55") =>
        new(Fill(id), [.. Enumerable.Range(0, parts).Select(at => (Xor(Fill(Fills[at]), Fill(id)), (uint)at))]);

    /// <summary>The hash that locks a part.</summary>
    public string Hash(int at) => Child(at).Hash.ToString();

    /// <summary>What opens it.</summary>
    public string Preimage(int at) => Child(at).Preimage.Value.ToString();

    private Child Child(int at)
    {
        var root = new RootSeed(Bytes32.Parse(Xor(Children.Select(child => child.Share))));
        return ChildPreimage.Of(ChildDerivation.Lnd, root, new(Bytes32.Parse(Children[at].Share)), new(Children[at].Index));
    }
}
