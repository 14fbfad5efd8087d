using System.CommandLine;
using AmpSpec.Cli.Explaining;
using AmpSpec.Conformance.Operations;
using AmpSpec.Derivation;
using AmpSpec.Wire;

namespace AmpSpec.Cli.Verbs;

/// <summary><c>ampspec explain ID</c>: everything there is to say about a case, a requirement, an error class, a policy, an operation, a derivation, a failure code or a row of a table.</summary>
internal static class ExplainVerb
{
    public static Verb Make(Host host)
    {
        var id = new Argument<string>("ID") { Description = "A case (bigsize.decode/value-252), a requirement (MPP-WIRE-02), an error class (bigsize/not-minimal), a policy, an operation, a derivation (lnd), a failure code (mpp_timeout) or a row of the receiver (receiver/07)." };
        var vectors = Options.Vectors();
        var json = Options.Json();
        var verb = new Verb(
            "explain",
            "Says what an id stands for, and what the reference answers to a case now.",
            [Exit.Holds, Exit.Failed, Exit.Usage, Exit.Fault],
            ["ampspec explain bigsize.decode/not-minimal-fd00fc", "ampspec explain MPP-WIRE-02", "ampspec explain bigsize/not-minimal"],
            new Dictionary<int, string> { [Exit.Holds] = "it is explained", [Exit.Failed] = "it is a case, and the reference answers otherwise", [Exit.Usage] = "there is no such id; a file that is missing, unreadable or not valid" })
        {
            id, vectors, json,
        };
        verb.SetAction(parsed => Run(host, parsed.GetRequiredValue(id), parsed.GetValue(vectors), parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Host host, string id, string? vectors, bool json)
    {
        var path = Home.VectorsOf(host, vectors);
        if (SuiteAt.Read(path, host, json) is not { } suite)
        {
            return Exit.Usage;
        }

        var explanation = Find(id, new Library(suite, path, vectors, Home.Find(host)?.Root));
        if (json)
        {
            Json.Write(host, explanation.Json);
        }
        else
        {
            explanation.Write(new Screen(host));
        }

        return explanation.Exit;
    }

    private static Explanation Find(string id, Library library)
    {
        var found = library.Suite.All.SelectMany(f => f.Groups.SelectMany(g => g.Cases.Select(c => (File: f, Group: g, Case: c)))).FirstOrDefault(c => c.Case.Id == id);
        var errors = Catalogue.All.SelectMany(op => op.Errors.Select(e => e.Class)).Append(Operation.Malformed).ToHashSet();
        return found.Case is not null ? new CaseExplanation(found.File, found.Group, found.Case, library).Make()
            : library.Clauses.Find(id) is { } requirement ? new RequirementExplanation(requirement, library).Make()
            : errors.Contains(id) ? OtherExplanations.OfError(id, library)
            : Policies.All.FirstOrDefault(p => p.Name == id.Split('=')[0]) is { } policy ? OtherExplanations.OfPolicy(policy, library)
            : Catalogue.Find(id) is { } op ? OtherExplanations.OfOperation(op, library)
            : ChildDerivation.All.FirstOrDefault(d => d.Name == id) is { } derivation ? OtherExplanations.OfDerivation(derivation, library)
            : FailureCode.Named(id) is { } code ? OtherExplanations.OfFailure(code, library)
            : library.Rows.FirstOrDefault(r => r.Id == id) is { } row ? OtherExplanations.OfRow(row, library)
            : throw new UsageException(Unknown(id, [.. library.Suite.Cases.Select(c => c.Id), .. library.Clauses.Ids, .. errors, .. Policies.All.Select(p => p.Name), .. Catalogue.All.Select(o => o.Name), .. ChildDerivation.All.Select(d => d.Name), .. FailureCode.All.Select(c => c.Name), .. library.Rows.Select(r => r.Id)]));
    }

    private static string Unknown(string id, IEnumerable<string> known) =>
        Near.To(id, known) is { Length: > 0 } near ? $"nothing is called {id}; did you mean one of these?\n  {string.Join("\n  ", near)}" : $"nothing is called {id}";
}
