using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Judging;

namespace AmpSpec.Mutants;

/// <summary>Breaks the specification in every way it knows, and asks the vectors and the facts who notices. Writes <c>vectors/kills.json</c>; <c>--verify</c> compares instead; words try the mutants alone whose ids have one of them, and write nothing; <c>--sessions</c> plays the random sessions alone.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var root = Root();
        var watch = Stopwatch.StartNew();
        string[] words = [.. args.Where(a => !a.StartsWith("--", StringComparison.Ordinal))];
        var excused = Survivors.Read(root);
        var sessionsAlone = args.Contains("--sessions");
        var build = MutantBuild.Of(root, id => sessionsAlone || excused.Exempts(id), Incidents.Read(root));
        Console.WriteLine($"{build.Mutants.Count} mutants in one build ({watch.Elapsed.TotalSeconds:f0} s)");
        var laboratory = new Laboratory(build, root, sessionsAlone);
        if (sessionsAlone)
        {
            return Sessions.Play(laboratory, build.Mutants) is [] ? 0 : 1;
        }

        Console.WriteLine($"vectors and facts hold with none switched on ({watch.Elapsed.TotalSeconds:f0} s)");
        var results = new ConcurrentDictionary<Mutant, IReadOnlyList<Killer>>();
        var tried = build.Mutants.Where(m => words is [] || words.Any(w => m.Id.Contains(w, StringComparison.Ordinal))).ToArray();
        Parallel.ForEach(tried, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, m => results[m] = laboratory.Try(m));
        var musts = Musts.Of(root);
        Prove(laboratory, results, musts);
        var killed = results.Count(r => r.Value.Count > 0);
        var claiming = results.Count(r => r.Value.Any(k => k.Claims.Count > 0));
        Console.WriteLine($"{killed} of {results.Count} killed, {claiming} by a witness that claims the requirement; {results.Count - killed} survive ({watch.Elapsed.TotalSeconds:f0} s)");

        var report = KillReport.Json(SuiteDigest.Of(root), [.. results.Select(r => (r.Key, r.Value))], excused);
        var found = Unexplained(laboratory, results, excused);
        var incidents = tried.Where(m => m.Incident is not null).ToArray();
        string[] played = [.. Sessions.Play(laboratory, tried), .. words is [] ? Sessions.Missing(tried) : []];
        string[] problems = words is [] ? [.. found, .. played, .. Gone(results, excused), .. musts.Where(m => !m.IsShown(report)).Select(m => m.Problem), .. Kept(root, report, args.Contains("--verify"))] : [.. found, .. played];
        Array.ForEach(problems, Console.WriteLine);
        Console.WriteLine($"{results.Count(r => r.Value.Count == 0 && excused.Open(r.Key.Id) is not null)} survivors share a reason and are counted");
        Console.WriteLine($"incident mutants: {incidents.Count(m => results[m].Count > 0)} passed, {incidents.Count(m => results[m].Count == 0)} failed");
        Console.WriteLine($"mutants: {killed} passed, {problems.Length} failed, {results.Count - killed} skipped");
        return problems.Length == 0 ? 0 : 1;
    }

    // a first witness may claim one of several requirements alone: for a MUST that is left so, one that claims it is sought
    private static void Prove(Laboratory laboratory, ConcurrentDictionary<Mutant, IReadOnlyList<Killer>> results, IReadOnlyList<Must> musts)
    {
        var of = results.Keys.OrderBy(m => m.Number).SelectMany(m => m.Requirements.Distinct().Select(id => (Id: id, Mutant: m))).ToLookup(m => m.Id, m => m.Mutant);
        foreach (var must in musts.Where(must => !of[must.Id].Any(m => results[m].Any(must.IsShownBy))))
        {
            if (of[must.Id].Select(m => (Mutant: m, Killer: laboratory.Prove(m, must.Id, must.Inside))).FirstOrDefault(found => found.Killer is not null) is ({ } mutant, { } killer))
            {
                results[mutant] = [.. results[mutant], killer];
            }
        }
    }

    private static string[] Unexplained(Laboratory laboratory, ConcurrentDictionary<Mutant, IReadOnlyList<Killer>> results, IReadOnlyDictionary<string, string> excused) =>
    [
        .. results.Where(r => r.Value.Count == 0).Select(r => r.Key).Where(m => excused.Excuse(m.Id) is null).OrderBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => $"survives: {m.Id} at {m.File}:{m.Line}: {m.Change} ({laboratory.Passing(m)} pass it)"),
    ];

    private static IEnumerable<string> Gone(ConcurrentDictionary<Mutant, IReadOnlyList<Killer>> results, IReadOnlyDictionary<string, string> excused)
    {
        var survivors = results.Where(r => r.Value.Count == 0).Select(r => r.Key.Id).ToHashSet();
        return excused.Keys.Where(id => !id.EndsWith('*') && !id.EndsWith('?') && !survivors.Contains(id)).Select(id => $"listed as a survivor, but killed or gone: {id}");
    }

    private static IEnumerable<string> Kept(string root, JsonObject report, bool verify)
    {
        var path = Path.Combine(root, "vectors", "kills.json");
        var text = KillReport.Text(report);
        if (!verify)
        {
            File.WriteAllText(path, text);
        }
        else if (!File.Exists(path) || File.ReadAllText(path).ReplaceLineEndings("\n") != text)
        {
            yield return "vectors/kills.json is stale: run the mutants without --verify and commit it";
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AmpSpec.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("no AmpSpec.sln above the program");
    }
}
