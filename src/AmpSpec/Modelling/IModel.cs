using AmpSpec.Primitives;

namespace AmpSpec.Modelling;

/// <summary>A system as a table: one summary, n parts, and events that each concern the summary and at most one part.</summary>
/// <remarks>
/// Summaries, parts, events and fates are immutable and equal by contents. What a rule reads stands in the summary and in the one part concerned, so that <see cref="Next"/>
/// need be asked once for each distinct (summary, part, event). A model of several sets has one summary of them all.
/// A part does not know its position: parts that start equal are interchangeable.
/// </remarks>
/// <typeparam name="TSummary">What is known of the whole.</typeparam>
/// <typeparam name="TPart">What is known of one part.</typeparam>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <typeparam name="TFate">What can befall all other parts at once.</typeparam>
public interface IModel<TSummary, TPart, TEvent, TFate>
    where TSummary : notnull
    where TPart : class
    where TEvent : notnull
    where TFate : notnull
{
    /// <summary>The summary before anything has happened.</summary>
    TSummary Start { get; }

    /// <summary>The parts before anything has happened, one or more.</summary>
    Seq<TPart> Parts { get; }

    /// <summary>The ids of all rows of the table, in its order.</summary>
    Seq<string> Rows { get; }

    /// <summary>What is promised of it; at most 63.</summary>
    Seq<Property<TSummary, TPart>> Properties { get; }

    /// <summary>The events without a part that may come about, in the order in which they are tried.</summary>
    IEnumerable<TEvent> Events(TSummary summary);

    /// <summary>The events of one part that may come about, in the order in which they are tried.</summary>
    IEnumerable<TEvent> Events(TSummary summary, TPart part);

    /// <summary>What the event leads to; null where it is not enabled.</summary>
    /// <param name="summary">The summary before.</param>
    /// <param name="part">The part concerned, before; null for an event of <see cref="Events(TSummary)"/>.</param>
    /// <param name="on">The event.</param>
    Move<TSummary, TPart, TFate>? Next(TSummary summary, TPart? part, TEvent on);

    /// <summary>The part after <paramref name="fate"/> has come over it as one of the rest. A part of another set stays as it is.</summary>
    TPart Befall(TPart part, TFate fate);
}
