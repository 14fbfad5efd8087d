namespace AmpSpec.Conformance.Vectors;

/// <summary>Everything that is judged.</summary>
public sealed record Suite(IReadOnlyList<VectorFile> Files)
{
    /// <summary>The version of the suite (SemVer).</summary>
    public const string Version = "0.1.0";

    /// <summary>All cases of all files.</summary>
    public IEnumerable<Case> Cases => Files.SelectMany(f => f.Cases);
}
