using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>A receiving node that is taken through the steps of a scenario, and what became of each part so far.</summary>
internal sealed class ScenarioPlayer
{
    private readonly MemoryJournal _journal = new();
    private readonly IReadOnlyList<(string Id, Invoice Invoice)> _invoices;
    private readonly Dictionary<string, Offer> _offers = [];
    private readonly Dictionary<string, PartView> _views = [];
    private readonly Dictionary<string, SetKey> _keys = [];
    private readonly List<FiredRow> _rows = [];
    private SetKey? _opened;
    private Node _node;

    /// <summary>Before the first step.</summary>
    public ScenarioPlayer(JsonObject scenario, Rules profile)
    {
        var config = scenario["config"]!.AsObject();
        var rules = ScenarioConfig.Rules(config, profile);
        _invoices = [.. ScenarioConfig.Invoices(scenario["invoices"]!.AsArray(), config, rules)];
        _node = new Node(rules, new Now(new Instant(0), new BlockHeight(config["start_height"]!.GetValue<uint>())), _invoices.Select(i => i.Invoice).ToSeq());
    }

    /// <summary>Each part that has come, in the order of their names.</summary>
    public IReadOnlyDictionary<string, PartView> Views => _views;

    /// <summary>The rows that the last step used.</summary>
    public IReadOnlyList<FiredRow> Rows => _rows;

    /// <summary>One step.</summary>
    public void Take(JsonObject step)
    {
        _rows.Clear();
        foreach (var view in _views.Values)
        {
            view.Told = false;
        }

        switch (step["do"]!.GetValue<string>())
        {
            case "htlc":
                Offer(step["part"]!.GetValue<string>(), ScenarioOffer.Of(step, _node.Rules));
                break;
            case "tick":
                Tick(_node.Now.Clock.After((ulong)Scenario.Milliseconds(step["seconds"])));
                break;
            case "block":
                Block(step["height"]!.GetValue<uint>());
                break;
            case "replay":
                Offer(step["part"]!.GetValue<string>(), _offers[step["part"]!.GetValue<string>()]);
                break;
            case "settle_invoice" or "claim":
                ForSets(step, key => new NodeEvent.SetSettled(key, null));
                break;
            case "user_fail":
                ForSets(step, key => new NodeEvent.SetCanceled(key));
                break;
            case "cancel_invoice":
                var given = Named(step)!;
                Do(new NodeEvent.InvoiceCanceled(given.PaymentSecret, given.PaymentHash));
                break;
            case "external_reject_next":
                Do(new NodeEvent.NextRejected());
                break;
            case "restart":
                Restart();
                break;
            case "drop_pending":
                Do(new NodeEvent.Restarted(Lossy: true, null));
                break;
            case "open_set":
                OpenSet(new TotalAmount(new Msat(Scenario.U64(step["total_msat"]))));
                break;
            case "lose_htlc":
                Lose(step["part"]!.GetValue<string>());
                break;
            case "shutdown":
                Do(new NodeEvent.Stopping());
                break;
            default: // a set that is started anew with what it holds, and a message that it does not know, change nothing
                Do(new NodeEvent.Nothing());
                break;
        }

        See();
    }

    /// <summary>What a result may ask.</summary>
    public JsonNode? Result(string asked, JsonNode? example) => asked switch
    {
        "amount_paid_msat" => _views.Where(v => v.Value.State == PartView.Settled).Aggregate(0UL, (sum, v) => checked(sum + _offers[v.Key].Wire.Msat.Value)),
        "custom_records" => new JsonObject(_node.Sets.Select(HeldOf).SelectMany(held => held.Custom)
            .Select(record => KeyValuePair.Create($"{record.Type}", (JsonNode?)Convert.ToHexStringLower([.. record.Value])))),
        "set_state" => example is JsonObject ids ? new JsonObject(ids.Select(id => KeyValuePair.Create(id.Key, (JsonNode?)SetState(id.Key)))) : SetState(null),
        _ => InvoiceState(_node.Invoices[0]),
    };

    private static Held HeldOf(OpenSet open) => open.Set switch
    {
        HtlcSet.Collecting(var held) => held,
        HtlcSet.Complete(var held) => held,
        _ => Held.None,
    };

    private string InvoiceState(Invoice invoice) => invoice.Status switch
    {
        InvoiceStatus.Paid => "settled",
        InvoiceStatus.Canceled => "canceled",
        InvoiceStatus.Open => _node.Sets.Any(open => open.Set is HtlcSet.Complete && open.Key.PaysTo(invoice, _node.Rules)) ? "accepted" : "open",
    };

    // the words are those of the recorders: lnd's for a set that has an id, eclair's for one that has none
    private string SetState(string? id)
    {
        var parts = _views.Where(v => id is null ? _keys.GetValueOrDefault(v.Key) is SetKey.Mpp : _keys.GetValueOrDefault(v.Key) is SetKey.Amp(_, var its) && its.ToString() == id).Select(v => v.Value).ToArray();
        var isOpen = _node.Sets.Any(open => id is null ? open.Key is SetKey.Mpp : open.Key is SetKey.Amp(_, var its) && its.ToString() == id);
        return (id, isOpen) switch
        {
            (null, true) => "open",
            (_, true) => "accepted",
            (null, _) when parts.Any(p => p.State == PartView.Settled) => "complete",
            (_, _) when parts.Any(p => p.State == PartView.Settled) => "settled",
            (null, _) => (parts.Length == 0 && _opened is not null) || parts.Any(p => p.Code == 23) ? "timed_out" : "failed",
            _ => "canceled",
        };
    }

