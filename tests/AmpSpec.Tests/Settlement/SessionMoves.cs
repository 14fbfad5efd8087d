using System.Globalization;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using FsCheck;
using FsCheck.Fluent;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

/// <summary>One thing that happens in a random session. Parts keep their numbers whatever is put between them.</summary>
public abstract record Move
{
    private Move()
    {
    }

    /// <summary>A part to one of four sets: a held one, one of the same hash with another secret, and two AMP sets of one invoice.</summary>
    public sealed record Offer(int Set, ulong Amount, ulong Total, uint Blocks, ulong Number = 0) : Move
    {
        public Fault Fault { get; init; }

        public ulong More { get; init; }
    }

    public sealed record Wait(ulong Milliseconds) : Move;

    public sealed record Mine(uint Blocks) : Move;

    public sealed record Drop(int Which, int Set = 0, ulong Number = 0) : Move;

    public sealed record Settle : Move;

    public sealed record Cancel(int Set) : Move;

    public sealed record Restart : Move;

    /// <summary>Which set it is about; null where it is about all.</summary>
    public int? About => this switch
    {
        Offer(var set, _, _, _, _) => set,
        Drop(_, var set, _) => set,
        Settle => 0,
        Cancel(var set) => set,
        _ => null,
    };
}

/// <summary>What makes a part one that is refused alone.</summary>
public enum Fault
{
    None,
    Secret,
    Wire,
    Expiry,
    LowTotal,
    Zero,
}

/// <summary>A session of up to some thirty moves.</summary>
public sealed record RandomSession(Seq<Move> Moves)
{
    public override string ToString() => string.Join("\n", Moves);
}

public static class SessionArbitraries
{
    private static readonly ulong[] Amounts = [1, 100, 250, 333, 400, 500, 600, 1000, 1001], Totals = [1000, 1000, 1000, 1000, 1000, 1001, 1500], Waits = [0, 1, 10_000, 30_000, 59_999, 60_000];

    private static Gen<Move> AnyMove => Gen.Frequency(
        (10, Gen.Choose(0, 3).SelectMany(set => Gen.Elements(Amounts).SelectMany(amount => Gen.Elements(Totals).SelectMany(total => Gen.Elements(18u, 20u, 40u, 144u).SelectMany(blocks =>
            Gen.Frequency((6, Gen.Constant(Fault.None)), (1, Gen.Elements(Enum.GetValues<Fault>()))).Select(fault => (Move)new Move.Offer(set, amount, total, blocks) { Fault = fault })))))),
        (3, Gen.Elements(Waits).Select(ms => (Move)new Move.Wait(ms))),
        (1, Gen.Elements(1u, 2u, 5u, 30u).Select(blocks => (Move)new Move.Mine(blocks))),
        (1, Gen.Choose(0, 30).Select(which => (Move)new Move.Drop(which))),
        (2, Gen.Constant<Move>(new Move.Settle())),
        (1, Gen.Choose(0, 3).Select(set => (Move)new Move.Cancel(set))),
        (1, Gen.Constant<Move>(new Move.Restart())));

    public static Arbitrary<RandomSession> Sessions() => Arb.From(
        Gen.Choose(1, 30).SelectMany(n => AnyMove.ArrayOf(n)).Select(moves => new RandomSession(Numbered(moves))),
        session => Enumerable.Range(0, session.Moves.Count).Select(at => new RandomSession(session.Moves.Where((_, i) => i != at).ToSeq())));

    // numbers are given once, so that shrinking and inserting leave them alone; a drop names an offer that is there
    private static Seq<Move> Numbered(IReadOnlyList<Move> moves)
    {
        var offers = new List<Move.Offer>();
        var numbered = new List<Move>();
        foreach (var move in moves)
        {
            if (move is Move.Offer offer)
            {
                offers.Add(offer with { Number = (ulong)offers.Count });
                numbered.Add(offers[^1]);
            }
            else if (move is not Move.Drop(var which, _, _))
            {
                numbered.Add(move);
            }
            else if (offers is not [])
            {
                numbered.Add(new Move.Drop(which, offers[which % offers.Count].Set, offers[which % offers.Count].Number));
            }
        }

        return numbered.ToSeq();
    }
}

/// <summary>A session that is played: what became of each part, and where the node stands.</summary>
internal sealed class Played
{
    private static readonly Invoice Same = Mpp with { PaymentSecret = new PaymentSecret(Filled(0x23)) };
    private readonly Receiving _node = With(Receiving.Waiting, Same, Amp);
    private readonly Dictionary<ulong, Offer> _offers = [];
    private ulong _clock;
    private uint _height;

