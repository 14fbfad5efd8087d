using AmpSpec.Tests.Settlement.Stateful;

namespace AmpSpec.Mutants;

/// <summary>The stateful test of the receiver under the mutants of ten incidents: it must find each, and shrink it to the shortest session there is.</summary>
internal static class Sessions
{
    private static readonly string[] Incidents = ["C-01", "C-02", "C-03", "C-05", "C-12", "C-34", "C-46", "C-64", "C-65", "C-71"];

    /// <summary>Plays them, those of the mutants given, and prints what was found. What is wrong comes back.</summary>
    public static string[] Play(Laboratory laboratory, IReadOnlyList<Mutant> mutants)
    {
        var played = mutants.Where(mutant => Incidents.Contains(mutant.Incident)).AsParallel().AsOrdered().Select(mutant => (mutant.Incident, Found: laboratory.Play(mutant))).ToArray();
        foreach (var (incident, (shown, shortest)) in played)
        {
            Console.WriteLine($"  {incident}: {(shown is null ? "no session shows it" : $"{shown.Length} steps [{string.Join("; ", shown)}]")}; the shortest there is: {shortest?.Length.ToString() ?? "none"}");
        }

        string[] problems = [.. played.Where(p => p.Found.Shown is null || p.Found.Shown.Length != p.Found.Shortest?.Length).Select(p => $"{p.Incident}: random sessions do not show it as shortly as it can be shown")];
        Console.WriteLine($"incidents in random sessions: {played.Length - problems.Length} passed, {problems.Length} failed");
        return problems;
    }

    /// <summary>What is missing where all of them should be there.</summary>
    public static IEnumerable<string> Missing(IReadOnlyList<Mutant> mutants) =>
        Incidents.Except(mutants.Select(mutant => mutant.Incident)).Select(incident => $"{incident}: no mutant commits it, so that no session can show it");
}

/// <summary>Runs inside a laboratory: random sessions, and all short ones, of a receiver with a mutant switched on.</summary>
public static class SessionsInside
{
    private const int Seed = 1, AtMost = 3000, Steps = 3;

    /// <summary>The session that shows the mutant, shrunk, and the shortest that does; null where there is none.</summary>
    public static string[]?[] Play(int number)
    {
        Experiment.Activate(number, long.MaxValue, null);
        try
        {
            var shown = Differences.Shrunk(Seed, AtMost);
            return [shown, Differences.Shortest(shown?.Length ?? Steps)];
        }
        finally
        {
            Experiment.Activate(0, long.MaxValue, null);
        }
    }
}
