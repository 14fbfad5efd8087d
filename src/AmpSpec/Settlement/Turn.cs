using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using static AmpSpec.Settlement.NodeEvent;

namespace AmpSpec.Settlement;

/// <summary>One event of a node, worked off: first the timers that are due, then invoices that expire, then deadlines, then the event itself, then deadlines once more.</summary>
/// <param name="Node">The node so far.</param>
/// <param name="Table">What an event does to one set.</param>
internal sealed record Turn(Node Node, SetTable Table)
{
    /// <summary>What is to leave.</summary>
    public Seq<NodeAction> Due { get; private init; }

    /// <summary>The rows used.</summary>
    public Seq<FiredRow> Rows { get; private init; }

    private Rules Rules => Node.Rules;

    /// <summary>Every timer that has run out.</summary>
    [Requirement("MPP-RCV-15")]
    public Turn Timers() => Rules.TimerScope is TimerScope.Part
        ? EachPart(part => SetTimer.DueAt(part.AcceptedAt.Clock, Rules).HasCome(Node.Now.Clock), (part, left) => new SetEvent.PartTimedOut(part, left))
        : EachSet(new SetEvent.TimePassed());

    /// <summary>Every invoice that has expired, where that does more than to refuse new parts.</summary>
    [Requirement("INV-06")]
    public Turn Expiries() => Rules.InvoiceExpiry switch
    {
        InvoiceExpiry.RefusesNew => this,
        InvoiceExpiry.CancelsInvoice => Node.Invoices.Where(invoice => invoice.Status is InvoiceStatus.Open && HasEnded(invoice, 1) && (invoice.Keysend || !IsHeld(invoice)))
            .Aggregate(this, (so, invoice) => so.Cancel(other => other == invoice, key => key.PaysTo(invoice, Rules))),
        InvoiceExpiry.FailsIncomplete => Node.Sets.Where(open => Node.Invoices.Any(invoice => open.Key.PaysTo(invoice, Rules) && HasEnded(invoice, 1000)))
            .Aggregate(this, (so, open) => so.Feed(open, new SetEvent.InvoiceEnded())),
    };

    /// <summary>Every incomplete set, where the node is about to stop and keeps none.</summary>
    public Turn Stop() => Node.IsStopping && Rules.Shutdown is Shutdown.FailsIncomplete ? EachSet(new SetEvent.NodeStops()) : this;

    /// <summary>Every set that is too near to its first expiry.</summary>
    [Requirement("CHAIN-01")]
    public Turn Deadlines() => Rules.Deadline is Deadline.FailPart
        ? EachPart(part => part.Expiry.IsNearer(Rules.DeadlineMargin, Node.Now.Height), (part, left) => new SetEvent.PartTooLate(part, left))
        : EachSet(new SetEvent.BlockPassed());

    /// <summary>The event itself; null where it cannot be met.</summary>
    /// <remarks>An offer that is not committed waits, the latest of its name, until it is committed, taken back, or the node starts again.</remarks>
    [Requirement("MPP-RCV-34")]
    public Turn? Do(NodeEvent on) => on switch
    {
        Nothing => this,
        HtlcOffered(var offer, _) when Rules.Replays is not Replays.Same && Node.Verdicts.GetValueOrDefault(offer.Id) is Verdict.Told(not NodeAction.Settle) => Failed(offer),
        HtlcOffered(var offer, _) when Node.Verdicts.TryGetValue(offer.Id, out var verdict) => Repeat(offer, verdict),
        HtlcOffered(var offer, false) => this with { Node = Node with { Uncommitted = Node.Uncommitted.SetItem(offer.Id, offer) } },
        HtlcOffered(var offer, true) => Take(offer),
        HtlcCommitted(var id) => Node.Uncommitted.TryGetValue(id, out var offer) ? Take(offer) : this,
        HtlcDropped(var id) => Drop(id),
        SetSettled(var key, var preimage) => Settle(key, preimage),
        SetCanceled(var key) => Node.Find(key) is { } open ? Feed(open, new SetEvent.OwnerCancels()) : this,
        InvoiceCanceled which => Cancel(which.Means, key => Node.Invoices.Any(invoice => which.Means(invoice) && key.PaysTo(invoice, Rules))),
        NextRejected => this with { Node = Node with { RejectsNext = true } },
        SetOpened(var key, var terms, var total) => Node.Find(key) is not null ? this
            : this with { Node = Node with { Sets = Node.Sets.Add(new OpenSet(key, terms, new HtlcSet.Collecting(Held.Opened(total, Node.Now.Clock)), [])) } },
        TipSeen(var isStale) => Sees(isStale),
        Stopping => this with { Node = Node with { IsStopping = true } },
        Restarted(var lossy, var delivered) => Restart(lossy, delivered),
    };

