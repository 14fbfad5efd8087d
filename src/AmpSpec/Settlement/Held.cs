using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement;

/// <summary>All that a rule may know of the parts that a set holds. The parts themselves stand beside it.</summary>
public sealed record Held
{
    /// <summary>No part yet.</summary>
    public static Held None { get; } = new();

    /// <summary>Whether the set was opened, with total and timer, before any part came.</summary>
    public bool IsOpened { get; private init; }

    /// <summary>Whether its total is known and its timer runs.</summary>
    public bool HasBegun => Parts > 0 || IsOpened;

    /// <summary>Whether the first part pays what it brings itself.</summary>
    public bool Keysend { get; private init; }

    /// <summary>How many parts.</summary>
    public int Parts { get; private init; }

    /// <summary>The total that the first part named.</summary>
    public TotalAmount Total { get; private init; }

    /// <summary>The sum of what the payer meant the parts to bring.</summary>
    public OnionAmount Sum { get; private init; }

    /// <summary>The sum of what the peers offer.</summary>
    public WireAmount WireSum { get; private init; }

    /// <summary>The expiry that comes first; it governs the whole set.</summary>
    public CltvExpiry Earliest { get; private init; } = CltvExpiry.Never;

    /// <summary>When the first part came; the timer runs from then.</summary>
    public Instant FirstAt { get; private init; }

    /// <summary>Share, index and hash of each part, in the order of arrival; only of an AMP set.</summary>
    public Seq<SeenPart> Locks { get; private init; }

    /// <summary>The metadata of the first part.</summary>
    public Seq<byte>? PaymentMetadata { get; private init; }

    /// <summary>Even records of the application, the same in all parts, and those odd ones that all parts have.</summary>
    public Seq<TlvRecord> Custom { get; private init; }

    /// <summary>What parts amount to, from nothing, in the order of their arrival.</summary>
    public static Held Of(IEnumerable<Part> parts) => parts.Aggregate(None, (held, part) => held.With(part));

    /// <summary>A set without parts, whose total is known and whose timer runs.</summary>
    public static Held Opened(TotalAmount total, Instant at) => None with { IsOpened = true, Total = total, FirstAt = at };

    /// <summary>The same parts as they look from another moment and another height.</summary>
    /// <param name="moment">What becomes of the moment at which the first one came.</param>
    /// <param name="expiry">What becomes of the expiry that comes first.</param>
    internal Held Seen(Func<Instant, Instant> moment, Func<CltvExpiry, CltvExpiry> expiry) =>
        this with { FirstAt = HasBegun ? moment(FirstAt) : FirstAt, Earliest = expiry(Earliest) };

    /// <summary>With one more part.</summary>
    /// <exception cref="OverflowException">The sum leaves 2^64 - 1; the rules refuse such a part before.</exception>
    [Requirement("MPP-RCV-11", "MPP-RCV-26", "AMP-RCV-22")]
    public Held With(Part part) => new()
    {
        Parts = Parts + 1,
        IsOpened = IsOpened,
        Keysend = Parts == 0 ? part.Keysend : Keysend,
        Total = !HasBegun ? part.Total : Total,
        Sum = Sum + part.Onion,
        WireSum = WireSum + part.Wire,
        Earliest = CltvExpiry.Earlier(Earliest, part.Expiry),
        FirstAt = !HasBegun ? part.AcceptedAt.Clock : FirstAt,
        Locks = part.Lock is { } seen ? Locks.Add(seen) : Locks,
        PaymentMetadata = Parts == 0 ? part.PaymentMetadata : PaymentMetadata,
        Custom = Parts == 0 ? part.Custom : Custom.Where(record => record.Type % 2 == 0 || part.Custom.Contains(record)).ToSeq(),
    };
}
