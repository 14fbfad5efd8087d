using AmpSpec.Primitives;

namespace AmpSpec.Explorer;

/// <summary>The verdict on one property, with the run that shows it.</summary>
/// <param name="Promise">The sentence of the property.</param>
/// <param name="Requirements">The requirements that it shows.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Run">
/// Of what holds always the counterexample, of what holds sometimes the witness, each the least of the shortest; null where there is none.
/// It may have no step, when the start is in question.
/// </param>
public sealed record PropertyVerdict(string Promise, Seq<string> Requirements, Verdict Verdict, Seq<Step>? Run)
{
    /// <summary>Which of several explorations it comes from, in words; null where there is one.</summary>
    public string? Within { get; init; }
}
