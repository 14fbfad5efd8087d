using AmpSpec.Modelling;
using AmpSpec.Primitives;
using static AmpSpec.Settlement.Exploring.WorldEvent;

namespace AmpSpec.Settlement.Exploring;

/// <summary>The shipped table over several sets at once, to be explored.</summary>
/// <param name="Scope">What there is, and what can happen.</param>
public sealed record SetsModel(Scope Scope) : IModel<World, Piece, WorldEvent, SetFate>
{
    private const string Clock = "world/clock", Chain = "world/chain", Tip = "world/tip", Stop = "world/stop";

    /// <summary>The table: the shipped one, or one that is to be found out.</summary>
    public SetTable Next { get; init; } = Receiver.Next;

    /// <summary>The one promise to be judged; null for all. The search ends at the first that is broken.</summary>
    public string? Promise { get; init; }

    /// <inheritdoc/>
    public World Start => new(Enumerable.Repeat(Watched.Fresh, Scope.Sets.Count).ToSeq(), 0, 0, false, []);

    /// <inheritdoc/>
    public Seq<Piece> Parts => Enumerable.Repeat<Piece>(new Piece.Idle(), Scope.Parts).ToSeq();

    /// <inheritdoc/>
    public Seq<string> Rows => Receiver.Rows;

    /// <inheritdoc/>
    public Seq<Property<World, Piece>> Properties => !Scope.IsJudged ? [] : SetsPromises.Of(Scope.Rules, Now, IsUrgent).Where(promise => Promise is null || promise.Name == Promise).ToSeq();

    /// <inheritdoc/>
    public IEnumerable<WorldEvent> Events(World world)
    {
        if (world.Due.Count > 0)
        {
            return [new FirstDue()];
        }

        return IsUrgent(world) ? [] : Free(world);
    }

    /// <inheritdoc/>
    public IEnumerable<WorldEvent> Events(World world, Piece piece) => piece switch
    {
        _ when world.Due.Count > 0 => [],
        Piece.Held(var set, var part) when IsLate(world, set, part) => [new PartIsDue(ByClock: true)],
        Piece.Held(_, var part) when IsNear(world, part) => [new PartIsDue(ByClock: false)],
        _ when IsUrgent(world) => [],
        Piece.Idle => Enumerable.Range(0, Scope.Sets.Count).SelectMany(set => Scope.Letters[set].Select(letter => new Offered(set, letter))),
        Piece.Held => Scope.Happens.HasFlag(Happens.Loss) ? [new Lost()] : [],
        Piece.Done => [],
    };

    /// <inheritdoc/>
    Move<World, Piece, SetFate>? IModel<World, Piece, WorldEvent, SetFate>.Next(World world, Piece? piece, WorldEvent on) => on switch
    {
        Offered(var set, var letter) => Arrive(world, set, letter),
        Lost => Lose(world, piece, (_, _) => new SetEvent.PartLost(), answered: false),
        PartIsDue(true) => Lose(world, piece, (part, left) => new SetEvent.PartTimedOut(part, left), answered: true),
        PartIsDue(false) => Lose(world, piece, (part, left) => new SetEvent.PartTooLate(part, left), answered: true),
        Ticked => Passes(world with { Ticks = world.Ticks + 1 }, Scope.Rules.TimerScope is TimerScope.Set, new SetEvent.TimePassed()).By(Clock),
        BlockCame => Passes(world with { Blocks = world.Blocks + 1 }, Scope.Rules.Deadline is not Deadline.FailPart, new SetEvent.BlockPassed()).By(Chain),
        TipSeen(var stale) => Passes(world with { IsStale = stale }, !stale, new SetEvent.TipCaughtUp()).By(Tip),
        Stops => Passes(world, true, new SetEvent.NodeStops()).By(Stop),
        FirstDue => Step(world with { Due = world.Due.Skip(1).ToSeq() }, world.Due[0].Set, world.Due[0].On, null, world.Sets[world.Due[0].Set].Parts),
        ToSet(var set, var each) => Step(world, set, each, null, world.Sets[set].Parts),
    };

    /// <inheritdoc/>
    public Piece Befall(Piece piece, SetFate fate) => piece is Piece.Held held && held.Set == fate.Set ? Told(fate.Fate) : piece;

    private IEnumerable<WorldEvent> Free(World world)
    {
        if (world.Ticks < Scope.MaxTicks)
        {
            yield return new Ticked();
        }

        if (Scope.Happens.HasFlag(Happens.Blocks) && world.Blocks < Scope.MaxBlocks)
        {
            yield return new BlockCame();
        }

        if (Scope.Happens.HasFlag(Happens.Tip))
        {
            yield return new TipSeen(!world.IsStale);
        }

        if (Scope.Happens.HasFlag(Happens.Stop))
        {
            yield return new Stops();
        }

        for (var set = 0; set < world.Sets.Count; set++)
        {
            foreach (var on in Scope.OfOwner().Concat(Scope.OfPartsGone(world.Sets[set].Set)))
            {
                yield return new ToSet(set, on);
            }
        }
    }

