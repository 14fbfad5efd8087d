namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>Sessions that are simpler than one: with less in them, with one part in place of two, with plainer steps.</summary>
internal static class Shrinking
{
    private static readonly ulong[] PlainAmounts = [Shop.Price, 400, 600], PlainTotals = [Shop.Price, 1600], PlainExtras = [0, 600], PlainTimes = [0, 60_000];
    private static readonly uint[] PlainBlocks = [144], PlainGrowths = [0, 127];

    /// <summary>The largest steps first. What is shrunk by these until none fails is as short as it can be made by taking any two steps out.</summary>
    internal static IEnumerable<Command[]> Simpler(Command[] steps) =>
        Chunks(steps).Concat(Singles(steps)).Concat(Pairs(steps)).Concat(Merged(steps)).Concat(Parted(steps)).Concat(Retold(steps)).Concat(Plainer(steps)).Concat(Apart(steps)).Concat(Renumbered(steps));

    private static IEnumerable<Command[]> Chunks(Command[] steps)
    {
        for (var size = steps.Length / 2; size > 2; size /= 2)
        {
            for (var at = 0; at < steps.Length; at += size)
                yield return [.. steps[..at], .. steps[Math.Min(steps.Length, at + size)..]];
        }
    }

    private static IEnumerable<Command[]> Singles(Command[] steps) => steps.Select((_, at) => Without(steps, at));

    private static IEnumerable<Command[]> Pairs(Command[] steps) =>
        from first in Enumerable.Range(0, steps.Length) from second in Enumerable.Range(first + 1, steps.Length - first - 1) select Without(Without(steps, second), first);

    // one part with the full amount, good or bad, in place of that part and another step
    private static IEnumerable<Command[]> Merged(Command[] steps) =>
        from kept in Enumerable.Range(0, steps.Length)
        from left in Enumerable.Range(0, steps.Length)
        where left != kept && steps[kept] is Command.Offer
        let offer = (Command.Offer)steps[kept]
        let whole = offer with { Amount = offer.Total, Of = 1, At = 0 }
        from one in new[] { whole, offer with { Amount = offer.Total }, whole with { Flaw = Flaw.BadShare } }
        select Without(With(steps, kept, one), left);

    // two parts that make a set whole in place of these two and another step
    private static IEnumerable<Command[]> Parted(Command[] steps) =>
        from first in Enumerable.Range(0, steps.Length)
        from second in Enumerable.Range(first + 1, steps.Length - first - 1)
        where steps[first] is Command.Offer one && steps[second] is Command.Offer two && Shop.IsAmp(one.To) && one.To == two.To && one.Set == two.Set
        let whole = With(With(steps, first, (Command.Offer)steps[first] with { Of = 2, At = 0, Amount = 400 }), second, (Command.Offer)steps[second] with { Of = 2, At = 1, Amount = 600 })
        from left in Enumerable.Range(0, steps.Length)
        where left != first && left != second
        select Without(whole, left);

    // the same to a plainer payee, or under a plainer id
    private static IEnumerable<Command[]> Retold(Command[] steps)
    {
        var named = steps.Select(ToOf).OfType<Purse>().Distinct().ToArray();
        var plainer = from purse in named from other in Enum.GetValues<Purse>() where other < purse select steps.Select(step => ToOf(step) == purse ? To(step, other) : step).ToArray();
        var sets = steps.Select(SetOf).OfType<int>().Distinct().ToArray();
        var renamed = from set in sets from other in Enumerable.Range(0, set) select steps.Select(step => SetOf(step) == set ? Under(step, other) : step).ToArray();
        return plainer.Concat(renamed);
    }

    private static IEnumerable<Command[]> Plainer(Command[] steps) =>
        from at in Enumerable.Range(0, steps.Length) from step in Plainer(steps[at]) select With(steps, at, step);

    // what comes with something else may come before it; that is no shorter, but plainer
    private static IEnumerable<Command[]> Apart(Command[] steps) =>
        from at in Enumerable.Range(0, steps.Length)
        where steps[at].IsTwofold
        let step = steps[at]
        let first = step.After > 0 ? new Command.Pass { After = step.After } : new Command.Pass { Grows = step.Grows }
        let rest = step.After > 0 ? step with { After = 0 } : step with { Grows = 0 }
        select (Command[])[.. steps[..at], first, rest, .. steps[(at + 1)..]];

