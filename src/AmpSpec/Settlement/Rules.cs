using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>Everything in which receivers may differ: sizes, and one value for each place where sources diverge. The first option of each is ours.</summary>
public sealed record Rules
{
    /// <summary>Ours.</summary>
    public static Rules Ours { get; } = new();

    /// <summary>How long an incomplete set is held after its first part, in ms; 60,000 at least.</summary>
    public ulong SetTimeoutMs { get; init; } = 60_000;

    /// <summary>How far the ticks of a clock are apart, in ms; only where timers count ticks.</summary>
    public ulong TickMs { get; init; } = 60_000;

    /// <summary>The blocks that must be left to a part that arrives, whatever its invoice asks.</summary>
    public CltvDelta CltvMargin { get; init; } = new(18);

    /// <summary>The blocks that must be left to a part that is held; where this is not set, as many as for one that arrives.</summary>
    public CltvDelta? FailBack { get; init; }

    /// <summary>A held part whose expiry is nearer than this is too near.</summary>
    public CltvDelta DeadlineMargin => DeadlineEdge is DeadlineEdge.At ? (FailBack ?? CltvMargin).OneMore() : FailBack ?? CltvMargin;

    /// <summary>The most blocks that a part may have left.</summary>
    public CltvDelta MaxCltv { get; init; } = new(uint.MaxValue);

    /// <summary>The most parts of one set.</summary>
    public int MaxParts { get; init; } = 128;

    /// <summary>The most undecided sets of one invoice.</summary>
    public int MaxSets { get; init; } = 64;

    /// <summary>Whether AMP parts are taken without an invoice.</summary>
    public bool AcceptAmp { get; init; }

    /// <summary>Whether keysend parts are taken without an invoice.</summary>
    public bool AcceptKeysend { get; init; }

    /// <summary>How long a keysend payment waits for its owner's word, in ms; where this is not set, it does not wait.</summary>
    public ulong? KeysendHoldMs { get; init; }

    /// <summary>Whether keysend may come in several parts.</summary>
    public KeysendParts KeysendParts { get; init; }

    /// <summary>What a keysend record is that has not 32 bytes.</summary>
    public KeysendRecord KeysendRecord { get; init; }

    /// <summary>What a keysend part without secret is to an invoice with its hash.</summary>
    public KeysendToInvoice KeysendToInvoice { get; init; }

    /// <summary>Whether AMP parts are known at all.</summary>
    public AmpParts AmpParts { get; init; }

    /// <summary>Whether even records of the application must be equal.</summary>
    public CustomRecords CustomRecords { get; init; }

    /// <summary>What fails when one part's expiry comes near.</summary>
    public Deadline Deadline { get; init; }

    /// <summary>Whether the margin itself is enough for a part that is held.</summary>
    public DeadlineEdge DeadlineEdge { get; init; }

    /// <summary>What becomes of an incomplete set whose owner lets it settle.</summary>
    public EarlyClaim EarlyClaim { get; init; }

    /// <summary>What a part is to a set that is complete.</summary>
    public ExtraPart ExtraPart { get; init; }

    /// <summary>Which amount a failed part's payer is told.</summary>
    public HtlcMsat HtlcMsat { get; init; }

    /// <summary>What befalls when an invoice expires.</summary>
    public InvoiceExpiry InvoiceExpiry { get; init; }

    /// <summary>What names a set beside its hash.</summary>
    public KeyedBy KeyedBy { get; init; }

    /// <summary>What a part is that still comes for a set that has ended.</summary>
    public LateParts LateParts { get; init; }

    /// <summary>Whether metadata is compared.</summary>
    public Metadata Metadata { get; init; }

    /// <summary>Whether what an invoice asks of expiries is enforced.</summary>
    public MinFinal MinFinal { get; init; }

    /// <summary>What shares that do not open their parts fail.</summary>
    public Mismatch Mismatch { get; init; }

    /// <summary>What a total may be above what was asked.</summary>
    public Overpay Overpay { get; init; }

    /// <summary>What more parts than a set may have fail.</summary>
    public PartLimit PartLimit { get; init; }

    /// <summary>What is added up.</summary>
    public Progress Progress { get; init; }

    /// <summary>What a part is that comes again after it failed.</summary>
    public Replays Replays { get; init; }

    /// <summary>What becomes of undecided sets when the node starts again.</summary>
    public Restart Restart { get; init; }

    /// <summary>What is told of a part without a secret.</summary>
    public SecretMissing SecretMissing { get; init; }

    /// <summary>Whether an invoice may do without its secret.</summary>
    public SecretOptional SecretOptional { get; init; }

    /// <summary>What the id of an ended AMP set is.</summary>
    public SetIds SetIds { get; init; }

    /// <summary>Who decides on a complete set.</summary>
    public Settles Settles { get; init; }

    /// <summary>Whether zero and repeated shares are taken.</summary>
    public Shares Shares { get; init; }

    /// <summary>What becomes of incomplete sets when the node is about to stop.</summary>
    public Shutdown Shutdown { get; init; }

    /// <summary>Whether an invoice that offers no <c>basic_mpp</c> takes one part alone.</summary>
    public SinglePart SinglePart { get; init; }

    /// <summary>Whether a peer may keep a fee from what the payer meant.</summary>
    public SkimmedFee SkimmedFee { get; init; }

    /// <summary>What a part is while the chain stands still.</summary>
    public StaleTip StaleTip { get; init; }

    /// <summary>When a timer has run out.</summary>
    public TimerEnd TimerEnd { get; init; }

    /// <summary>What the timer belongs to.</summary>
    public TimerScope TimerScope { get; init; }

    /// <summary>Which height a failed part's payer is told.</summary>
    public ToldHeight ToldHeight { get; init; }

    /// <summary>Which total is told when totals differ.</summary>
    public ToldTotal ToldTotal { get; init; }

    /// <summary>What a differing total fails.</summary>
    public Totals Totals { get; init; }

    /// <summary>What a part is that brings nothing.</summary>
    public ZeroPart ZeroPart { get; init; }

    /// <summary>What a total of zero is.</summary>
    public ZeroTotal ZeroTotal { get; init; }
}
