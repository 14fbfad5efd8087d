using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring;

/// <summary>What can happen beside parts that come and a clock that goes on.</summary>
[Flags]
public enum Happens
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>Parts are lost.</summary>
    Loss = 1,

    /// <summary>Blocks come.</summary>
    Blocks = 2,

    /// <summary>The tip becomes stale, and fresh again.</summary>
    Tip = 4,

    /// <summary>The node is about to stop.</summary>
    Stop = 8,

    /// <summary>Owners settle.</summary>
    Settle = 16,

    /// <summary>Owners cancel.</summary>
    Cancel = 32,

    /// <summary>Invoices end.</summary>
    Expire = 64,
}

/// <summary>The bounds of one exploration.</summary>
/// <param name="Name">What is looked at.</param>
/// <param name="Rules">Where receivers differ.</param>
/// <param name="Sets">What the invoice of each set asks; sets of one invoice have equal terms.</param>
/// <param name="Letters">For each set, the parts that can be offered to it.</param>
/// <param name="Happens">What else can happen.</param>
/// <param name="Parts">Parts of all sets together.</param>
/// <param name="Timer">Ticks until a timer runs out.</param>
/// <param name="Opens">What opens the sets that their owner settles.</param>
public sealed record Scope(string Name, Rules Rules, Seq<Terms> Sets, Seq<Seq<Letter>> Letters, Happens Happens, int Parts, int Timer, Preimage Opens)
{
    /// <summary>Whether promises are judged; not where a rule was changed for the sake of its rows.</summary>
    public bool IsJudged { get; init; } = true;

    /// <summary>The height at the start.</summary>
    public uint Height { get; init; } = 800_000;

    /// <summary>The last tick: a set that begins when the first one has timed out is still seen to time out.</summary>
    public int MaxTicks => (2 * Timer) + 1;

    /// <summary>The last block.</summary>
    public int MaxBlocks => 2;

    /// <summary>What can happen to one set by itself.</summary>
    public IEnumerable<SetEvent> OfOwner()
    {
        if (Happens.HasFlag(Happens.Settle))
        {
            yield return new SetEvent.OwnerSettles(Opens);
        }

        if (Happens.HasFlag(Happens.Cancel))
        {
            yield return new SetEvent.OwnerCancels();
        }

        if (Happens.HasFlag(Happens.Expire))
        {
            yield return new SetEvent.InvoiceEnded();
        }
    }

    /// <summary>What can still happen to parts that a set holds no more, or whose time means nothing any more; the table is told of it all the same.</summary>
    /// <param name="set">Where the set stands.</param>
    public IEnumerable<SetEvent> OfPartsGone(HtlcSet set)
    {
        var (ended, part) = (set is HtlcSet.Settled or HtlcSet.Dead, Letters[0][0].Part);
        if (ended && Happens.HasFlag(Happens.Loss))
        {
            yield return new SetEvent.PartLost();
        }

        if (Rules.TimerScope is TimerScope.Part && (ended || set is HtlcSet.Complete))
        {
            yield return new SetEvent.PartTimedOut(part, Held.None);
        }

        if (Rules.Deadline is Deadline.FailPart && ended)
        {
            yield return new SetEvent.PartTooLate(part, Held.None);
        }
    }
}
