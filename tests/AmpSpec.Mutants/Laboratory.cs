using System.Reflection;
using System.Runtime.Loader;

namespace AmpSpec.Mutants;

/// <summary>A load of its own, in which <c>AmpSpec</c> is the mutant build and everything of ours that uses it is loaded again.</summary>
internal sealed class Laboratory : AssemblyLoadContext
{
    private readonly byte[] _specification;
    private readonly Func<int, string[], string?, string[]> _try;

    public Laboratory(byte[] specification, string root)
        : base("mutants", isCollectible: false)
    {
        _specification = specification;
        var inside = LoadFromAssemblyName(typeof(Experiment).Assembly.GetName()).GetType(typeof(Experiment).FullName!)!;
        _try = inside.GetMethod(nameof(Experiment.Try))!.CreateDelegate<Func<int, string[], string?, string[]>>();
        inside.GetMethod(nameof(Experiment.Prepare))!.Invoke(null, [root]);
    }

    /// <summary>Who kills a mutant, the witnesses that claim one of its requirements first.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="anew">Its type is to be initialised again. Not beside another mutant.</param>
    public string[] Try(Mutant mutant, bool anew = false) => _try(mutant.Number, [.. mutant.Requirements], anew ? mutant.Type : null);

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
