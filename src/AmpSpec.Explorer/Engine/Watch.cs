namespace AmpSpec.Explorer.Engine;

/// <summary>What the properties of a model make of a state: a bit each, set where something is to be noted.</summary>
/// <remarks>That is a state without what holds always, or with what holds sometimes. Answers about a summary, or a summary with a part, are remembered.</remarks>
internal abstract class Watch
{
    /// <summary>One bit of a word says that the answer is known.</summary>
    public const int Most = 63;

    private const ulong Known = 1UL << Most;

    private ulong[] _ofSummary = [];
    private ulong[][] _ofPart = [];

    /// <summary>Whether any property speaks of a part.</summary>
    public abstract bool ReadsParts { get; }

    /// <summary>Whether any property speaks of all parts at once.</summary>
    public abstract bool ReadsWhole { get; }

    /// <summary>Which properties hold always.</summary>
    public abstract ulong Promised { get; }

    public ulong OfSummary(int summary)
    {
        Tables.Grow(ref _ofSummary, summary);
        ref var mask = ref _ofSummary[summary];
        return (mask & Known) != 0 ? mask & ~Known : (mask = AskSummary(summary) | Known) & ~Known;
    }

    /// <summary>The answers about a summary with each part, as far as there are any.</summary>
    public ReadOnlySpan<ulong> OfParts(int summary) => summary < _ofPart.Length ? _ofPart[summary] : [];

    /// <summary>The answer about a summary with a part; <paramref name="known"/> are those of <see cref="OfParts"/>.</summary>
    public ulong OfPart(ReadOnlySpan<ulong> known, int summary, int part) =>
        part < known.Length && (known[part] & Known) != 0 ? known[part] & ~Known : Learnt(summary, part);

    public abstract ulong OfWhole(int summary, ReadOnlySpan<int> parts);

    protected abstract ulong AskSummary(int summary);

    protected abstract ulong AskPart(int summary, int part);

    private ulong Learnt(int summary, int part)
    {
        Tables.Grow(ref _ofPart, summary);
        ref var row = ref _ofPart[summary];
        row ??= [];
        Tables.Grow(ref row, part);
        row[part] = AskPart(summary, part) | Known;
        return row[part] & ~Known;
    }
}