    private static IEnumerable<Command[]> Renumbered(Command[] steps)
    {
        var ids = steps.Select(IdOf).OfType<int>().Distinct().ToList();
        return ids.Index().All(id => id.Index == id.Item) ? [] : [[.. steps.Select(step => IdOf(step) is { } id ? Numbered(step, ids.IndexOf(id)) : step)]];
    }

    private static IEnumerable<Command> Plainer(Command step)
    {
        var times = Below(step.After, PlainTimes).Select(ms => step with { After = ms });
        var growths = Below(step.Grows, PlainGrowths).Select(blocks => step with { Grows = blocks });
        var behind = step.Behind ? [step with { Behind = false }] : Array.Empty<Command>();
        return times.Concat(growths).Concat(behind).Concat(step switch
        {
            Command.Offer offer => Plainer(offer),
            Command.Settle { Right: not true } settle => [settle with { Right = true }],
            Command.Restart(true, var left) => [new Command.Restart(false, left)],
            Command.Restart(false, > 0) restart => [restart with { Delivered = 0 }],
            _ => [],
        });
    }

    private static IEnumerable<Command> Plainer(Command.Offer offer) => (Command.Offer[])
    [
        .. Below(offer.Flaw, [Flaw.None]).Select(flaw => offer with { Flaw = flaw }),
        .. offer.Uncommitted ? [offer with { Uncommitted = false }] : Array.Empty<Command.Offer>(),
        .. Enum.GetValues<Purse>().Where(to => to < offer.To).Select(to => offer with { To = to }),
        .. Below(offer.Total, PlainTotals).Select(total => offer with { Total = total }),
        .. Below(offer.Extra, PlainExtras).Select(extra => offer with { Extra = extra }),
        .. Below(offer.Blocks, PlainBlocks).Select(blocks => offer with { Blocks = blocks }),
        .. Enumerable.Range(1, offer.Of - 1).Select(of => offer with { Of = of, At = Math.Min(offer.At, of - 1) }),
        .. Enumerable.Range(0, offer.At).Select(at => offer with { At = at }),
        .. Enumerable.Range(0, offer.Set).Select(set => offer with { Set = set }),
        .. Below(offer.Amount, PlainAmounts).Select(amount => offer with { Amount = amount }),
    ];

    // what comes before a value in a list of plain ones; all of them where it is not in there
    private static IEnumerable<T> Below<T>(T value, T[] plain) => Array.IndexOf(plain, value) is var at and >= 0 ? plain[..at] : plain;

    private static Purse? ToOf(Command step) => step switch
    {
        Command.Offer offer => offer.To,
        Command.Settle settle => settle.To,
        Command.CancelSet cancel => cancel.To,
        Command.CancelInvoice cancel => cancel.To,
        _ => null,
    };

    private static Command To(Command step, Purse to) => step switch
    {
        Command.Offer offer => offer with { To = to },
        Command.Settle settle => settle with { To = to },
        Command.CancelSet cancel => cancel with { To = to },
        Command.CancelInvoice cancel => cancel with { To = to },
        _ => step,
    };

    private static int? SetOf(Command step) => step switch
    {
        Command.Offer offer => offer.Set,
        Command.CancelSet cancel => cancel.Set,
        _ => null,
    };

    private static Command Under(Command step, int set) => step switch
    {
        Command.Offer offer => offer with { Set = set },
        Command.CancelSet cancel => cancel with { Set = set },
        _ => step,
    };

    private static int? IdOf(Command step) => step switch
    {
        Command.Offer offer => offer.Id,
        Command.Replay replay => replay.Id,
        Command.Commit commit => commit.Id,
        Command.Drop drop => drop.Id,
        _ => null,
    };

    private static Command Numbered(Command step, int id) => step switch
    {
        Command.Offer offer => offer with { Id = id },
        Command.Replay replay => replay with { Id = id },
        Command.Commit commit => commit with { Id = id },
        Command.Drop drop => drop with { Id = id },
        _ => step,
    };

    private static Command[] Without(Command[] steps, int at) => [.. steps[..at], .. steps[(at + 1)..]];

    private static Command[] With(Command[] steps, int at, Command step) => [.. steps[..at], step, .. steps[(at + 1)..]];
}
