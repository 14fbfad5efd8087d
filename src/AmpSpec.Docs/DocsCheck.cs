using AmpSpec.Primitives;

namespace AmpSpec.Docs;

/// <summary><c>ampspec docs check</c>: does every requirement have its thread, and is every generated table as the code has it?</summary>
public static class DocsCheck
{
    /// <summary>Reads a checkout and judges it; writes nothing.</summary>
    /// <param name="root">The folder that holds <c>spec/</c>, <c>src/</c>, <c>tests/</c> and <c>vectors/</c>.</param>
    public static DocsReport Run(string root) => Run(root, Tables.Of(root));

    internal static DocsReport Run(string root, IReadOnlyDictionary<string, Func<string>> tables)
    {
        var files = new RepositoryFiles(root);
        var chapters = files.Chapters();
        var index = RequirementIndex.Read(chapters);
        var found = files.Footprints();
        var trace = Trace.Of(index.Requirements, found);
        var ids = index.Requirements.Select(r => r.Id).ToHashSet();
        return new DocsReport(
            trace.Rows,
            [
                .. index.Requirements.Count is 0 ? [new Finding("spec", 0, "no requirement line was found")] : Array.Empty<Finding>(),
                .. found.Unreadable,
                .. files.StaleKills(),
                .. index.Findings,
                .. Grounding.Check(index.Requirements, files.Decisions(), files.Sources()),
                .. chapters.SelectMany(PlainWords.Check),
                .. chapters.SelectMany(c => TableWeaver.Weave(c, tables).Findings),
                .. trace.Findings(),
                .. found.Met().Where(met => !ids.Contains(met.Id)).Distinct().Select(met => new Finding(met.File, 0, $"{met.Id} stands in no chapter")),
            ],
            found.Unreadable.Count > 0);
    }
}

/// <summary>What <c>docs check</c> found. It is well when there are no findings.</summary>
/// <param name="Rows">The matrix.</param>
/// <param name="Findings">What does not hold.</param>
/// <param name="Damaged">Whether a file could not be read.</param>
public sealed record DocsReport(Seq<TraceRow> Rows, Seq<Finding> Findings, bool Damaged)
{
    public bool Ok => Findings.Count is 0;

    /// <summary>0 when all is well, 1 when something does not hold, 2 when a file could not be read.</summary>
    public int Exit => Damaged ? 2 : Ok ? 0 : 1;

    /// <summary>The matrix for people.</summary>
    public string Print() => new Trace(Rows).Print();
}
