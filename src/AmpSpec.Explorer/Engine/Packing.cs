using System.Numerics;
using System.Runtime.CompilerServices;

namespace AmpSpec.Explorer.Engine;

/// <summary>Keys by a layout, and their neighbours by the tables.</summary>
internal sealed class Packing<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    private const int NoOne = -1;

    private readonly Tables _tables;
    private readonly Layout _layout;
    private readonly int[][] _classes;
    private readonly TKey _partMask, _summaryMask;

    /// <param name="tables">The model.</param>
    /// <param name="layout">Where the ids stand.</param>
    /// <param name="symmetry">Whether parts that start equal are taken for interchangeable.</param>
    public Packing(Tables tables, Layout layout, bool symmetry)
    {
        (_tables, _layout) = (tables, layout);
        _partMask = (TKey.One << layout.PartBits) - TKey.One;
        _summaryMask = (TKey.One << layout.SummaryBits) - TKey.One;
        _classes = symmetry ? [.. tables.StartParts.Index().GroupBy(p => p.Item, p => p.Index).Where(c => c.Count() > 1).Select(c => c.ToArray())] : [];
        Twin = [.. Enumerable.Repeat(NoOne, layout.Parts)];
        foreach (var places in _classes)
        {
            for (var i = 1; i < places.Length; i++)
            {
                Twin[places[i]] = places[i - 1];
            }
        }
    }

    /// <summary>For each part the one before it in its class, or -1. When both are in the same state, either stands for the other.</summary>
    public int[] Twin { get; }

    public bool Symmetric => _classes.Length > 0;

    public TKey Start
    {
        get
        {
            var key = TKey.One;
            foreach (var (i, part) in _tables.StartParts.Index())
            {
                key |= TKey.CreateChecked(part) << _layout.Shift(i);
            }

            return Sorted(key);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Summary(TKey key) => int.CreateTruncating(key & _summaryMask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Part(TKey key, int i) => int.CreateTruncating((key >> _layout.Shift(i)) & _partMask);

    /// <summary>After a move that concerns no part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TKey After(TKey key, in Leap leap)
    {
        var next = key ^ TKey.CreateTruncating(leap.SummaryFlip);
        return leap.Fate == Tables.Kept ? next : Befallen(next, NoOne, leap.Fate);
    }

    /// <summary>After a move of a part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TKey After(TKey key, int part, in Leap leap)
    {
        var next = key ^ TKey.CreateTruncating(leap.SummaryFlip) ^ (TKey.CreateTruncating(leap.PartFlip) << _layout.Shift(part));
        return leap.Fate == Tables.Kept ? next : Befallen(next, part, leap.Fate);
    }

    /// <summary>The one that stands for all states that differ by a permutation of interchangeable parts: their ids ascend.</summary>
    public TKey Sorted(TKey key)
    {
        foreach (var places in _classes)
        {
            for (var i = 1; i < places.Length; i++)
            {
                for (var j = i; j > 0 && Part(key, places[j - 1]) is var left && Part(key, places[j]) is var right && left > right; j--)
                {
                    var flip = TKey.CreateTruncating(left ^ right);
                    key ^= (flip << _layout.Shift(places[j - 1])) ^ (flip << _layout.Shift(places[j]));
                }
            }
        }

        return key;
    }

    private TKey Befallen(TKey key, int except, int fate)
    {
        var next = key;
        for (var i = 0; i < _layout.Parts; i++)
        {
            if (i != except && Part(key, i) is var part)
            {
                next ^= TKey.CreateTruncating(part ^ _tables.Befall(fate, part)) << _layout.Shift(i);
            }
        }

        return next;
    }
}
