using AmpSpec.Primitives;
using static AmpSpec.Settlement.Exploring.Nodes.ReceiverEvent;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>What the table is asked beside a step, though the node would not ask: about sets that have ended, and about an owner whose word comes with the block that makes it too late.</summary>
internal sealed record Asides
{
    private readonly Episode _step;
    private readonly SetTable _table;
    private readonly List<string> _rows = [];

    public Asides(Episode step, SetTable table)
    {
        (_step, _table) = (step, table);
        var breach = Breach.None;
        foreach (var (set, memory) in step.Before.Memories.Index())
        {
            breach |= StandsAt(step, memory) is { } ended && Asked(step, set) is { } on && Answer(memory.Key, ended, on) is var answer
                && (answer is not { One: null, Rest: Rest.Keep } || answer.Next != ended) ? Breach.Revived : Breach.None;
            breach |= IsTooLate(set, memory.Key) && Answer(memory.Key, step.Before.Find(memory.Key)!.Set, new SetEvent.OwnerSettles(step.Scope.Sets[set].Opens!.Value)) is { Rest: Rest.All(Fate.Settled) }
                ? Breach.Late : Breach.None;
        }

        Breach = breach & ~Promises.Waived(step.Scope);
    }

    /// <summary>The rows that fired.</summary>
    public IReadOnlyList<string> Rows => _rows;

    /// <summary>What it broke.</summary>
    public Breach Breach { get; }

    private Step Answer(SetKey key, HtlcSet set, SetEvent on)
    {
        var terms = _step.Before.Find(key)?.Terms ?? _step.Before.Invoices.FirstOrDefault(invoice => key.PaysTo(invoice, _step.Scope.Rules))?.Terms ?? new Terms();
        var answer = _table(set, on, _step.Node.Now, terms, _step.Scope.Rules);
        _rows.Add(answer.Row);
        return answer;
    }

    // where each part has its deadline, the node takes those away first that are too near
    private bool IsTooLate(int set, SetKey key) => _step.On is BlocksCame && _step.Scope.Rules.Deadline is not Deadline.FailPart && _step.Scope.Happens.HasFlag(Happens.Settles) && _step.Scope.Sets[set].Opens is not null
        && _step.Before.Find(key) is { Set: HtlcSet.Complete, Members: var members }
        && members.Any(member => member.Part.Expiry.IsNearer(_step.Scope.Rules.DeadlineMargin, _step.Node.Now.Height));

    private static HtlcSet? StandsAt(Episode step, Memory memory) =>
        step.Before.Find(memory.Key) is not null ? null
        : memory.Seen.HasFlag(Seen.WasSettled) ? new HtlcSet.Settled()
        : memory.Seen.HasFlag(Seen.HasEnded) ? new HtlcSet.Dead()
        : null;

    private static SetEvent? Asked(Episode step, int set) => step.On switch
    {
        Ticked => step.Scope.Rules.TimerScope is TimerScope.Part ? new SetEvent.PartTimedOut(Part(step, set), Held.None)
            : HasInvoiceEnded(step, set) ? new SetEvent.InvoiceEnded() : new SetEvent.TimePassed(),
        BlocksCame => step.Scope.Rules.Deadline is Deadline.FailPart ? new SetEvent.PartTooLate(Part(step, set), Held.None) : new SetEvent.BlockPassed(),
        OwnerSettles(var which) when which == set && step.Scope.Sets[set].Opens is { } opens => new SetEvent.OwnerSettles(opens),
        OwnerCancels(var which) when which == set => new SetEvent.OwnerCancels(),
        Lost when step.Piece is Piece.Answered(var letter, _) && step.Scope.IndexOf(step.KeyOf(letter)) == set => new SetEvent.PartLost(),
        Stopping => new SetEvent.NodeStops(),
        TipSeen(false) => new SetEvent.TipCaughtUp(),
        Lost or OwnerSettles or OwnerCancels or TipSeen or Offered or Proposed or Committed or Replayed or InvoiceCancelled or Restarted or NextRejected => null,
    };

    private static bool HasInvoiceEnded(Episode step, int set) => step.Scope.Rules.InvoiceExpiry is InvoiceExpiry.FailsIncomplete
        && step.Before.Invoices.Any(invoice => step.Before.Memories[set].Key.PaysTo(invoice, step.Scope.Rules) && invoice.ExpiresAt is { } end && end.HasCome(step.Node.Now.Clock));

    private static Part Part(Episode step, int set) => step.Scope.Letters.First(letter => step.Scope.IndexOf(step.KeyOf(letter)) == set).AsPart;
}
