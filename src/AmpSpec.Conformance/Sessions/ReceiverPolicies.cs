using System.Text.RegularExpressions;
using AmpSpec.Conformance.Operations;
using AmpSpec.Settlement;

namespace AmpSpec.Conformance.Sessions;

/// <summary>A place where receivers diverge, and how its options are set in the rules.</summary>
/// <param name="Policy">Name, options and meanings.</param>
/// <param name="Set">The rules with one option.</param>
/// <param name="Get">The option that rules stand at.</param>
public sealed record ReceiverPolicy(Policy Policy, Func<Rules, string, Rules> Set, Func<Rules, string> Get);

/// <summary>Every place where receivers diverge, by name.</summary>
public static partial class ReceiverPolicies
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<ReceiverPolicy> All { get; } =
    [
        Of("keysend.multi-part", "whether keysend may come in several parts", "KEYSEND-02", r => r.KeysendParts, (r, o) => r with { KeysendParts = o },
            "as a set, with the preimage and the secret in each part", "one part alone: a keysend record beside payment_data is refused, as in lnd"),
        Of("keysend.record", "what a keysend record is that has not 32 bytes", "KEYSEND-01", r => r.KeysendRecord, (r, o) => r with { KeysendRecord = o },
            "a payload that cannot be read: PERM|15 where the size is its only fault, else PERM|22", "a record of the application, which opens nothing"),
        Of("keysend.to-invoice", "what a keysend part without secret is to an invoice with its hash", "PRIV-05", r => r.KeysendToInvoice, (r, o) => r with { KeysendToInvoice = o },
            "refused: a preimage stands for no secret", "taken, if its preimage fits", "a payment of its own, unless parts for the invoice are held"),
        Of("receiver.amp-parts", "whether AMP parts are known", "AMP-RCV-03", r => r.AmpParts, (r, o) => r with { AmpParts = o },
            "they are, and go to AMP invoices", "type 14 is an unknown even type: PERM|22"),
        Of("receiver.custom-records", "whether even custom records must be equal in all parts", "MPP-RCV-26", r => r.CustomRecords, (r, o) => r with { CustomRecords = o },
            "a part whose even records differ is refused", "nothing is compared"),
        Of("receiver.deadline", "what fails when the first expiry of a set comes near", "CHAIN-01", r => r.Deadline, (r, o) => r with { Deadline = o },
            "the whole set, PERM|15", "the parts that are near, alone", "the whole set, with mpp_timeout", "the whole set, PERM|15, unless its owner holds it", "a complete set and its invoice, PERM|15; an incomplete one waits for its timer", "nothing; timers come first"),
        Of("receiver.deadline-edge", "when a held part is too near to its expiry", "CHAIN-01", r => r.DeadlineEdge, (r, o) => r with { DeadlineEdge = o },
            "when fewer blocks are left than the margin", "when no more are left than the margin"),
        Of("receiver.early-claim", "what becomes of an incomplete set that its owner wants to settle", "MPP-RCV-13", r => r.EarlyClaim, (r, o) => r with { EarlyClaim = o },
            "nothing", "it is forgotten without an answer to its parts"),
        Of("receiver.extra-part", "what a part to a complete, undecided set is", "MPP-RCV-21", r => r.ExtraPart, (r, o) => r with { ExtraPart = o },
            "refused alone", "added to the set", "opened at once"),
        Of("receiver.htlc-msat", "which amount PERM|15 tells", "MPP-RCV-33", r => r.HtlcMsat, (r, o) => r with { HtlcMsat = o },
            "what the peer offered", "what the payer meant for the part", "the total that the payer named"),
        Of("receiver.invoice-expiry", "what befalls when an invoice expires", "INV-06", r => r.InvoiceExpiry, (r, o) => r with { InvoiceExpiry = o },
            "new parts are refused; those that are held stay", "it is cancelled with its parts, unless its owner holds a complete set", "new parts are refused, and an incomplete set fails, PERM|15"),
        Of("receiver.keyed-by", "what names an MPP set", "MPP-RCV-01", r => r.KeyedBy, (r, o) => r with { KeyedBy = o },
            "hash and secret", "the hash alone"),
        Of("receiver.late-parts", "what a part is that still reaches a set that has ended", "MPP-RCV-20", r => r.LateParts, (r, o) => r with { LateParts = o },
            "a part like any other", "it fares as the set did"),
        Of("receiver.metadata", "what payment_metadata must be", "MPP-RCV-27", r => r.Metadata, (r, o) => r with { Metadata = o },
            "what the invoice says, and equal in all parts", "anything", "absent: PERM|22"),
        Of("receiver.min-final", "whether the blocks that an invoice asks must be left", "MPP-RCV-05", r => r.MinFinal, (r, o) => r with { MinFinal = o },
            "they must, and the margin too", "the margin alone counts"),
        Of("receiver.mismatch", "what shares that do not open their parts fail", "AMP-RCV-09", r => r.Mismatch, (r, o) => r with { Mismatch = o },
            "the set alone", "the set and its invoice"),
        Of("receiver.overpay", "how far a total may be above what was asked", "MPP-RCV-07", r => r.Overpay, (r, o) => r with { Overpay = o },
            "twice the amount", "one per cent or 5 sat, whichever is more", "nothing", "without bound"),
        Of("receiver.part-limit", "what more parts than a set may have fail", "MPP-RCV-29", r => r.PartLimit, (r, o) => r with { PartLimit = o },
            "the one too many", "the whole set, when it would be complete"),
        Of("receiver.progress", "what is added up towards the total", "MPP-RCV-11", r => r.Progress, (r, o) => r with { Progress = o },
            "what the payer meant for each part", "what the peers offer"),
        Of("receiver.replays", "what a part is that comes again after it failed", "MPP-RCV-23", r => r.Replays, (r, o) => r with { Replays = o },
            "answered as before", "refused, PERM|15, whatever it was failed with", "judged anew"),
        Of("receiver.restart", "what becomes of undecided sets when the node starts again", "MPP-RCV-24", r => r.Restart, (r, o) => r with { Restart = o },
            "they go on, their timers too", "they are forgotten, and made anew from what peers present again", "their parts fail with temporary_node_failure", "they go on, and their timers begin again"),
        Of("receiver.secret-missing", "what is told of a part without a secret", "MPP-RCV-02", r => r.SecretMissing, (r, o) => r with { SecretMissing = o },
            "PERM|15, as of any wrong detail", "PERM|NODE|3", "PERM|22, naming type 8"),
        Of("receiver.secret-optional", "what a part without secret is to an invoice that only offers one", "MPP-RCV-02", r => r.SecretOptional, (r, o) => r with { SecretOptional = o },
            "refused: a secret that is there is needed", "taken alone, never beside others", "taken alone; also beside such as wait for their owner, and when the invoice is paid"),
        Of("receiver.set-ids", "what the id of an ended AMP set is", "AMP-RCV-12", r => r.SetIds, (r, o) => r with { SetIds = o },
            "dead for good", "free for another set"),
        Of("receiver.settles", "who decides on a complete set that nobody holds", "MPP-RCV-18", r => r.Settles, (r, o) => r with { Settles = o },
            "the node", "its user, for every set"),
        Of("receiver.shares", "whether zero and repeated shares are refused", "AMP-RCV-14", r => r.Shares, (r, o) => r with { Shares = o },
            "they are", "they are taken, as long as the hashes fit"),
        Of("receiver.shutdown", "what becomes of incomplete sets when the node is about to stop", "MPP-RCV-15", r => r.Shutdown, (r, o) => r with { Shutdown = o },
            "they stay in its record", "they fail with mpp_timeout"),
        Of("receiver.single-part", "whether an invoice without basic_mpp takes one part alone", "MPP-RCV-10", r => r.SinglePart, (r, o) => r with { SinglePart = o },
            "it does: the total is what the part brings", "nobody looks", "it does: the part brings the total, or more"),
        Of("receiver.skimmed-fee", "whether a peer may keep back a fee that it tells of", "MPP-RCV-04", r => r.SkimmedFee, (r, o) => r with { SkimmedFee = o },
            "a part that brings less than was meant is refused", "what it tells of counts as brought"),
        Of("receiver.stale-tip", "what a part is while no block has come for long", "CHAIN-07", r => r.StaleTip, (r, o) => r with { StaleTip = o },
            "held; no preimage leaves", "refused with temporary_node_failure", "a part like any other"),
        Of("receiver.timer-end", "when a timer has run out", "MPP-RCV-15", r => r.TimerEnd, (r, o) => r with { TimerEnd = o },
            "when its time has passed", "in the first whole second beyond it", "when the clock has ticked often enough since"),
        Of("receiver.timer-scope", "what a timer belongs to", "MPP-RCV-15", r => r.TimerScope, (r, o) => r with { TimerScope = o },
            "the set, from its first part", "each part"),
        Of("receiver.told-height", "which height PERM|15 tells", "MPP-RCV-33", r => r.ToldHeight, (r, o) => r with { ToldHeight = o },
            "that at which the part was accepted", "that at which it fails"),
        Of("receiver.told-total", "which total PERM|15 tells when totals differ, where it tells one", "MPP-RCV-33", r => r.ToldTotal, (r, o) => r with { ToldTotal = o },
            "each part its own", "the one that differs", "the one of the set"),
        Of("receiver.totals", "what fails when totals differ", "MPP-RCV-14", r => r.Totals, (r, o) => r with { Totals = o },
            "the whole set, PERM|15", "the part that differs", "the whole set, with final_incorrect_htlc_amount"),
        Of("receiver.zero-part", "what a part is that brings nothing", "MPP-RCV-35", r => r.ZeroPart, (r, o) => r with { ZeroPart = o },
            "refused", "a part like any other"),
        Of("receiver.zero-total", "what a total of zero is", "MPP-RCV-08", r => r.ZeroTotal, (r, o) => r with { ZeroTotal = o },
            "refused", "taken, where the invoice asks nothing", "no total: what the part itself brings"),
    ];

    /// <summary>The rules with the options that are set.</summary>
    public static Rules Rules(PolicySet policies) => All.Aggregate(policies.Receiver, (rules, policy) => policy.Set(rules, policies.Option(policy.Policy)));

    /// <summary>What rules stand at, as <c>name=option</c>, where that is not ours.</summary>
    public static IEnumerable<string> Settings(Rules rules) => All
        .Select(policy => (policy.Policy, Option: policy.Get(rules)))
        .Where(setting => setting.Option != setting.Policy.Default)
        .Select(setting => $"{setting.Policy.Name}={setting.Option}");

    private static ReceiverPolicy Of<TOption>(string name, string about, string requirement, Func<Rules, TOption> get, Func<Rules, TOption, Rules> set, params string[] meanings)
        where TOption : struct, Enum
    {
        var options = Enum.GetValues<TOption>();
        var named = options.Select(Kebab).Zip(meanings).ToArray();
        return options.Length == meanings.Length
            ? new(new Policy(name, about, requirement, named), (rules, option) => set(rules, options.First(o => Kebab(o) == option)), rules => Kebab(get(rules)))
            : throw new ArgumentException($"{name} has {options.Length} options and {meanings.Length} meanings", nameof(meanings));
    }

    private static string Kebab<TOption>(TOption option)
        where TOption : struct, Enum => Hump().Replace(option.ToString(), "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Hump();
}
