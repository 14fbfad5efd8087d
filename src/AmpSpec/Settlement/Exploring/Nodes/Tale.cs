using AmpSpec.Primitives;
using static AmpSpec.Settlement.Exploring.Breaches;
using static AmpSpec.Settlement.Exploring.Nodes.ReceiverEvent;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>What one step did to one set of the scope.</summary>
/// <param name="Step">The step.</param>
/// <param name="Memory">What is remembered of the set after it.</param>
/// <param name="Settles">Whether parts of it were opened.</param>
/// <param name="Dies">Whether a part came that was the whole set, and failed with it.</param>
/// <param name="Breach">What was broken.</param>
internal sealed record Tale(Episode Step, Memory Memory, bool Settles, bool Dies, Breach Breach)
{
    /// <summary>The set in a step.</summary>
    public static Tale Of(Episode step, World after, int set)
    {
        var memory = step.Before.Memories[set];
        if (step.Scope.IndexOf(memory.Key) != set)
        {
            return new(step, memory, false, false, Breach.None); // under these rules it is the same as another one
        }

        var (before, now) = (step.Before.Find(memory.Key), after.Find(memory.Key));
        var joins = step.Arriving is { } letter && step.Scope.IndexOf(step.KeyOf(letter)) == set ? letter : null;
        return before is null && now is null && joins is null && memory.Age == 0 ? new(step, memory, false, false, Breach.None) : new Chapter(step, memory, before, now, joins).Told();
    }

    /// <summary>A set that something may have happened to.</summary>
    private sealed class Chapter
    {
        private readonly Episode _step;
        private readonly Memory _memory;
        private readonly Group? _before, _now;
        private readonly Letter? _joins;
        private readonly NodeAction? _answer;
        private readonly List<(Member Member, NodeAction Told)> _told = [];
        private readonly bool _isExtra;

        public Chapter(Episode step, Memory memory, Group? before, Group? now, Letter? joins)
        {
            (_step, _memory, _before, _now, _joins) = (step, memory, before, now, joins);
            _answer = joins is null ? null : step.Told(step.Stage.One);
            _isExtra = joins is not null && (before?.Set is HtlcSet.Complete || (before is null && memory.Seen.HasFlag(Seen.WasSettled)));
            var at = before is null ? -1 : step.Before.Groups.Select((group, i) => (group, i)).First(g => ReferenceEquals(g.group, before)).i;
            foreach (var (place, member) in (before?.Members ?? []).Index())
            {
                if (step.Told(Stage.IdOf(at, place)) is { } told)
                {
                    _told.Add((member, told));
                }
            }
        }

        private Rules Rules => _step.Scope.Rules;

        private bool JoinsAndOpens => _answer is NodeAction.Settle && !_isExtra;

        private bool Opens => JoinsAndOpens || _told.Exists(each => each.Told is NodeAction.Settle);

        private bool Fails => _told.Exists(each => each.Told is not NodeAction.Settle) || (_answer is NodeAction.Fail or NodeAction.FailMalformed && _told.Count > 0);

        public Tale Told()
        {
            var seen = _memory.Seen
                | Once(Seen.Opened, Opens)
                | Once(Seen.Failed, Fails)
                | Once(Seen.Public, _answer is NodeAction.Settle || (Opens && _memory.Key is SetKey.Mpp))
                | Once(Seen.WasSettled, Opens)
                | Once(Seen.HasEnded, _memory.Key is SetKey.Amp && _now is null && ((_before is not null && _step.On is not Restarted) || Opens || HasDied));
            var running = _now is not null;
            var age = !running ? 0 : _before is null ? 0 : Math.Min(_memory.Age + (_step.On is Ticked ? 1 : 0), _step.Scope.OldestAge);
            var after = _memory with { Age = age, Seen = running ? seen : seen & (Seen.WasSettled | Seen.HasEnded) };
            return new(_step, after, Opens, HasDied, Broken(seen, age));
        }

        // an AMP part that was its whole set, and failed with it
        private bool HasDied => _joins is { } letter && _answer is NodeAction.Fail && (letter.Onion.Msat >= letter.Total || _step.Before.RejectsNext) && _step.Node.Ended.ContainsKey(_memory.Key);

        private Breach Broken(Seen seen, int age) =>
            When(Breach.Split, seen.HasFlag(Seen.Opened) && seen.HasFlag(Seen.Failed))
            | When(Breach.Short, Opens && IsShort())
            | When(Breach.Foreign, IsTouched() && !Concerns() && (!IsOfTime || AnotherIsDue()))
            | When(Breach.Untimely, IsTouched() && !Concerns() && IsOfTime && !AnotherIsDue())
            | When(Breach.Revived, IsRevived())
            | When(Breach.Overdue, _now is { Set: HtlcSet.Collecting, Members.Count: > 0 } && SetTimer.DueAt(Frame.Ago(age), Rules).HasCome(Frame.Clock))
            | When(Breach.Stranger, IsMixed())
            | When(Breach.Late, IsLate())
            | When(Breach.Wrong, _now is not null && IsWrong(_now))
            | When(Breach.Betrayed, (seen.HasFlag(Seen.Public) && _told.Exists(each => each.Told is not NodeAction.Settle)) || IsBetrayed())
            | When(Breach.Misopened, IsMisopened());

