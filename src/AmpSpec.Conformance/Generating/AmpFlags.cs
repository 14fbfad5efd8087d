namespace AmpSpec.Conformance.Generating;

/// <summary>Why cases of derivation and sharing are there.</summary>
internal static class AmpFlags
{
    public static readonly Flag IndexWidth = new("IndexWidth", "edge-case", "funds-stuck", "the index fills every byte of its width, the most significant first", "spec/20-derivation.md");

    public static readonly Flag RootAndShare = new("RootAndShare", "basic", "funds-stuck", "root and share each have their place in the hash, or none", "spec/20-derivation.md");

    public static readonly Flag NamedDerivation = new("NamedDerivation", "interop", "funds-stuck", "derivations look alike, and only the name tells them apart", "spec/20-derivation.md");

    public static readonly Flag ArrivalOrder = new("ArrivalOrder", "edge-case", "funds-stuck", "parts arrive in any order", "spec/20-derivation.md");

    public static readonly Flag EqualShares = new("EqualShares", "edge-case", "interop", "equal shares cancel and are still two", "spec/20-derivation.md");

    public static readonly Flag ZeroShare = new("ZeroShare", "edge-case", "funds-lost", "a zero share leaves the others enough to know the root", "spec/20-derivation.md");

    public static readonly Flag Mismatch = new("Mismatch", "missing-check", "funds-lost", "a hash that does not follow from the shares", "spec/20-derivation.md");

    public static readonly Flag Conservation = new("Conservation", "state", "funds-stuck", "no share is lost or made", "spec/20-derivation.md");

    public static readonly Flag Exhausted = new("Exhausted", "missing-check", "funds-lost", "nothing is left to be handed out", "spec/20-derivation.md");

    public static readonly Flag Repeated = new("Repeated", "missing-check", "privacy", "a hash is issued once in a set", "spec/20-derivation.md");
}
