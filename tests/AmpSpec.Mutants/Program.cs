using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Judging;

namespace AmpSpec.Mutants;

/// <summary>Breaks the specification in every way it knows, and asks the vectors and the facts who notices. Writes <c>vectors/kills.json</c>; <c>--verify</c> compares instead.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var root = Root();
        var watch = Stopwatch.StartNew();
        var excused = Survivors.Read(root);
        var build = MutantBuild.Of(root, excused.Exempts);
        Console.WriteLine($"{build.Mutants.Count} mutants in one build ({watch.Elapsed.TotalSeconds:f0} s)");
        var results = Run(build, root);
        var report = KillReport.Json(SuiteDigest.Of(root), results, excused);
        var problems = Problems(results, excused, report, Musts(root)).ToArray();
        var killed = results.Count(r => r.Killers.Length > 0);
        var claiming = results.Count(r => r.Killers.Any(k => k.EndsWith('!')));
        Console.WriteLine($"{killed} of {results.Count} killed, {claiming} by a witness that claims the requirement; {results.Count - killed} survive ({watch.Elapsed.TotalSeconds:f0} s)");
        var path = Path.Combine(root, "vectors", "kills.json");
        var text = KillReport.Text(report);
        if (args.Contains("--verify"))
        {
            problems = File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == text ? problems : [.. problems, "vectors/kills.json is stale: run the mutants without --verify and commit it"];
        }
        else
        {
            File.WriteAllText(path, text);
        }

        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine($"mutants: {killed} passed, {problems.Length} failed, {results.Count - killed} skipped");
        return problems.Length == 0 ? 0 : 1;
    }

    private static List<(Mutant Mutant, string[] Killers)> Run(MutantBuild build, string root)
    {
        var results = new ConcurrentDictionary<Mutant, string[]>();
        var shared = new Laboratory(build.Assembly, root);
        Console.WriteLine("vectors and facts hold with none switched on");
        Parallel.ForEach(build.Mutants.Where(m => !m.InStart), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, m => results[m] = shared.Try(m));

        // an initialiser is shared by all threads; it may also have called what survives
        foreach (var mutant in build.Mutants.Where(m => m.InStart || results[m].Length == 0))
        {
            results[mutant] = shared.Try(mutant, anew: true);
        }

        return [.. results.Select(r => (r.Key, r.Value))];
    }

    private static IEnumerable<string> Problems(IReadOnlyList<(Mutant Mutant, string[] Killers)> results, IReadOnlyDictionary<string, string> excused, JsonObject report, IEnumerable<(string Id, bool Inside)> musts)
    {
        var survivors = results.Where(r => r.Killers.Length == 0).Select(r => r.Mutant).ToDictionary(m => m.Id);
        return survivors.Values.Where(m => !excused.ContainsKey(m.Id)).OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => $"survives: {m.Id} at {m.File}:{m.Line}: {m.Change}")
            .Concat(excused.Keys.Where(id => !id.EndsWith('*') && !survivors.ContainsKey(id)).Select(id => $"listed as a survivor, but killed or gone: {id}"))
            .Concat(musts.Where(m => (report["requirements"]![m.Id]?[m.Inside ? "by_claiming_test" : "by_claiming_case"]?.GetValue<int>() ?? 0) == 0)
                .Select(m => $"{m.Id}: no mutant of it is killed by a {(m.Inside ? "test" : "case")} that claims it"));
    }

    private static IEnumerable<(string Id, bool Inside)> Musts(string root)
    {
        foreach (var chapter in Directory.EnumerateFiles(Path.Combine(root, "spec"), "*.md").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(chapter);
            if (lines.Contains("Status: draft"))
            {
                continue;
            }

            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith("**", StringComparison.Ordinal) && lines[i].Split("** MUST") is [var id, _])
                {
                    yield return (id[2..], lines.Skip(i + 1).TakeWhile(l => l.Length > 0).Any(l => l.StartsWith("Shown: inside", StringComparison.Ordinal)));
                }
            }
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
