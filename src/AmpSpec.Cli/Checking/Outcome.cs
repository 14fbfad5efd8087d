using AmpSpec.Cli.Exploring;
using AmpSpec.Conformance.Judging;
using AmpSpec.Docs;
using Profile = AmpSpec.Settlement.Profile;

namespace AmpSpec.Cli.Checking;

/// <summary>Everything that a check found out.</summary>
/// <param name="Tally">The cases.</param>
/// <param name="Unjudged">External entries that wait.</param>
/// <param name="Traced">The requirements through text, code, tests and vectors; null where no checkout was checked.</param>
/// <param name="Interrupted">Whether it was broken off.</param>
/// <param name="Vectors">What <c>--vectors</c> named, or null.</param>
internal sealed record Outcome(Tally Tally, Unjudged Unjudged, DocsReport? Traced, bool Interrupted, string? Vectors)
{
    /// <summary>Whose rules were asked; null where ours were, and each recorder's for his scenarios.</summary>
    public Profile? Profile { get; init; }

    /// <summary>The model that was explored; null where only vectors were judged.</summary>
    public ExploredRun? Explored { get; init; }

    /// <summary>Whether every promise is kept in every state, and every row has fired.</summary>
    public bool Keeps => Explored is not { } run || (run.Found is { Holds: true, Complete: true } && run.Missed.Count == 0);

    /// <summary>What differs under the profile, by requirement.</summary>
    public IReadOnlyList<(string Requirement, IReadOnlyList<Verdict.Differs> Cases)> ByRequirement =>
        [.. Tally.Differing.Where(d => !d.Known).GroupBy(d => d.Case.Requirements.FirstOrDefault() ?? "").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<Verdict.Differs>)[.. g]))];

    /// <summary>Recorded scenarios that are known to be wrong.</summary>
    public IReadOnlyList<Verdict.Differs> Known => [.. Tally.Differing.Where(d => d.Known)];

    /// <summary>The exit code of the contract.</summary>
    public int Code =>
        Interrupted ? Exit.Interrupted
        : Tally.Failed.Count > 0 ? Exit.Failed
        : Tally.Distinct == 0 ? Exit.NothingVerified
        : !Keeps || Traced?.Ok is false ? Exit.Failed
        : Exit.Holds;

    /// <summary>Every MUST, those that lack nothing, and those that no vector can show.</summary>
    public (int All, int Whole, int Inside) Musts => Traced?.Rows.Where(r => r.Requirement is { Level: Level.Must, IsDraft: false }).ToArray() is { } musts
        ? (musts.Length, musts.Count(m => !m.Missing().Any()), musts.Count(m => m.Requirement.ShownInside is not null))
        : (0, 0, 0);

    /// <summary>The command that shows one case again.</summary>
    public string Replay(string id) => $"ampspec explain {id}{(Vectors is null ? "" : $" --vectors {Quoted(Vectors)}")}";

    private static string Quoted(string word) => word.AsSpan().IndexOfAny(" '\"$\\*?&;<>|()") < 0 ? word : $"'{word.Replace("'", "'\\''")}'";
}
