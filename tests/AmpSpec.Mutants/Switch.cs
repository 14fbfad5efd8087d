namespace AmpSpec.Mutants;

/// <summary>What is compiled into the mutant build beside the specification: which mutant is on, and which places are passed.</summary>
internal static class Switch
{
    /// <summary>The full name of the type in that build.</summary>
    public const string Type = "AmpSpec.Mutation";

    /// <summary>Its source, for so many mutants.</summary>
    public static string Source(int mutants) => $"namespace AmpSpec; public static partial class Mutation {{ private const int Count = {mutants + 1}; }}\n{Text}";

    private const string Text = """
        public static partial class Mutation
        {
            private static readonly object?[] Statics = new object?[4096];

            [System.ThreadStatic] private static Run? run;

            // from here on this thread has one mutant on, or none (0), and may pass so many mutated places; those are noted in seen
            public static void Activate(int number, long steps, bool[]? seen) => run = new Run(number, steps, seen);

            public static long Left() => run!.Left;

            public static bool Is(int number)
            {
                if (run is not { } now)
                {
                    return false;
                }

                if (now.Seen is { } seen)
                {
                    seen[number] = true;
                }

                return --now.Left < 0 ? throw new System.TimeoutException("too long, or without an end") : now.Number == number;
            }

            // what a static initialiser makes: once for all, and anew for a mutant that it passes
            public static T Static<T>(int id, System.Func<T> make)
            {
                var once = (Once<T>)(Statics[id] ?? System.Threading.Interlocked.CompareExchange(ref Statics[id], Once<T>.Of(make), null) ?? Statics[id]!);
                if (run is not { } now)
                {
                    return once.Value;
                }

                if (now.Seen is { } seen)
                {
                    foreach (var number in once.Passed)
                    {
                        seen[number] = true;
                    }
                }

                return now.Number == 0 || System.Array.BinarySearch(once.Passed, now.Number) < 0 ? once.Value
                    : now.Anew.TryGetValue(id, out var anew) ? (T)anew!
                    : (T)(now.Anew[id] = make())!;
            }

            private sealed class Run(int number, long left, bool[]? seen)
            {
                public readonly int Number = number;
                public readonly bool[]? Seen = seen;
                public readonly System.Collections.Generic.Dictionary<int, object?> Anew = [];
                public long Left = left;
            }

            private sealed record Once<T>(T Value, int[] Passed)
            {
                public static Once<T> Of(System.Func<T> make)
                {
                    var (outer, seen) = (run, new bool[Count]);
                    run = new Run(0, long.MaxValue, seen);
                    try
                    {
                        var value = make();
                        return new(value, [.. System.Linq.Enumerable.Range(0, Count).Where(number => seen[number])]);
                    }
                    finally
                    {
                        run = outer;
                    }
                }
            }
        }
        """;
}
