namespace AmpSpec.Explorer.Engine;

/// <summary>A move in numbers. The first two are differences, to be put on a key by exclusive or.</summary>
internal readonly record struct Leap(uint SummaryFlip, uint PartFlip, int Fate, int Event, int Row);

/// <summary>The moves of a summary, alone or with a part: a stretch of <see cref="Tables.Leaps"/>. The default is "not asked yet".</summary>
internal readonly record struct Stretch(int From, int To)
{
    public int Count => To - From;

    public bool Known => To != 0;
}

/// <summary>The model as tables of numbers, filled as the search gets there: the search itself knows no types.</summary>
internal abstract class Tables
{
    /// <summary>In place of a fate: the rest keeps its state.</summary>
    public const int Kept = -1;

    private const int FirstLength = 16;

    private Stretch[] _alone = [];
    private Stretch[][] _withPart = [];
    private Leap[] _leaps = new Leap[FirstLength];
    private int _used = 1; // so that a stretch never ends at 0

    /// <summary>All moves found so far.</summary>
    public ReadOnlySpan<Leap> Leaps => _leaps;

    /// <summary>How often the model was asked.</summary>
    public int Calls { get; protected set; }

    /// <summary>How many distinct parts there are so far; their ids start at 0.</summary>
    public int PartKinds { get; protected set; }

    /// <summary>How many distinct summaries there are so far; their ids start at 1.</summary>
    public int Summaries { get; protected set; }

    /// <summary>The ids of the parts at the start.</summary>
    public abstract int[] StartParts { get; }

    /// <summary>The moves of a summary that concern no part.</summary>
    public Stretch Alone(int summary)
    {
        if (summary < _alone.Length && _alone[summary] is { Known: true } known)
        {
            return known;
        }

        Grow(ref _alone, summary);
        return _alone[summary] = Ask(summary, null);
    }

    /// <summary>The stretches of a summary by part, as far as they are known.</summary>
    public ReadOnlySpan<Stretch> WithParts(int summary) => summary < _withPart.Length ? _withPart[summary] : [];

    /// <summary>The moves of a summary with a part, asked now.</summary>
    public Stretch WithPart(int summary, int part)
    {
        Grow(ref _withPart, summary);
        ref var row = ref _withPart[summary];
        row ??= [];
        Grow(ref row, part);
        return row[part].Known ? row[part] : row[part] = Ask(summary, part);
    }

    /// <summary>What a fate makes of a part.</summary>
    public abstract int Befall(int fate, int part);

    /// <summary>Asks the model about each of its events here.</summary>
    protected abstract IEnumerable<Leap> MovesOf(int summary, int? part);

    /// <summary>Makes an array long enough for an index, at least by doubling it.</summary>
    public static void Grow<T>(ref T[] array, int index)
    {
        if (index >= array.Length)
        {
            Array.Resize(ref array, Math.Max(Math.Max(index + 1, FirstLength), array.Length * 2));
        }
    }

    private Stretch Ask(int summary, int? part)
    {
        var from = _used;
        foreach (var leap in MovesOf(summary, part))
        {
            Grow(ref _leaps, _used);
            _leaps[_used++] = leap;
        }

        return new(from, _used);
    }
}
