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

    /// <summary>Records in an order that is none.</summary>
    public static readonly Flag Order = new("Order", "canonicalisation", "malleability", "types that fall or repeat", "spec/10-wire.md");

    /// <summary>A value of the wrong size or form for its type.</summary>
    public static readonly Flag WrongValue = new("WrongValue", "bounds", "interop", "a value that is too short, too long or no such thing", "spec/10-wire.md");

    /// <summary>A type where it may not stand, or none where it must.</summary>
    public static readonly Flag Placement = new("Placement", "missing-check", "funds-stuck", "a record where it may not stand, or none where one must", "spec/10-wire.md");

    /// <summary>A type that nobody knows.</summary>
    public static readonly Flag UnknownType = new("UnknownType", "missing-check", "interop", "even types must be understood, odd ones need not be", "spec/10-wire.md");

    /// <summary>Sources differ.</summary>
    public static readonly Flag Divergence = new("Divergence", "policy", "interop", "implementations differ, under a named policy", "spec/80-conformance.md");

    /// <summary>The request is not one.</summary>
    public static readonly Flag BadRequest = new("BadRequest", "missing-check", "interop", "a request that says nothing");

    /// <summary>All that are known.</summary>
    public static readonly IReadOnlyList<Flag> All = [KnownAnswer, Boundary, NonMinimal, Truncated, Seeded, Order, WrongValue, Placement, UnknownType, Divergence, BadRequest];
}
