using System.Reflection;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Modelling;

namespace AmpSpec.Mutants;

/// <summary>A case or a fact that holds as the specification stands, and so may notice a mutant.</summary>
/// <param name="Name"><c>case:id</c> or <c>test:name</c>.</param>
/// <param name="Requirements">What it claims to show.</param>
/// <param name="Length">How much it asks, for the order of witnesses.</param>
internal abstract record Witness(string Name, string[] Requirements, int Length)
{
    /// <summary>How many mutated places it passes with none switched on.</summary>
    public long Steps { get; private set; }

    /// <summary>The mutants whose places it passes then. It can notice no other.</summary>
    public int[] Passes { get; private set; } = [];

    /// <summary>How many mutated places it may pass to be a witness at all.</summary>
    public abstract long Slow { get; }

    /// <summary>Whether it is one: with no mutant on it holds, and is not too long. Notes what it passes.</summary>
    public bool IsGood(int mutants)
    {
        var seen = new bool[mutants + 1];
        var holds = Holds(0, Slow, seen);
        (Steps, Passes) = (Slow - Experiment.Left(), [.. seen.Index().Where(s => s.Item).Select(s => s.Index)]);
        return holds;
    }

    /// <summary>Whether it fails with no mutant on, however long it takes.</summary>
    public bool Fails() => !Holds(0, long.MaxValue, null);

    /// <summary>Whether it notices a mutant. One that throws does, and one that takes much longer than it may take without.</summary>
    public bool Notices(int mutant) => !Holds(mutant, 4 * Slow, null);

    /// <summary>Whether it holds.</summary>
    protected abstract bool Holds();

    private bool Holds(int mutant, long steps, bool[]? seen)
    {
        Experiment.Activate(mutant, steps, seen);
        try
        {
            return Holds();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>A case of the vectors, or a recorded scenario.</summary>
    public sealed record OfCase(Case Case, string? Roundtrip) : Witness($"case:{Case.Id}", [.. Case.Requirements], Case.Request.ToJsonString().Length)
    {
        public override long Slow => 1_000_000;

        protected override bool Holds() => Judge.One(Case, Roundtrip) is not Verdict.Failed;
    }

    /// <summary>A test without parameters.</summary>
    public sealed record OfFact(Type Class, MethodInfo Method) : Witness($"test:{Class.Name}.{Method.Name}", [.. Ids(Class), .. Ids(Method)], 0)
    {
        public override long Slow => 3_000_000;

        public static IEnumerable<OfFact> In(Type type) =>
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.GetParameters().Length == 0 && !type.IsAbstract && method.GetCustomAttributesData().Any(a => a.AttributeType.Name == "FactAttribute") && method.ReturnType == typeof(void)
            select new OfFact(type, method);

        protected override bool Holds()
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
