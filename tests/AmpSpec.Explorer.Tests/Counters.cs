using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Explorer.Tests;

internal sealed record Counter(int Value);

/// <summary>Parts that count up to a limit, one at a time; the summary counts with them or stays. When the bell rings all others start again.</summary>
internal sealed record Counters(int Limit, Seq<Counter> Parts, bool Sums = false, bool Bell = false) : IModel<int, Counter, string, string>
{
    public static Counters Of(int parts, int limit, bool sums = false, bool bell = false) =>
        new(limit, Enumerable.Repeat(new Counter(0), parts).ToSeq(), sums, bell);

    public int Start => 0;

    public Seq<string> Rows => ["count/01", "count/02", "count/03"];

    public Seq<Property<int, Counter>> Properties { get; init; } = [];

    public List<(int, Counter?, string)> Asked { get; } = [];

    public IEnumerable<string> Events(int summary) => [];

    public IEnumerable<string> Events(int summary, Counter part) => ["up", "ring"];

    public Move<int, Counter, string>? Next(int summary, Counter? part, string on)
    {
        Asked.Add((summary, part, on));
        return (part, on) switch
        {
            ({ } p, "up") when p.Value < Limit => new Move<int, Counter, string>(Sums ? summary + 1 : summary, new(p.Value + 1), new Rest<string>.Keep()).By("count/01"),
            ({ } p, "ring") when Bell && p.Value == Limit => new Move<int, Counter, string>(summary, p, new Rest<string>.All("again")).By("count/02"),
            _ => null,
        };
    }

    public Counter Befall(Counter part, string fate) => new(0);
}
