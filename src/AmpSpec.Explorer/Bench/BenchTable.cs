using AmpSpec.Modelling;
using AmpSpec.Primitives;
using static AmpSpec.Explorer.Bench.BenchEvent;
using static AmpSpec.Explorer.Bench.Phase;
using static AmpSpec.Explorer.Bench.Status;
using Move = AmpSpec.Modelling.Move<AmpSpec.Explorer.Bench.BenchSummary, AmpSpec.Explorer.Bench.BenchPart, AmpSpec.Explorer.Bench.NoFate>;

namespace AmpSpec.Explorer.Bench;

/// <summary>The benchmark machine: a set that is released when it is whole, and failed when it has waited too long.</summary>
/// <remarks>The same machine was written for SPIN, TLC and Stateright; all of them count the same states.</remarks>
internal sealed class BenchTable(BenchTerms terms)
{
    /// <summary>The ids of its rows.</summary>
    public static Seq<string> Rows { get; } = [.. Enumerable.Range(1, 9).Select(row => $"bench/{row:00}")];

#pragma warning disable format // a table: one row a line, columns aligned
    public Move? Next(BenchSummary set, BenchPart? part, BenchEvent on) => (set.Phase, part, on) switch
    {
        (_,         { Status: Idle },     Sent(var amount))                   => Go(set, part, new(Flight, amount)).By("bench/01"),
        (_,         { Status: Flight },   Lost)                               => Go(set, part, Nothing).By("bench/02"),
        (Open,      { Status: Flight } p, Arrived)    when Completes(set, p)  => Go(Released(set, p), p, p with { Status = Held }).By("bench/03"),
        (Open,      { Status: Flight } p, Arrived)                            => Go(With(set, p), p, p with { Status = Held }).By("bench/04"),
        (Releasing, { Status: Held } p,   Settled)                            => Go(set, p, p with { Status = Done }).By("bench/05"),
        (Failing,   { Status: Held } p,   FailedBack) when IsLast(set, p)     => Go(Empty, p, Nothing).By("bench/06"),
        (Failing,   { Status: Held } p,   FailedBack)                         => Go(Without(set, p), p, Nothing).By("bench/07"),
        (Open,      null,                 Ticked)     when IsWaiting(set)     => Go(set with { Timer = set.Timer + 1 }).By("bench/08"),
        (_,         null,                 TimedOut)   when IsDue(set)         => Go(set with { Phase = Failing }).By("bench/09"),
        _                                                                     => null,
    };
#pragma warning restore format

    /// <summary>The set before anything has happened, and again when all that was held has failed.</summary>
    public static BenchSummary Empty { get; } = new(Open, Timer: 0, Sum: 0);

    private static BenchPart Nothing { get; } = new(Failed, Amount: 0);

    private bool Completes(BenchSummary set, BenchPart part) => set.Sum + part.Amount >= terms.Total - (terms.Fault is BenchFault.EarlyRelease ? 1 : 0);

    private static bool IsLast(BenchSummary set, BenchPart part) => set.Sum == part.Amount;

    private bool IsWaiting(BenchSummary set) => set.Sum > 0 && set.Timer < terms.Timer;

    private bool IsDue(BenchSummary set) =>
        (set.Phase is Open && set.Timer == terms.Timer) || (set.Phase is Releasing && terms.Fault is BenchFault.LateTimeout);

    private static BenchSummary With(BenchSummary set, BenchPart part) => set with { Sum = set.Sum + part.Amount };

    private static BenchSummary Without(BenchSummary set, BenchPart part) => set with { Sum = set.Sum - part.Amount };

    private static BenchSummary Released(BenchSummary set, BenchPart part) => new(Releasing, Timer: 0, set.Sum + part.Amount);

    private static Move Go(BenchSummary set, BenchPart? before = null, BenchPart? after = null) => new(set, before is null ? null : after, new Rest<NoFate>.Keep());
}
