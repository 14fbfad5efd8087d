using FsCheck;
using FsCheck.Fluent;

namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>What somebody may want next, as the session stands: most of it sensible, so that sets grow, complete and end; some of it not.</summary>
internal static class Intents
{
    private const ulong AllBitcoins = 2_100_000_000_000_000_000;
    private static readonly Purse[] Payees = Enum.GetValues<Purse>();
    private static readonly Flaw[] Flaws = Enum.GetValues<Flaw>();
    private static readonly ulong[] Amounts = [1000, 1000, 400, 400, 600, 300, 1, 999, 1001], OddAmounts = [0, AllBitcoins, AllBitcoins + 1, ulong.MaxValue];
    private static readonly ulong[] OtherTotals = [1001, 1600, 2000, 2001, 999, 0, 400, AllBitcoins, AllBitcoins + 1, ulong.MaxValue];

    internal static Gen<Command> Next(Story story) => Gen.Frequency(
        (story.Piles.Count > 0 ? 10 : 0, GoOn(story).Select(Plain)),
        (6, Begin(story).Select(Plain)),
        (story.Meant.Count > 0 ? 3 : 0, Repeat(story).Select(Plain)),
        (5, Gen.OneOf(story.Piles.Count > 0 ? GoOn(story) : Begin(story), Begin(story)).SelectMany(Spoiled).Select(Plain)),
        (4, Passing(story)),
        (3, Naming(story, Gen.Frequency((3, Gen.Constant<bool?>(true)), (1, Gen.Constant<bool?>(false)), (1, Gen.Constant<bool?>(null))), (to, _, right) => new Command.Settle(to, right))),
        (1, Naming(story, Gen.Constant(0), (to, set, _) => new Command.CancelSet(to, set))),
        (1, Naming(story, Gen.Constant(0), (to, _, _) => new Command.CancelInvoice(to))),
        (story.Meant.Count > 0 ? 3 : 0, Gen.Choose(0, Math.Max(0, story.Meant.Count - 1)).SelectMany(id => Gen.Frequency<Command>((2, Gen.Constant<Command>(new Command.Replay(id))), (1, Gen.Constant<Command>(new Command.Drop(id))), (1, Gen.Constant<Command>(new Command.Commit(id)))))),
        (1, Gen.Elements(true, false, false).Select(isStale => (Command)new Command.Tip(isStale))),
        (2, Gen.Elements<int?>(null, 0, 1, 2).SelectMany(left => Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true))).Select(lossy => (Command)new Command.Restart(lossy, left)))))
        .SelectMany(step => step is Command.Pass ? Gen.Constant(step) : Gen.Frequency(
            (14, Gen.Constant(step)), (1, Gen.Constant(step with { Behind = true })), (2, Passing(story).Select(pass => step with { After = pass.After, Grows = pass.Grows }))));

    private static Command Plain(Command.Offer offer) => offer;

    private static Gen<Command.Offer> Begin(Story story) =>
        from to in Gen.Elements(Payees)
        from set in Gen.Choose(0, 2)
        from of in Gen.Choose(1, 3)
        from amount in Gen.Elements(Amounts)
        select Of(story, to) with { Set = Shop.IsAmp(to) ? set : 0, Of = Shop.IsAmp(to) ? of : 1, Amount = Shop.IsAmp(to) && of > 1 && amount >= 1000 ? 400 : amount };

    // the next part of a set that is undecided; the last one makes it whole
    private static Gen<Command.Offer> GoOn(Story story) =>
        from pile in Gen.Elements(story.Piles.ToArray())
        let last = story.Meant.Last(meant => pile.Parts.Exists(part => part.Htlc.Id == meant.Id))
        let missing = pile.IsComplete ? 400 : pile.Total - pile.Sum
        let whole = last.At + 2 >= last.Of
        from amount in Gen.Frequency((whole ? 8 : 1, Gen.Constant(missing)), (2, Gen.Constant(missing > 1 ? missing / 2 : 1)), (1, Gen.Constant(missing > 1 ? missing - 1 : 1)), (1, Gen.Constant(missing + 100)))
        select last with { Id = story.Meant.Count, At = (last.At + 1) % last.Of, Amount = amount, Extra = 0, Flaw = Flaw.None, Uncommitted = false, After = 0, Grows = 0, Behind = false };

    private static Gen<Command.Offer> Repeat(Story story) => Gen.Elements(story.Meant.ToArray()).Select(meant => meant with { Id = story.Meant.Count });

    private static Gen<Command.Offer> Spoiled(Command.Offer offer) => Gen.OneOf(
        Gen.Elements(Flaws).Select(flaw => offer with { Flaw = flaw }),
        Gen.Elements(Flaws).Select(flaw => offer with { Flaw = flaw }),
        Gen.Elements(OtherTotals).Select(total => offer with { Total = total }),
        Gen.Elements(1UL, 600UL, 1000UL, AllBitcoins - 1000, AllBitcoins).Select(extra => offer with { Extra = extra }),
        Gen.Elements(17u, 18u, 19u, 29u, 30u, 40u).Select(blocks => offer with { Blocks = blocks }),
        Gen.Elements(OddAmounts).Select(amount => offer with { Amount = amount }),
        Gen.Elements(OddAmounts).Select(amount => offer with { Amount = amount, Total = AllBitcoins }),
        Gen.Constant(offer with { Uncommitted = true }));

    // to the very moment at which something is due, or just before
    private static Gen<Command> Passing(Story story)
    {
        var timers = story.Piles.Where(pile => pile.Since + 60_000 > story.Clock).SelectMany(pile => new[] { pile.Since + 60_000 - story.Clock, pile.Since + 59_999 - story.Clock });
        var deadlines = story.Piles.SelectMany(pile => pile.Parts).Select(part => part.Htlc.Expiry).Where(expiry => expiry >= story.Height + 18).SelectMany(expiry => new[] { expiry - story.Height - 18, expiry - story.Height - 17 });
        return Gen.OneOf(
            Gen.Elements<ulong>([1, 30_000, 59_999, 60_000, .. timers]).Select(ms => (Command)new Command.Pass { After = ms }),
            Gen.Elements<uint>([1, 3, .. deadlines]).Select(blocks => (Command)new Command.Pass { Grows = blocks }));
    }

    private static Gen<Command> Naming<T>(Story story, Gen<T> more, Func<Purse, int, T, Command> named) =>
        from meant in story.Piles.Count == 0 ? Gen.Constant<Command.Offer?>(null)
            : Gen.Elements<Command.Offer?>([null, .. story.Meant.Where(meant => story.Piles.Any(pile => pile.Parts.Exists(part => part.Htlc.Id == meant.Id)))])
        from to in Gen.Elements(Payees)
        from set in Gen.Choose(0, 2)
        from m in more
        select named(meant?.To ?? to, meant?.Set ?? (Shop.IsAmp(to) ? set : 0), m);

    private static Command.Offer Of(Story story, Purse to) => new(story.Meant.Count, to);
}
