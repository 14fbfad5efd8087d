using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>What becomes of a part.</summary>
public abstract record Fate
{
    private Fate()
    {
    }

    /// <summary>It is held; nobody is told anything.</summary>
    public sealed record Held : Fate;

    /// <summary>It is opened.</summary>
    public sealed record Settled(Opening With) : Fate;

    /// <summary>It is failed.</summary>
    public sealed record Failed(Refusal Why) : Fate;
}

/// <summary>What opens the parts of a set.</summary>
public abstract record Opening
{
    private Opening()
    {
    }

    /// <summary>One preimage opens all.</summary>
    public sealed record Shared(Preimage Preimage) : Opening;

    /// <summary>Each part has its own, in the order of their arrival.</summary>
    public sealed record Each(Seq<Preimage> Preimages) : Opening;
}

/// <summary>What befalls the parts that the set holds, beside the one that the event is about.</summary>
public abstract record Rest
{
    private Rest()
    {
    }

    /// <summary>Nothing.</summary>
    public sealed record Keep : Rest;

    /// <summary>The same befalls all of them.</summary>
    public sealed record All(Fate Fate) : Rest;
}

/// <summary>What one event does to a set: where it stands then, what becomes of the part that the event is about, and of the rest.</summary>
/// <param name="Next">The set from now on.</param>
/// <param name="One">The part concerned; null where the event concerns none, or it is gone.</param>
/// <param name="Rest">The parts that were held before.</param>
public sealed record Step(HtlcSet Next, Fate? One, Rest Rest)
{
    /// <summary>The row of the table that said so: <c>receiver/07</c>.</summary>
    public string Row { get; private init; } = "";

    /// <summary>The requirements that the row serves.</summary>
    public Seq<string> Requirements { get; private init; }

    /// <summary>Whether the set's owner is told that it is complete.</summary>
    public bool Announces { get; init; }

    /// <summary>Whether the invoice is closed with the set.</summary>
    public bool CancelsInvoice { get; init; }

    /// <summary>Names the row, and the requirements that it serves.</summary>
    public Step By(string row, params string[] requirements) => this with { Row = row, Requirements = requirements.ToSeq() };
}
