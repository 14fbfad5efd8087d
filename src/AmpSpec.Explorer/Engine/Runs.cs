using System.Numerics;

namespace AmpSpec.Explorer.Engine;

/// <summary>A step in numbers, and the key after it.</summary>
internal readonly record struct Stride<TKey>(int? Part, Leap Leap, TKey After);

/// <summary>From a state that was noted back to the run that leads there, with the parts at their own places.</summary>
internal sealed class Runs<TKey>(Tables tables, Layout layout, Search<TKey> search)
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    private readonly Packing<TKey> _plain = new(tables, layout, symmetry: false);

    /// <summary>The least of the shortest runs to a state that sets the bit of <paramref name="property"/>, of which <paramref name="first"/> is the first that was found.</summary>
    public IReadOnlyList<Stride<TKey>> To(int property, int first) => search.Packing.Symmetric ? Unpermuted(property, first) : Along(first);

    // without symmetry the links are the run
    private List<Stride<TKey>> Along(int state)
    {
        List<TKey> keys = [];
        for (; state != search.States.Parent(state); state = search.States.Parent(state))
        {
            keys.Add(search.States[state]);
        }

        keys.Reverse();
        return Walk(keys.Select(key => (Predicate<TKey>)(k => k == key)));
    }

    // With symmetry every shortest run counts: the least of them need not go through the states that were met first.
    private List<Stride<TKey>> Unpermuted(int property, int first)
    {
        var depth = search.Levels.FindLastIndex(from => from <= first);
        var goal = Level(depth).Where(key => (search.Mask(key) & (1UL << property)) != 0).ToHashSet();
        List<HashSet<TKey>> goals = [goal];
        for (var level = depth - 1; level > 0; level--)
        {
            var towards = goals[^1];
            goals.Add([.. Level(level).Where(key => Strides(key).Any(s => towards.Contains(search.Packing.Sorted(s.After))))]);
        }

        goals.Reverse();
        return depth == 0 ? [] : Walk(goals.Select(on => (Predicate<TKey>)(k => on.Contains(search.Packing.Sorted(k)))));
    }

    private IEnumerable<TKey> Level(int level)
    {
        var (from, to) = (search.Levels[level], level + 1 < search.Levels.Count ? search.Levels[level + 1] : search.States.Count);
        for (var state = from; state < to; state++)
        {
            yield return search.States[state];
        }
    }

    private List<Stride<TKey>> Walk(IEnumerable<Predicate<TKey>> way)
    {
        var (at, strides) = (_plain.Start, new List<Stride<TKey>>());
        foreach (var right in way)
        {
            var stride = Strides(at).First(s => right(s.After));
            strides.Add(stride);
            at = stride.After;
        }

        return strides;
    }

    private IEnumerable<Stride<TKey>> Strides(TKey key)
    {
        var summary = _plain.Summary(key);
        foreach (var leap in In(tables.Alone(summary)))
        {
            yield return new(null, leap, _plain.After(key, leap));
        }

        for (var i = 0; i < layout.Parts; i++)
        {
            foreach (var leap in In(tables.WithPart(summary, _plain.Part(key, i))))
            {
                yield return new(i, leap, _plain.After(key, i, leap));
            }
        }
    }

    private Leap[] In(Stretch stretch) => tables.Leaps[stretch.From..stretch.To].ToArray();
}
