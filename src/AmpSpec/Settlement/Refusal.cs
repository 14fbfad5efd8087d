using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement;

/// <summary>Why a part is failed. Richer than the wire: many of these read alike there, so that a prober learns nothing (<see cref="WireFailure"/>).</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>The payload cannot be read, or holds a type that this receiver does not know.</summary>
    public sealed record Undecodable(InvalidOnionPayload Where) : Refusal;

    /// <summary>The peer offers less than the payer meant.</summary>
    public sealed record AmountBelowOnion : Refusal;

    /// <summary>The peer offers fewer blocks than the payer meant.</summary>
    public sealed record ExpiryBelowOnion : Refusal;

    /// <summary>The keysend preimage does not open the part.</summary>
    public sealed record KeysendMismatch : Refusal;

    /// <summary>No invoice has this hash or this address.</summary>
    public sealed record UnknownInvoice : Refusal;

    /// <summary>The invoice has another secret.</summary>
    public sealed record WrongSecret : Refusal;

    /// <summary>No secret came with the part.</summary>
    public sealed record MissingSecret : Refusal;

    /// <summary>An AMP part for an invoice that asks for none, or another part for one that asks for AMP parts.</summary>
    public sealed record WrongKind : Refusal;

    /// <summary>The id of the set is zero.</summary>
    public sealed record ZeroSetId : Refusal;

    /// <summary>The id of the set stands for parts to another invoice.</summary>
    public sealed record SetIdTaken : Refusal;

    /// <summary>The set of this id has ended.</summary>
    public sealed record SetIdDead : Refusal;

    /// <summary>The invoice was paid.</summary>
    public sealed record InvoicePaid : Refusal;

    /// <summary>The invoice was cancelled.</summary>
    public sealed record InvoiceCanceled : Refusal;

    /// <summary>The invoice has expired.</summary>
    public sealed record InvoiceExpired : Refusal;

    /// <summary>Too few blocks are left.</summary>
    public sealed record ExpiryTooSoon : Refusal;

    /// <summary>More blocks are left than this receiver lets its peer lock.</summary>
    public sealed record ExpiryTooFar : Refusal;

    /// <summary>The part brings nothing.</summary>
    public sealed record ZeroAmount : Refusal;

    /// <summary>An amount or a sum is above all bitcoins.</summary>
    public sealed record AmountTooLarge : Refusal;

    /// <summary>The total is zero, or below what the invoice asks.</summary>
    public sealed record TotalTooLow : Refusal;

    /// <summary>The total is above what the invoice lets a payer add.</summary>
    public sealed record TotalTooHigh : Refusal;

    /// <summary>A part of several for an invoice that takes one alone.</summary>
    public sealed record NotMultiPart : Refusal;

    /// <summary>The share is zero, so that the others would give the root without it.</summary>
    public sealed record ZeroShare : Refusal;

    /// <summary>The set holds a part of the same hash, or of the same share and index.</summary>
    public sealed record Repeated : Refusal;

    /// <summary>All that was asked is held already.</summary>
    public sealed record SetComplete : Refusal;

    /// <summary>The metadata is not what the invoice or the first part says.</summary>
    public sealed record MetadataDiffers : Refusal;

    /// <summary>An even record of the application is not what the first part has.</summary>
    public sealed record RecordsDiffer : Refusal;

    /// <summary>The parts of a set name different totals.</summary>
    /// <param name="First">The total of the set.</param>
    /// <param name="By">The part that names another.</param>
    public sealed record TotalsDiffer(TotalAmount First, Part By) : Refusal;

    /// <summary>The parts of a counted set do not agree on how many they are.</summary>
    public sealed record CountsDiffer : Refusal;

    /// <summary>The set holds as many parts as it may, or the invoice as many sets.</summary>
    public sealed record TooMany : Refusal;

    /// <summary>The set was not complete in time.</summary>
    public sealed record TimedOut : Refusal;

    /// <summary>A part of the set is gone.</summary>
    public sealed record LostPart : Refusal;

    /// <summary>The set was not settled while enough blocks were left.</summary>
    public sealed record DeadlinePassed : Refusal;

    /// <summary>The shares do not give the preimages of all hashes.</summary>
    public sealed record SharesDoNotOpen : Refusal;

    /// <summary>The owner gave the set or its invoice up.</summary>
    public sealed record OwnerCancelled : Refusal;

    /// <summary>The part failed before, and comes again.</summary>
    public sealed record Replayed : Refusal;

    /// <summary>The height is not known well enough to take anything.</summary>
    public sealed record TipIsStale : Refusal;

    /// <summary>The receiver started again and does not take up what it had begun.</summary>
    public sealed record Restarted : Refusal;
}
