namespace AmpSpec.Wire;

/// <summary>The types of the records in an onion payload.</summary>
/// <source>BOLT 4, payload format; lnd record/amp.go (14); bLIP 3 (keysend)</source>
public static class RecordTypes
{
    /// <summary>tu64: what this hop forwards, or what this part brings the payee.</summary>
    public const ulong AmtToForward = 2;

    /// <summary>tu32: the expiry of what this hop forwards, or what the payer meant for the payee.</summary>
    public const ulong OutgoingCltvValue = 4;

    /// <summary>8 bytes: the channel to forward over.</summary>
    public const ulong ShortChannelId = 6;

    /// <summary>The payment secret and the total of all parts.</summary>
    public const ulong PaymentData = 8;

    /// <summary>What the payee of a blinded path says to its own hops.</summary>
    public const ulong EncryptedRecipientData = 10;

    /// <summary>A point: the key with which the encrypted data are opened, at the entry of a blinded path.</summary>
    public const ulong CurrentPathKey = 12;

    /// <summary>Share, set id and child index. Trampoline gives this number to a node id (AMP-WIRE-08).</summary>
    public const ulong Amp = 14;

    /// <summary>Bytes of the invoice that the payer sends back.</summary>
    public const ulong PaymentMetadata = 16;

    /// <summary>tu64: the total of all parts, inside a blinded path.</summary>
    public const ulong TotalAmountMsat = 18;

    /// <summary>From here on types are custom.</summary>
    public const ulong FirstCustom = 65536;

    /// <summary>32 bytes: the preimage of a payment without an invoice. Its number stands in the custom range.</summary>
    public const ulong KeysendPreimage = 5482373484;
}