    /// <summary>A part that is known gets its answer again, whatever has changed since, and none while it is held; a preimage leaves again only for the hash that it opens.</summary>
    [Requirement("MPP-RCV-23", "AMP-RCV-11")]
    private Turn Repeat(Offer offer, Verdict verdict) => verdict switch
    {
        Verdict.Held => Used("receiver/01", "MPP-RCV-23"),
        Verdict.Told(NodeAction.Settle(var claim)) when claim.Preimage.Hash() != offer.Hash => Used("receiver/01", "AMP-RCV-11").Let(Failure(offer, null, new Refusal.UnknownInvoice())),
        Verdict.Told(var action) => Used("receiver/01", "MPP-RCV-23", "AMP-RCV-11").Let(action),
    };

    /// <summary>A part that failed comes again: judged anew, or refused for being known, as the rules say.</summary>
    [Requirement("MPP-RCV-23")]
    private Turn Failed(Offer offer)
    {
        var turn = Used("receiver/02", "MPP-RCV-23");
        return Rules.Replays is Replays.Anew ? turn.Take(offer) : turn.Fail(offer, null, new Refusal.Replayed());
    }

    private Turn Take(Offer offer)
    {
        var turn = this with { Node = Node with { Uncommitted = Node.Uncommitted.Remove(offer.Id) } };
        return offer.Payload switch
        {
            // the onion was tampered with, or was made for another hash
            _ when offer.HmacFails => turn.Used("receiver/03", "MPP-WIRE-08").Answer(offer.Id, new NodeAction.FailMalformed(offer.Id, FinalFailure.InvalidOnionHmac)),
            // the size of its keysend preimage, and nothing else, makes the payload unreadable
            Decoded<FinalPayload>.Malformed when offer.IsKeysendOfAnotherSize => turn.Used("receiver/04", "KEYSEND-01").Fail(offer, null, new Refusal.KeysendMismatch()),
            // the payload cannot be read
            Decoded<FinalPayload>.Malformed => turn.Used("receiver/05", "MPP-WIRE-04").Fail(offer, null, new Refusal.Undecodable(offer.Offender)),
            Decoded<FinalPayload>.Ok(var payload, _) => turn.Judge(Lookup.Of(turn.Node, offer, payload)),
        };
    }

