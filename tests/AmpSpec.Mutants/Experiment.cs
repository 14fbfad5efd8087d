using System.Reflection;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Modelling;

namespace AmpSpec.Mutants;

/// <summary>Runs inside a laboratory: every vector, then every fact, against the mutant that is switched on.</summary>
public static class Experiment
{
    // counted in mutated places passed, never in time, so that a run says the same on every machine
    private const long CaseSteps = 3_000_000, SlowCase = 1_000_000, FactSteps = 12_000_000, SlowFact = 3_000_000;

    private static readonly Type Switch = typeof(RequirementAttribute).Assembly.GetType("AmpSpec.Mutation")!;
    private static readonly Action<int, long> Activate = Switch.GetMethod("Activate")!.CreateDelegate<Action<int, long>>();
    private static readonly Func<long> Left = Switch.GetMethod("Left")!.CreateDelegate<Func<long>>();
    private static (Case Case, string? Roundtrip)[] cases = [];
    private static Fact[] facts = [];

    /// <summary>Reads vectors and facts with no mutant on; a case that is long, and a fact that is long or fails as it stands, are left out.</summary>
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

        cases = [.. cases.Where(IsShort)];
        facts = [.. Assembly.Load("AmpSpec.Tests").GetTypes().SelectMany(Fact.Of).Where(IsShort).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Who kills it: a case that claims one of the requirements, or else any case, or else a fact that claims one, or else any fact;
    /// shown as <c>case:id</c> or <c>test:name</c>, with <c>!</c> where it claims the requirement.
    /// </summary>
    /// <param name="number">The mutant.</param>
    /// <param name="requirements">Its requirements.</param>
    /// <param name="start">The type to be initialised again, or null.</param>
    public static string[] Try(int number, string[] requirements, string? start)
    {
        Action initialise = start is null ? () => { } : Initialiser(typeof(RequirementAttribute).Assembly.GetType(start, throwOnError: true)!);
        var claiming = cases.Where(c => c.Case.Requirements.Intersect(requirements).Any());
        try
        {
            Activate(number, FactSteps);
            initialise();
            var witness = claiming.Where(c => Kills(number, c)).Select(c => $"case:{c.Case.Id}!").FirstOrDefault()
                ?? cases.Where(c => Kills(number, c)).Select(c => $"case:{c.Case.Id}").FirstOrDefault();
            var fact = witness is not null && witness.EndsWith('!') ? null
                : facts.Where(f => f.Requirements.Intersect(requirements).Any()).Where(f => Fails(number, f)).Select(f => $"test:{f.Name}!").FirstOrDefault()
                  ?? (witness is null ? facts.Where(f => Fails(number, f)).Select(f => $"test:{f.Name}").FirstOrDefault() : null);
            return [.. new[] { witness, fact }.OfType<string>()];
        }
        catch (Exception e) when (start is not null && e is not OutOfMemoryException)
        {
            // the type cannot be used at all: everything that needs it fails
            return [.. claiming.Select(c => $"case:{c.Case.Id}!").Append($"case:{cases[0].Case.Id}").Take(1)];
        }
        finally
        {
            Activate(0, long.MaxValue);
            initialise();
        }
    }

    // reflection runs a static initialiser once and never again; its address does not mind
    private static unsafe Action Initialiser(Type type)
    {
        var address = (delegate*<void>)(type.TypeInitializer?.MethodHandle.GetFunctionPointer() ?? 0);
        return address is null ? () => { } : () => address();
    }

    private static bool Kills(int number, (Case Case, string? Roundtrip) c)
    {
        Activate(number, CaseSteps);
        try
        {
            return Judge.One(c.Case, c.Roundtrip) is Verdict.Failed;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return true;
        }
    }

    private static bool Fails(int number, Fact fact)
    {
        Activate(number, FactSteps);
        return !fact.Runs();
    }

    private static bool IsShort((Case Case, string? Roundtrip) c)
    {
        Activate(0, long.MaxValue);
        Judge.One(c.Case, c.Roundtrip);
        return long.MaxValue - Left() <= SlowCase;
    }

    private static bool IsShort(Fact fact)
    {
        Activate(0, long.MaxValue);
        return fact.Runs() && long.MaxValue - Left() <= SlowFact;
    }

    private sealed record Fact(string Name, string[] Requirements, Type Class, MethodInfo Method)
    {
        public static IEnumerable<Fact> Of(Type type) =>
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.GetParameters().Length == 0 && !type.IsAbstract && method.GetCustomAttributesData().Any(a => a.AttributeType.Name == "FactAttribute") && method.ReturnType == typeof(void)
            select new Fact($"{type.Name}.{method.Name}", [.. Ids(type), .. Ids(method)], type, method);

        public bool Runs()
        {
            try
            {
                Method.Invoke(Activator.CreateInstance(Class), null);
                return true;
            }
            catch (TargetInvocationException)
            {
                return false;
            }
        }

        private static IEnumerable<string> Ids(MemberInfo member) => member.GetCustomAttributes<RequirementAttribute>().SelectMany(a => a.Ids);
    }
}
