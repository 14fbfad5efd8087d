using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>What an invoice asks of the parts of a set, and what opens them.</summary>
public sealed record Terms
{
    /// <summary>What is asked; null leaves it to the payer.</summary>
    public Msat? Amount { get; init; }

    /// <summary>Whether parts are paid to it under hashes of their own: lnd's AMP.</summary>
    public bool Amp { get; init; }

    /// <summary>Whether it may be paid in several parts under one hash: <c>basic_mpp</c>.</summary>
    public bool BasicMpp { get; init; }

    /// <summary>Whether a part may come without the invoice's secret, where rules allow that: <c>payment_secret</c> with its odd bit.</summary>
    public bool SecretOptional { get; init; }

    /// <summary>The blocks that must be left when the last part arrives.</summary>
    public CltvDelta MinFinalCltvExpiry { get; init; } = new(18);

    /// <summary>What the payee bears of the fees of its own blinded path; counts as brought, once a set, however many parts there are.</summary>
    [Requirement("MPP-RCV-28")]
    public Msat PathFees { get; init; }

    /// <summary>What each part must bring along; null where the invoice says nothing.</summary>
    public Seq<byte>? PaymentMetadata { get; init; }

    /// <summary>Whether a complete set waits for its owner.</summary>
    public bool Hold { get; init; }

    /// <summary>What opens every part of a set that has one hash; null where only the owner knows it.</summary>
    public Preimage? Preimage { get; init; }
}
