using AmpSpec.Primitives;

namespace AmpSpec.Modelling;

/// <summary>What an event leads to, and the row of the table that says so.</summary>
/// <param name="Summary">The summary after.</param>
/// <param name="Part">The part concerned, after; null where the event concerns none.</param>
/// <param name="Rest">What becomes of every other part.</param>
public sealed record Move<TSummary, TPart, TFate>(TSummary Summary, TPart? Part, Rest<TFate> Rest)
    where TPart : class
{
    /// <summary>The id of the row that fired, as <c>bench/03</c>; empty before <see cref="By"/>.</summary>
    public string Row { get; private init; } = "";

    /// <summary>Further rows that fired with it; for the coverage alone.</summary>
    public Seq<string> Beside { get; init; }

    /// <summary>The last column of a row: its id.</summary>
    public Move<TSummary, TPart, TFate> By(string row) => this with { Row = row };
}
