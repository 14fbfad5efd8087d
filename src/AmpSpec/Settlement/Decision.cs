using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>What a node has decided. Its actions stay inside until the record of it is written.</summary>
[Requirement("MPP-RCV-24")]
public sealed class Decision
{
    internal Decision(Entry entry, Seq<FiredRow> rows) => (Entry, Rows) = (entry, rows);

    /// <summary>What must be written before anything leaves.</summary>
    public Entry Entry { get; }

    /// <summary>The rows that were used, in order.</summary>
    public Seq<FiredRow> Rows { get; }

    /// <summary>The actions, against the proof that this very record was written.</summary>
    /// <exception cref="ArgumentException">The proof is of another record.</exception>
    public Released Release(Durable proof) => ReferenceEquals(proof.Entry, Entry)
        ? new(Entry.Node, Entry.Actions)
        : throw new ArgumentException("the proof is of another record", nameof(proof));
}

/// <summary>A row of a table that was used, and the requirements that it serves.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Requirements">What it serves.</param>
/// <param name="Idle">Whether it left everything as it was.</param>
public sealed record FiredRow(string Id, Seq<string> Requirements, bool Idle = false);

/// <summary>The record of one decision: the node after it, and all that is to leave because of it. A node starts again from the last one written.</summary>
public sealed record Entry
{
    internal Entry(Node node, Seq<NodeAction> actions) => (Node, Actions) = (node, actions);

    /// <summary>The node from now on.</summary>
    public Node Node { get; }

    internal Seq<NodeAction> Actions { get; }
}

/// <summary>Where decisions are written down. Whoever keeps one writes before it returns.</summary>
public abstract class Journal
{
    /// <summary>Writes a record, and proves it.</summary>
    public Durable Append(Entry entry)
    {
        Write(entry);
        return new(entry);
    }

    /// <summary>Writes a record so that it outlives the process; throws where it cannot.</summary>
    protected abstract void Write(Entry entry);
}

/// <summary>The proof that a record was written. Only a journal makes one.</summary>
public sealed class Durable
{
    internal Durable(Entry entry) => Entry = entry;

    internal Entry Entry { get; }
}

/// <summary>What a decision lets out.</summary>
/// <param name="Node">The node from now on.</param>
/// <param name="Actions">What is to be done now; the order is free.</param>
public sealed record Released(Node Node, Seq<NodeAction> Actions);
