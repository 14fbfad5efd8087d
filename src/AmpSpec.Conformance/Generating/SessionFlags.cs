namespace AmpSpec.Conformance.Generating;

/// <summary>Why sessions are there.</summary>
internal static class SessionFlags
{
    private const string Chapter = "spec/30-receiver.md";

    public static readonly Flag Plain = new("Settlement", "basic", "funds-stuck", "a set that is paid as it should be", Chapter);

    public static readonly Flag Timers = new("Timer", "timing", "funds-stuck", "one timer for the set, from its first part", Chapter);

    public static readonly Flag Deadline = new("Deadline", "timing", "funds-lost", "the expiry that comes first governs the whole set", Chapter);

    public static readonly Flag Total = new("Total", "missing-check", "funds-lost", "what is asked, what is named, and what has come", Chapter);

    public static readonly Flag SetKey = new("SetKey", "missing-check", "funds-lost", "a part joins a set by the whole key or not at all", Chapter);

    public static readonly Flag Probe = new("Probe", "missing-check", "privacy", "what a prober could tell apart looks alike", Chapter);

    public static readonly Flag Rejected = new("RejectedPart", "state", "funds-stuck", "a refused part leaves no trace", Chapter);

    public static readonly Flag Precedence = new("Precedence", "state", "interop", "several rules apply, and the first one is told", Chapter);

    public static readonly Flag Replay = new("Replay", "state", "funds-lost", "a part presented again gets the answer that it got", Chapter);

    public static readonly Flag Restart = new("Restart", "state", "funds-lost", "the process died; what was decided leaves all the same", Chapter);

    public static readonly Flag Owner = new("Owner", "state", "funds-lost", "the owner holds, settles or cancels", Chapter);

    public static readonly Flag LostPart = new("LostPart", "state", "funds-lost", "a part is gone before or after the decision", Chapter);

    public static readonly Flag SetIdentity = new("SetIdentity", "state", "funds-lost", "a set id stands for one set, once", Chapter);

    public static readonly Flag Isolation = new("Isolation", "state", "funds-stuck", "what happens to one set changes no other", Chapter);

    public static readonly Flag Shares = new("Shares", "missing-check", "funds-lost", "shares and hashes of all parts, before any is opened", Chapter);

    public static readonly Flag NoInvoice = new("NoInvoice", "missing-check", "funds-lost", "parts that come without an invoice", Chapter);

    public static readonly Flag Bounded = new("Bounded", "bounds", "denial-of-service", "parts and sets are bounded", Chapter);

    public static readonly Flag Overshoot = new("Overshoot", "edge-case", "privacy", "a hop that gives more than it must is not punished", Chapter);

    public static readonly Flag Records = new("Records", "missing-check", "interop", "what parts must have in common", Chapter);

    public static readonly Flag Blinded = new("BlindedPart", "missing-check", "privacy", "a part into a blinded path fails in one way", Chapter);

    public static readonly Flag Asking = new("Asking", "missing-check", "interop", "what a request may say and what it changes", "spec/80-conformance.md");

    public static readonly Flag Differs = new("ProfilesDiffer", "policy", "interop", "receivers were asked, and do not all do the same", "spec/32-who-does-what.md");

    public static readonly Flag Incident = new("Incident", "state", "funds-lost", "it has gone wrong in an implementation", Chapter);
}
