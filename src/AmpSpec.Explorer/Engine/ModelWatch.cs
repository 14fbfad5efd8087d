using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Explorer.Engine;

/// <summary>The properties of a model, by the numbers of its tables.</summary>
internal sealed class ModelWatch<TSummary, TPart, TEvent, TFate> : Watch
    where TSummary : notnull
    where TPart : class
    where TEvent : notnull
    where TFate : notnull
{
    private readonly ModelTables<TSummary, TPart, TEvent, TFate> _tables;
    private readonly (ulong Bit, Func<TSummary, bool> Holds)[] _ofSummary;
    private readonly (ulong Bit, Func<TSummary, TPart, bool> Holds)[] _ofPart;
    private readonly (ulong Bit, Func<TSummary, Seq<TPart>, bool> Holds)[] _ofWhole;

    public ModelWatch(Seq<Property<TSummary, TPart>> properties, ModelTables<TSummary, TPart, TEvent, TFate> tables)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(properties.Count, Most, nameof(properties));
        _tables = tables;
        var bits = properties.Index().Select(p => (Bit: 1UL << p.Index, Property: p.Item)).ToArray();
        Promised = bits.Where(p => p.Property is Property<TSummary, TPart>.Always).Aggregate(0UL, (mask, p) => mask | p.Bit);
        _ofSummary = [.. bits.Select(p => (p.Bit, (p.Property.States as Statement<TSummary, TPart>.OfSummary)?.Holds!)).Where(p => p.Item2 is not null)];
        _ofPart = [.. bits.Select(p => (p.Bit, (p.Property.States as Statement<TSummary, TPart>.OfPart)?.Holds!)).Where(p => p.Item2 is not null)];
        _ofWhole = [.. bits.Select(p => (p.Bit, (p.Property.States as Statement<TSummary, TPart>.OfWhole)?.Holds!)).Where(p => p.Item2 is not null)];
    }

    public override bool ReadsParts => _ofPart.Length > 0;

    public override bool ReadsWhole => _ofWhole.Length > 0;

    public override ulong Promised { get; }

    public override ulong OfWhole(int summary, ReadOnlySpan<int> parts)
    {
        var known = new TPart[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            known[i] = _tables.Part(parts[i]);
        }

        var (whole, all, mask) = (_tables.Summary(summary), known.ToSeq(), 0UL);
        foreach (var (bit, holds) in _ofWhole)
        {
            mask |= Noted(bit, holds(whole, all));
        }

        return mask;
    }

    protected override ulong AskSummary(int summary)
    {
        var (whole, mask) = (_tables.Summary(summary), 0UL);
        foreach (var (bit, holds) in _ofSummary)
        {
            mask |= Noted(bit, holds(whole));
        }

        return mask;
    }

    protected override ulong AskPart(int summary, int part)
    {
        var (whole, one, mask) = (_tables.Summary(summary), _tables.Part(part), 0UL);
        foreach (var (bit, holds) in _ofPart)
        {
            mask |= Noted(bit, holds(whole, one));
        }

        return mask;
    }

    // of what holds always, the exception is to be noted; of what holds sometimes, the instance
    private ulong Noted(ulong bit, bool holds) => holds == ((Promised & bit) == 0) ? bit : 0;
}
