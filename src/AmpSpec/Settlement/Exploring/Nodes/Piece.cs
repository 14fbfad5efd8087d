namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>Where one HTLC is.</summary>
public abstract record Piece
{
    private Piece()
    {
    }

    /// <summary>Not offered yet.</summary>
    public sealed record Idle : Piece
    {
        /// <summary>In words.</summary>
        public override string ToString() => "not offered";
    }

    /// <summary>Offered, and still to be taken back.</summary>
    /// <param name="Letter">What it says.</param>
    /// <param name="HasOutlived">Whether the node has started again and knows it still.</param>
    public sealed record InFlight(Letter Letter, bool HasOutlived = false) : Piece
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"in flight{(HasOutlived ? " still" : "")}: {Letter}";
    }

    /// <summary>Held by a set.</summary>
    /// <param name="Key">Which one.</param>
    /// <param name="Letter">What it says.</param>
    /// <param name="Part">What the set knows of it.</param>
    public sealed record Held(SetKey Key, Letter Letter, Part Part) : Piece
    {
        /// <summary>Equal by its key, its letter and its part.</summary>
        public bool Equals(Held? other) => ReferenceEquals(this, other) || (other is not null && Letter.Equals(other.Letter) && Part == other.Part && Key == other.Key);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Letter, Part.AcceptedAt.Clock, Part.Expiry);

        /// <summary>In words.</summary>
        public override string ToString() => $"held: {Letter}";
    }

    /// <summary>Answered, or gone. What it said is not remembered.</summary>
    public sealed record Done(Outcome Outcome) : Piece
    {
        /// <summary>In words.</summary>
        public override string ToString() => Outcome switch
        {
            Outcome.Settled => "settled",
            Outcome.TimedOut => "timed out",
            Outcome.Failed => "failed",
            Outcome.Gone => "gone",
            _ => throw new ArgumentOutOfRangeException(nameof(Outcome)),
        };
    }

    /// <summary>Answered, and it may come again.</summary>
    public sealed record Answered(Letter Letter, NodeAction Answer) : Piece
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"{new Done(Outcomes.Of(Answer))}: {Letter}";
    }

    /// <summary>Unanswered, and the node does not know it any more.</summary>
    public sealed record Forgotten(Letter Letter) : Piece
    {
        /// <summary>In words.</summary>
        public override string ToString() => $"forgotten: {Letter}";
    }
}

/// <summary>How an HTLC ended.</summary>
public enum Outcome
{
    /// <summary>Its preimage has left.</summary>
    Settled,

    /// <summary>Its payer was told that the set was not complete in time.</summary>
    TimedOut,

    /// <summary>It was failed otherwise.</summary>
    Failed,

    /// <summary>It is gone without our doing.</summary>
    Gone,
}

/// <summary>From an answer to an outcome.</summary>
internal static class Outcomes
{
    private static readonly ushort TimedOut = Wire.FinalFailure.MppTimeout.Code;

    public static Outcome Of(NodeAction answer) => answer switch
    {
        NodeAction.Settle => Outcome.Settled,
        NodeAction.Fail(_, var message) => message.Code == TimedOut ? Outcome.TimedOut : Outcome.Failed,
        NodeAction.FailMalformed or NodeAction.Announce => Outcome.Failed,
    };
}

/// <summary>What one step makes of parts that it does not concern, by what they were.</summary>
public sealed record Fates(Primitives.Seq<Change> Changes)
{
    /// <summary>What becomes of a part.</summary>
    internal Piece Of(Piece piece)
    {
        foreach (var change in Changes)
        {
            if (change.Before == piece)
            {
                return change.After;
            }
        }

        return piece;
    }
}

/// <summary>One kind of part, before and after.</summary>
public sealed record Change(Piece Before, Piece After);
