using System.Security.Cryptography;
using static AmpSpec.Tests.Settlement.Stateful.Happening;

namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>A payee that keeps to chapter 30 and knows nothing of the tables: lists, and an if for each sentence. It runs no code of the library.</summary>
internal sealed class Payee(bool spontaneous, int mostParts, int mostSets)
{
    private const ulong AllBitcoins = 2_100_000_000_000_000_000, Timeout = 60_000;
    private const uint Margin = 18;
    private readonly Dictionary<int, string?> _told = [];          // null while the part is held
    private readonly Dictionary<int, Htlc> _uncommitted = [];
    private readonly List<Bill> _paid = [], _canceled = [];
    private readonly List<SetName> _dead = [];
    private List<string> _answers = [], _last = [];
    private bool _isBlind;                                         // the tip is stale

    internal List<Bill> Bills { get; } = [];

    /// <summary>The sets that are undecided.</summary>
    internal List<Pile> Piles { get; } = [];

    internal ulong Clock { get; private set; }

    internal uint Height { get; private set; }

    internal Payee Copy()
    {
        var copy = new Payee(spontaneous, mostParts, mostSets) { Clock = Clock, Height = Height, _last = _last, _isBlind = _isBlind };
        _told.ToList().ForEach(t => copy._told.Add(t.Key, t.Value));
        _uncommitted.ToList().ForEach(u => copy._uncommitted.Add(u.Key, u.Value));
        copy._paid.AddRange(_paid);
        copy._canceled.AddRange(_canceled);
        copy._dead.AddRange(_dead);
        copy.Bills.AddRange(Bills);
        copy.Piles.AddRange(Piles.Select(p => p with { Parts = [.. p.Parts] }));
        return copy;
    }

    /// <summary>What it answers; null where the request is refused, and then all must be as it was.</summary>
    internal List<string>? Hears(Happening what, ulong clock, uint height)
    {
        _answers = [];
        (Clock, Height) = (Math.Max(Clock, clock), Math.Max(Height, height));
        Piles.FindAll(p => !p.IsComplete && Clock >= p.Since + Timeout).ForEach(p => End(p, TimedOut));
        FailLate();
        if (what is Offered(var offer, var committed))
            Receive(offer, committed);
        else if (what is Committed(var id) && _uncommitted.Remove(id, out var kept))
            Judge(new(kept, Height));
        else if (what is Dropped(var lost) && !_uncommitted.Remove(lost) && Piles.Find(p => p.Parts.Exists(h => h.Id == lost)) is { } torn)
        {
            torn.Parts.RemoveAll(h => h.Id == lost);
            End(torn, TimedOut);
            _told[lost] = $"{lost} mpp_timeout";
        }
        else if (what is SetSettled(var name, var preimage) && Piles.Find(p => p.Name == name && p.IsComplete) is { } waiting)
        {
            if ((preimage ?? waiting.Bill.Preimage) is not { } opens || Sha(opens) != name.Hash)
                return null;
            if (!_isBlind)
                Settle(waiting, _ => opens);
        }
        else if (what is SetCanceled(var given))
            Piles.FindAll(p => p.Name == given).ForEach(p => End(p, Details));
        else if (what is InvoiceCanceled(var secret))
        {
            _canceled.AddRange(Bills.Where(b => b.Secret == secret && !_paid.Contains(b)));
            Piles.FindAll(p => p.Bill.Secret == secret).ForEach(p => End(p, Details));
        }
        else if (what is TipSeen(var isStale))
        {
            _isBlind = isStale;
            Piles.FindAll(p => p.IsComplete && !_isBlind && !p.Bill.Hold).ForEach(Finish);
        }
        else if (what is Restarted(var lossy, _))
        {
            _answers.AddRange(_last.Where(a => !a.StartsWith("claimable", StringComparison.Ordinal) || (!lossy && Piles.Exists(p => p.IsComplete && a == Claimable(p)))));
            if (lossy)
            {
                Piles.SelectMany(p => p.Parts).ToList().ForEach(h => _told.Remove(h.Id));
                Piles.Clear();
            }

            _uncommitted.Clear();
        }

        FailLate();
        return _last = _answers;
    }

    private static string Claimable(Pile pile) => $"claimable {pile.Name.Hash} {pile.Sum}";

    private void FailLate() => Piles.FindAll(p => p.Parts.Exists(h => h.Htlc.Expiry < Height + Margin)).ForEach(p => End(p, Details));

    private void Receive(Htlc htlc, bool committed)
    {
        if (_told.TryGetValue(htlc.Id, out var verdict))
            _answers.AddRange(verdict is null ? [] : [verdict]);
        else if (!committed)
            _uncommitted[htlc.Id] = htlc;
        else
        {
            _uncommitted.Remove(htlc.Id);
            Judge(new(htlc, Height));
        }
    }

    private void Judge(Held part)
    {
        var (htlc, onion) = (part.Htlc, part.Htlc.Onion!);
        if (onion is null)
            Tell(part, "invalid_onion_payload");
        else if (htlc.Wire < onion.Amount)
            Tell(part, $"final_incorrect_htlc_amount {htlc.Wire:x16}");
        else if (htlc.Expiry < onion.Expiry)
            Tell(part, $"final_incorrect_cltv_expiry {htlc.Expiry:x8}");
        else if ((onion.Keysend is { } k && Sha(k) != htlc.Hash) || BillOf(htlc, onion) is not { } bill)
            Tell(part, Details(part));
        else
            Place(part, onion, bill, onion.Secret is null ? onion.Amount : onion.Total);
    }

