using AmpSpec.Derivation;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Settlement;

/// <summary>A receiving node in a test: what it holds, what it is offered, what it answered.</summary>
internal sealed class Receiving
{
    internal static readonly PaymentSecret Secret = new(Filled(0x22)), AmpAddress = new(Filled(0xa0));
    internal static readonly Preimage Opens = new(Filled(0x01));
    internal static readonly Invoice Mpp = new(Secret, Opens.Hash(), new Terms { Amount = new Msat(1000), BasicMpp = true, Preimage = Opens });
    internal static readonly Invoice Waiting = Mpp with { Terms = Mpp.Terms with { Hold = true, Preimage = null } };
    internal static readonly Invoice Amp = new(AmpAddress, null, new Terms { Amount = new Msat(1000), Amp = true });
    internal static readonly SetKey.Mpp Key = new(Opens.Hash(), Secret);

    private Receiving(Node node) => Node = node;

    internal Node Node { get; private set; }

    /// <summary>The decision that was made last.</summary>
    internal Decision? Last { get; private set; }

    internal static Receiving With(params Invoice[] invoices) => new(new Node(Rules.Ours, new Now(new Instant(0), new BlockHeight(800_000)), invoices.ToSeq()));

    internal static Receiving Under(Rules rules, params Invoice[] invoices) => new(new Node(rules, new Now(new Instant(0), new BlockHeight(800_000)), invoices.ToSeq()));

    internal static Bytes32 Filled(byte value) => new(Enumerable.Repeat(value, Bytes32.Size).ToArray());

    /// <summary>A part to the first kind of invoice.</summary>
    internal static Offer Part(ulong id, ulong amount, ulong total = 1000, Func<FinalPayload, FinalPayload>? says = null)
    {
        var payload = new FinalPayload { AmtToForward = new Msat(amount), OutgoingCltvValue = 800_144, PaymentData = new PaymentData(Secret, new Msat(total)) };
        return new(new HtlcId("c0", $"{id}"), Opens.Hash(), new WireAmount(new Msat(amount)), new CltvExpiry(800_144), new Decoded<FinalPayload>.Ok(says is null ? payload : says(payload), 0));
    }

    /// <summary>A part of an AMP set with these shares.</summary>
    internal static Offer Child(ulong id, ulong amount, byte set, int at, params byte[] shares)
    {
        var all = shares.Select(share => new Share(Filled(share))).ToArray();
        var child = ChildPreimage.Of(ChildDerivation.Lnd, XorSharing.Root(all), all[at], new ChildIndex((uint)at));
        return Part(id, amount, says: p => p with { PaymentData = new PaymentData(AmpAddress, new Msat(1000)), Amp = new AmpRecord(all[at], new SetId(Filled(set)), (uint)at) }) with { Hash = child.Hash };
    }

    /// <summary>The answers to an offer, and to all that was due with it.</summary>
    internal Seq<NodeAction> Offers(Offer offer, ulong at = 0, uint height = 800_000) => On(new NodeEvent.HtlcOffered(offer), at, height);

    internal Seq<NodeAction> Waits(ulong at, uint height = 800_000) => On(new NodeEvent.Nothing(), at, height);

    internal Seq<NodeAction> On(NodeEvent on, ulong at = 0, uint height = 800_000)
    {
        Last = Node.Decide(on, new Instant(at), new BlockHeight(height));
        Assert.All(Last!.Rows, row => Assert.Matches("^receiver/[0-9]{2}$", row.Id));
        Assert.All(Last.Rows.SelectMany(row => row.Requirements), id => Assert.Matches("^[A-Z]+(-[A-Z]+)?-[0-9]{2}$", id));
        var released = Last!.Release(new Memory().Append(Last.Entry));
        Node = released.Node;
        return released.Actions;
    }

    internal Held HoldsNow(SetKey key) => Node.Find(key)?.Set switch
    {
        HtlcSet.Collecting(var held) => held,
        HtlcSet.Complete(var held) => held,
        _ => Held.None,
    };

    internal sealed class Memory : Journal
    {
        internal List<Entry> Written { get; } = [];

        protected override void Write(Entry entry) => Written.Add(entry);
    }
}

/// <summary>What an answer says, short enough to be compared.</summary>
internal static class Answers
{
    internal static string[] Show(this IEnumerable<NodeAction> actions) => [.. actions.Select(Show)];

    private static string Show(NodeAction action) => action switch
    {
        NodeAction.Settle(var claim) => $"{claim.Htlc.Id} settles",
        NodeAction.Fail(var htlc, var message) => $"{htlc.Id} {message.Row!.Name}",
        NodeAction.FailMalformed(var htlc, _) => $"{htlc.Id} malformed",
        NodeAction.Announce(_, var amount) => $"claimable {amount.Msat.Value}",
        _ => throw new InvalidOperationException(),
    };
}
