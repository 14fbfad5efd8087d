using System.Collections.Immutable;
using AmpSpec.Primitives;
using static AmpSpec.Settlement.Exploring.Nodes.ReceiverEvent;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>A world made into a node, with the one part that an event concerns, ready to decide.</summary>
/// <param name="Node">The node.</param>
/// <param name="On">The event, as the node knows it.</param>
/// <param name="Clock">The clock read with it.</param>
/// <param name="Height">The height read with it.</param>
/// <param name="One">The part concerned; no part of the node where there is none.</param>
/// <param name="Letter">What the part concerned says; null where there is none.</param>
internal sealed record Stage(Node Node, NodeEvent On, Instant Clock, BlockHeight Height, HtlcId One, Letter? Letter)
{
    private const int Most = 16;

    /// <summary>The id of a part that no set holds yet, and of parts that are not told apart.</summary>
    public static readonly HtlcId Nobody = new("", "");

    private static readonly HtlcId[] Members = [.. Enumerable.Range(0, Most * Most).Select(at => new HtlcId($"set {at / Most}", $"{at % Most}"))];

    /// <summary>The id of a part that a set holds, by the places of both.</summary>
    public static HtlcId IdOf(int group, int member) => group < Most && member < Most ? Members[(group * Most) + member] : new HtlcId($"set {group}", $"{member}");

    /// <summary>The id of an answer that was let out last, by its place.</summary>
    public static HtlcId LastOf(int at) => new("last", $"{at}");

    public static Stage Of(Scope scope, World world, Piece? piece, ReceiverEvent on)
    {
        var letter = on is Offered(var said) ? said : on is Proposed(var only) ? only : LetterOf(piece);
        var one = piece is Piece.Held member ? Place(world, member) : Nobody;
        var verdicts = ImmutableDictionary.CreateBuilder<HtlcId, Verdict>();
        for (var group = 0; group < world.Groups.Count; group++)
        {
            for (var at = 0; at < world.Groups[group].Members.Count; at++)
            {
                verdicts.Add(IdOf(group, at), new Verdict.Held(world.Groups[group].Key));
            }
        }

        if (piece is Piece.Answered(_, var answer))
        {
            verdicts.Add(Nobody, new Verdict.Told(answer));
        }

        var node = new Node(scope.Rules, new Now(Frame.Clock, Frame.Height) { TipIsStale = world.IsStale }, world.Invoices)
        {
            Sets = world.Groups.Select((group, at) => new OpenSet(group.Key, group.Terms, group.Set, group.Members.Select((held, place) => held.Part with { Id = IdOf(at, place) }).ToSeq())).ToSeq(),
            Ended = world.Ended.Count == 0 ? ImmutableDictionary<SetKey, HtlcSet>.Empty : ImmutableDictionary.CreateRange(world.Ended),
            Ends = world.Ends.Count == 0 ? ImmutableDictionary<SetKey, Fate>.Empty : ImmutableDictionary.CreateRange(world.Ends),
            Verdicts = verdicts.ToImmutable(),
            Uncommitted = Uncommitted(scope, piece, on),
            RejectsNext = world.RejectsNext,
            IsStopping = world.IsStopping,
            LastActions = world.Last,
        };
        return new(
            node,
            Told(scope, world, on, one, letter),
            on is Ticked ? Frame.Clock.After(Frame.Tick) : Frame.Clock,
            on is BlocksCame ? new BlockHeight(Frame.Height.Value + scope.Stride) : Frame.Height,
            one,
            letter);
    }

    private static Letter? LetterOf(Piece? piece) => piece switch
    {
        Piece.InFlight(var said, _) => said,
        Piece.Held held => held.Letter,
        Piece.Answered(var said, _) => said,
        Piece.Forgotten(var said) => said,
        Piece.Idle or Piece.Done or null => null,
    };

    /// <summary>The id of a part in flight, by what it says.</summary>
    public static HtlcId FlightOf(Letter letter) => new("in flight", letter.Name);

    /// <summary>The same answer to another part.</summary>
    public static NodeAction Addressed(NodeAction answer, HtlcId to) => answer switch
    {
        NodeAction.Settle(var claim) => new NodeAction.Settle(new Claim(to, claim.Preimage)),
        NodeAction.Fail(_, var message) => new NodeAction.Fail(to, message),
        NodeAction.FailMalformed(_, var message) => new NodeAction.FailMalformed(to, message),
        NodeAction.Announce => answer,
    };

    /// <summary>Whom an answer is for; null where it is for the owner.</summary>
    public static HtlcId? AddresseeOf(NodeAction answer) => answer switch
    {
        NodeAction.Settle(var claim) => claim.Htlc,
        NodeAction.Fail(var htlc, _) => htlc,
        NodeAction.FailMalformed(var htlc, _) => htlc,
        NodeAction.Announce => null,
    };

    private static NodeEvent Told(Scope scope, World world, ReceiverEvent on, HtlcId one, Letter? letter) => on switch
    {
        Offered or Replayed => new NodeEvent.HtlcOffered(letter!.Offer with { Id = one }),
        Proposed => new NodeEvent.HtlcOffered(letter!.Offer with { Id = one }, Committed: false),
        Committed => new NodeEvent.HtlcCommitted(one),
        Lost => new NodeEvent.HtlcDropped(one),
        Ticked or BlocksCame => new NodeEvent.Nothing(),
        OwnerSettles(var set) => new NodeEvent.SetSettled(world.Memories[set].Key, scope.Sets[set].Opens),
        OwnerCancels(var set) => new NodeEvent.SetCanceled(world.Memories[set].Key),
        InvoiceCancelled(var invoice) => new NodeEvent.InvoiceCanceled(world.Invoices[invoice].PaymentSecret!.Value),
        Restarted(var lossy, var delivered) => new NodeEvent.Restarted(lossy, delivered),
        Stopping => new NodeEvent.Stopping(),
        TipSeen(var isStale) => new NodeEvent.TipSeen(isStale),
        NextRejected => new NodeEvent.NextRejected(),
    };

    // when the node starts again, whatever is in flight is concerned
    private static ImmutableDictionary<HtlcId, Offer> Uncommitted(Scope scope, Piece? piece, ReceiverEvent on) =>
        piece is Piece.InFlight(var letter, _) ? ImmutableDictionary<HtlcId, Offer>.Empty.Add(Nobody, letter.Offer with { Id = Nobody })
        : on is Restarted && scope.Happens.HasFlag(Happens.Proposals) ? scope.Letters.ToImmutableDictionary(FlightOf, each => each.Offer)
        : ImmutableDictionary<HtlcId, Offer>.Empty;

    // of equal parts any one will do
    private static HtlcId Place(World world, Piece.Held piece)
    {
        for (var group = 0; group < world.Groups.Count; group++)
        {
            for (var at = 0; at < world.Groups[group].Members.Count && world.Groups[group].Key == piece.Key; at++)
            {
                if (world.Groups[group].Members[at] is var member && member.Letter.Equals(piece.Letter) && member.Part == piece.Part)
                {
                    return IdOf(group, at);
                }
            }
        }

        throw new InvalidOperationException($"{piece} is in no set");
    }
}
