using AmpSpec.Modelling;
using AmpSpec.Primitives;
using static AmpSpec.Settlement.Exploring.Nodes.ReceiverEvent;
using Move = AmpSpec.Modelling.Move<AmpSpec.Settlement.Exploring.Nodes.World, AmpSpec.Settlement.Exploring.Nodes.Piece, AmpSpec.Settlement.Exploring.Nodes.Fates>;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>What a node does about an event; null where it refuses the request.</summary>
public delegate Released? Decides(Node node, NodeEvent on, Instant clock, BlockHeight height);

/// <summary>The shipped receiver as a model: each move is one decision of <see cref="Node"/>, by the table that is handed in.</summary>
/// <param name="Scope">How far to go.</param>
public sealed record NodeModel(Scope Scope) : IModel<World, Piece, ReceiverEvent, Fates>
{
    /// <summary>What an event does to one set.</summary>
    public SetTable Table { get; init; } = Receiver.Next;

    /// <summary>Another node in the place of ours; null for ours. Its rows are not known.</summary>
    public Decides? Instead { get; init; }

    /// <inheritdoc/>
    public World Start => new(Scope.Invoices, [], Scope.Sets.Select(set => new Memory(set.KeyUnder(Scope.Rules), 0, Seen.Nothing)).ToSeq());

    /// <inheritdoc/>
    public Seq<Piece> Parts => Enumerable.Repeat<Piece>(new Piece.Idle(), Scope.Parts).ToSeq();

    /// <inheritdoc/>
    public Seq<string> Rows => ReceiverRows.All;

    /// <inheritdoc/>
    public Seq<Property<World, Piece>> Properties => Promises.Of(Scope);

    /// <inheritdoc/>
    public IEnumerable<ReceiverEvent> Events(World world) => Eventualities.Of(Scope, world);

    /// <inheritdoc/>
    public IEnumerable<ReceiverEvent> Events(World world, Piece piece) => Eventualities.Of(Scope, world, piece);

    /// <inheritdoc/>
    public Move? Next(World world, Piece? piece, ReceiverEvent on)
    {
        var stage = Stage.Of(Scope, world, piece, on);
        if (Decided(stage) is not var (released, rows))
        {
            return null;
        }

        var step = new Episode(Scope, world, piece, on, stage, released.Node, released.Actions);
        var watched = new Observer(step, step.After()).Watched();
        var asides = new Asides(step, Table);
        var changes = step.Others();
        var told = rows.Where(row => !row.Idle).Select(row => row.Id).Distinct().ToSeq();
        return new Move(watched with { Breach = watched.Breach | asides.Breach }, step.One(), changes.Count == 0 ? new Rest<Fates>.Keep() : new Rest<Fates>.All(new(changes)))
        {
            Beside = rows.Select(row => row.Id).Concat(asides.Rows).ToSeq(),
        }.By(string.Join(' ', told.Count > 0 ? told : rows.Select(row => row.Id).Concat(asides.Rows).Distinct()));
    }

    /// <inheritdoc/>
    public Piece Befall(Piece part, Fates fate) => fate.Of(part);

    private (Released Released, Seq<FiredRow> Rows)? Decided(Stage stage)
    {
        if (Instead is { } instead)
        {
            return instead(stage.Node, stage.On, stage.Clock, stage.Height) is { } released ? (released, []) : null;
        }

        return stage.Node.Decide(stage.On, stage.Clock, stage.Height, Table) is { } decision
            ? (new(decision.Entry.Node, decision.Entry.Actions), decision.Rows)
            : null;
    }
}
