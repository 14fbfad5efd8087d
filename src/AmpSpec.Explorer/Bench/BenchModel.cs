using AmpSpec.Modelling;
using AmpSpec.Primitives;
using static AmpSpec.Explorer.Bench.Phase;
using static AmpSpec.Explorer.Bench.Status;
using Always = AmpSpec.Modelling.Property<AmpSpec.Explorer.Bench.BenchSummary, AmpSpec.Explorer.Bench.BenchPart>.Always;
using Sometimes = AmpSpec.Modelling.Property<AmpSpec.Explorer.Bench.BenchSummary, AmpSpec.Explorer.Bench.BenchPart>.Sometimes;

namespace AmpSpec.Explorer.Bench;

/// <summary>The benchmark machine within its terms, to be explored.</summary>
internal sealed record BenchModel(BenchTerms Terms) : IModel<BenchSummary, BenchPart, BenchEvent, NoFate>
{
    private readonly BenchTable _table = new(Terms);
    private readonly Seq<BenchEvent> _sends = [.. Enumerable.Range(1, Terms.MaxAmount).Select(amount => new BenchEvent.Sent(amount))];

    public BenchSummary Start => BenchTable.Empty;

    public Seq<BenchPart> Parts { get; } = Enumerable.Repeat(new BenchPart(Idle, Amount: 0), Terms.Parts).ToSeq();

    public Seq<string> Rows => BenchTable.Rows;

    public Seq<Property<BenchSummary, BenchPart>> Properties { get; init; } =
    [
        Always.OfEach("a part is done only while the set is being released", (set, part) => part.Status is not Done || set.Phase is Releasing),
        Always.Of("a set is released only when it is whole", set => set.Phase is not Releasing || set.Sum >= Terms.Total),
        Always.Of("an open set is not whole", set => set.Phase is not Open || set.Sum < Terms.Total),
        Always.Of("the set holds less than the total and one part more", set => set.Sum < Terms.Total + Terms.MaxAmount),
        Always.Of("a set that fails still holds something", set => set.Phase is not Failing || set.Sum > 0),
        Sometimes.OfSome("a part is paid", (_, part) => part.Status is Done) with { Fits = Terms.Parts * Terms.MaxAmount >= Terms.Total },
        Sometimes.Of("a set times out", set => set.Phase is Failing) with { Fits = Terms.Total > 1 },
    ];

    public IEnumerable<BenchEvent> Events(BenchSummary summary) => [new BenchEvent.Ticked(), new BenchEvent.TimedOut()];

    public IEnumerable<BenchEvent> Events(BenchSummary summary, BenchPart part) => part.Status switch
    {
        Idle => _sends,
        Flight => [new BenchEvent.Lost(), new BenchEvent.Arrived()],
        Held => [new BenchEvent.Settled(), new BenchEvent.FailedBack()],
        Done or Failed => [],
    };

    public Move<BenchSummary, BenchPart, NoFate>? Next(BenchSummary summary, BenchPart? part, BenchEvent on) => _table.Next(summary, part, on);

    public BenchPart Befall(BenchPart part, NoFate fate) => part;
}
