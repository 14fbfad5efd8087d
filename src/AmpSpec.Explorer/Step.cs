using AmpSpec.Primitives;

namespace AmpSpec.Explorer;

/// <summary>One step of a run: what happened, the row that said so, and the state after it, in words.</summary>
/// <param name="Part">The part concerned, from 1; null where the event concerns none.</param>
/// <param name="Event">The event.</param>
/// <param name="Row">The id of the row that fired.</param>
/// <param name="Summary">The summary after.</param>
/// <param name="Parts">All parts after.</param>
public sealed record Step(int? Part, string Event, string Row, string Summary, Seq<string> Parts)
{
    /// <summary>The event itself, for those who turn the run into something else.</summary>
    public object? Cause { get; init; }

    /// <summary>The event with its part.</summary>
    public string Label => Part is { } part ? $"part {part}: {Event}" : Event;

    /// <summary>The label and the row.</summary>
    public override string ToString() => Row.Length == 0 ? Label : $"{Label} ({Row})";
}