        // I3
        private bool IsShort()
        {
            var letters = Letters().ToSeq();
            var named = letters.Aggregate(_before?.Terms.Amount ?? (letters[0].IsSpontaneous ? null : AskedBy(letters[0])) ?? default, (most, letter) => Msat.Max(most, letter.Total));
            return letters.Sum() is { } sum && sum.Msat < named;
        }

        private Msat? AskedBy(Letter letter) => _step.Before.Invoices.FirstOrDefault(invoice => _step.KeyOf(letter).PaysTo(invoice, Rules))?.Terms.Amount;

        private IEnumerable<Letter> Letters() => (_before?.Members ?? []).Select(member => member.Letter).Concat(_joins is { } letter && _answer is null or NodeAction.Settle ? [letter!] : []);

        // I4
        private bool IsTouched() => _told.Count > 0 || (_before is not null && _now is null) || (_before is null && _now is not null) || (_before is not null && _now is not null && _before.Members.Count != _now.Members.Count);

        private bool Concerns() => (_before is not null && IsOverdue(_before, _memory.Age)) || _step.On switch
        {
            Offered or Committed or Proposed or Replayed => _joins is not null,
            Lost => _step.Piece is Piece.Held(var key, _, _) && key == _memory.Key,
            Ticked or BlocksCame => _before is not null && IsDue(_before, _memory.Age),
            OwnerSettles(var set) => _step.Before.Memories[set].Key == _memory.Key,
            OwnerCancels(var set) => _step.Before.Memories[set].Key == _memory.Key,
            InvoiceCancelled(var which) => _memory.Key.PaysTo(_step.Before.Invoices[which], Rules) || Secret(_memory.Key) == _step.Before.Invoices[which].PaymentSecret,
            Restarted or Stopping or TipSeen or NextRejected => true,
        };

        private bool IsOfTime => _step.On is Ticked or BlocksCame;

        private bool AnotherIsDue() => _step.Before.Memories.Any(other => other.Key != _memory.Key && _step.Before.Find(other.Key) is { } group && IsDue(group, other.Age));

        private bool IsDue(Group group, int age) => _step.On is Ticked ? HasInvoiceEnded(group.Key) || IsOverdue(group, age) : group.Members.Any(member => IsNear(member.Part));

        private bool IsOverdue(Group group, int age) => group.Set is HtlcSet.Collecting && (IsOver(Frame.Ago(age)) || group.Members.Any(member => IsOver(member.Part.AcceptedAt.Clock)));

        private bool IsOver(Instant begun) => SetTimer.DueAt(begun, Rules).HasCome(_step.Node.Now.Clock);

        private bool IsNear(Part part) => part.Expiry.IsNearer(Rules.DeadlineMargin, _step.Node.Now.Height);

        private bool HasInvoiceEnded(SetKey key) => _step.Before.Invoices.Any(invoice => key.PaysTo(invoice, Rules) && invoice.ExpiresAt is { } end && end.HasCome(_step.Node.Now.Clock));

        // I5
        private bool IsRevived() => _before is null && (_memory.Key is SetKey.Amp
            ? _memory.Seen.HasFlag(Seen.HasEnded) && (_now is not null || _answer is NodeAction.Settle)
            : _memory.Seen.HasFlag(Seen.WasSettled) && _now is not null);

        // I10
        private bool IsMixed()
        {
            var letters = (_now is not null ? _now.Members.Select(member => member.Letter) : JoinsAndOpens ? Letters() : []).ToSeq();
            return letters.Any(letter => !_step.Scope.Belongs(letter) || letter.Means != letters[0].Means || (Secret(_memory.Key) is not null && letter.Means != _memory.Key));
        }

        // I16
        private bool IsLate() => (_told.Exists(each => each.Told is NodeAction.Settle && IsNear(each.Member.Part)) && _step.On is not Restarted)
            || _now?.Members.Any(member => member.Part.Expiry.IsNearer(Rules.DeadlineMargin, Frame.Height)) == true;

        // I17
        private static bool IsWrong(Group group) => group.Members.Select(member => member.Letter).ToSeq().Sum() is not { } sum || sum.Msat > Msat.AllBitcoins
            || group.Held.Sum != sum || group.Held.Parts != group.Members.Count;

        // I20, after a crash: what was let out last may have left already
        private bool IsBetrayed() => _step.On is Restarted && _step.Before.Last.Index().Any(last => last.Item is NodeAction.Settle && _step.Told(Stage.LastOf(last.Index)) is NodeAction.Fail or NodeAction.FailMalformed);

        private bool IsMisopened() => _told.Exists(each => each.Told is NodeAction.Settle(var claim) && claim.Preimage.Hash() != each.Member.Letter.Offer.Hash)
            || (_answer is NodeAction.Settle(var own) && own.Preimage.Hash() != _joins!.Offer.Hash);

        private static PaymentSecret? Secret(SetKey key) => key switch
        {
            SetKey.Mpp(_, var secret) => secret,
            SetKey.Amp(var secret, _) => secret,
        };

        private static Seen Once(Seen seen, bool happened) => happened ? seen : Seen.Nothing;
    }
}
