using System.Reflection;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Modelling;

namespace AmpSpec.Mutants;

/// <summary>Runs inside a laboratory: the vectors and facts that pass the place of a mutant, against that mutant. Counted in places passed, never in time, so that a run says the same on every machine.</summary>
public static class Experiment
{
    // so many places passed are much for one witness; such a one comes after all others
    private const long Long = 50_000;

    private static readonly Type Switched = typeof(RequirementAttribute).Assembly.GetType(Switch.Type)!;
    private static Witness[][] passing = [];

    internal static readonly Action<int, long, bool[]?> Activate = Switched.GetMethod("Activate")!.CreateDelegate<Action<int, long, bool[]?>>();
    internal static readonly Func<long> Left = Switched.GetMethod("Left")!.CreateDelegate<Func<long>>();

    /// <summary>Reads vectors and facts with no mutant on, and sees which places each passes; a case that is long, and a fact that is long or fails as it stands, are left out.</summary>
    public static void Prepare(string root, int mutants)
    {
        var suite = SuiteReader.Read(Path.Combine(root, "vectors")) is SuiteReading.Read read ? read.Suite : throw new InvalidOperationException("the vectors are damaged");
        Witness[] cases = [.. suite.All.SelectMany(f => f.Groups).SelectMany(g => g.Cases.Select(c => new Witness.OfCase(c, g.Roundtrip)))];
        Witness[] facts = [.. Assembly.Load("AmpSpec.Tests").GetTypes().SelectMany(Witness.OfFact.In)];
        var failing = cases.AsParallel().AsOrdered().Where(c => c.Fails()).Select(c => c.Name).ToArray();
        if (failing.Length > 0)
        {
            throw new InvalidOperationException($"{failing.Length} vectors fail as it stands: {string.Join(", ", failing.Take(5))}");
        }

        // what a first run passes says nothing about the next: some things are made once
        facts = [.. facts.AsParallel().AsOrdered().Where(f => f.IsGood(mutants))];
        Witness[] all =
        [
            .. cases.AsParallel().AsOrdered().Where(c => c.IsGood(mutants)).ToArray().OrderBy(c => c.Steps > Long).ThenBy(c => c.Length),
            .. facts.AsParallel().AsOrdered().Where(f => f.IsGood(mutants)).ToArray().OrderBy(f => f.Steps > Long).ThenBy(f => f.Name, StringComparer.Ordinal),
        ];
        var lists = Enumerable.Range(0, mutants + 1).Select(_ => new List<Witness>()).ToArray();
        foreach (var witness in all)
        {
            foreach (var number in witness.Passes)
            {
                lists[number].Add(witness);
            }
        }

        passing = [.. lists.Select(l => l.ToArray())];
    }

    /// <summary>How many cases and facts pass its place.</summary>
    public static int Passing(int number) => passing[number].Length;

    /// <summary>
    /// Who notices it: a case that claims one of the requirements, or else any case, or else a fact that claims one, or else any fact.
    /// Each is told by its name and the requirements, of those given, that it claims.
    /// </summary>
    /// <param name="number">The mutant.</param>
    /// <param name="requirements">Its requirements.</param>
    /// <param name="own">Only cases whose name has this part; null for all witnesses.</param>
    public static string[][] Try(int number, string[] requirements, string? own)
    {
        var cases = passing[number].OfType<Witness.OfCase>().Where(c => own is null || c.Name.Contains(own, StringComparison.Ordinal)).ToLookup(c => c.Requirements.Intersect(requirements).Any());
        var facts = passing[number].OfType<Witness.OfFact>().Where(_ => own is null).ToLookup(f => f.Requirements.Intersect(requirements).Any());
        var witness = First(cases[true]) ?? First(cases[false]);
        var fact = witness is not null && witness.Requirements.Intersect(requirements).Any() ? null
            : First(facts[true]) ?? (witness is null ? First(facts[false]) : null);
        return [.. new[] { witness, fact }.OfType<Witness>().Select(w => (string[])[w.Name, .. w.Requirements.Intersect(requirements)])];

        Witness? First(IEnumerable<Witness> among) => among.FirstOrDefault(w => w.Notices(number));
    }

    /// <summary>A case, or a fact, that claims one requirement and notices the mutant; told as in <see cref="Try"/>.</summary>
    public static string[]? Prove(int number, string requirement, bool byFact) =>
        passing[number].Where(w => w is Witness.OfFact == byFact && w.Requirements.Contains(requirement)).FirstOrDefault(w => w.Notices(number)) is { } witness
            ? [witness.Name, requirement]
            : null;
}
