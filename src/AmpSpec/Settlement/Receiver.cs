using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using static AmpSpec.Settlement.HtlcSet;
using static AmpSpec.Settlement.SetEvent;

namespace AmpSpec.Settlement;

/// <summary>The receiver's table: what one event does to one set. The first row that matches wins.</summary>
/// <remarks>A part comes here when <see cref="Arrival"/> has let it pass; what belongs to several sets is <see cref="Node"/>'s.</remarks>
public static class Receiver
{
#pragma warning disable format // a table: one row a line, columns aligned
    /// <summary>The next step of a set.</summary>
    /// <param name="set">Where it stands.</param>
    /// <param name="on">What happens.</param>
    /// <param name="now">Clock and height.</param>
    /// <param name="terms">What the invoice asks.</param>
    /// <param name="rules">Where receivers differ.</param>
    public static Step Next(HtlcSet set, SetEvent on, Now now, Terms terms, Rules rules) => (set, on) switch
    {
        (Settled or Dead,  PartArrived)                                                          => Refuse(set, new Refusal.SetIdDead()).By("receiver/27", "AMP-RCV-12", "INV-07"),
        (Collecting c,     PartArrived(var p, _)) when Repeats(c.Held, p, rules)                    => Refuse(set, new Refusal.Repeated()).By("receiver/28", "AMP-RCV-14"),
        (Complete c,       PartArrived(var p, _)) when rules.ExtraPart is ExtraPart.Added           => Hold(new Complete(c.Held.With(p))).By("receiver/29", "MPP-RCV-21"),
        (Complete,         PartArrived)        when rules.ExtraPart is ExtraPart.Settled && terms.Preimage is not null
                                                                                                 => Open(set, Shared(terms.Preimage.Value)).By("receiver/30", "MPP-RCV-20"),
        (Complete,         PartArrived)                                                          => Refuse(set, new Refusal.SetComplete()).By("receiver/31", "MPP-RCV-21", "MPP-RCV-22"),
        (Collecting c,     PartArrived(var p, _)) when OtherMetadata(c.Held, p, terms, rules)       => Refuse(set, new Refusal.MetadataDiffers()).By("receiver/32", "MPP-RCV-27", "MPP-RCV-22"),
        (Collecting c,     PartArrived(var p, _)) when OtherRecords(c.Held, p, rules)               => Refuse(set, new Refusal.RecordsDiffer()).By("receiver/33", "MPP-RCV-26", "MPP-RCV-22"),
        (Collecting c,     PartArrived(var p, _)) when OtherTotal(c.Held, p) && OneFails(rules)     => Refuse(set, new Refusal.TotalsDiffer()).By("receiver/34", "MPP-RCV-14"),
        (Collecting c,     PartArrived(var p, _)) when OtherTotal(c.Held, p)                        => FailAll(terms, rules, new Refusal.TotalsDiffer()).By("receiver/35", "MPP-RCV-14", "AMP-RCV-06"),
        (Collecting c,     PartArrived)        when c.Held.Parts >= rules.MaxParts               => Refuse(set, new Refusal.TooMany()).By("receiver/36", "MPP-RCV-29"),
        (Collecting,       PartArrived { HasRoom: false })                                       => Refuse(set, new Refusal.TooMany()).By("receiver/37", "AMP-RCV-23"),
        (Collecting c,     PartArrived(var p, _)) when IsTooLarge(c.Held, p, rules)                 => Refuse(set, new Refusal.AmountTooLarge()).By("receiver/38", "MPP-WIRE-07", "MPP-RCV-30"),
        (Collecting c,     PartArrived(var p, _)) when !Reaches(c.Held.With(p), rules)              => Hold(new Collecting(c.Held.With(p))).By("receiver/39", "MPP-RCV-12", "MPP-RCV-13"),
        (Collecting c,     PartArrived(var p, _)) when IsTooLate(c.Held.With(p), now, rules)        => FailAll(terms, rules, new Refusal.DeadlinePassed()).By("receiver/40", "MPP-RCV-18"),
        (Collecting c,     PartArrived(var p, _)) when Waits(terms, rules)                          => Announce(new Complete(c.Held.With(p))).By("receiver/41", "MPP-RCV-12", "MPP-RCV-17"),
        (Collecting c,     PartArrived(var p, _)) when Opens(c.Held.With(p), terms) is { } opening  => OpenAll(opening).By("receiver/42", "MPP-RCV-12", "MPP-RCV-19", "AMP-RCV-07", "AMP-RCV-10"),
        (Collecting,       PartArrived)                                                          => FailAll(terms, rules, new Refusal.SharesDoNotOpen(), rules.Mismatch).By("receiver/43", "AMP-RCV-08", "AMP-RCV-09"),

        (Collecting c,     TimePassed)         when IsOverdue(c.Held, now, rules)                => FailAll(terms, rules, new Refusal.TimedOut(), among: false).By("receiver/44", "MPP-RCV-15", "AMP-RCV-13", "KEYSEND-03"),
        (_,                TimePassed)                                                           => Stay(set).By("receiver/45", "MPP-RCV-17"),
        (Collecting,       PartTimedOut(_, var left))                                            => Lose(new Collecting(left), terms, rules, new Refusal.TimedOut()).By("receiver/46", "MPP-RCV-15"),
        (_,                PartTimedOut)                                                         => Stay(set).By("receiver/47", "MPP-RCV-17"),

        (Collecting c,     BlockPassed)        when IsTooLate(c.Held, now, rules)                => FailAll(terms, rules, new Refusal.DeadlinePassed(), among: false).By("receiver/48", "CHAIN-01"),
        (Complete c,       BlockPassed)        when IsTooLate(c.Held, now, rules)                => FailAll(terms, rules, new Refusal.DeadlinePassed(), among: false).By("receiver/49", "CHAIN-01"),
        (_,                BlockPassed)                                                          => Stay(set).By("receiver/50", "CHAIN-01"),
        (Collecting or Complete, PartTooLate(_, var left))                                       => Lose(new Collecting(left), terms, rules, new Refusal.DeadlinePassed()).By("receiver/51", "CHAIN-01"),
        (_,                PartTooLate)                                                          => Stay(set).By("receiver/52", "CHAIN-01"),

        (Collecting or Complete, PartLost)                                                       => FailAll(terms, rules, new Refusal.LostPart(), among: false).By("receiver/53", "MPP-RCV-19"),
        (Settled or Dead,  PartLost)                                                             => Stay(set).By("receiver/54", "MPP-RCV-25"),

        (Complete c,       OwnerSettles)       when IsTooLate(c.Held, now, rules)                => FailAll(terms, rules, new Refusal.DeadlinePassed(), among: false).By("receiver/55", "MPP-RCV-18"),
        (Complete,         OwnerSettles(var preimage))                                           => OpenAll(Shared(preimage), among: false).By("receiver/56", "MPP-RCV-19"),
        (_,                OwnerSettles)                                                         => Stay(set).By("receiver/57", "MPP-RCV-13"),
        (Collecting or Complete, OwnerCancels)                                                   => FailAll(terms, rules, new Refusal.OwnerCancelled(), among: false).By("receiver/58", "AMP-RCV-17"),
        (Settled or Dead,  OwnerCancels)                                                         => Stay(set).By("receiver/59", "MPP-RCV-31", "AMP-RCV-17"),
    };
#pragma warning restore format

