using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>The alphabets by name: what parts can say and what can happen. Each is one exploration or several.</summary>
public static class Alphabets
{
    private static readonly Seq<Alphabet> All =
    [
        new("core", Core.Scopes, _ => []),
        new("meta", Meta.Scopes, Meta.Variations),
        new("bounds", Bounds.Scopes, Bounds.Variations),
        new("spontaneous", Spontaneous.Scopes, Spontaneous.Variations),
        new("restart", Restarts.Scopes, Restarts.Variations),
    ];

    /// <summary>Their names, in order.</summary>
    public static Seq<string> Names => Exploring.Alphabets.Names;

    /// <summary>The explorations of an alphabet under the rules of somebody.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="rules">Where receivers differ; their timer is that of the size.</param>
    /// <param name="size">How large.</param>
    /// <exception cref="ArgumentException">There is no such alphabet.</exception>
    public static Seq<Scope> Of(string name, Rules rules, Size size) =>
        Find(name).Scopes(Makings.Of(rules, size.For(name))).Select(scope => rules == Rules.Ours && size.IsWhole(name) ? scope : scope with { Sights = [] }).ToSeq();

    /// <summary>Explorations of an alphabet under single policies that are not ours: rows that no rule of ours uses have theirs there.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="size">How large.</param>
    /// <exception cref="ArgumentException">There is no such alphabet.</exception>
    public static Seq<Scope> Variations(string name, Size size) =>
        Find(name).Variations(Makings.Of(Rules.Ours, size.For(name))).Select(scope => size.IsWhole(name) ? scope : scope with { Sights = [] }).ToSeq();

    private static Alphabet Find(string name) => All.FirstOrDefault(alphabet => alphabet.Name == name)
        ?? throw new ArgumentException($"no alphabet {name}; there are {string.Join(", ", Names)}", nameof(name));

    private sealed record Alphabet(string Name, Func<Makings, Seq<Scope>> Scopes, Func<Makings, Seq<Scope>> Variations);
}
