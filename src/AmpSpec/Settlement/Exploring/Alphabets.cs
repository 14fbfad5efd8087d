using AmpSpec.Derivation;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement.Exploring;

/// <summary>The named alphabets: what parts can say, and what can happen. Each is one exploration or several.</summary>
public static class Alphabets
{
    private static readonly Preimage Key = new(Of(0x01));
    private static readonly Share[] Shares = [new(Of(0x11)), new(Of(0x22))];

    /// <summary>Their names, in order.</summary>
    public static Seq<string> Names { get; } = ["core", "meta", "bounds", "spontaneous", "restart"];

    /// <summary>The explorations of one alphabet.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="rules">Where receivers differ, under which it is explored; other rules are set where a row wants them.</param>
    /// <param name="size">How large.</param>
    /// <exception cref="ArgumentException">There is no such alphabet.</exception>
    public static Seq<Scope> Scopes(string name, Rules rules, Size size) => (name switch
    {
        "core" => new Seq<Scope>([Core(rules, size)]),
        "meta" => Meta(rules, size),
        "bounds" => Bounds(rules, size),
        "spontaneous" => Spontaneous(rules, size),
        "restart" => Restarts(rules, size),
        _ => throw new ArgumentException($"no alphabet {name}", nameof(name)),
    }).Select(scope => scope with { IsJudged = scope.Rules == rules }).ToSeq();

    private static Scope Core(Rules rules, Size size) => new(
        "core", rules,
        Enumerable.Range(0, size.Sets).Select(set => Mpp(size) with { Hold = set % 2 == 1 }).ToSeq(),
        Enumerable.Repeat(Amounts(rules, size).Add(Other(rules, size)), size.Sets).ToSeq(),
        Happens.Loss | Happens.Settle | Happens.Blocks, size.Parts, size.Timer, Key);

    private static Seq<Scope> Meta(Rules rules, Size whole)
    {
        var size = whole with { Total = 2 };
        var one = Plain(rules, size, 1);
        Seq<Letter> says =
        [
            one,
            one with { Name = "other metadata", Part = one.Part with { PaymentMetadata = [0xaa] } },
            one with { Name = "an even record", Part = one.Part with { Custom = [new TlvRecord(65536, [0x01])] } },
            one with { Name = "no secret", Part = one.Part with { Secretless = true } },
            one with { Name = "keysend", Part = one.Part with { Keysend = true } },
        ];
        Scope Under(string what, Rules under, Terms terms) => new($"meta, {what}", under, [terms], [says], Happens.Loss, Math.Min(size.Parts, 3), size.Timer, Key);
        return
        [
            Under("the invoice says nothing", rules, Mpp(size)),
            Under("the invoice has metadata", rules, Mpp(size) with { PaymentMetadata = [0xaa] }),
            Under("keysend stands apart", rules with { KeysendToInvoice = KeysendToInvoice.Apart }, Mpp(size)),
            Under("a secret may be missing", rules with { SecretOptional = SecretOptional.AloneForGood }, Mpp(size)),
        ];
    }

    private static Seq<Scope> Bounds(Rules rules, Size size)
    {
        var letters = Amounts(rules, size).Add(Other(rules, size)).Add(Plain(rules, size, 1) with { Name = "no room", HasRoom = false });
        var most = Plain(rules, size, 1);
        var large = new Letter("all bitcoins", most.Part with { Onion = new(Msat.AllBitcoins), Wire = new(Msat.AllBitcoins), Total = new(new Msat(ulong.MaxValue)) });
        var small = new Letter("1 of more than all", large.Part with { Onion = new(new Msat(1)), Wire = new(new Msat(1)) });
        Scope Under(string what, Rules under, bool hold = false, Happens happens = Happens.Nothing) => new(
            $"bounds, {what}", under, [Mpp(size) with { Hold = hold }], [letters], happens, Math.Min(size.Parts, 3), size.Timer, Key);
        return
        [
            Under("no part but two", rules with { MaxParts = 2, PartLimit = PartLimit.FailPart }),
            Under("no set of more than two", rules with { MaxParts = 2, PartLimit = PartLimit.FailSet }),
            new("bounds, sums", rules, [Mpp(size)], [[large, small]], Happens.Nothing, 2, size.Timer, Key),
            Under("one part alone fails", rules with { Totals = Totals.FailPart }),
            Under("parts have timers and deadlines", rules with { TimerScope = TimerScope.Part, Deadline = Deadline.FailPart }, hold: true, Happens.Blocks | Happens.Loss | Happens.Settle),
            Under("parts have timers", rules with { TimerScope = TimerScope.Part }, hold: true),
            Under("deadlines", rules, hold: true, Happens.Blocks | Happens.Settle),
            Under("deadlines of parts", rules with { Deadline = Deadline.FailPart }, hold: true, Happens.Blocks | Happens.Settle),
            Under("deadlines of held sets", rules with { Deadline = Deadline.CancelHeld }, hold: true, Happens.Blocks | Happens.Settle),
            Under("a part more is added", rules with { ExtraPart = ExtraPart.Added }, hold: true),
            Under("a part more is opened", rules with { ExtraPart = ExtraPart.Settled, Settles = Settles.Asked }, happens: Happens.Settle),
            Under("its owner gives up", rules, hold: true, Happens.Settle | Happens.Cancel | Happens.Loss),
            Under("its owner is early", rules with { EarlyClaim = EarlyClaim.Forgets }, hold: true, Happens.Settle),
        ];
    }