    private Turn Judge(Arrival arrival)
    {
        var (key, part) = (arrival.Key(Rules), arrival.Part(Node.Now));
        var known = Node.Find(key);
        if (arrival.Offer.ToEndedSet && known is null && Node.Ends.TryGetValue(key, out var end))
        {
            // a part was still under way to a set that has ended: it fares as the set did
            return Used("receiver/06", "MPP-RCV-20").Tell(part, end);
        }

        var calm = this with { Node = Node with { RejectsNext = false } };
        if (arrival.Refused(Node.Now, Rules) is { } refused)
        {
            return calm.Used(refused.Row, [.. refused.Requirements]).Fail(arrival.Offer, arrival.Payload, refused.Why);
        }

        var invoice = arrival.Invoice!;
        var start = invoice.Status is InvoiceStatus.Paid ? new HtlcSet.Settled() : Rules.SetIds is SetIds.Terminal ? Node.Ended.GetValueOrDefault(key, HtlcSet.Start) : HtlcSet.Start;
        var open = known ?? new OpenSet(key, invoice.Terms, start, []);
        var room = known is not null || Node.Sets.Count(other => SecretOf(other.Key) == SecretOf(key) && HashOf(other.Key) == HashOf(key)) < Rules.MaxSets;
        var turn = calm with { Node = calm.Node with { Invoices = arrival.Spontaneous ? Node.Invoices.Add(invoice) : Node.Invoices } };
        var after = turn.Feed(open, new SetEvent.PartArrived(part, room) { IsRejected = Node.RejectsNext }, part);

        // a part that is refused alone makes no invoice; one that ended its set at once was in it
        return arrival.Spontaneous && after.Node.Sets == Node.Sets && after.Node.Ended == Node.Ended && after.Node.Verdicts[part.Id] is Verdict.Told(NodeAction.Fail)
            ? after with { Node = after.Node with { Invoices = Node.Invoices } }
            : after;
    }

    private Turn Drop(HtlcId id) => Node.Verdicts.GetValueOrDefault(id) is Verdict.Held(var key) && Node.Find(key) is { } open && open.Parts.FirstOrDefault(part => part.Id == id) is { } part
        ? Lose(open, part)
        : this with { Node = Node with { Uncommitted = Node.Uncommitted.Remove(id) } };

    // nobody is there to hear why the lost part failed; if it comes again, it hears what the rest heard
    [Requirement("MPP-RCV-19", "MPP-RCV-23")]
    private Turn Lose(OpenSet open, Part part)
    {
        var turn = Feed(open, new SetEvent.PartLost(), part);
        return turn with { Node = turn.Node with { Verdicts = turn.Node.Verdicts.SetItem(part.Id, new Verdict.Told(Failure(part, new Refusal.LostPart()))) } };
    }

    // a wrong preimage is the owner's mistake: nothing changes, not even the time
    private Turn? Settle(SetKey key, Preimage? given)
    {
        if (Node.Find(key) is not { Set: HtlcSet.Complete } open)
        {
            return Node.Find(key) is { } incomplete ? Feed(incomplete, new SetEvent.OwnerSettles(given ?? default)) : this;
        }

        var preimage = given ?? open.Terms.Preimage;
        return preimage is { } opens && opens.Hash() == HashOf(key) ? Feed(open, new SetEvent.OwnerSettles(opens)) : null;
    }

    [Requirement("AMP-RCV-17", "MPP-RCV-31")]
    private Turn Cancel(Func<Invoice, bool> which, Func<SetKey, bool> keys)
    {
        var invoices = Node.Invoices.Select(invoice => which(invoice) && invoice.Status is InvoiceStatus.Open ? invoice with { Status = InvoiceStatus.Canceled } : invoice).ToSeq();
        var turn = this with { Node = Node with { Invoices = invoices } };
        return Node.Sets.Where(open => keys(open.Key)).Aggregate(turn, (so, open) => so.Feed(open, new SetEvent.OwnerCancels()));
    }

    private Turn Restart(bool lossy, int? delivered)
    {
        var again = Node.LastActions.Skip(delivered ?? Node.LastActions.Count).ToSeq();
        var forgets = lossy || Rules.Restart is Settlement.Restart.Forgets;

        // what peers had offered and not committed is forgotten on both sides
        var started = this with { Node = Node with { Uncommitted = Node.Uncommitted.Clear() } };
        var turn = again.Where(action => action is not NodeAction.Announce(var key, _) || (!forgets && Node.Find(key) is { Set: HtlcSet.Complete })).Aggregate(started, (so, action) => so.Let(action));
        return forgets ? turn.Forget()
            : Rules.Restart is Settlement.Restart.Fails ? turn.GiveUp()
            : Rules.Restart is Settlement.Restart.ResumesAfresh ? turn with { Node = turn.Node with { Sets = turn.Node.Sets.Select(open => open.Afresh(Node.Now.Clock)).ToSeq() } }
            : turn;
    }