    /// <summary>the part's hash, or its share and index, are in the set already</summary>
    [Requirement("AMP-RCV-14")]
    private static bool Repeats(Held held, Part part, Rules rules) => rules.Shares is Shares.Checked && part.Lock is { } seen
        && held.Locks.Any(other => other.Hash == seen.Hash || (other.Share == seen.Share && other.Index == seen.Index));

    /// <summary>its metadata is not what the invoice says or, where that says nothing, what the first part says</summary>
    [Requirement("MPP-RCV-27")]
    private static bool OtherMetadata(Held held, Part part, Terms terms, Rules rules) => rules.Metadata is Metadata.Compared
        && ((terms.PaymentMetadata is { } asked && part.PaymentMetadata != asked) || (held.Parts > 0 && part.PaymentMetadata != held.PaymentMetadata));

    /// <summary>its even records of the application are not those of the first part</summary>
    [Requirement("MPP-RCV-26")]
    private static bool OtherRecords(Held held, Part part, Rules rules) => rules.CustomRecords is CustomRecords.Compared && held.Parts > 0
        && !held.Custom.Where(IsEven).SequenceEqual(part.Custom.Where(IsEven));

    /// <summary>it names another total than the first part</summary>
    private static bool OtherTotal(Held held, Part part) => held.Parts > 0 && part.Total != held.Total;

