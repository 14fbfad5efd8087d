using AmpSpec.Derivation;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Counted;

/// <summary>Where a counted set stands.</summary>
public abstract record CountedSet
{
    private CountedSet()
    {
    }

    /// <summary>A set that nothing has come for.</summary>
    public static CountedSet Start { get; } = new Collecting(0, []);

    /// <summary>Parts are held and more are awaited.</summary>
    /// <param name="Count">How many there will be; 0 while no part has said.</param>
    /// <param name="Parts">Those that came, in that order.</param>
    public sealed record Collecting(uint Count, Seq<CountedPart> Parts) : CountedSet
    {
        /// <summary>With one more.</summary>
        public Collecting With(CountedPart part) => new(Count == 0 ? part.Count : Count, Parts.Add(part));
    }

    /// <summary>Every part was opened.</summary>
    public sealed record Settled : CountedSet;

    /// <summary>Every part was failed.</summary>
    public sealed record Aborted : CountedSet;
}

/// <summary>What can happen to a counted set.</summary>
public abstract record CountedEvent
{
    private CountedEvent()
    {
    }

    /// <summary>A part has come.</summary>
    public sealed record PartArrived(CountedPart Part) : CountedEvent;

    /// <summary>The set has waited too long, or its owner gives it up.</summary>
    public sealed record GivenUp : CountedEvent;
}

/// <summary>What a payee of counted sets fixes.</summary>
/// <param name="Derivation">How preimages come from the base preimage; the proposal says no width, so it is chosen.</param>
/// <param name="MaxCount">The most parts of one set.</param>
public sealed record CountedRules(ChildDerivation.Indexed Derivation, uint MaxCount = 128);

/// <summary>What one event does to a counted set.</summary>
/// <param name="Next">The set from now on.</param>
/// <param name="One">What becomes of the part that came; null where none did.</param>
/// <param name="Rest">What becomes of those that were held.</param>
public sealed record CountedStep(CountedSet Next, Fate? One, Rest Rest)
{
    /// <summary>The row that said so: <c>counted/03</c>.</summary>
    public string Row { get; private init; } = "";

    /// <summary>The requirements that the row serves.</summary>
    public Seq<string> Requirements { get; private init; }

    /// <summary>Names the row, and the requirements that it serves.</summary>
    public CountedStep By(string row, params string[] requirements) => this with { Row = row, Requirements = requirements.ToSeq() };
}
