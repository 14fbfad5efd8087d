using AmpSpec.Conformance.Judging;

namespace AmpSpec.Cli.Checking;

/// <summary>Everything that a check found out.</summary>
/// <param name="Tally">The cases.</param>
/// <param name="Unjudged">External entries that wait.</param>
/// <param name="Interrupted">Whether it was broken off.</param>
/// <param name="Vectors">What <c>--vectors</c> named, or null.</param>
internal sealed record Outcome(Tally Tally, Unjudged Unjudged, bool Interrupted, string? Vectors)
{
    /// <summary>The exit code of the contract.</summary>
    public int Code =>
        Interrupted ? Exit.Interrupted
        : Tally.Failed.Count > 0 ? Exit.Failed
        : Tally.Distinct == 0 ? Exit.NothingVerified
        : Exit.Holds;

    /// <summary>The command that shows one case again.</summary>
    public string Replay(string id) => $"ampspec explain {id}{(Vectors is null ? "" : $" --vectors {Quoted(Vectors)}")}";

    private static string Quoted(string word) => word.AsSpan().IndexOfAny(" '\"$\\*?&;<>|()") < 0 ? word : $"'{word.Replace("'", "'\\''")}'";
}
