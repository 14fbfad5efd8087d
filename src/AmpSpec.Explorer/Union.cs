using AmpSpec.Primitives;

namespace AmpSpec.Explorer;

/// <summary>Several explorations of one table as one: what one of them has found, all have.</summary>
public static class Union
{
    /// <summary>The sums, the deepest depth, every row that fired, and of each promise the worst verdict, with the shortest run.</summary>
    /// <param name="all">One or more; the first of a model that has all rows that count.</param>
    public static Exploration Of(IReadOnlyList<Exploration> all)
    {
        var rows = all[0].Fired.Concat(all[0].Unfired).ToHashSet();
        var fired = all.SelectMany(one => one.Fired).ToHashSet();
        return new(
            all.Sum(one => one.States),
            all.Sum(one => one.Transitions),
            all.Max(one => one.Depth),
            all.Sum(one => one.Calls),
            all[0].Symmetric,
            all.All(one => one.Complete),
            all.Any(one => one.Interrupted),
            all.SelectMany(one => one.Verdicts).GroupBy(verdict => verdict.Promise).Select(same => same.OrderByDescending(verdict => Weight(verdict.Verdict)).ThenBy(verdict => verdict.Run?.Count ?? int.MaxValue).First()).ToSeq(),
            rows.Where(fired.Contains).Order(StringComparer.Ordinal).ToSeq(),
            rows.Where(row => !fired.Contains(row)).Order(StringComparer.Ordinal).ToSeq(),
            all.Max(one => one.KeyBits),
            all.Sum(one => one.Bytes),
            new TimeSpan(all.Sum(one => one.Elapsed.Ticks)));
    }

    private static int Weight(Verdict verdict) => verdict switch
    {
        Verdict.Kept => 0,
        Verdict.OutOfReach => 1,
        Verdict.Unfinished => 2,
        Verdict.Broken => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
