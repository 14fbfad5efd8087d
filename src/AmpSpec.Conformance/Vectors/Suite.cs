namespace AmpSpec.Conformance.Vectors;

/// <summary>Everything that is judged.</summary>
/// <param name="Files">The files of vectors.</param>
public sealed record Suite(IReadOnlyList<VectorFile> Files)
{
    /// <summary>The files of recorded scenarios, as files of cases.</summary>
    public IReadOnlyList<VectorFile> Recorded { get; init; } = [];

    /// <summary>The version of the suite (SemVer).</summary>
    public const string Version = "0.1.0";

    /// <summary>All cases of all files.</summary>
    public IEnumerable<Case> Cases => All.SelectMany(f => f.Cases);

    /// <summary>The files of both kinds.</summary>
    public IEnumerable<VectorFile> All => Files.Concat(Recorded);
}