    // the invoice that the payer means, or the one that this part would make
    private Bill? BillOf(Htlc htlc, Onion onion)
    {
        var isOurs = (onion.Secret is not null && Bills.Exists(b => b.Secret == onion.Secret)) || (onion.Shard is null && Bills.Exists(b => b.Hash == htlc.Hash));
        if (onion.Shard is { } s && (onion.Secret is null || s.SetId == Zero))
            return null;
        if (isOurs)
            return Bills.Find(b => b.Secret == onion.Secret && b.Amp == onion.Shard is not null && (b.Amp || b.Hash == htlc.Hash));
        return !spontaneous || (onion.Shard is null && onion.Keysend is null) ? null
            : new Bill(onion.Shard is null ? htlc.Hash : null, onion.Secret) { Amp = onion.Shard is not null, Asks = onion.Secret is null ? onion.Amount : onion.Total, Preimage = onion.Keysend, Keysend = onion.Shard is null };
    }

    private void Place(Held part, Onion onion, Bill bill, ulong total)
    {
        var name = onion.Shard is null ? new SetName(part.Htlc.Hash, onion.Secret, null) : new SetName(null, onion.Secret, onion.Shard.SetId);
        var pile = Piles.Find(p => p.Name == name) ?? new Pile(name, bill, total, Clock, []);
        var first = pile.Parts.FirstOrDefault()?.Htlc.Onion;
        var asks = bill.Asks is > 0 ? bill.Asks : null;
        // each of these refuses the part alone with the same answer, so that nobody can see which it was
        if (_canceled.Contains(bill) || _paid.Contains(bill) || bill.Ends <= Clock || _dead.Contains(name)
            || (onion.Shard is { } s && _dead.Concat(Piles.Select(p => p.Name)).Any(n => n.SetId == s.SetId && n.Secret != onion.Secret))
            || part.Htlc.Expiry < Height + Math.Max(Margin, bill.Blocks)
            || part.Htlc.Wire > AllBitcoins || onion.Amount is 0 or > AllBitcoins || total is 0 or > AllBitcoins || total < asks || total > 2 * asks
            || (!bill.Amp && !bill.InParts && total != onion.Amount)
            || onion.Shard?.Share == Zero
            || pile.Parts.Exists(h => bill.Amp && (h.Htlc.Hash == part.Htlc.Hash || (h.Shard.Share == part.Shard.Share && h.Shard.Index == part.Shard.Index)))
            || pile.IsComplete
            || (bill.Keysend && onion.Keysend is null)
            || (bill.Metadata is not null && onion.Metadata != bill.Metadata)
            || (first is not null && (onion.Metadata != first.Metadata || onion.Custom != first.Custom)))
            Tell(part, Details(part));
        else if (total != pile.Total)
        {
            End(pile, Details);
            Tell(part, Details(part));
        }
        else if (pile.Parts.Count >= mostParts || (first is null && Piles.Count(p => p.Bill == bill) >= mostSets))
            Tell(part, "temporary_node_failure");
        else if (pile.Sum + onion.Amount > AllBitcoins)
            Tell(part, Details(part));
        else
            Accept(part, pile);
    }

    private void Accept(Held part, Pile pile)
    {
        Bills.AddRange(Bills.Contains(pile.Bill) ? [] : [pile.Bill]);
        Piles.AddRange(pile.Parts.Count > 0 ? [] : [pile]);
        pile.Parts.Add(part);
        _told[part.Id] = null;
        if (pile.IsComplete && pile.Bill.Hold)
            _answers.Add(Claimable(pile));
        else if (pile.IsComplete && !_isBlind)
            Finish(pile);
    }

    private void Finish(Pile pile)
    {
        var root = pile.Bill.Amp ? pile.Parts.Aggregate(Zero, (sum, h) => Xor(sum, h.Shard.Share)) : "";
        string Child(Held h) => Sha($"{root}{h.Shard.Share}{h.Shard.Index:x8}");
        if (pile.Bill.Amp && pile.Parts.Exists(h => Sha(Child(h)) != h.Htlc.Hash))
            End(pile, Details);
        else if (pile.Bill.Amp)
            Settle(pile, Child);
        else
            Settle(pile, _ => pile.Bill.Preimage!);
    }

    private void Settle(Pile pile, Func<Held, string> preimage)
    {
        _paid.AddRange(pile.Bill.Amp ? [] : [pile.Bill]);
        End(pile, h => $"settled {preimage(h)}");
    }

    private void End(Pile pile, Func<Held, string> verdict)
    {
        Piles.Remove(pile);
        _dead.AddRange(pile.Bill.Amp ? [pile.Name] : []);
        pile.Parts.ForEach(h => Tell(h, verdict(h)));
    }

    private void Tell(Held part, string verdict) => _answers.Add(_told[part.Id] = $"{part.Id} {verdict}");

    private static string TimedOut(Held part) => "mpp_timeout";

    private static string Details(Held part) => $"incorrect_or_unknown_payment_details {part.Htlc.Wire:x16}{part.Height:x8}";

    private static string Zero { get; } = new('0', 64);

    private static string Sha(string hex) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(hex)));

    private static string Xor(string left, string right) => Convert.ToHexStringLower([.. Convert.FromHexString(left).Zip(Convert.FromHexString(right), (l, r) => (byte)(l ^ r))]);
}