    private static Seq<Scope> Spontaneous(Rules rules, Size size)
    {
        var amp = new Terms { Amount = new Msat(2), Amp = true };
        Seq<Letter> says = [Child(rules, 0), Child(rules, 1), Child(rules, 1) with { Name = "share 2 with another hash", Part = Child(rules, 1).Part with { Hash = new Hash32(Of(0x77)) } }, Child(rules, 0) with { Name = "share 1, not wanted", IsRejected = true }];
        Scope Under(string what, Rules under, Happens happens) => new($"spontaneous, {what}", under, [amp, amp], [says, says], happens, Math.Min(size.Parts, 3), size.Timer, Key);
        return
        [
            Under("AMP", rules, Happens.Nothing),
            Under("its owner gives up", rules, Happens.Cancel | Happens.Loss),
            Under("on a stale tip", rules, Happens.Tip),
        ];
    }

    private static Seq<Scope> Restarts(Rules rules, Size size)
    {
        Scope Under(string what, bool hold, Happens happens) => new(
            $"restart, {what}", rules, [Mpp(size) with { Hold = hold }], [Amounts(rules, size)], happens, Math.Min(size.Parts, 3), size.Timer, Key);
        return
        [
            Under("the node stops", hold: false, Happens.Stop | Happens.Loss),
            Under("invoices end", hold: true, Happens.Expire | Happens.Settle),
            Under("on a stale tip", hold: false, Happens.Tip | Happens.Blocks),
            Under("on a stale tip, held", hold: true, Happens.Tip | Happens.Settle),
        ];
    }

    private static Terms Mpp(Size size) => new() { Amount = new Msat((ulong)size.Total), BasicMpp = true, Preimage = Key };

    private static Seq<Letter> Amounts(Rules rules, Size size) => Enumerable.Range(1, size.MaxAmount).Select(amount => Plain(rules, size, amount)).ToSeq();

    // it may enter at the start, and a block later it is too near
    private static Letter Plain(Rules rules, Size size, int amount) => new(
        $"{amount} of {size.Total}",
        new(new HtlcId("c", "0"), Key.Hash(), new(new Msat((ulong)amount)), new(new Msat((ulong)amount)), new(new Msat((ulong)size.Total)), new CltvExpiry(800_000 + rules.DeadlineMargin.Value)));

    private static Letter Other(Rules rules, Size size) => Plain(rules, size, 1) is var one ? one with { Name = $"1 of {size.Total + 1}", Part = one.Part with { Total = new(new Msat((ulong)size.Total + 1)) } } : one;

    private static Letter Child(Rules rules, int at)
    {
        var child = ChildPreimage.Of(ChildDerivation.Lnd, XorSharing.Root(Shares), Shares[at], new ChildIndex((uint)at));
        var one = Plain(rules, new(1, 1, 1, 1, 2), 1);
        return one with { Name = $"share {at + 1}", Part = one.Part with { Hash = child.Hash, Amp = new AmpRecord(Shares[at], new SetId(Of(0x55)), (uint)at) } };
    }

    private static Bytes32 Of(byte value) => new(Enumerable.Repeat(value, Bytes32.Size).ToArray());
}
