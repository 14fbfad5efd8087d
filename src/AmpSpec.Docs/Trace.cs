using AmpSpec.Primitives;

namespace AmpSpec.Docs;

/// <summary>Where one requirement stands: its line of text, and what was found for it in code, tests, vectors and mutants.</summary>
/// <param name="Requirement">The line.</param>
/// <param name="Code">Files of <c>src/AmpSpec</c> that name it.</param>
/// <param name="Tests">Files of <c>tests/</c> with a test that claims it.</param>
/// <param name="Cases">How many vector cases claim it.</param>
/// <param name="Kills">Its mutants; null where no mutants have been run.</param>
public sealed record TraceRow(Requirement Requirement, Seq<string> Code, Seq<string> Tests, int Cases, Kills? Kills)
{
    /// <summary>What a MUST lacks. SHOULD and MAY lack nothing, and a draft is not asked yet.</summary>
    public IEnumerable<string> Missing()
    {
        if (Requirement.Level is not Level.Must || Requirement.IsDraft)
            yield break;
        if (Code.Count is 0)
            yield return "no member of src/AmpSpec names it";
        if (Tests.Count is 0)
            yield return "no test claims it";
        if (Cases is 0 && Requirement.ShownInside is null)
            yield return "no vector claims it, and it is not 'Shown: inside'";
        if (Kills is { Killed: 0 })
            yield return "no mutant of it was killed";
        else if (Kills is { ByClaimingCase: 0 } && Requirement.ShownInside is null)
            yield return "no mutant of it was killed by a case that claims it";
    }
}

/// <summary>The mutants of a requirement: how many were killed, and how many of those by a case that claims it.</summary>
public sealed record Kills(int Killed, int ByClaimingCase);

/// <summary>The whole matrix, in the order of the chapters.</summary>
public sealed record Trace(Seq<TraceRow> Rows)
{
    /// <summary>The thread from text through code, tests and vectors.</summary>
    public static Trace Of(IEnumerable<Requirement> requirements, Footprints found) =>
        new(requirements
            .Select(r => new TraceRow(
                r,
                found.Code.GetValueOrDefault(r.Id, []).ToSeq(),
                found.Tests.GetValueOrDefault(r.Id, []).ToSeq(),
                found.Cases.GetValueOrDefault(r.Id),
                found.Kills is null ? null : found.Kills.GetValueOrDefault(r.Id) ?? new Kills(0, 0)))
            .ToSeq());

    /// <summary>What each MUST lacks, at its line.</summary>
    public IEnumerable<Finding> Findings() =>
        from row in Rows
        let lacks = row.Missing().ToList()
        where lacks is not []
        select new Finding(row.Requirement.File, row.Requirement.Line, $"{row.Requirement.Id}: {string.Join("; ", lacks)}");

    /// <summary>The matrix for people: one line a requirement.</summary>
    public string Print() =>
        PipeTable.Of(
            ["requirement", "level", "code", "tests", "cases", "killed"],
            Rows.Select(row => new[]
            {
                row.Requirement.Id,
                row.Requirement.Word,
                $"{row.Code.Count}",
                $"{row.Tests.Count}",
                row.Requirement.ShownInside is null ? $"{row.Cases}" : "inside",
                row.Kills is null ? "not run" : $"{row.Kills.Killed}",
            }));
}
