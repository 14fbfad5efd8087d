using System.Diagnostics;
using System.Reflection;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Modelling;

namespace AmpSpec.Mutants;

/// <summary>Runs inside a laboratory: every vector, then every fact, against the mutant that is switched on.</summary>
public static class Experiment
{
    private const long Steps = 3_000_000;
    private static readonly Action<int, long> Activate = typeof(RequirementAttribute).Assembly.GetType("AmpSpec.Mutation")!.GetMethod("Activate")!.CreateDelegate<Action<int, long>>();
    private static (Case Case, string? Roundtrip)[] cases = [];
    private static Fact[] facts = [];

    /// <summary>Reads vectors and facts with no mutant on; a fact that is slow or fails as it stands is left out.</summary>
    public static void Prepare(string root)
    {
        Activate(0, long.MaxValue);
        var suite = SuiteReader.Read(Path.Combine(root, "vectors")) is SuiteReading.Read read ? read.Suite : throw new InvalidOperationException("the vectors are damaged");
        cases = [.. suite.Files.SelectMany(f => f.Groups).SelectMany(g => g.Cases.Select(c => (c, g.Roundtrip)))];
        var failing = cases.Where(c => Judge.One(c.Case, c.Roundtrip) is Verdict.Failed).Select(c => c.Case.Id).ToArray();
        if (failing.Length > 0)
        {
            throw new InvalidOperationException($"{failing.Length} vectors fail as it stands: {string.Join(", ", failing.Take(5))}");
        }

        facts = [.. Assembly.Load("AmpSpec.Tests").GetTypes().SelectMany(Fact.Of).Where(f => f.Runs(out var took) && took < TimeSpan.FromMilliseconds(20))];
        _ = Catalogue.All;
    }

    /// <summary>
    /// Who kills it: at most one case that claims one of the requirements, one case at all, and one fact;
    /// a case is shown as <c>case:id</c>, with <c>!</c> where it claims the requirement, a fact likewise as <c>test:name</c>.
    /// </summary>
    public static string[] Try(int number, string[] requirements, string id)
    {
        bool Kills((Case Case, string? Roundtrip) c)
        {
            Activate(number, Steps);
            try
            {
                return Judge.One(c.Case, c.Roundtrip) is Verdict.Failed;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return true;
            }
        }

        bool Fails(Fact fact)
        {
            Activate(number, Steps);
            return !fact.Runs(out _);
        }

        try
        {
            var claiming = cases.Where(c => c.Case.Requirements.Intersect(requirements).Any()).Where(Kills).Select(c => $"case:{c.Case.Id}!").FirstOrDefault();
            var witness = claiming ?? cases.Where(Kills).Select(c => $"case:{c.Case.Id}").FirstOrDefault();
            var fact = witness is not null && witness.EndsWith('!') ? null
                : facts.Where(f => f.Requirements.Intersect(requirements).Any()).Where(Fails).Select(f => $"test:{f.Name}!").FirstOrDefault()
                  ?? (witness is null ? facts.Where(Fails).Select(f => $"test:{f.Name}").FirstOrDefault() : null);
            return [.. new[] { witness, fact }.OfType<string>()];
        }
        finally
        {
            Activate(0, long.MaxValue);
        }
    }

    private sealed record Fact(string Name, string[] Requirements, Type Class, MethodInfo Method)
    {
        public static IEnumerable<Fact> Of(Type type) =>
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.GetParameters().Length == 0 && !type.IsAbstract && method.GetCustomAttributesData().Any(a => a.AttributeType.Name == "FactAttribute") && method.ReturnType == typeof(void)
            select new Fact($"{type.Name}.{method.Name}", [.. Ids(type), .. Ids(method)], type, method);

        public bool Runs(out TimeSpan took)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                Method.Invoke(Activator.CreateInstance(Class), null);
                return true;
            }
            catch (TargetInvocationException)
            {
                return false;
            }
            finally
            {
                took = watch.Elapsed;
            }
        }

        private static IEnumerable<string> Ids(MemberInfo member) => member.GetCustomAttributes<RequirementAttribute>().SelectMany(a => a.Ids);
    }
}
