using AmpSpec.Conformance.Judging;
using AmpSpec.Docs;

namespace AmpSpec.Cli.Checking;

/// <summary>Everything that a check found out.</summary>
/// <param name="Tally">The cases.</param>
/// <param name="Unjudged">External entries that wait.</param>
/// <param name="Traced">The requirements through text, code, tests and vectors; null where no checkout was checked.</param>
/// <param name="Interrupted">Whether it was broken off.</param>
/// <param name="Vectors">What <c>--vectors</c> named, or null.</param>
internal sealed record Outcome(Tally Tally, Unjudged Unjudged, DocsReport? Traced, bool Interrupted, string? Vectors)
{
    /// <summary>The exit code of the contract.</summary>
    public int Code =>
        Interrupted ? Exit.Interrupted
        : Tally.Failed.Count > 0 ? Exit.Failed
        : Tally.Distinct == 0 ? Exit.NothingVerified
        : Traced?.Ok is false ? Exit.Failed
        : Exit.Holds;

    /// <summary>Every MUST, those that lack nothing, and those that no vector can show.</summary>
    public (int All, int Whole, int Inside) Musts => Traced?.Rows.Where(r => r.Requirement.Level is Level.Must).ToArray() is { } musts
        ? (musts.Length, musts.Count(m => !m.Missing().Any()), musts.Count(m => m.Requirement.ShownInside is not null))
        : (0, 0, 0);

    /// <summary>The command that shows one case again.</summary>
    public string Replay(string id) => $"ampspec explain {id}{(Vectors is null ? "" : $" --vectors {Quoted(Vectors)}")}";

    private static string Quoted(string word) => word.AsSpan().IndexOfAny(" '\"$\\*?&;<>|()") < 0 ? word : $"'{word.Replace("'", "'\\''")}'";
}
