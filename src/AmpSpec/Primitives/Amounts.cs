namespace AmpSpec.Primitives;

/// <summary>What one HTLC brings in, as its peer offers it. Hops may have added to what the payer meant; never counted for progress by us.</summary>
/// <source>BOLT 2, update_add_htlc: amount_msat</source>
public readonly record struct WireAmount(Msat Msat)
{
    /// <summary>The sum; 2^64 - 1 where it would be above, since peers may offer anything.</summary>
    public static WireAmount operator +(WireAmount left, WireAmount right) =>
        new(left.Msat > new Msat(ulong.MaxValue) - right.Msat ? new Msat(ulong.MaxValue) : left.Msat + right.Msat);
}

/// <summary>What the payer meant one part to bring: <c>amt_to_forward</c> of its payload. Progress is the sum of these.</summary>
/// <source>BOLT 4, payload format: amt_to_forward</source>
public readonly record struct OnionAmount(Msat Msat)
{
    /// <summary>The sum.</summary>
    public static OnionAmount operator +(OnionAmount left, OnionAmount right) => new(left.Msat + right.Msat);
}

/// <summary>What the payer says that all parts together bring: <c>total_msat</c>.</summary>
/// <source>BOLT 4, payload format: payment_data</source>
public readonly record struct TotalAmount(Msat Msat);
