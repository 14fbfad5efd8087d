using AmpSpec.Derivation;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>What alphabets are made of: invoices, parts that fit them, and shares of AMP sets.</summary>
/// <param name="Rules">Where receivers differ, with the timer of the size.</param>
/// <param name="Size">How large.</param>
internal sealed record Makings(Rules Rules, Size Size)
{
    private static readonly byte[] Shares = [0x11, 0x22, 0x44];

    /// <summary>Of rules as they are, but for the timer.</summary>
    public static Makings Of(Rules rules, Size size) => new(rules with { SetTimeoutMs = (ulong)size.Timer * Frame.Tick, TickMs = Frame.Tick }, size);

    public ulong Total => (ulong)Size.Total;

    /// <summary>Thirty-two times the same byte.</summary>
    public static Bytes32 Fill(int value) => new(Enumerable.Repeat((byte)value, Bytes32.Size).ToArray());

    public static Preimage Opens(int n) => new(Fill(0x01 + n));

    public static PaymentSecret Secret(int n) => new(Fill(0x21 + n));

    /// <summary>A scope under these rules.</summary>
    public Scope Scope(string alphabet, string name, int parts) => new(alphabet, name, Rules, parts);

    /// <summary>An invoice for parts under one hash. Each <paramref name="n"/> has secret and preimage of its own.</summary>
    public Invoice Mpp(int n = 0) => new(Secret(n), Opens(n).Hash(), new Terms { Amount = new Msat(Total), BasicMpp = true, Preimage = Opens(n), MinFinalCltvExpiry = Rules.CltvMargin });

    /// <summary>One whose owner decides, and alone knows the preimage.</summary>
    public Invoice Hold(int n = 0) => Mpp(n) with { Terms = Mpp(n).Terms with { Hold = true, Preimage = null } };

    /// <summary>An invoice for AMP parts.</summary>
    public Invoice Amp(int n = 0) => new(new PaymentSecret(Fill(0xa0 + n)), null, new Terms { Amount = new Msat(2), Amp = true, MinFinalCltvExpiry = Rules.CltvMargin });

    /// <summary>The set of an invoice that has one hash.</summary>
    public static SetName SetOf(Invoice invoice, int n = 0) => new(new SetKey.Mpp(invoice.PaymentHash!.Value, invoice.PaymentSecret), Opens(n));

    /// <summary>An AMP set.</summary>
    public static SetName SetOf(PaymentSecret secret, int set) => new(new SetKey.Amp(secret, new SetId(Fill(set))));

    /// <summary>A part that fits an invoice with a hash.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="to">The invoice.</param>
    /// <param name="onion">What it brings.</param>
    /// <param name="says">What its payer says otherwise.</param>
    /// <param name="offered">What its peer offers otherwise.</param>
    /// <param name="spare">Deadlines after the first one.</param>
    public Letter Part(string name, Invoice to, ulong onion, Func<FinalPayload, FinalPayload>? says = null, Func<Offer, Offer>? offered = null, uint spare = 0)
    {
        var scope = Scope("", "", 1);
        var expiry = Frame.Height.Value + scope.Entry.Value + (spare * scope.Stride);
        var payload = new FinalPayload
        {
            AmtToForward = new Msat(onion),
            OutgoingCltvValue = expiry,
            PaymentData = new PaymentData(to.PaymentSecret!.Value, to.Terms.Amount ?? new Msat(Total)),
            PaymentMetadata = to.Terms.PaymentMetadata,
        };
        var offer = new Offer(Stage.Nobody, to.PaymentHash ?? default, new WireAmount(new Msat(onion)), new CltvExpiry(expiry), new Decoded<FinalPayload>.Ok(says is null ? payload : says(payload), 0));
        return new(name, offered is null ? offer : offered(offer));
    }

    /// <summary>A part whose payload is no message.</summary>
    public Letter Unreadable(string name, Invoice to, byte[] stream)
    {
        var offer = Part(name, to, 1).Offer;
        return new(name, Offer.Read(offer.Id, offer.Hash, offer.Wire, offer.Expiry, stream, PayloadRules.Default, pathKeyGiven: false)) { Stream = stream.ToSeq() };
    }

    /// <summary>A payload whose keysend record has 16 bytes.</summary>
    public static byte[] HalfKeysend { get; } =
    [
        .. Record(RecordTypes.AmtToForward, Truncated.Write(1)), .. Record(RecordTypes.OutgoingCltvValue, Truncated.Write(Frame.Height.Value)),
        .. Record(RecordTypes.KeysendPreimage, new byte[Bytes32.Size / 2]),
    ];

    private static byte[] Record(ulong type, byte[] value) => [.. BigSize.Write(type), .. BigSize.Write((ulong)value.Length), .. value];

    /// <summary>A part of an AMP set of two, by its place in it; each brings half of what is asked.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="to">The invoice.</param>
    /// <param name="set">The byte of its set id.</param>
    /// <param name="at">Its place, 0 or 1.</param>
    /// <param name="says">What its payer says otherwise.</param>
    public Letter Child(string name, Invoice to, int set, int at, Func<FinalPayload, FinalPayload>? says = null)
    {
        Share[] shares = [new(Fill(Shares[0] ^ set)), new(Fill(Shares[1]))];
        var child = ChildPreimage.Of(ChildDerivation.Lnd, XorSharing.Root(shares), shares[at], new ChildIndex((uint)at));
        return Part(
            name, to, 1,
            payload => (says ?? (same => same))(payload with { Amp = new AmpRecord(shares[at], new SetId(Fill(set)), (uint)at) }),
            offer => offer with { Hash = child.Hash });
    }

    /// <summary>Another total.</summary>
    public static Func<FinalPayload, FinalPayload> Naming(ulong total) => payload => payload with { PaymentData = payload.PaymentData! with { TotalMsat = new Msat(total) } };

    /// <summary>Another secret.</summary>
    public static Func<FinalPayload, FinalPayload> Showing(PaymentSecret secret) => payload => payload with { PaymentData = payload.PaymentData! with { PaymentSecret = secret } };
}
