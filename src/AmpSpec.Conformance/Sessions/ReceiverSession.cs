using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Primitives;
using AmpSpec.Settlement;

namespace AmpSpec.Conformance.Sessions;

/// <summary>A receiving node under the session protocol: JSON in, JSON out, every decision written before its actions leave.</summary>
public sealed class ReceiverSession
{
    private readonly MemoryJournal _journal = new();
    private ImmutableDictionary<SetKey, string> _named = ImmutableDictionary<SetKey, string>.Empty;

    private ReceiverSession(Node node, JsonObject facts) => (Node, Facts) = (node, facts);

    /// <summary>The node as it stands.</summary>
    public Node Node { get; private set; }

    /// <summary>What <c>session.open</c> tells, but for the session's name.</summary>
    public JsonObject Facts { get; }

    /// <summary>The rows of the last event, for those who explain or count.</summary>
    public Seq<FiredRow> Rows { get; private set; }

    /// <summary>A node with the invoices that are wished for, or why there can be none.</summary>
    /// <param name="wish">A request that has the form of <see cref="SessionForms.Open"/>.</param>
    /// <param name="rules">Where receivers differ; what the request sets goes before.</param>
    public static (ReceiverSession? Session, Answer.Refuse? Refusal) Open(Input wish, Rules rules)
    {
        var effective = SessionWish.Rules(wish, rules);
        var (invoices, error) = SessionWish.Invoices(wish, effective);
        if (error is not null)
        {
            return (null, new(Phase.Input, Operation.Malformed, error));
        }

        var node = new Node(effective, new Now(new Instant(wish.U64("clock_ms")), new BlockHeight(wish.U32("height"))), invoices.Select(i => i.Invoice).ToSeq());
        return (new(node, SessionWish.Facts(invoices, effective)), null);
    }

    /// <summary>One event.</summary>
    public Answer Event(Input @event)
    {
        var clock = @event.Has("at_ms") ? new Instant(@event.U64("at_ms")) : Node.Now.Clock;
        var height = @event.Has("height") ? new BlockHeight(@event.U32("height")) : Node.Now.Height;
        var (on, error) = SessionEvent.Read(@event, height, Facts, Node.Rules);
        if (on is null)
        {
            return new Answer.Refuse(Phase.Input, Operation.Malformed, error!);
        }

        if (Node.Decide(on, clock, height) is not { } decision)
        {
            return new Answer.Refuse(Phase.Session, SessionOps.WrongPreimage, @event.Has("preimage")
                ? $"in.preimage: {@event.Text("preimage")} does not hash to the payment hash of the set"
                : "in.preimage: missing, and none is known that opens the set");
        }

        var released = decision.Release(_journal.Append(decision.Entry));
        (Node, Rows) = (released.Node, decision.Rows);

        // what a restart brings again is brought as it was
        _named = on is NodeEvent.Restarted ? _named : SessionAnswer.Named(released.Actions, Node);
        return new Answer.Ok(SessionAnswer.Show(released.Actions, Node, _named));
    }

    private sealed class MemoryJournal : Journal
    {
        private Entry? _last;

        protected override void Write(Entry entry) => _last = entry;
    }
}
