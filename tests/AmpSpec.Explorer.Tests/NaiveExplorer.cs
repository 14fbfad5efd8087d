namespace AmpSpec.Explorer.Tests;

/// <summary>The benchmark machine once more, by its description and without the engine: whole states in a set, sums taken from the parts.</summary>
internal sealed class NaiveExplorer(int total, int maxAmount, int timer)
{
    private readonly HashSet<string> _seen = [];

    public long Transitions { get; private set; }

    public int Depth { get; private set; } = -1;

    public IReadOnlyCollection<string> States => _seen;

    /// <summary>A part is its letter (idle, flight, held, done, failed) and its amount.</summary>
    private sealed record World((char At, int Amount)[] Parts, char Phase, int Timer)
    {
        public int Sum => Parts.Where(p => p.At is 'h' or 'd').Sum(p => p.Amount);

        public string Text => string.Join(' ', Parts.Select(p => $"{p.At}{p.Amount}").Append($"{Phase}{Timer}"));

        public World With(int i, char at, int amount) => this with { Parts = [.. Parts.Select((p, j) => j == i ? (at, amount) : p)] };
    }

    public NaiveExplorer Run(int parts)
    {
        List<World> level = [new([.. Enumerable.Repeat(('i', 0), parts)], 'o', 0)];
        _seen.Add(level[0].Text);
        for (; level.Count > 0; Depth++)
        {
            List<World> next = [];
            foreach (var world in level.SelectMany(Next))
            {
                Transitions++;
                if (_seen.Add(world.Text))
                {
                    next.Add(world);
                }
            }

            level = next;
        }

        return this;
    }

    private IEnumerable<World> Next(World w)
    {
        foreach (var (i, part) in w.Parts.Index())
        {
            foreach (var next in Next(w, i, part.At, part.Amount))
            {
                yield return next;
            }
        }

        if (w.Phase == 'o' && w.Sum > 0 && w.Timer < timer)
        {
            yield return w with { Timer = w.Timer + 1 };
        }

        if (w.Phase == 'o' && w.Timer == timer)
        {
            yield return w with { Phase = 'f' };
        }
    }

    private IEnumerable<World> Next(World w, int i, char at, int amount)
    {
        switch (at, w.Phase)
        {
            case ('i', _):
                for (var a = 1; a <= maxAmount; a++)
                {
                    yield return w.With(i, 'f', a);
                }

                break;
            case ('f', _):
                yield return w.With(i, 'x', 0);
                if (w.Phase == 'o' && w.With(i, 'h', amount) is var held)
                {
                    yield return held.Sum >= total ? held with { Phase = 'r', Timer = 0 } : held;
                }

                break;
            case ('h', 'r'):
                yield return w.With(i, 'd', amount);
                break;
            case ('h', 'f') when w.With(i, 'x', 0) is var less:
                yield return less.Parts.Any(p => p.At == 'h') ? less : less with { Phase = 'o', Timer = 0 };
                break;
            default:
                break;
        }
    }
}
