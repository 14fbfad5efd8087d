using System.Text.Json.Nodes;
using AmpSpec.Docs;

namespace AmpSpec.Cli.Explaining;

/// <summary>A requirement: its sentence, what it rests on, and where its code, tests and vectors are.</summary>
internal sealed class RequirementExplanation(Requirement requirement, Library library)
{
    public Explanation Make()
    {
        var row = Trace.Of([requirement], new RepositoryFiles(library.Root!).Footprints()).Rows.Single();
        var cases = library.Suite.Cases.Where(c => c.Requirements.Contains(requirement.Id)).Select(c => c.Id).ToArray();
        var code = row.Code.Select(Line).ToArray();
        var tests = row.Tests.Select(Line).ToArray();
        var place = $"{requirement.File}:{requirement.Line}";
        return new(
            requirement.Id,
            "a requirement",
            [
                (requirement.Word, requirement.Sentence),
                ("stands in", place),
                ("rests on", Explanation.Lines(requirement.Grounds.Select(g => $"{g}"))),
                ("shown", requirement.ShownInside is { } why ? $"inside, because {why}" : ""),
                ("code", Explanation.Lines(code)),
                ("tests", Explanation.Lines(tests)),
                ("vectors", cases.Length > 0 ? $"{cases.Length} cases\n{Explanation.Some(cases)}" : ""),
                ("mutants", row.Kills is { } kills ? $"{kills.Killed} killed, {kills.ByClaimingCase} of them by a case that claims the id" : ""),
                ("lacks", Explanation.Lines(row.Missing())),
            ],
            new()
            {
                ["kind"] = "requirement",
                ["id"] = requirement.Id,
                ["level"] = requirement.Word,
                ["sentence"] = requirement.Sentence,
                ["place"] = place,
                ["grounds"] = Json.Texts(requirement.Grounds.Select(g => $"{g}")),
                ["shownInside"] = requirement.ShownInside,
                ["code"] = Json.Texts(code),
                ["tests"] = Json.Texts(tests),
                ["cases"] = Json.Texts(cases),
                ["lacks"] = Json.Texts(row.Missing()),
            });
    }

    private string Line(string file) =>
        Place.Of([Path.Combine(library.Root!, file)], $"\"{requirement.Id}\"") is var (_, line) ? $"{file}:{line}" : file;
}
