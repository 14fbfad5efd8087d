using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring.Nodes;
using Size = AmpSpec.Settlement.Exploring.Size;

namespace AmpSpec.Explorer.Tests.Nodes;

/// <summary>Explorations of the receiver in tests.</summary>
internal static class Explored
{
    public static Size Small { get; } = new(Parts: 3);

    /// <summary>A scope by its name, under our rules.</summary>
    public static Scope ScopeOf(string name) => Alphabets.Names.SelectMany(alphabet => Alphabets.Of(alphabet, Rules.Ours, Small).Concat(Alphabets.Variations(alphabet, Small))).Single(scope => scope.Name == name);

    public static Exploration Of(Scope scope, bool symmetry = true) => Of(new NodeModel(scope), symmetry);

    public static Exploration Of(NodeModel model, bool symmetry = true) => BreadthFirst.Explore(model, new Bounds(symmetry), TimeProvider.System);

    /// <summary>The promises that are broken, by their first word, each with the steps of the shortest run; a search ends with the first, and goes on without it.</summary>
    public static Seq<(string Promise, int Steps)> Broken(NodeModel model)
    {
        var broken = new List<(string, int)>();
        while (true)
        {
            var more = Of(model).Verdicts.Where(v => v is { Verdict: Verdict.Broken, Run: not null }).ToArray();
            if (more is [])
            {
                return broken.ToSeq();
            }

            broken.AddRange(more.Select(v => (v.Promise.Split(' ')[0], v.Run!.Value.Count)));
            model = model with { Scope = model.Scope.Without(more.Select(v => v.Promise)) };
        }
    }
}