    private Played(ulong clock, uint height)
    {
        (_clock, _height) = (clock, 800_000 + height);
        _node.Waits(_clock, _height);
    }

    internal Node Node => _node.Node;

    /// <summary>What each part was told, by its number; one that is held is not here.</summary>
    internal SortedDictionary<ulong, string> Fates { get; } = [];

    /// <summary>Whether each set that ended did so in one step, with one answer for all its parts.</summary>
    internal bool Whole { get; private set; } = true;

    internal static Played Of(IEnumerable<Move> moves, ulong clock = 0, uint height = 0)
    {
        var played = new Played(clock, height);
        foreach (var move in moves)
        {
            played.Play(move);
        }

        return played;
    }

    /// <summary>Presents all parts again that are known, and says whether each was answered as before.</summary>
    internal bool AnswersAgain() => Fates.ToArray().All(fate => _node.Offers(_offers[fate.Key], _clock, _height).Show() is [var told] && told == $"{fate.Key} {fate.Value}");

    /// <summary>Presents all that is known or held once more.</summary>
    internal void Replay()
    {
        foreach (var (number, offer) in _offers.Where(offer => Node.Verdicts.ContainsKey(offer.Value.Id)).ToArray())
        {
            _ = number;
            _node.Offers(offer, _clock, _height);
        }
    }

    internal void Play(Move move)
    {
        (_clock, _height) = move switch
        {
            Move.Wait(var ms) => (_clock + ms, _height),
            Move.Mine(var blocks) => (_clock, _height + blocks),
            _ => (_clock, _height),
        };
        var before = Node.Sets;
        var answers = _node.On(Event(move), _clock, _height);
        foreach (var told in answers.Show().Where(told => !told.StartsWith("claimable", StringComparison.Ordinal)))
        {
            Fates[ulong.Parse(told.Split(' ')[0], CultureInfo.InvariantCulture)] = told.Split(' ')[1];
        }

        foreach (var open in before)
        {
            var parts = open.Parts.Where(part => move is not Move.Drop(_, _, var number) || part.Id.Id != $"{number}");
            Whole &= parts.Select(part => Fates.GetValueOrDefault(ulong.Parse(part.Id.Id, CultureInfo.InvariantCulture), "held")).Distinct().Count() <= 1;
        }
    }

    private NodeEvent Event(Move move) => move switch
    {
        Move.Offer offer => new NodeEvent.HtlcOffered(_offers[offer.Number] = Made(offer)),
        Move.Drop(_, _, var number) => new NodeEvent.HtlcDropped(new HtlcId("c0", $"{number}")),
        Move.Settle => new NodeEvent.SetSettled(Key, Opens),
        Move.Cancel(var set) => new NodeEvent.SetCanceled(KeyOf(set)),
        Move.Restart => new NodeEvent.Restarted(Lossy: false, null),
        _ => new NodeEvent.Nothing(),
    };

    private static SetKey KeyOf(int set) => set switch
    {
        0 => Key,
        1 => new SetKey.Mpp(Opens.Hash(), Same.PaymentSecret),
        _ => new SetKey.Amp(AmpAddress, new SetId(Filled((byte)(0x50 + set)))),
    };

    private Offer Made(Move.Offer move)
    {
        var plain = move.Set < 2
            ? Part(move.Number, move.Amount)
            : Child(move.Number, move.Amount, (byte)(0x50 + move.Set), (int)(move.Number % 3), (byte)(0x10 + move.Set), (byte)(0x20 + move.Set), (byte)(0x40 + move.Set));
        var secret = move.Fault is Fault.Secret ? new PaymentSecret(Filled(0x99)) : move.Set switch { 0 => Secret, 1 => Same.PaymentSecret!.Value, _ => AmpAddress };
        var payload = ((Decoded<FinalPayload>.Ok)plain.Payload).Value with
        {
            AmtToForward = move.Fault is Fault.Zero ? default : new Msat(move.Amount),
            OutgoingCltvValue = 0,
            PaymentData = new PaymentData(secret, new Msat(move.Fault is Fault.LowTotal ? 1 : move.Total)),
        };
        return plain with
        {
            Wire = new(new Msat(move.Fault is Fault.Wire ? move.Amount - 1 : move.Amount + move.More)),
            Expiry = new(move.Fault is Fault.Expiry ? _height + 17 : _height + move.Blocks),
            Payload = new Decoded<FinalPayload>.Ok(payload, 0),
        };
    }
}
