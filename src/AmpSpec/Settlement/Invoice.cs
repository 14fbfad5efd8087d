using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>An invoice as its owner keeps it.</summary>
/// <param name="PaymentSecret">Its secret, which is its address too; null only for an invoice from before secrets.</param>
/// <param name="PaymentHash">The hash of all its parts; of an AMP invoice, whose parts have their own, it locks nothing (INV-05) and may be null.</param>
/// <param name="Terms">What it asks.</param>
public sealed record Invoice(PaymentSecret? PaymentSecret, Hash32? PaymentHash, Terms Terms)
{
    /// <summary>From this moment on it takes no new part.</summary>
    public Instant? ExpiresAt { get; init; }

    /// <summary>Whether it was made for a keysend part; then each part must bring the preimage.</summary>
    public bool Keysend { get; init; }

    /// <summary>Whether it can still be paid.</summary>
    public InvoiceStatus Status { get; init; }
}

/// <summary>Whether an invoice can still be paid.</summary>
public enum InvoiceStatus
{
    /// <summary>It can.</summary>
    Open,

    /// <summary>A set has settled it; an AMP invoice stays open (AMP-RCV-16).</summary>
    Paid,

    /// <summary>Its owner gave it up.</summary>
    Canceled,
}
