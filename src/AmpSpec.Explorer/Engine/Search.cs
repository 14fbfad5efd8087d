using System.Numerics;
using System.Runtime.CompilerServices;

namespace AmpSpec.Explorer.Engine;

/// <summary>How a search ended.</summary>
internal enum Ending
{
    /// <summary>Every state was seen.</summary>
    Complete,

    /// <summary>A level has a state without what holds always; it and all before it were seen.</summary>
    Broken,

    /// <summary>A bound was met, or somebody has interrupted it.</summary>
    Bounded,

    /// <summary>The model has more parts or summaries than the layout holds; to be started again with a wider one.</summary>
    Outgrown,
}

/// <summary>Breadth first, level by level, in a fixed order: events without a part, then those of the first part, and so on.</summary>
/// <remarks>Within a level states stand in the order of their least runs. So the first that is noted has the least of the shortest runs.</remarks>
internal sealed class Search<TKey>(Tables tables, Watch watch, Layout layout, Bounds bounds, Action<long>? progress)
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    private readonly Batch<TKey> _batch = new();
    private readonly int[] _parts = new int[layout.Parts];
    private readonly int _mostParts = layout.MostPartKinds, _mostSummaries = layout.MostSummaries;

    public Packing<TKey> Packing { get; } = new(tables, layout, bounds.Symmetry);

    public States<TKey> States { get; } = new();

    /// <summary>The first state of each level, and behind them the number of states in levels.</summary>
    public List<int> Levels { get; } = [0];

    public long Transitions { get; private set; }

    /// <summary>By property, the first state that is noted.</summary>
    public Dictionary<int, int> Noted { get; } = [];

    public Ending Run()
    {
        _batch.Add(Packing.Start, 0);
        Flush();
        while (Levels[^1] < States.Count)
        {
            var (from, to) = (Levels[^1], States.Count);
            Levels.Add(to);
            Look(from, to);
            if (Noted.Keys.Any(property => (watch.Promised & (1UL << property)) != 0))
            {
                return Ending.Broken;
            }

            if (Expand(from, to) is { } early)
            {
                return early;
            }
        }

        return Ending.Complete;
    }

    /// <summary>The bits that a state sets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Mask(TKey key)
    {
        var summary = Packing.Summary(key);
        var mask = watch.OfSummary(summary);
        if (watch.ReadsParts)
        {
            var known = watch.OfParts(summary);
            for (var i = 0; i < _parts.Length; i++)
            {
                mask |= watch.OfPart(known, summary, Packing.Part(key, i));
            }
        }

        if (watch.ReadsWhole)
        {
            for (var i = 0; i < _parts.Length; i++)
            {
                _parts[i] = Packing.Part(key, i);
            }

            mask |= watch.OfWhole(summary, _parts);
        }

        return mask;
    }

    private void Look(int from, int to)
    {
        var seen = Noted.Keys.Aggregate(0UL, (mask, property) => mask | (1UL << property));
        for (var state = from; state < to; state++)
        {
            for (var news = Mask(States[state]) & ~seen; news != 0; news &= news - 1)
            {
                Noted.Add(BitOperations.TrailingZeroCount(news), state);
                seen |= news & (~news + 1);
            }
        }
    }

    // ids are handed out while a state is being expanded
    private bool Fits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => tables.PartKinds <= _mostParts && tables.Summaries <= _mostSummaries;
    }

    private Ending? Expand(int from, int to)
    {
        for (var state = from; state < to; state++)
        {
            if (!Expand(state))
            {
                return Ending.Outgrown;
            }

            if ((state & 0xfff) == 0)
            {
                progress?.Invoke(States.Count);
            }

            if (States.Count > bounds.MaxStates || bounds.Interrupted.IsCancellationRequested)
            {
                return Ending.Bounded;
            }
        }

        Flush();
        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Expand(int state)
    {
        var key = States[state];
        var summary = Packing.Summary(key);
        var alone = tables.Alone(summary);
        Transitions += alone.Count;
        for (var i = alone.From; i < alone.To && Fits; i++)
        {
            Reach(Packing.After(key, tables.Leaps[i]), state);
        }

        var row = tables.WithParts(summary);
        for (var i = 0; i < _parts.Length && Fits; i++)
        {
            var part = Packing.Part(key, i);
            var moves = part < row.Length ? row[part] : default;
            if (!moves.Known)
            {
                moves = tables.WithPart(summary, part);
                row = tables.WithParts(summary);
            }

            Transitions += moves.Count;
            if (Packing.Twin[i] is >= 0 and var twin && Packing.Part(key, twin) == part)
            {
                continue; // leads where the twin leads
            }

            for (var j = moves.From; j < moves.To && Fits; j++)
            {
                Reach(Packing.After(key, i, tables.Leaps[j]), state);
            }
        }

        return Fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reach(TKey key, int from)
    {
        if (_batch.IsFull)
        {
            Flush();
        }

        _batch.Add(Packing.Symmetric ? Packing.Sorted(key) : key, from);
    }

    private void Flush()
    {
        States.Add(_batch);
        _batch.Clear();
    }
}
