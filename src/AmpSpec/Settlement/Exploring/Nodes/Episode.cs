using AmpSpec.Primitives;
using static AmpSpec.Settlement.Exploring.Nodes.ReceiverEvent;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>One step of a node, from one world to the next.</summary>
/// <param name="Scope">The bounds.</param>
/// <param name="Before">The world before.</param>
/// <param name="Piece">The part concerned, before; null where there is none.</param>
/// <param name="On">What happened.</param>
/// <param name="Stage">The node before.</param>
/// <param name="Node">The node after, at its own time and height.</param>
/// <param name="Actions">What it let out.</param>
internal sealed record Episode(Scope Scope, World Before, Piece? Piece, ReceiverEvent On, Stage Stage, Node Node, Seq<NodeAction> Actions)
{
    /// <summary>What the part says that comes in this step as a new one; null where none does.</summary>
    public Letter? Arriving => On is Offered or Committed || (On is Replayed && (Piece is Piece.Forgotten || IsJudgedAnew)) ? Stage.Letter : null;

    /// <summary>The set that the node would put a part into.</summary>
    public SetKey KeyOf(Letter letter) => letter.Means switch
    {
        SetKey.Mpp(var hash, null) => SetKey.Of(hash, Before.Invoices.FirstOrDefault(invoice => !invoice.Terms.Amp && invoice.PaymentHash == hash)?.PaymentSecret, Scope.Rules),
        SetKey.Mpp(var hash, var secret) => SetKey.Of(hash, secret, Scope.Rules),
        SetKey.Amp key => key,
    };

    /// <summary>What a part was told in this step; null where it was told nothing.</summary>
    public NodeAction? Told(HtlcId id)
    {
        foreach (var action in Actions)
        {
            if (Stage.AddresseeOf(action) == id)
            {
                return action;
            }
        }

        return null;
    }

    /// <summary>The world after, without what an observer adds to it.</summary>
    public World After()
    {
        var passing = Scope.After(On);
        return new(
            Node.Invoices.Select(passing.Of).ToSeq(),
            Node.Sets.Select(open => new Group(open.Key, open.Terms, passing.Of(open.Set), open.Parts.Select(part => new Member(LetterOf(part.Id), Blank(passing, part))).ToSeq())).ToSeq(),
            Before.Memories)
        {
            Ended = InOrder(Node.Ended),
            Ends = InOrder(Node.Ends),
            Last = Scope.Happens.HasFlag(Happens.Crashes) ? Node.LastActions.Select((action, at) => Stage.Addressed(action, Stage.LastOf(at))).ToSeq() : [],
            IsStale = Node.Now.TipIsStale,
            IsStopping = Node.IsStopping,
            RejectsNext = Node.RejectsNext,
        };
    }

    /// <summary>The part concerned, after.</summary>
    public Piece? One() => Piece is null ? null
        : Told(Stage.One) is { } told ? Over(Stage.Letter!, told)
        : On is Lost ? Gone()
        : Holding(Stage.One, Stage.Letter!) ?? (Node.Uncommitted.TryGetValue(Stage.One, out var waiting) ? new Piece.InFlight(Scope.Letters.First(letter => letter.Offer with { Id = Stage.One } == waiting))
        : Piece is Piece.Answered ? Piece
        : new Piece.Forgotten(Stage.Letter!));

    private bool IsJudgedAnew => Scope.Rules.Replays is Replays.Anew && Piece is Piece.Answered(_, not NodeAction.Settle);

    // a part that was held hears, should it come again, what became of its set
    private Piece Gone() => Scope.Remembers && Piece is Piece.Held && Node.Verdicts.GetValueOrDefault(Stage.One) is Verdict.Told(var verdict)
        ? new Piece.Answered(Stage.Letter!, Stage.Addressed(verdict, Stage.Nobody))
        : new Piece.Done(Outcome.Gone);

    /// <summary>What befalls all other parts.</summary>
    public Seq<Change> Others()
    {
        var changes = new List<Change>();
        for (var group = 0; group < Before.Groups.Count; group++)
        {
            for (var at = 0; at < Before.Groups[group].Members.Count; at++)
            {
                var (id, member) = (Stage.IdOf(group, at), Before.Groups[group].Members[at]);
                if (id != Stage.One)
                {
                    var after = Told(id) is { } told ? Over(member.Letter, told) : Holding(id, member.Letter) ?? new Piece.Forgotten(member.Letter);
                    Add(changes, new(Before.Groups[group].Key, member.Letter, member.Part), after);
                }
            }
        }

        if (On is Restarted && Scope.Happens.HasFlag(Happens.Proposals))
        {
            changes.AddRange(Scope.Letters.Select(letter => new Change(
                new Piece.InFlight(letter), Node.Uncommitted.ContainsKey(Stage.FlightOf(letter)) ? new Piece.InFlight(letter, HasOutlived: true) : new Piece.Forgotten(letter))));
        }

        return changes.ToSeq();
    }

    private static void Add(List<Change> changes, Piece.Held before, Piece after)
    {
        if (!before.Equals(after) && !changes.Exists(change => before.Equals(change.Before)))
        {
            changes.Add(new(before, after));
        }
    }

    private Piece? Holding(HtlcId id, Letter letter)
    {
        foreach (var open in Node.Sets)
        {
            foreach (var part in open.Parts)
            {
                if (part.Id == id)
                {
                    return new Piece.Held(open.Key, letter, Blank(Scope.After(On), part));
                }
            }
        }

        return null;
    }

    private Piece Over(Letter letter, NodeAction told) =>
        Scope.Remembers ? new Piece.Answered(letter, Stage.Addressed(told, Stage.Nobody)) : new Piece.Done(Outcomes.Of(told));

    private Letter LetterOf(HtlcId id)
    {
        for (var group = 0; group < Before.Groups.Count; group++)
        {
            for (var at = 0; at < Before.Groups[group].Members.Count; at++)
            {
                if (Stage.IdOf(group, at) == id)
                {
                    return Before.Groups[group].Members[at].Letter;
                }
            }
        }

        return Stage.Letter!;
    }

    private Seq<KeyValuePair<SetKey, T>> InOrder<T>(IReadOnlyDictionary<SetKey, T> sets) =>
        sets.Count == 0 ? [] : sets.OrderBy(set => Scope.IndexOf(set.Key)).ToSeq();

    private static Part Blank(Passing passing, Part part) => passing.Of(part) with { Id = Stage.Nobody };
}
