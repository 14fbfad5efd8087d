using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>Everything in which receivers may differ: sizes, and one value for each place where sources diverge. The first option of each is ours.</summary>
public sealed record Rules
{
    /// <summary>Ours.</summary>
    public static Rules Ours { get; } = new();

    /// <summary>How long an incomplete set is held after its first part, in ms; 60,000 at least.</summary>
    public ulong SetTimeoutMs { get; init; } = 60_000;

    /// <summary>The blocks that must be left when a set is decided, whatever its invoice asks.</summary>
    public CltvDelta CltvMargin { get; init; } = new(18);

    /// <summary>The most blocks that a part may have left.</summary>
    public CltvDelta MaxCltv { get; init; } = new(uint.MaxValue);

    /// <summary>The most parts of one set.</summary>
    public int MaxParts { get; init; } = 128;

    /// <summary>The most undecided sets of one invoice.</summary>
    public int MaxSets { get; init; } = 64;

    /// <summary>Whether AMP parts and keysend parts are taken without an invoice.</summary>
    public bool AcceptSpontaneous { get; init; }

    /// <summary>What a total may be above what was asked.</summary>
    public Overpay Overpay { get; init; }

    /// <summary>What a zero total to an invoice without amount is.</summary>
    public ZeroTotal ZeroTotal { get; init; }

    /// <summary>What is told of a part without a secret.</summary>
    public SecretMissing SecretMissing { get; init; }

    /// <summary>Whether metadata is compared.</summary>
    public Metadata Metadata { get; init; }

    /// <summary>Whether even records of the application must be equal.</summary>
    public CustomRecords CustomRecords { get; init; }

    /// <summary>What names a set beside its hash.</summary>
    public KeyedBy KeyedBy { get; init; }

    /// <summary>What is added up.</summary>
    public Progress Progress { get; init; }

    /// <summary>What a differing total fails.</summary>
    public Totals Totals { get; init; }

    /// <summary>What the timer belongs to.</summary>
    public TimerScope TimerScope { get; init; }

    /// <summary>What fails when one part's expiry comes near.</summary>
    public Deadline Deadline { get; init; }

    /// <summary>What a part is to a set that is complete.</summary>
    public ExtraPart ExtraPart { get; init; }

    /// <summary>Whether an invoice that offers no <c>basic_mpp</c> takes one part alone.</summary>
    public SinglePart SinglePart { get; init; }

    /// <summary>Whether keysend may come in several parts.</summary>
    public KeysendParts KeysendParts { get; init; }

    /// <summary>Whether AMP parts are known at all.</summary>
    public AmpParts AmpParts { get; init; }

    /// <summary>What the id of an ended AMP set is.</summary>
    public SetIds SetIds { get; init; }

    /// <summary>What shares that do not open their parts fail.</summary>
    public Mismatch Mismatch { get; init; }

    /// <summary>Whether zero and repeated shares are taken.</summary>
    public Shares Shares { get; init; }

    /// <summary>Who decides on a complete set.</summary>
    public Settles Settles { get; init; }

    /// <summary>What becomes of undecided sets when the node starts again.</summary>
    public Restart Restart { get; init; }

    /// <summary>Which amount a failed part's payer is told.</summary>
    public HtlcMsat HtlcMsat { get; init; }
}

#pragma warning disable CS1591 // each option is explained in the registry of policies, from which the chapter's table is written
/// <summary>MPP-RCV-07.</summary>
public enum Overpay { Twice, OnePercent, Exact, Unbounded }

/// <summary>MPP-RCV-08.</summary>
public enum ZeroTotal { Refused, Accepted }

/// <summary>MPP-RCV-02.</summary>
public enum SecretMissing { UnknownDetails, FeatureMissing, InvalidPayload }

/// <summary>MPP-RCV-27.</summary>
public enum Metadata { Compared, Ignored, Unknown }

/// <summary>MPP-RCV-26.</summary>
public enum CustomRecords { Compared, Ignored }

/// <summary>MPP-RCV-01.</summary>
public enum KeyedBy { HashAndSecret, Hash }

/// <summary>MPP-RCV-11.</summary>
public enum Progress { Onion, Wire }

/// <summary>MPP-RCV-14.</summary>
public enum Totals { FailSet, FailPart, FailSetAsAmount }

/// <summary>MPP-RCV-15.</summary>
public enum TimerScope { Set, Part }

/// <summary>CHAIN-01.</summary>
public enum Deadline { FailSet, FailPart, FailSetAsTimeout }

/// <summary>MPP-RCV-21.</summary>
public enum ExtraPart { Refused, Added, Settled }

/// <summary>MPP-RCV-10.</summary>
public enum SinglePart { Enforced, Ignored }

/// <summary>KEYSEND-02.</summary>
public enum KeysendParts { Accepted, Refused }

/// <summary>AMP-RCV-03.</summary>
public enum AmpParts { Known, Unknown }

/// <summary>AMP-RCV-12.</summary>
public enum SetIds { Terminal, Reusable }

/// <summary>AMP-RCV-09.</summary>
public enum Mismatch { FailSet, CancelInvoice }

/// <summary>AMP-RCV-14, AMP-RCV-15.</summary>
public enum Shares { Checked, Unchecked }

/// <summary>MPP-RCV-18.</summary>
public enum Settles { Itself, Asked }

/// <summary>MPP-RCV-24.</summary>
public enum Restart { Resumes, Forgets, Fails }

/// <summary>MPP-RCV-33.</summary>
public enum HtlcMsat { Wire, Onion, Total }
#pragma warning restore CS1591