    private Turn Forget()
    {
        var held = Node.Sets.SelectMany(open => open.Parts).Select(part => part.Id);
        return this with { Node = Node with { Sets = [], Verdicts = Node.Verdicts.RemoveRange(held) } };
    }

    private Turn GiveUp() => Node.Sets.SelectMany(open => open.Parts).Aggregate(
        this with { Node = Node with { Sets = [] } }, (so, part) => so.Tell(part, new Fate.Failed(new Refusal.Restarted())));

    [Requirement("CHAIN-07")]
    private Turn Sees(bool isStale)
    {
        var turn = this with { Node = Node with { Now = Node.Now with { TipIsStale = isStale } } };
        return isStale ? turn : turn.EachSet(new SetEvent.TipCaughtUp());
    }

    private Turn EachSet(SetEvent on) => Node.Sets.Aggregate(this, (so, open) => so.Feed(open, on));

    private Turn EachPart(Func<Part, bool> isDue, Func<Part, Held, SetEvent> on) => Node.Sets
        .SelectMany(open => open.Parts.Where(part => open.Set is HtlcSet.Collecting || Rules.Deadline is Deadline.FailPart).Where(isDue).Select(part => (open.Key, Part: part)))
        .Aggregate(this, (so, due) => so.Node.Find(due.Key) is { } open ? so.Feed(open, on(due.Part, open.Without(due.Part)), due.Part) : so);

    /// <summary>Asks the table about one set, and carries out what it says.</summary>
    /// <param name="open">The set.</param>
    /// <param name="on">The event.</param>
    /// <param name="one">The part that the event is about.</param>
    private Turn Feed(OpenSet open, SetEvent on, Part? one = null)
    {
        var step = Table(open.Set, on, Node.Now, open.Terms, Rules);
        var turn = this with { Rows = Rows.Add(new(step.Row, step.Requirements, Idle: step is { One: null, Rest: Rest.Keep } && step.Next == open.Set)) };
        var parts = open.Parts.Where(part => part.Id != one?.Id).ToSeq();
        var rest = step.Rest is Rest.All(var fate) ? parts.Index().Aggregate(turn, (so, part) => so.Tell(part.Item, fate, part.Index)) : turn;
        var told = one is not null && step.One is { } its ? rest.Tell(one, its, open.Parts.Count, open.Key) : rest;
        var left = (step.Rest, step.One) switch
        {
            (Rest.All, _) => [],
            (Rest.Keep, Fate.Held) => parts.Add(one!),
            (Rest.Keep, null) => open.Parts,
            (Rest.Keep, Fate.Settled or Fate.Failed) => parts,
        };
        return told.Put(open with { Set = step.Next, Parts = left }, step);
    }

    // the set is kept while it is undecided; what ends it is remembered where it must be; no other set is touched
    [Requirement("AMP-RCV-16")]
    private Turn Put(OpenSet open, Step step)
    {
        var at = Node.Sets.ToList().FindIndex(other => other.Key == open.Key);
        var others = Node.Sets.Where((_, i) => i != at).ToSeq();
        var sets = step.Next is HtlcSet.Collecting { Held.HasBegun: true } or HtlcSet.Complete
            ? at < 0 ? Node.Sets.Add(open) : Node.Sets.Select((other, i) => i == at ? open : other).ToSeq()
            : others;
        var node = Node with { Sets = sets };
        if (step.Next is HtlcSet.Settled or HtlcSet.Dead)
        {
            node = open.Key switch
            {
                SetKey.Amp => node with { Ended = node.Ended.SetItem(open.Key, step.Next) },
                SetKey.Mpp => node with { Invoices = node.Invoices.Select(invoice => invoice.Status is InvoiceStatus.Open && open.Key.PaysTo(invoice, Rules) ? invoice with { Status = InvoiceStatus.Paid } : invoice).ToSeq() },
            };
        }

        if (step.Rest is Rest.All(var fate) && Rules.LateParts is LateParts.AsEnded)
        {
            node = node with { Ends = node.Ends.SetItem(open.Key, fate) };
        }

        var turn = this with { Node = node };
        turn = step is { Announces: true, Next: HtlcSet.Complete complete } ? turn.Let(new NodeAction.Announce(open.Key, complete.Held.Sum)) : turn;
        return step.CancelsInvoice ? turn.Cancel(invoice => open.Key.PaysTo(invoice, Rules), key => SecretOf(key) == SecretOf(open.Key) && HashOf(key) == HashOf(open.Key)) : turn;
    }

