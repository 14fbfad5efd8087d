using AmpSpec.Modelling;

namespace AmpSpec.Primitives;

/// <summary>What opens a payment hash: 32 bytes. A secret until it is released.</summary>
/// <remarks>Printed, a secret shows its kind alone; <c>Value</c> is asked for by name (AMP-DRV-15).</remarks>
[Requirement("AMP-DRV-15")]
public readonly record struct Preimage(Bytes32 Value)
{
    /// <summary>SHA-256 of the 32 bytes.</summary>
    public Hash32 Hash()
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Size];
        Value.CopyTo(bytes);
        return Hash32.Of(bytes);
    }

    /// <summary>The kind, never the value.</summary>
    public override string ToString() => "Preimage(secret)";
}

/// <summary>The secret of an invoice that a payer repeats to the payee: 32 bytes.</summary>
/// <source>BOLT 11, field s; BOLT 4, payment_data: payment_secret</source>
[Requirement("AMP-DRV-15")]
public readonly record struct PaymentSecret(Bytes32 Value)
{
    /// <summary>The kind, never the value.</summary>
    public override string ToString() => "PaymentSecret(secret)";
}

/// <summary>The secret R of an AMP set, from which every child preimage is derived: 32 bytes.</summary>
/// <source>lnd amp/sharer.go, Sharer.Root</source>
[Requirement("AMP-DRV-15")]
public readonly record struct RootSeed(Bytes32 Value)
{
    /// <summary>The kind, never the value.</summary>
    public override string ToString() => "RootSeed(secret)";
}

/// <summary>One part's piece of a root: 32 bytes. All shares of a set XOR to its root.</summary>
/// <source>lnd amp/shard.go, Share</source>
[Requirement("AMP-DRV-15")]
public readonly record struct Share(Bytes32 Value)
{
    /// <summary>Whether nothing is left to be given away.</summary>
    public bool IsZero => Value.IsZero;

    /// <summary>The bitwise exclusive or.</summary>
    public static Share operator ^(Share left, Share right) => new(left.Value ^ right.Value);

    /// <summary>The kind, never the value.</summary>
    public override string ToString() => "Share(secret)";
}