    private void Offer(string part, Offer offer)
    {
        var named = offer with { Id = new HtlcId(part, "0") };
        _offers[part] = named with { ToEndedSet = false };
        _views.TryAdd(part, new PartView());
        Do(new NodeEvent.HtlcOffered(named));
        if (_node.Verdicts.GetValueOrDefault(named.Id) is Verdict.Held(var key))
        {
            _keys[part] = key;
        }
        else if (named.Payload is Decoded<FinalPayload>.Ok({ Amp: { } amp, PaymentData: { } data }, _))
        {
            _keys[part] = new SetKey.Amp(data.PaymentSecret, amp.SetId);
        }
        else
        {
            _keys.TryAdd(part, SetKey.Of(named.Hash, null, _node.Rules));
        }
    }

    // every timer in its own moment, as it would be with a clock that runs
    private void Tick(Instant until)
    {
        while (_node.Now.Clock.Milliseconds < until.Milliseconds)
        {
            var (now, rules) = (_node.Now.Clock.Milliseconds, _node.Rules);
            var begun = _node.Sets.SelectMany(open => open.Parts.Select(part => part.AcceptedAt.Clock).Append(HeldOf(open).FirstAt));
            var ends = _node.Invoices.Select(invoice => invoice.ExpiresAt).OfType<Instant>().SelectMany(end => new[] { end, end.After(1), end.After(1000) });
            var next = begun.Select(at => SetTimer.DueAt(at, rules)).Concat(ends).Select(at => at.Milliseconds).Where(at => at > now).DefaultIfEmpty(ulong.MaxValue).Min();
            Do(new NodeEvent.Nothing(), new Instant(Math.Min(next, until.Milliseconds)));
        }

        Do(new NodeEvent.Nothing());
    }

    // block by block, where that makes a difference
    private void Block(uint until)
    {
        while (_node.Now.Height.Value < until)
        {
            var (now, margin) = (_node.Now.Height.Value, _node.Rules.DeadlineMargin.Value);
            var next = _node.Sets.SelectMany(open => open.Parts).Select(part => part.Expiry.Value + 1L - margin).Where(at => at > now).DefaultIfEmpty(uint.MaxValue).Min();
            Do(new NodeEvent.Nothing(), height: new BlockHeight((uint)Math.Min(next, until)));
        }

        Do(new NodeEvent.Nothing());
    }

    private Invoice? Named(JsonObject step) => step["invoice"]?.GetValue<string>() is { } id
        ? _node.Invoices[_invoices.Index().First(i => i.Item.Id == id).Index]
        : null;

    private void ForSets(JsonObject step, Func<SetKey, NodeEvent> on)
    {
        var invoice = Named(step);
        foreach (var key in _node.Sets.Select(open => open.Key).Where(key => invoice is null || key.PaysTo(invoice, _node.Rules)).ToArray())
        {
            Do(on(key));
        }
    }

    private void OpenSet(TotalAmount total)
    {
        var invoice = _node.Invoices[0];
        if (invoice.PaymentHash is { } hash)
        {
            _opened = SetKey.Of(hash, invoice.PaymentSecret, _node.Rules);
            Do(new NodeEvent.SetOpened(_opened, invoice.Terms, total));
        }
    }

    // the peers hand in again what is still in their channels
    private void Restart()
    {
        Do(new NodeEvent.Restarted(Lossy: false, null));
        foreach (var part in _views.Where(v => v.Value.IsHeld).Select(v => v.Key).ToArray())
        {
            Offer(part, _offers[part]);
        }
    }

    private void Lose(string part)
    {
        Do(new NodeEvent.HtlcDropped(_offers[part].Id));
        if (_views[part].IsHeld)
        {
            _views[part].Lose();
        }
    }

    private void Do(NodeEvent on, Instant? clock = null, BlockHeight? height = null)
    {
        if (_node.Decide(on, clock ?? _node.Now.Clock, height ?? _node.Now.Height) is not { } decision)
        {
            return;
        }

        var released = decision.Release(_journal.Append(decision.Entry));
        _node = released.Node;
        _rows.AddRange(decision.Rows);
        foreach (var action in released.Actions)
        {
            switch (action)
            {
                case NodeAction.Settle(var claim):
                    _views[claim.Htlc.Channel].Settle(claim.Preimage);
                    break;
                case NodeAction.Fail(var htlc, var message):
                    _views[htlc.Channel].Fail(message);
                    break;
                case NodeAction.FailMalformed(var htlc, var message):
                    _views[htlc.Channel].Fail(message);
                    break;
            }
        }
    }

    private void See()
    {
        foreach (var open in _node.Sets)
        {
            var state = open.Set is HtlcSet.Collecting ? PartView.Partial
                : _node.Rules.Settles is Settles.Asked && !open.Terms.Hold ? PartView.Claimable : PartView.Accepted;
            foreach (var part in open.Parts)
            {
                _views[part.Id.Channel].Hold(state);
            }
        }
    }

    private sealed class MemoryJournal : Journal
    {
        protected override void Write(Entry entry)
        {
        }
    }
}
