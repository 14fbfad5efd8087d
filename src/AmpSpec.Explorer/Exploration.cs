using AmpSpec.Primitives;

namespace AmpSpec.Explorer;

/// <summary>What was found.</summary>
/// <param name="States">Distinct states; with symmetry, one for each class.</param>
/// <param name="Transitions">Pairs of a state that was expanded and an event enabled in it; with symmetry, of a state that stands for its class.</param>
/// <param name="Depth">Steps of the longest of all shortest runs.</param>
/// <param name="Calls">How often the model was asked what comes next.</param>
/// <param name="Symmetric">Whether symmetry was used.</param>
/// <param name="Complete">Whether every state was seen.</param>
/// <param name="Interrupted">Whether somebody has interrupted it.</param>
/// <param name="Verdicts">A verdict for each property, in the order of the model.</param>
/// <param name="Fired">The rows that fired, in the order of the table.</param>
/// <param name="Unfired">The rows that did not.</param>
/// <param name="KeyBits">Bits of a key: 64 or 128.</param>
/// <param name="Bytes">Bytes of the tables of states at the end.</param>
/// <param name="Elapsed">Time by the clock that was handed in.</param>
public sealed record Exploration(
    long States,
    long Transitions,
    int Depth,
    int Calls,
    bool Symmetric,
    bool Complete,
    bool Interrupted,
    Seq<PropertyVerdict> Verdicts,
    Seq<string> Fired,
    Seq<string> Unfired,
    int KeyBits,
    long Bytes,
    TimeSpan Elapsed)
{
    /// <summary>Whether every property is kept that the model is large enough for.</summary>
    public bool Holds => Verdicts.All(v => v.Verdict is Verdict.Kept or Verdict.OutOfReach);

    /// <summary>States a second; 0 where the clock stood still.</summary>
    public double StatesPerSecond => Elapsed > TimeSpan.Zero ? States / Elapsed.TotalSeconds : 0;

    /// <summary>Bytes a state.</summary>
    public double BytesPerState => (double)Bytes / States;
}
