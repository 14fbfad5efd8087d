namespace AmpSpec.Settlement;

#pragma warning disable CS1591 // each option is explained in the registry of policies, from which the chapter's table is written
/// <summary>KEYSEND-02.</summary>
public enum KeysendParts { Accepted, Refused }

/// <summary>KEYSEND-01.</summary>
public enum KeysendRecord { Malformed, Opaque }

/// <summary>PRIV-05.</summary>
public enum KeysendToInvoice { Refused, Taken, Apart }

/// <summary>AMP-RCV-03.</summary>
public enum AmpParts { Known, Unknown }

/// <summary>MPP-RCV-26.</summary>
public enum CustomRecords { Compared, Ignored }

/// <summary>CHAIN-01.</summary>
public enum Deadline { FailSet, FailPart, FailSetAsTimeout, FailUnlessHeld, CancelHeld, None }

/// <summary>CHAIN-01.</summary>
public enum DeadlineEdge { Below, At }

/// <summary>MPP-RCV-13.</summary>
public enum EarlyClaim { Nothing, Forgets }

/// <summary>MPP-RCV-21.</summary>
public enum ExtraPart { Refused, Added, Settled }

/// <summary>MPP-RCV-33.</summary>
public enum HtlcMsat { Wire, Onion, Total }

/// <summary>INV-06.</summary>
public enum InvoiceExpiry { RefusesNew, CancelsInvoice, FailsIncomplete }

/// <summary>MPP-RCV-01.</summary>
public enum KeyedBy { HashAndSecret, Hash }

/// <summary>MPP-RCV-20.</summary>
public enum LateParts { Anew, AsEnded }

/// <summary>MPP-RCV-27.</summary>
public enum Metadata { Compared, Ignored, Unknown }

/// <summary>MPP-RCV-05.</summary>
public enum MinFinal { Enforced, Ignored }

/// <summary>AMP-RCV-09.</summary>
public enum Mismatch { FailSet, CancelInvoice }

/// <summary>MPP-RCV-07.</summary>
public enum Overpay { Twice, OnePercent, Exact, Unbounded }

/// <summary>MPP-RCV-29.</summary>
public enum PartLimit { FailPart, FailSet }

/// <summary>MPP-RCV-11.</summary>
public enum Progress { Onion, Wire }

/// <summary>MPP-RCV-23.</summary>
public enum Replays { Same, Plain, Anew }

/// <summary>MPP-RCV-24.</summary>
public enum Restart { Resumes, Forgets, Fails, ResumesAfresh }

/// <summary>MPP-RCV-02.</summary>
public enum SecretMissing { UnknownDetails, FeatureMissing, InvalidPayload }

/// <summary>MPP-RCV-02.</summary>
public enum SecretOptional { Never, Alone, AloneForGood }

/// <summary>AMP-RCV-12.</summary>
public enum SetIds { Terminal, Reusable }

/// <summary>MPP-RCV-18.</summary>
public enum Settles { Itself, Asked }

/// <summary>AMP-RCV-14.</summary>
public enum Shares { Checked, Unchecked }

/// <summary>MPP-RCV-15.</summary>
public enum Shutdown { Keeps, FailsIncomplete }

/// <summary>MPP-RCV-10.</summary>
public enum SinglePart { Enforced, Ignored, BelowTotal }

/// <summary>MPP-RCV-04.</summary>
public enum SkimmedFee { Refused, Allowed }

/// <summary>CHAIN-07.</summary>
public enum StaleTip { Waits, FailPart, Unseen }

/// <summary>MPP-RCV-15.</summary>
public enum TimerEnd { At, Beyond, Ticks }

/// <summary>MPP-RCV-15.</summary>
public enum TimerScope { Set, Part }

/// <summary>MPP-RCV-33.</summary>
public enum ToldHeight { Accepted, Current }

/// <summary>MPP-RCV-33.</summary>
public enum ToldTotal { Own, Newest, First }

/// <summary>MPP-RCV-14.</summary>
public enum Totals { FailSet, FailPart, FailSetAsAmount }

/// <summary>MPP-RCV-35.</summary>
public enum ZeroPart { Refused, Taken }

/// <summary>MPP-RCV-08.</summary>
public enum ZeroTotal { Refused, Accepted, Absent }
#pragma warning restore CS1591
