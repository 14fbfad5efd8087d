using System.Reflection;
using System.Runtime.Loader;

namespace AmpSpec.Mutants;

/// <summary>A load of its own, in which <c>AmpSpec</c> is the mutant build and everything of ours that uses it is loaded again.</summary>
internal sealed class Laboratory : AssemblyLoadContext
{
    private readonly byte[] _specification;
    private readonly Func<int, string[], string?, string[][]> _try;
    private readonly Func<int, string, bool, string[]?> _prove;
    private readonly Func<int, int> _passing;
    private readonly Func<int, string[]?[]> _play;

    /// <summary>A laboratory for a build.</summary>
    /// <param name="build">The build.</param>
    /// <param name="root">Where the vectors are.</param>
    /// <param name="sessionsAlone">Whether no witness will be asked.</param>
    public Laboratory(MutantBuild build, string root, bool sessionsAlone = false)
        : base("mutants", isCollectible: false)
    {
        _specification = build.Assembly;
        var inside = LoadFromAssemblyName(typeof(Experiment).Assembly.GetName()).GetType(typeof(Experiment).FullName!)!;
        _try = inside.GetMethod(nameof(Experiment.Try))!.CreateDelegate<Func<int, string[], string?, string[][]>>();
        _prove = inside.GetMethod(nameof(Experiment.Prove))!.CreateDelegate<Func<int, string, bool, string[]?>>();
        _passing = inside.GetMethod(nameof(Experiment.Passing))!.CreateDelegate<Func<int, int>>();
        _play = inside.Assembly.GetType(typeof(SessionsInside).FullName!)!.GetMethod(nameof(SessionsInside.Play))!.CreateDelegate<Func<int, string[]?[]>>();
        if (!sessionsAlone)
        {
            inside.GetMethod(nameof(Experiment.Prepare))!.Invoke(null, [root, build.Mutants.Count]);
        }
    }

    /// <summary>Who kills a mutant, the witnesses that claim one of its requirements first; one that commits an incident, by the scenarios of that incident alone.</summary>
    public IReadOnlyList<Killer> Try(Mutant mutant) =>
        [.. _try(mutant.Number, [.. mutant.Requirements], mutant.Incident is { } id ? $"/{id.ToLowerInvariant()}-" : null).Select(Killer.Of)];

    /// <summary>A case, or a fact, that claims a requirement and kills a mutant of it; null where none does.</summary>
    public Killer? Prove(Mutant mutant, string requirement, bool byFact) => _prove(mutant.Number, requirement, byFact) is { } told ? Killer.Of(told) : null;

    /// <summary>How many cases and facts pass the place of a mutant.</summary>
    public int Passing(Mutant mutant) => _passing(mutant.Number);

    /// <summary>The session to which random ones that show a mutant were shrunk, and the shortest there is; null where none shows it.</summary>
    public (string[]? Shown, string[]? Shortest) Play(Mutant mutant) => _play(mutant.Number) is [var shown, var shortest] ? (shown, shortest) : default;

    protected override Assembly? Load(AssemblyName name)
    {
        if (name.Name == "AmpSpec")
        {
            return LoadFromStream(new MemoryStream(_specification));
        }

        var file = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
        return name.Name!.StartsWith("AmpSpec.", StringComparison.Ordinal) && File.Exists(file) ? LoadFromStream(new MemoryStream(File.ReadAllBytes(file))) : null;
    }
}
