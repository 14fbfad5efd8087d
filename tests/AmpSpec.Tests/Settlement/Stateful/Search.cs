namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>All sessions of plain steps, the shorter ones first, until one shows a difference between a receiver and the model. Slow, and sure.</summary>
internal static class Search
{
    private static readonly Func<int, Command>[] Alphabet =
    [
        .. from to in new[] { Purse.Mpp, Purse.SameSecret, Purse.SameHash, Purse.Hold, Purse.Keysend } from amount in new ulong[] { Shop.Price, 400 } select Part(to, amount),
        Part(Purse.Mpp, 600), Part(Purse.Hold, 600),
        Part(Purse.Amp), Part(Purse.Amp, of: 2), Part(Purse.Amp, 600, of: 2, at: 1), Part(Purse.Amp, flaw: Flaw.BadShare), Part(Purse.Amp, set: 1), Part(Purse.Stranger),
        Part(Purse.Mpp, 400, extra: 600), Part(Purse.Amp, 400, extra: 600), Part(Purse.Mpp, 400, total: 1600), Part(Purse.Mpp, flaw: Flaw.OtherSecret),
        _ => new Command.Pass { After = 60_000 }, _ => new Command.Pass { Grows = 127 },
        _ => new Command.Tip(IsStale: true), _ => new Command.Settle(Purse.Hold), _ => new Command.CancelSet(Purse.Mpp), _ => new Command.CancelSet(Purse.Amp), _ => new Command.CancelInvoice(Purse.Mpp), _ => new Command.CancelInvoice(Purse.Amp),
        _ => new Command.Replay(0), _ => new Command.Drop(0), _ => new Command.Restart(), _ => new Command.Restart(Delivered: 0), _ => new Command.Restart(Lossy: true, Delivered: 0),
    ];

    /// <summary>The shortest session that shows a difference, up to so many steps; null where there is none.</summary>
    internal static Command[]? Shortest(Decides decides, int most) =>
        Enumerable.Range(1, most).Select(steps => Within(Subject.Of(true, decides), Story.Of(true), 0, steps)).FirstOrDefault(found => found is not null);

    private static Command[]? Within(Subject subject, Story story, int offered, int steps)
    {
        foreach (var step in Alphabet.Select(letter => letter(offered)))
        {
            var (next, after) = (subject.Copy(), story.With(step));
            if (!ReceiverMachine.Agree(next.Hears(after.What, after.ClockRead, after.HeightRead), after.Answers))
                return [step];
            if (steps > 1 && Within(next, after, step is Command.Offer ? offered + 1 : offered, steps - 1) is { } rest)
                return [step, .. rest];
        }

        return null;
    }

    private static Func<int, Command> Part(Purse to, ulong amount = Shop.Price, ulong total = Shop.Price, ulong extra = 0, int set = 0, int of = 1, int at = 0, Flaw flaw = Flaw.None) =>
        id => new Command.Offer(id, to) { Amount = of == 2 && at == 0 ? 400 : amount, Total = total, Extra = extra, Set = set, Of = of, At = at, Flaw = flaw };
}
