namespace AmpSpec.Conformance.Generating;

/// <summary>Why a case is there, explained once in its file.</summary>
/// <param name="Name">As cases name it.</param>
/// <param name="BugType">What kind of mistake it finds.</param>
/// <param name="Effect">What that mistake costs.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Links">Places in <c>spec/</c>.</param>
public sealed record Flag(string Name, string BugType, string Effect, string Description, params string[] Links)
{
    /// <summary>A value worked out once and fixed.</summary>
    public static readonly Flag KnownAnswer = new("KnownAnswer", "basic", "interop", "a known answer");

    /// <summary>One side of a boundary.</summary>
    public static readonly Flag Boundary = new("Boundary", "edge-case", "interop", "one step on either side of a limit");

    /// <summary>More bytes than needed.</summary>
    public static readonly Flag NonMinimal = new("NonMinimal", "canonicalisation", "malleability", "a value in more bytes than it needs", "spec/10-wire.md");

    /// <summary>Bytes that end too early.</summary>
    public static readonly Flag Truncated = new("Truncated", "bounds", "crash", "the bytes end before the value does", "spec/10-wire.md");

    /// <summary>A value drawn from the file's seed.</summary>
    public static readonly Flag Seeded = new("Seeded", "basic", "interop", "drawn from the seed of the file");

    /// <summary>All that are known.</summary>
    public static readonly IReadOnlyList<Flag> All = [KnownAnswer, Boundary, NonMinimal, Truncated, Seeded];
}
