using System.Numerics;
using AmpSpec.Explorer.Engine;
using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Explorer;

/// <summary>Visits every state of a model once, nearest first.</summary>
/// <remarks>The same model within the same bounds gives the same answer, but for the time.</remarks>
public static class BreadthFirst
{
    /// <summary>Explores a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="bounds">How far to go.</param>
    /// <param name="clock">Says how long it took, and nothing else.</param>
    /// <param name="progress">Told from time to time how many states there are.</param>
    /// <exception cref="KeySpaceOverflowException">The states do not fit 128 bits.</exception>
    public static Exploration Explore<TSummary, TPart, TEvent, TFate>(
        IModel<TSummary, TPart, TEvent, TFate> model, Bounds bounds, TimeProvider clock, Action<long>? progress = null)
        where TSummary : notnull
        where TPart : class
        where TEvent : notnull
        where TFate : notnull
    {
        ArgumentOutOfRangeException.ThrowIfZero(model.Parts.Count, nameof(model.Parts));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bounds.MaxStates, Bounds.MostStates, nameof(bounds.MaxStates));
        return new Course<TSummary, TPart, TEvent, TFate>(model, bounds, clock, progress).Run();
    }

    private sealed class Course<TSummary, TPart, TEvent, TFate>(IModel<TSummary, TPart, TEvent, TFate> model, Bounds bounds, TimeProvider clock, Action<long>? progress)
        where TSummary : notnull
        where TPart : class
        where TEvent : notnull
        where TFate : notnull
    {
        private readonly long _start = clock.GetTimestamp();
        private readonly ModelTables<TSummary, TPart, TEvent, TFate> _tables = new(model);

        public Exploration Run()
        {
            var layout = Layout.Of(model.Parts.Count);
            while (true)
            {
                if ((layout.Width == Layout.Narrowest ? Within<ulong>(layout) : Within<UInt128>(layout)) is { } found)
                {
                    return found;
                }

                layout = Layout.Of(model.Parts.Count, _tables.PartKinds, _tables.Summaries);
            }
        }

        private Exploration? Within<TKey>(Layout layout)
            where TKey : unmanaged, IBinaryInteger<TKey>
        {
            var search = new Search<TKey>(_tables, new ModelWatch<TSummary, TPart, TEvent, TFate>(model.Properties, _tables), layout, bounds, progress);
            var ending = search.Run();
            return ending is Ending.Outgrown ? null : new(
                search.States.Count,
                search.Transitions,
                Depth: search.Levels.Count - 2,
                _tables.Calls,
                search.Packing.Symmetric,
                Complete: ending is Ending.Complete,
                Interrupted: ending is Ending.Bounded && bounds.Interrupted.IsCancellationRequested,
                Verdicts(search, layout, ending),
                Fired: model.Rows.Where(_tables.Fired.Contains).ToSeq(),
                Unfired: model.Rows.Where(row => !_tables.Fired.Contains(row)).ToSeq(),
                layout.Width,
                search.States.Bytes,
                clock.GetElapsedTime(_start));
        }

        private Seq<PropertyVerdict> Verdicts<TKey>(Search<TKey> search, Layout layout, Ending ending)
            where TKey : unmanaged, IBinaryInteger<TKey>
        {
            var runs = new Runs<TKey>(_tables, layout, search);
            return model.Properties.Select((property, i) =>
            {
                var noted = search.Noted.TryGetValue(i, out var state);
                var verdict = property switch
                {
                    Property<TSummary, TPart>.Always => noted ? Verdict.Broken : ending is Ending.Complete ? Verdict.Kept : Verdict.Unfinished,
                    Property<TSummary, TPart>.Sometimes some => noted ? Verdict.Kept : ending is not Ending.Complete ? Verdict.Unfinished : some.Fits ? Verdict.Broken : Verdict.OutOfReach,
                };
                return new PropertyVerdict(property.Name, property.Requirements, verdict, noted ? runs.To(i, state).Select(stride => Told(stride, search.Packing)).ToSeq() : null);
            }).ToSeq();
        }

        private Step Told<TKey>(Stride<TKey> stride, Packing<TKey> packing)
            where TKey : unmanaged, IBinaryInteger<TKey> => new(
                stride.Part + 1,
                $"{_tables.Event(stride.Leap.Event)}",
                _tables.Row(stride.Leap.Row),
                $"{_tables.Summary(packing.Summary(stride.After))}",
                model.Parts.Select((_, i) => $"{_tables.Part(packing.Part(stride.After, i))}").ToSeq())
            { Cause = _tables.Event(stride.Leap.Event) };
    }
}