    /// <summary>a differing total fails its part alone</summary>
    private static bool OneFails(Rules rules) => rules.Totals is Totals.FailPart;

    /// <summary>the sum would be above all bitcoins</summary>
    [Requirement("MPP-RCV-30")]
    private static bool IsTooLarge(Held held, Part part, Rules rules) => rules.Progress is Progress.Wire
        ? part.Wire.Msat > Msat.AllBitcoins - held.WireSum.Msat
        : part.Onion.Msat > Msat.AllBitcoins - held.Sum.Msat;

    /// <summary>the parts bring the total</summary>
    [Requirement("MPP-RCV-11", "MPP-RCV-12", "AMP-RCV-07")]
    private static bool Reaches(Held held, Rules rules) =>
        (rules.Progress is Progress.Wire ? held.WireSum.Msat : held.Sum.Msat) >= held.Total.Msat;

    /// <summary>fewer blocks are left to the first expiry than the margin</summary>
    [Requirement("MPP-RCV-18", "CHAIN-01")]
    private static bool IsTooLate(Held held, Now now, Rules rules) => held.Earliest.IsNearer(rules.CltvMargin, now.Height);

    /// <summary>the first part came as long ago as the timer lasts</summary>
    [Requirement("MPP-RCV-15")]
    private static bool IsOverdue(Held held, Now now, Rules rules) =>
        held.Parts > 0 && rules.TimerScope is TimerScope.Set && held.FirstAt.IsOver(rules.SetTimeoutMs, now.Clock);

    /// <summary>the owner decides</summary>
    private static bool Waits(Terms terms, Rules rules) => terms.Hold || rules.Settles is Settles.Asked || (!terms.Amp && terms.Preimage is null);

    /// <summary>the preimages of all parts can be shown</summary>
    [Requirement("AMP-RCV-08")]
    private static Opening? Opens(Held held, Terms terms) =>
        !terms.Amp ? Shared(terms.Preimage!.Value)
        : Reconstruction.Of(ChildDerivation.Lnd, held.Locks) is Derived<Reconstruction>.Ok(var whole) ? new Opening.Each(whole.Children.Select(child => child.Preimage).ToSeq())
        : null;

    private static bool IsEven(Wire.TlvRecord record) => record.Type % 2 == 0;

    private static Opening Shared(Preimage preimage) => new Opening.Shared(preimage);

    /// <summary>nothing changes</summary>
    private static Step Stay(HtlcSet set) => new(set, null, new Rest.Keep());

    /// <summary>the part alone fails; the set stays as it was, bit for bit</summary>
    [Requirement("MPP-RCV-22")]
    private static Step Refuse(HtlcSet set, Refusal why) => new(set, new Fate.Failed(why), new Rest.Keep());

    /// <summary>the part is held</summary>
    private static Step Hold(HtlcSet next) => new(next, new Fate.Held(), new Rest.Keep());

    /// <summary>the part is held and the owner is told that the set is complete</summary>
    private static Step Announce(Complete next) => new(next, new Fate.Held(), new Rest.Keep()) { Announces = true };

    /// <summary>the part alone is opened</summary>
    private static Step Open(HtlcSet set, Opening with) => new(set, new Fate.Settled(with), new Rest.Keep());

    /// <summary>every part is opened</summary>
    [Requirement("MPP-RCV-19")]
    private static Step OpenAll(Opening with, bool among = true) =>
        new(new Settled(), among ? new Fate.Settled(with) : null, new Rest.All(new Fate.Settled(with)));

    /// <summary>every part fails</summary>
    [Requirement("MPP-RCV-19", "AMP-RCV-12")]
    private static Step FailAll(Terms terms, Rules rules, Refusal why, Mismatch mismatch = Mismatch.FailSet, bool among = true) =>
        new(Ended(terms, rules), among ? new Fate.Failed(why) : null, new Rest.All(new Fate.Failed(why))) { CancelsInvoice = mismatch is Mismatch.CancelInvoice };

    /// <summary>the part alone fails, and the set goes on without it</summary>
    private static Step Lose(Collecting left, Terms terms, Rules rules, Refusal why) =>
        new(left.Held.Parts == 0 ? Ended(terms, rules) : left, new Fate.Failed(why), new Rest.Keep());

    // an MPP set that failed leaves no trace: its payer may begin again
    private static HtlcSet Ended(Terms terms, Rules rules) => terms.Amp && rules.SetIds is SetIds.Terminal ? new Dead() : Start;
}