    private bool HasEnded(Invoice invoice, ulong beyond) => invoice.ExpiresAt is { } end && end.After(beyond).HasCome(Node.Now.Clock);

    private bool IsHeld(Invoice invoice) => Node.Sets.Any(open => open.Set is HtlcSet.Complete && open.Key.PaysTo(invoice, Rules));

    private Turn Tell(Part part, Fate fate, int place = 0, SetKey? key = null) => fate switch
    {
        Fate.Held => this with { Node = Node with { Verdicts = Node.Verdicts.SetItem(part.Id, new Verdict.Held(key!)) } },
        Fate.Settled(Opening.Shared(var preimage)) => Answer(part.Id, new NodeAction.Settle(new Claim(part.Id, preimage))),
        Fate.Settled(Opening.Each(var preimages)) => Answer(part.Id, new NodeAction.Settle(new Claim(part.Id, preimages[place]))),
        Fate.Failed(var why) => Answer(part.Id, Failure(part, why)),
    };

    [Requirement("MPP-RCV-33")]
    private BlockHeight HeightOf(Part part) => Rules.ToldHeight is ToldHeight.Current ? Node.Now.Height : part.AcceptedAt.Height;

    private Turn Fail(Offer offer, FinalPayload? payload, Refusal why) => Answer(offer.Id, Failure(offer, payload, why));

    private NodeAction Failure(Part part, Refusal why) =>
        Failure(part.Id, part.PathKeyGiven, part.Blinded, WireFailure.Of(why, new(part.Wire, part.Onion, part.Total, part.Expiry, HeightOf(part)), Rules));

    private NodeAction Failure(Offer offer, FinalPayload? payload, Refusal why)
    {
        var failing = new Failing(offer.Wire, new(payload?.AmtToForward ?? default), payload is null ? default : new Arrival(offer, payload, null, false, false).Total, offer.Expiry, Node.Now.Height);
        return Failure(offer.Id, offer.PathKeyGiven, payload?.EncryptedRecipientData is not null, WireFailure.Of(why, failing, Rules));
    }

    // into a blinded path everything fails alike; told to the peer where the peer brought the path key
    [Requirement("MPP-RCV-32")]
    private static NodeAction Failure(HtlcId htlc, bool pathKeyGiven, bool blinded, FailureMessage message) =>
        pathKeyGiven ? new NodeAction.FailMalformed(htlc, FinalFailure.InvalidOnionBlinding)
        : new NodeAction.Fail(htlc, blinded ? FinalFailure.InvalidOnionBlinding : message);

    private Turn Answer(HtlcId id, NodeAction action) =>
        Let(action) with { Node = Node with { Verdicts = Node.Verdicts.SetItem(id, new Verdict.Told(action)) } };

    private Turn Let(NodeAction action) => this with { Due = Due.Add(action) };

    private Turn Used(string row, params string[] requirements) => this with { Rows = Rows.Add(new(row, requirements.ToSeq())) };

    private static PaymentSecret? SecretOf(SetKey key) => key switch
    {
        SetKey.Mpp(_, var secret) => secret,
        SetKey.Amp(var secret, _) => secret,
    };

    private static Hash32? HashOf(SetKey key) => key switch
    {
        SetKey.Mpp(var hash, _) => hash,
        SetKey.Amp => null,
    };
}
