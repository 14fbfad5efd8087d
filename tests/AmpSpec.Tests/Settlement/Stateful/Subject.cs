using System.Globalization;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>Decides about an event and lets the answers out; null where the request is refused.</summary>
internal delegate Released? Decides(Node node, NodeEvent on, Instant clock, BlockHeight height);

/// <summary>The receiver of the library, driven as its users do it: decided, written, released.</summary>
internal sealed class Subject(Node node, Decides decides)
{
    private Seq<string> _left = [], _leaving = [];

    internal Node Node { get; private set; } = node;

    internal static Decides Shipped { get; } = (node, on, clock, height) =>
        node.Decide(on, clock, height) is { } decision ? decision.Release(new Receiving.Memory().Append(decision.Entry)) : null;

    internal static Subject Of(bool spontaneous, Decides decides) => new(
        new Node(Rules.Ours with { MaxParts = Shop.MostParts, MaxSets = Shop.MostSets, AcceptAmp = spontaneous, AcceptKeysend = spontaneous }, new Now(new Instant(0), new BlockHeight(Shop.Height)), Shop.Bills.Select(InvoiceOf).ToSeq()),
        decides);

    internal Subject Copy() => new(Node, decides) { _left = _left, _leaving = _leaving };

    /// <summary>What it answers, sorted. A fault is an answer too.</summary>
    internal string[]? Hears(Happening what, ulong clock, uint height)
    {
        // what had left and what leaves again are together what was due
        var left = what is Happening.Restarted(_, var delivered) ? _left.Concat(_leaving.Take(delivered ?? int.MaxValue)) : [];
        try
        {
            if (decides(Node, EventOf(what), new Instant(clock), new BlockHeight(height)) is not { } released)
                return null;
            var claimable = released.Node.Sets.Where(open => open.Set is HtlcSet.Complete).Select(open => Show(new NodeAction.Announce(open.Key, new(open.Parts.Aggregate(default(Msat), (sum, part) => sum + part.Onion.Msat)))));
            (Node, _left, _leaving) = (released.Node, left.Where(answer => !answer.StartsWith("claimable", StringComparison.Ordinal) || claimable.Contains(answer)).ToSeq(), released.Actions.Select(Show).ToSeq());
            return [.. _left.Concat(_leaving).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [$"{e.GetType().Name}: {e.Message}"];
        }
    }

    private static NodeEvent EventOf(Happening what) => what switch
    {
        Happening.Offered(var htlc, var committed) => new NodeEvent.HtlcOffered(OfferOf(htlc), committed),
        Happening.Committed(var id) => new NodeEvent.HtlcCommitted(IdOf(id)),
        Happening.Dropped(var id) => new NodeEvent.HtlcDropped(IdOf(id)),
        Happening.SetSettled(var set, var preimage) => new NodeEvent.SetSettled(KeyOf(set), preimage is null ? null : new Preimage(Bytes32.Parse(preimage))),
        Happening.SetCanceled(var set) => new NodeEvent.SetCanceled(KeyOf(set)),
        Happening.InvoiceCanceled(var secret) => new NodeEvent.InvoiceCanceled(new PaymentSecret(Bytes32.Parse(secret))),
        Happening.TipSeen(var isStale) => new NodeEvent.TipSeen(isStale),
        Happening.Restarted(var lossy, var delivered) => new NodeEvent.Restarted(lossy, delivered),
        _ => new NodeEvent.Nothing(),
    };

    private static HtlcId IdOf(int id) => new("c0", id.ToString(CultureInfo.InvariantCulture));

    private static SetKey KeyOf(SetName set) => set.SetId is { } id
        ? new SetKey.Amp(new PaymentSecret(Bytes32.Parse(set.Secret!)), new SetId(Bytes32.Parse(id)))
        : new SetKey.Mpp(new Hash32(Bytes32.Parse(set.Hash!)), new PaymentSecret(Bytes32.Parse(set.Secret!)));

    private static Offer OfferOf(Htlc htlc) => new(
        IdOf(htlc.Id), new Hash32(Bytes32.Parse(htlc.Hash)), new WireAmount(new Msat(htlc.Wire)), new CltvExpiry(htlc.Expiry),
        htlc.Onion is { } onion ? new Decoded<FinalPayload>.Ok(PayloadOf(onion), 0) : FinalPayload.Decode([0xff], PayloadRules.Default));

    private static FinalPayload PayloadOf(Onion onion) => new()
    {
        AmtToForward = new Msat(onion.Amount),
        OutgoingCltvValue = onion.Expiry,
        PaymentData = onion.Secret is { } secret ? new PaymentData(new PaymentSecret(Bytes32.Parse(secret)), new Msat(onion.Total)) : null,
        Amp = onion.Shard is { } shard ? new AmpRecord(new Share(Bytes32.Parse(shard.Share)), new SetId(Bytes32.Parse(shard.SetId)), shard.Index) : null,
        KeysendPreimage = onion.Keysend is { } keysend ? new Preimage(Bytes32.Parse(keysend)) : null,
        PaymentMetadata = onion.Metadata is { } metadata ? Convert.FromHexString(metadata).ToSeq() : null,
        Custom = onion.Custom is { } custom ? [new TlvRecord(65_536, Convert.FromHexString(custom).ToSeq())] : [],
    };

    private static Invoice InvoiceOf(Bill bill) => new(
        new PaymentSecret(Bytes32.Parse(bill.Secret!)), bill.Hash is { } hash ? new Hash32(Bytes32.Parse(hash)) : null,
        new Terms
        {
            Amount = bill.Asks is { } asks ? new Msat(asks) : null,
            Amp = bill.Amp,
            BasicMpp = bill.InParts,
            Hold = bill.Hold,
            MinFinalCltvExpiry = new CltvDelta(bill.Blocks),
            PaymentMetadata = bill.Metadata is { } metadata ? Convert.FromHexString(metadata).ToSeq() : null,
            Preimage = bill.Preimage is { } preimage ? new Preimage(Bytes32.Parse(preimage)) : null,
        })
    {
        ExpiresAt = bill.Ends is { } end ? new Instant(end) : null,
    };

    private static string Show(NodeAction action) => action switch
    {
        NodeAction.Settle(var claim) => $"{claim.Htlc.Id} settled {claim.Preimage.Value}",
        NodeAction.Fail(var htlc, var message) => $"{htlc.Id} {message.Row!.Name} {DataOf(message)}".TrimEnd(),
        NodeAction.FailMalformed(var htlc, var message) => $"{htlc.Id} malformed {message.Row!.Name}",
        NodeAction.Announce(SetKey.Mpp(var hash, _), var amount) => $"claimable {hash} {amount.Msat.Value}",
        NodeAction.Announce(var key, var amount) => $"claimable {key} {amount.Msat.Value}",
        _ => throw new InvalidOperationException(),
    };

    // where a payload breaks is the business of the wire's own tests
    private static string DataOf(FailureMessage message) =>
        message.Row!.Name is "invalid_onion_payload" ? "" : Convert.ToHexStringLower(((Decoded<byte[]>.Ok)message.Write()).Value.AsSpan(FailureMessage.CodeSize));
}
