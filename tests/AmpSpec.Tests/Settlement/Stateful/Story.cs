namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>A session as the model sees it: what was offered so far, what happened last, and what the payee answers to that.</summary>
internal sealed class Story
{
    private readonly Payee _payee;
    private readonly Dictionary<int, Htlc> _offered;

    private Story(Payee payee, Dictionary<int, Htlc> offered, IReadOnlyList<Command.Offer> meant) => (_payee, _offered, Meant) = (payee, offered, meant);

    internal static Story Of(bool spontaneous)
    {
        var payee = new Payee(spontaneous, Shop.MostParts, Shop.MostSets);
        payee.Bills.AddRange(Shop.Bills);
        payee.Hears(new Happening.Nothing(), 0, Shop.Height);
        return new(payee, [], []);
    }

    /// <summary>The parts that were offered.</summary>
    internal IReadOnlyList<Command.Offer> Meant { get; private init; }

    internal IReadOnlyList<Pile> Piles => _payee.Piles;

    internal ulong Clock => _payee.Clock;

    internal uint Height => _payee.Height;

    /// <summary>What happened last, with its clock and height.</summary>
    internal Happening What { get; private init; } = new Happening.Nothing();

    internal ulong ClockRead { get; private init; }

    internal uint HeightRead { get; private init; }

    /// <summary>What is answered, sorted; null where that is refused.</summary>
    internal string[]? Answers { get; private init; }

    /// <summary>The session with one step more.</summary>
    internal Story With(Command step)
    {
        var payee = _payee.Copy();
        var offered = new Dictionary<int, Htlc>(_offered);
        var what = Meaning(step, offered, payee.Height + step.Grows);
        var (clock, height) = step.Behind ? (0, 0) : (payee.Clock + step.After, payee.Height + step.Grows);
        var answers = payee.Hears(what, clock, height);
        return new(answers is null ? _payee : payee, offered, step is Command.Offer offer ? [.. Meant, offer] : Meant)
        {
            What = what,
            ClockRead = clock,
            HeightRead = height,
            Answers = answers?.Order(StringComparer.Ordinal).ToArray(),
        };
    }

    public override string ToString() => Answers is null ? "refused" : $"[{string.Join(", ", Answers)}]";

    private static Happening Meaning(Command step, Dictionary<int, Htlc> offered, uint height) => step switch
    {
        Command.Offer meant => new Happening.Offered(offered[meant.Id] = Shop.Htlc(meant, height), !meant.Uncommitted),
        Command.Replay(var id) when offered.TryGetValue(id, out var known) => new Happening.Offered(known, true),
        Command.Commit(var id) => new Happening.Committed(id),
        Command.Drop(var id) => new Happening.Dropped(id),
        Command.Settle(var to, var right) => new Happening.SetSettled(Shop.SetOf(to, 0), right is true ? Shop.PreimageOf(to) : right is false ? Shop.WrongPreimage : null),
        Command.CancelSet(var to, var set) => new Happening.SetCanceled(Shop.SetOf(to, set)),
        Command.CancelInvoice(var to) => new Happening.InvoiceCanceled(Shop.SecretOf(to)),
        Command.Tip(var isStale) => new Happening.TipSeen(isStale),
        Command.Restart(var lossy, var delivered) => new Happening.Restarted(lossy, delivered),
        _ => new Happening.Nothing(),
    };
}
