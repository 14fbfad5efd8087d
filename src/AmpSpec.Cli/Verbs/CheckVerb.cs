using System.CommandLine;
using AmpSpec.Cli.Checking;
using AmpSpec.Conformance.Judging;
using AmpSpec.Docs;
using AmpSpec.Settlement;

namespace AmpSpec.Cli.Verbs;

/// <summary><c>ampspec check</c>: the main job.</summary>
internal static class CheckVerb
{
    public static Verb Make(Host host)
    {
        var verb = new Verb(
            "check",
            "Judges every vector by the reference, explores the receiver, and traces every requirement to its text, code and test, and to its vectors where any can show it.",
            [Exit.Holds, Exit.Failed, Exit.Usage, Exit.NothingVerified, Exit.Fault, Exit.Interrupted],
            ["ampspec", "ampspec check --vectors my-cases.json", "ampspec check --vectors scenarios --profile ampspec", "ampspec check --json | jq .failures"],
            new Dictionary<int, string> { [Exit.Failed] = "a case fails, a promise is broken, or a requirement lacks what it needs" });
        Bind(verb, host);
        return verb;
    }

    /// <summary>Gives its options and its work to a command: to <c>check</c>, and to the absence of a verb.</summary>
    public static void Bind(Command command, Host host)
    {
        var vectors = Options.Vectors();
        var json = Options.Json();
        var profile = Options.Profile();
        command.Add(vectors);
        command.Add(profile);
        command.Add(json);
        command.SetAction(parsed => Run(host, parsed.GetValue(vectors), parsed.GetValue(profile), parsed.GetValue(json)));
    }

    private static int Run(Host host, string? vectors, string? named, bool json)
    {
        var profile = named is null ? null : Profiles.Find(named)
            ?? throw new UsageException($"no profile {named}; there are {string.Join(", ", Profiles.All.Select(p => $"{p}"))}");
        host.FinishOnInterrupt();
        var path = Home.VectorsOf(host, vectors);
        if (SuiteAt.Read(path, host, json) is not { } suite)
        {
            return Exit.Usage;
        }

        var root = Home.Find(host)?.Root;
        var traced = vectors is null ? Task.Run(() => DocsCheck.Run(root!)) : null;
        var exploring = vectors is null && profile is null ? Task.Run(() => Models.Receiver) : null;
        var verdicts = SuiteRun.Judged(suite, profile, host, host.Interrupted);
        var tally = Tally.Of(suite, verdicts);
        var outcome = new Outcome(tally, Unjudged.Of(path).With(suite), Traced(traced, tally.Failed.Count > 0), host.Interrupted.IsCancellationRequested, vectors) { Profile = profile, Explored = exploring?.GetAwaiter().GetResult() };
        if (json)
        {
            Json.Write(host, OutcomeJson.Of(outcome));
        }
        else
        {
            new OutcomeText(outcome, Clauses.Of(root), new Screen(host)).Write();
        }

        return outcome.Code;
    }

    // A rule that is broken may break what is written from it: then its verdicts come first, for they name it.
    // Where every case holds, it is a fault of ours like any other.
    internal static DocsReport? Traced(Task<DocsReport>? tracing, bool anyFailed)
    {
        try
        {
            return tracing?.GetAwaiter().GetResult();
        }
        catch (Exception fault) when (anyFailed && fault is not OperationCanceledException)
        {
            return new([], [new("spec", 0, $"the tables cannot be written from this code: {fault.GetType().Name}: {fault.Message}")], Damaged: false);
        }
    }
}
