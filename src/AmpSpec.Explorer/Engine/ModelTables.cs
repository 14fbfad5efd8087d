using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Explorer.Engine;

/// <summary>The tables of a model: each distinct (summary, part, event) is asked once.</summary>
internal sealed class ModelTables<TSummary, TPart, TEvent, TFate> : Tables
    where TSummary : notnull
    where TPart : class
    where TEvent : notnull
    where TFate : notnull
{
    private const int NotAsked = -1;

    private readonly IModel<TSummary, TPart, TEvent, TFate> _model;
    private readonly Interner<TSummary> _summaries = new(first: 1);
    private readonly Interner<TPart> _parts = new();
    private readonly Interner<TEvent> _events = new();
    private readonly Interner<TFate> _fates = new();
    private readonly Interner<string> _rows = new();
    private int[][] _befallen = [];

    public ModelTables(IModel<TSummary, TPart, TEvent, TFate> model)
    {
        _model = model;
        foreach (var row in model.Rows)
        {
            _rows.Of(row);
        }

        IdOf(model.Start);
        StartParts = [.. model.Parts.Select(IdOf)];
    }

    public override int[] StartParts { get; }

    /// <summary>The ids of the rows that fired.</summary>
    public HashSet<string> Fired { get; } = [];

    public TSummary Summary(int id) => _summaries[id];

    public TPart Part(int id) => _parts[id];

    public TEvent Event(int id) => _events[id];

    public string Row(int id) => _rows[id];

    public override int Befall(int fate, int part)
    {
        Grow(ref _befallen, fate);
        ref var row = ref _befallen[fate];
        row ??= [];
        var known = row.Length;
        Grow(ref row, part);
        row.AsSpan(known).Fill(NotAsked);
        return row[part] != NotAsked ? row[part] : row[part] = IdOf(_model.Befall(_parts[part], _fates[fate]));
    }

    protected override IEnumerable<Leap> MovesOf(int summary, int? part)
    {
        var (whole, one) = (_summaries[summary], part is { } p ? _parts[p] : null);
        foreach (var on in one is null ? _model.Events(whole) : _model.Events(whole, one))
        {
            Calls++;
            if (_model.Next(whole, one, on) is { } move)
            {
                Fired.Add(move.Row);
                Fired.UnionWith(move.Beside);
                yield return new(
                    SummaryFlip: (uint)(summary ^ IdOf(move.Summary)),
                    PartFlip: part is { } before ? (uint)(before ^ IdOf(move.Part ?? throw Lost(on))) : 0,
                    Fate: move.Rest switch { Rest<TFate>.Keep => Kept, Rest<TFate>.All(var fate) => _fates.Of(fate) },
                    Event: _events.Of(on),
                    Row: _rows.Of(move.Row));
            }
        }
    }

    private int IdOf(TSummary summary)
    {
        var id = _summaries.Of(summary);
        Summaries = _summaries.Count;
        return id;
    }

    private int IdOf(TPart part)
    {
        var id = _parts.Of(part);
        PartKinds = _parts.Count;
        return id;
    }

    private static InvalidOperationException Lost(TEvent on) => new($"the model has lost the part that {on} concerns");
}
