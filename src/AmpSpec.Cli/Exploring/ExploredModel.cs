using System.CommandLine;
using System.Text.Json.Nodes;
using AmpSpec.Explorer;

namespace AmpSpec.Cli.Exploring;

/// <summary>A model that can be explored from the command line: its name, its own options, and what they make of it.</summary>
/// <param name="Name">Its word after <c>explore</c>.</param>
/// <param name="About">One line for the help.</param>
/// <param name="DefaultParts">Parts where none are given.</param>
/// <param name="Options">Options beside those that every model has.</param>
/// <param name="Examples">For the help.</param>
/// <param name="Prepare">The model with so many parts; what cannot be is a <see cref="UsageException"/>.</param>
internal sealed record ExploredModel(string Name, string About, int DefaultParts, Option[] Options, string[] Examples, Func<ParseResult, int, PreparedModel> Prepare)
{
    /// <summary>All of them. A new model is one more line here.</summary>
    public static ExploredModel[] All() => [BenchExplored.Model(), ReceiverExplored.Model(), NodeExplored.Model()];
}

/// <summary>A model with its parameters, ready to go.</summary>
/// <param name="Parameters">By name, as <c>--json</c> shows them, <c>parts</c> first.</param>
/// <param name="Explore">Goes, and tells from time to time how many states there are.</param>
internal sealed record PreparedModel((string Name, int Value)[] Parameters, Func<Bounds, Action<long>?, Exploration> Explore)
{
    /// <summary>Whether every row has to fire: one that does not fails the run.</summary>
    public bool MustFire { get; init; }

    /// <summary>A broken promise as the input of <c>session.run</c>, or why it is none; null where the model knows no sessions.</summary>
    public Func<PropertyVerdict, (JsonObject? Input, string? Why)>? Session { get; init; }
}

/// <summary>A model that was explored.</summary>
internal sealed record ExploredRun(string Model, (string Name, int Value)[] Parameters, Exploration Found)
{
    /// <summary>Rows that should have fired.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <inheritdoc cref="PreparedModel.Session"/>
    public Func<PropertyVerdict, (JsonObject? Input, string? Why)>? Session { get; init; }

    /// <summary>The bounds of a verdict on one line; of several explorations only what one of them broke names it.</summary>
    public string BoundOf(PropertyVerdict verdict) => verdict is { Within: { } within, Verdict: not Verdict.Kept } ? $"{within}; {Bound}" : Bound;

    /// <summary>The parameters on one line.</summary>
    public string Bound => string.Join(", ", Parameters.Select(p => $"{p.Name} {p.Value}"));
}