    private Now Now(World world) => new(new Instant(Scope.Rules.SetTimeoutMs / (ulong)Scope.Timer * (ulong)world.Ticks), new BlockHeight(Scope.Height + (uint)world.Blocks)) { TipIsStale = world.IsStale };

    private bool IsUrgent(World world) => world.Sets.Select((set, i) => set.Parts.Any(part => IsLate(world, i, part) || IsNear(world, part))).Any(due => due);

    private bool IsLate(World world, int set, Part part) => Scope.Rules.TimerScope is TimerScope.Part && world.Sets[set].Set is HtlcSet.Collecting
        && SetTimer.DueAt(part.AcceptedAt.Clock, Scope.Rules).HasCome(Now(world).Clock);

    private bool IsNear(World world, Part part) => Scope.Rules.Deadline is Deadline.FailPart && part.Expiry.IsNearer(Scope.Rules.DeadlineMargin, Now(world).Height);

    private static Move<World, Piece, SetFate> Passes(World world, bool tellsSets, SetEvent on) =>
        new(tellsSets ? world with { Due = world.Sets.Select((_, set) => new Due(set, on)).ToSeq() } : world, null, new Rest<SetFate>.Keep());

    private Move<World, Piece, SetFate> Arrive(World world, int set, Letter letter)
    {
        // where the set has the timer, only that of its first part counts
        var now = Now(world) with { TipIsStale = false, Height = new BlockHeight(Scope.Height) };
        var held = world.Sets[set].Held;
        var part = letter.Part with { AcceptedAt = Scope.Rules.TimerScope is TimerScope.Set && held.HasBegun ? now with { Clock = held.FirstAt } : now };
        return Step(world, set, new SetEvent.PartArrived(part, letter.HasRoom) { IsRejected = letter.IsRejected }, part, world.Sets[set].Parts);
    }

    private Move<World, Piece, SetFate>? Lose(World world, Piece? piece, Func<Part, Held, SetEvent> on, bool answered)
    {
        if (piece is not Piece.Held held)
        {
            return null;
        }

        var parts = world.Sets[held.Set].Parts;
        var at = parts.ToList().IndexOf(held.Part);
        var others = parts.Where((_, i) => i != at).ToSeq();
        var move = Step(world, held.Set, on(held.Part, Held.Of(others)), answered ? held.Part : null, others, wasHeld: true);
        return answered ? move : move with { Part = new Piece.Done("lost") };
    }

    private Move<World, Piece, SetFate> Step(World world, int set, SetEvent on, Part? one, Seq<Part> others, bool wasHeld = false)
    {
        var (before, now, terms) = (world.Sets[set], Now(world), Scope.Sets[set]);
        var step = Next(before.Set, on, now, terms, Scope.Rules);
        var watched = SetsWatch.After(before, on, step, one, others, now, terms, Scope.Rules, wasHeld);
        var sets = world.Sets.Select((other, i) => i == set ? watched : other).ToSeq();
        var rest = step.Rest is Rest.All(var fate) ? (Rest<SetFate>)new Rest<SetFate>.All(new(set, fate)) : new Rest<SetFate>.Keep();
        var after = step.CancelsInvoice ? Cancelled(world with { Sets = sets }, set) : world with { Sets = sets };
        return new Move<World, Piece, SetFate>(after, one is null ? null : After(set, one, step.One), rest).By(step.Row);
    }

    // the other sets of the invoice are ended with it, and that is not their doing
    private World Cancelled(World world, int by)
    {
        bool IsOther(int set) => set != by && Scope.Sets[set] == Scope.Sets[by];
        return world with
        {
            Sets = world.Sets.Select((set, i) => IsOther(i) && set.Held.HasBegun ? set with { Breach = set.Breach | Breach.Foreign } : set).ToSeq(),
            Due = world.Due.Concat(Enumerable.Range(0, world.Sets.Count).Where(IsOther).Select(i => new Due(i, new SetEvent.OwnerCancels()))).ToSeq(),
        };
    }

    private static Piece After(int set, Part part, Fate? fate) => fate is null or Fate.Held ? new Piece.Held(set, part) : Told(fate);

    private static Piece.Done Told(Fate fate) => new(fate switch
    {
        Fate.Settled => "opened",
        Fate.Failed(var why) => $"failed: {why.GetType().Name}",
        Fate.Held => "held",
    });
}
