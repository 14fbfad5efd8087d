using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Derivation;

namespace AmpSpec.Conformance.External;

/// <summary>Children and whole sets under lnd's derivation, as lists of several files have them.</summary>
internal static class Derivations
{
    public static readonly Target Derived = new("amp.child.derive", "derived", "AMP-DRV-02", "AMP-DRV-03");
    public static readonly Target Opened = new("amp.reconstruct", "opened", "AMP-DRV-01", "AMP-DRV-02");
    public static readonly Target Unchecked = new("amp.reconstruct", "hashes not given", "AMP-DRV-01", "AMP-DRV-02");
    public static readonly Target Refused = new("amp.reconstruct", "refused", "AMP-DRV-02");

    /// <summary>One child: share and index in <paramref name="child"/>, its preimage and hash too.</summary>
    public static void Child(Conversion c, Element at, JsonNode root, Element child, string suffix = "") =>
        Child(c, at, root, child, child.Text("preimage"), suffix);

    /// <summary>One child whose preimage stands elsewhere.</summary>
    public static void Child(Conversion c, Element at, JsonNode root, Element child, string preimage, string suffix) => c.Valid(
        Derived, at,
        Json.Of(("root_seed", root), ("share", child["share"]), ("child_index", Index(child))),
        Json.Of(("preimage", preimage), ("hash", child["payment_hash"])),
        suffix);

    /// <summary>A set that states the hash of each part: opened when all match, else refused at those that do not. Then the same without hashes, which is always answered.</summary>
    public static void Set(Conversion c, Element at, IReadOnlyList<Element> parts, bool[] matches, JsonNode root, IReadOnlyList<Element> children, string[]? hashes = null)
    {
        var answer = Answer(root, children);
        var request = new JsonObject { ["children"] = new JsonArray([.. parts.Select((p, i) => (JsonNode)Json.Of(("share", p["share"]), ("child_index", Index(p)), ("hash", hashes?[i] ?? p["payment_hash"])))]) };
        if (matches.All(m => m))
        {
            c.Valid(Opened, at, request, answer);
        }
        else
        {
            c.Invalid(Refused, at, request, DerivationClass.PreimageMismatch, phase: Phase.Reconstruct, where: Enumerable.Range(0, matches.Length).Where(i => !matches[i]));
        }

        Unlocked(c, at, parts, answer, "-unchecked");
    }

    /// <summary>A set without hashes.</summary>
    public static void Unlocked(Conversion c, Element at, IReadOnlyList<Element> parts, JsonObject answer, string suffix = "") => c.Valid(
        Unchecked, at,
        new JsonObject { ["children"] = new JsonArray([.. parts.Select(p => (JsonNode)Json.Of(("share", p["share"]), ("child_index", Index(p))))]) },
        answer,
        suffix);

    /// <summary>Root, preimages and hashes of children that state them.</summary>
    public static JsonObject Answer(JsonNode root, IReadOnlyList<Element> children) =>
        Json.Of(("root_seed", root), ("preimages", All(children, "preimage")), ("hashes", All(children, "payment_hash")));

    /// <summary>A preimage that the source leaves out, from the formula it states; the hash that it does state says whether this is it.</summary>
    public static string Preimage(Element at, string root, string share, uint index, string hash)
    {
        var big = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(big, index);
        var preimage = SHA256.HashData([.. Convert.FromHexString(root), .. Convert.FromHexString(share), .. big]);
        return Convert.ToHexStringLower(SHA256.HashData(preimage)) == hash
            ? Convert.ToHexStringLower(preimage)
            : throw new InvalidOperationException($"{at.Citation}: the hash is not that of the formula");
    }

    private static JsonNode? Index(Element e) => e["index"] ?? e["child_index"];

    private static JsonArray All(IReadOnlyList<Element> children, string member) => [.. children.Select(child => child[member]!.DeepClone())];
}
