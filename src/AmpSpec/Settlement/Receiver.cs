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
    /// <summary>The ids of its rows.</summary>
    public static Seq<string> Rows { get; } = [.. Enumerable.Range(35, 48).Select(row => $"receiver/{row:00}")];

#pragma warning disable format // a table: one row a line, columns aligned
    /// <summary>The next step of a set.</summary>
    /// <param name="set">Where it stands.</param>
    /// <param name="on">What happens.</param>
    /// <param name="now">Clock and height.</param>
    /// <param name="terms">What the invoice asks.</param>
    /// <param name="rules">Where receivers differ.</param>
    public static Step Next(HtlcSet set, SetEvent on, Now now, Terms terms, Rules rules) => (set, on) switch
    {
        (Collecting or Complete, PartArrived { IsRejected: true })                                                                  => FailAll(terms, rules, new Refusal.OwnerCancelled()).By("receiver/35", "AMP-RCV-17"),
        (Settled,                PartArrived(var p, _))            when PaysAgain(p, terms, rules)                                  => Open(set, Shared(terms.Preimage!.Value)).By("receiver/36", "MPP-RCV-20"),
        (Settled or Dead,        PartArrived)                                                                                       => Refuse(set, new Refusal.SetIdDead()).By("receiver/37", "AMP-RCV-12", "INV-07"),
        (Collecting c,           PartArrived(var p, _))            when Repeats(c.Held, p, rules)                                   => Refuse(set, new Refusal.Repeated()).By("receiver/38", "AMP-RCV-14"),
        (Complete c,             PartArrived(var p, _))            when IsAdded(p, rules)                                           => Hold(new Complete(c.Held.With(p))).By("receiver/39", "MPP-RCV-21"),
        (Complete,               PartArrived)                      when IsSettledToo(now, terms, rules)                             => Open(set, Shared(terms.Preimage!.Value)).By("receiver/40", "MPP-RCV-20"),
        (Complete,               PartArrived)                                                                                       => Refuse(set, new Refusal.SetComplete()).By("receiver/41", "MPP-RCV-21", "MPP-RCV-22"),
        (Collecting c,           PartArrived(var p, _))            when OtherPurpose(c.Held, p, rules)                              => Refuse(set, new Refusal.WrongKind()).By("receiver/42", "PRIV-05"),
        (Collecting c,           PartArrived(var p, _))            when Intrudes(c.Held, p, rules)                                  => Refuse(set, new Refusal.MissingSecret()).By("receiver/43", "MPP-RCV-02"),
        (Collecting c,           PartArrived(var p, _))            when OtherMetadata(c.Held, p, terms, rules)                      => Refuse(set, new Refusal.MetadataDiffers()).By("receiver/44", "MPP-RCV-27", "MPP-RCV-22"),
        (Collecting c,           PartArrived(var p, _))            when OtherRecords(c.Held, p, rules)                              => Refuse(set, new Refusal.RecordsDiffer()).By("receiver/45", "MPP-RCV-26", "MPP-RCV-22"),
        (Collecting c,           PartArrived(var p, _))            when OtherTotal(c.Held, p) && OneFails(rules)                    => Refuse(set, new Refusal.TotalsDiffer(c.Held.Total, p)).By("receiver/46", "MPP-RCV-14"),
        (Collecting c,           PartArrived(var p, _))            when OtherTotal(c.Held, p)                                       => FailAll(terms, rules, new Refusal.TotalsDiffer(c.Held.Total, p)).By("receiver/47", "MPP-RCV-14", "AMP-RCV-06"),
        (Collecting c,           PartArrived)                      when IsFull(c.Held, rules)                                       => Refuse(set, new Refusal.TooMany()).By("receiver/48", "MPP-RCV-29"),
        (Collecting,             PartArrived { HasRoom: false })                                                                    => Refuse(set, new Refusal.TooMany()).By("receiver/49", "AMP-RCV-23"),
        (Collecting c,           PartArrived(var p, _))            when IsTooLarge(c.Held, p, rules)                                => Refuse(set, new Refusal.AmountTooLarge()).By("receiver/50", "MPP-WIRE-07", "MPP-RCV-30"),
        (Collecting c,           PartArrived(var p, _))            when !Reaches(c.Held.With(p), terms, rules)                      => Hold(new Collecting(c.Held.With(p))).By("receiver/51", "MPP-RCV-12", "MPP-RCV-13"),
        (Collecting c,           PartArrived(var p, _))            when HasTooMany(c.Held.With(p), rules)                           => FailAll(terms, rules, new Refusal.TooMany()).By("receiver/52", "MPP-RCV-29"),
        (Collecting c,           PartArrived(var p, _))            when IsTooLate(c.Held.With(p), now, rules)                       => FailAll(terms, rules, new Refusal.DeadlinePassed()).By("receiver/53", "MPP-RCV-18"),
        (Collecting c,           PartArrived(var p, _))            when Waits(terms, rules)                                         => Announce(new Complete(c.Held.With(p))).By("receiver/54", "MPP-RCV-12", "MPP-RCV-17"),
        (Collecting c,           PartArrived(var p, _))            when IsBlind(now, rules)                                         => Hold(new Complete(c.Held.With(p))).By("receiver/55", "CHAIN-07", "MPP-RCV-18"),
        (Collecting c,           PartArrived(var p, _))            when Opens(c.Held.With(p), terms) is { } opening                 => OpenAll(opening).By("receiver/56", "MPP-RCV-12", "MPP-RCV-19", "AMP-RCV-07", "AMP-RCV-10"),
        (Collecting,             PartArrived)                                                                                       => FailAll(terms, rules, new Refusal.SharesDoNotOpen(), cancels: rules.Mismatch is Mismatch.CancelInvoice).By("receiver/57", "AMP-RCV-08", "AMP-RCV-09"),

        (Collecting c,           TimePassed)                       when IsOverdue(c.Held, now, rules)                               => FailAll(terms, rules, new Refusal.TimedOut(), among: false).By("receiver/58", "MPP-RCV-15", "AMP-RCV-13", "KEYSEND-03"),
        (_,                      TimePassed)                                                                                        => Stay(set).By("receiver/59", "MPP-RCV-17"),
        (Collecting,             PartTimedOut(_, var left))                                                                         => Lose(new Collecting(left), terms, rules, new Refusal.TimedOut()).By("receiver/60", "MPP-RCV-15"),
        (_,                      PartTimedOut)                                                                                      => Stay(set).By("receiver/61", "MPP-RCV-17"),

        (Collecting c,           BlockPassed)                      when IsTooLate(c.Held, now, rules)                               => FailAll(terms, rules, new Refusal.DeadlinePassed(), among: false).By("receiver/62", "CHAIN-01"),
        (Complete c,             BlockPassed)                      when WaitsTooLong(c.Held, now, terms, rules)                     => FailAll(terms, rules, new Refusal.DeadlinePassed(), among: false, cancels: rules.Deadline is Deadline.CancelHeld).By("receiver/63", "CHAIN-01"),
        (_,                      BlockPassed)                                                                                       => Stay(set).By("receiver/64", "CHAIN-01"),
        (Collecting or Complete, PartTooLate(_, var left))                                                                          => Lose(new Collecting(left), terms, rules, new Refusal.DeadlinePassed()).By("receiver/65", "CHAIN-01"),
        (_,                      PartTooLate)                                                                                       => Stay(set).By("receiver/66", "CHAIN-01"),

        (Complete c,             TipCaughtUp)                      when !Waits(terms, rules) && Opens(c.Held, terms) is { } opening => OpenAll(opening, among: false).By("receiver/67", "CHAIN-07", "MPP-RCV-19"),
        (Complete,               TipCaughtUp)                      when !Waits(terms, rules)                                        => FailAll(terms, rules, new Refusal.SharesDoNotOpen(), among: false).By("receiver/68", "AMP-RCV-08"),
        (_,                      TipCaughtUp)                                                                                       => Stay(set).By("receiver/69", "CHAIN-07"),

        (Collecting,             InvoiceEnded)                                                                                      => FailAll(terms, rules, new Refusal.InvoiceExpired(), among: false).By("receiver/70", "INV-06"),
        (_,                      InvoiceEnded)                                                                                      => Stay(set).By("receiver/71", "INV-06"),
        (Collecting,             NodeStops)                                                                                         => FailAll(terms, rules, new Refusal.TimedOut(), among: false).By("receiver/72", "MPP-RCV-15"),
        (_,                      NodeStops)                                                                                         => Stay(set).By("receiver/73", "MPP-RCV-17"),

        (Collecting or Complete, PartLost)                                                                                          => FailAll(terms, rules, new Refusal.LostPart(), among: false).By("receiver/74", "MPP-RCV-19"),
        (Settled or Dead,        PartLost)                                                                                          => Stay(set).By("receiver/75", "MPP-RCV-25"),

        (Collecting,             OwnerSettles)                     when rules.EarlyClaim is EarlyClaim.Forgets                      => Forget().By("receiver/76", "MPP-RCV-13"),
        (Complete c,             OwnerSettles)                     when WaitsTooLong(c.Held, now, terms, rules)                     => FailAll(terms, rules, new Refusal.DeadlinePassed(), among: false).By("receiver/77", "MPP-RCV-18"),
        (Complete,               OwnerSettles)                     when IsBlind(now, rules)                                         => Stay(set).By("receiver/78", "CHAIN-07"),
        (Complete,               OwnerSettles(var preimage))                                                                        => OpenAll(Shared(preimage), among: false).By("receiver/79", "MPP-RCV-19"),
        (_,                      OwnerSettles)                                                                                      => Stay(set).By("receiver/80", "MPP-RCV-13"),
        (Collecting or Complete, OwnerCancels)                                                                                      => FailAll(terms, rules, new Refusal.OwnerCancelled(), among: false).By("receiver/81", "AMP-RCV-17"),
        (Settled or Dead,        OwnerCancels)                                                                                      => Stay(set).By("receiver/82", "MPP-RCV-31", "AMP-RCV-17"),
    };
#pragma warning restore format

    /// <summary>it has no secret and the invoice, which was paid, needs none</summary>
    [Requirement("MPP-RCV-20")]
    private static bool PaysAgain(Part part, Terms terms, Rules rules) =>
        part.Secretless && terms.Preimage is not null && rules.SecretOptional is SecretOptional.AloneForGood;

    /// <summary>it may join a set that waits for its owner</summary>
    private static bool IsAdded(Part part, Rules rules) =>
        rules.ExtraPart is ExtraPart.Added || (part.Secretless && rules.SecretOptional is SecretOptional.AloneForGood);

    /// <summary>this receiver settles whatever comes to a complete set, and can</summary>
    private static bool IsSettledToo(Now now, Terms terms, Rules rules) =>
        rules.ExtraPart is ExtraPart.Settled && terms.Preimage is not null && !IsBlind(now, rules);

    /// <summary>either the part or the set is keysend, and the other is not</summary>
    private static bool OtherPurpose(Held held, Part part, Rules rules) =>
        rules.KeysendToInvoice is KeysendToInvoice.Apart && held.Parts > 0 && part.Keysend != held.Keysend;

    /// <summary>it has no secret, and other parts are held</summary>
    [Requirement("MPP-RCV-02")]
    private static bool Intrudes(Held held, Part part, Rules rules) =>
        rules.SecretOptional is not SecretOptional.Never && held.Parts > 0 && part.Secretless;

    /// <summary>the set holds as many parts as it may</summary>
    [Requirement("MPP-RCV-29")]
    private static bool IsFull(Held held, Rules rules) => rules.PartLimit is PartLimit.FailPart && held.Parts >= rules.MaxParts;

    /// <summary>the set holds more parts than it may</summary>
    [Requirement("MPP-RCV-29")]
    private static bool HasTooMany(Held held, Rules rules) => rules.PartLimit is PartLimit.FailSet && held.Parts > rules.MaxParts;

    /// <summary>a part of the set has its hash, or its share and index</summary>
    [Requirement("AMP-RCV-14")]
    private static bool Repeats(Held held, Part part, Rules rules) => rules.Shares is Shares.Checked && part.Lock is { } seen
        && held.Locks.Any(other => other.Hash == seen.Hash || (other.Share == seen.Share && other.Index == seen.Index));

    /// <summary>its metadata is not that of the invoice or, where the invoice has none, that of the first part</summary>
    [Requirement("MPP-RCV-27")]
    private static bool OtherMetadata(Held held, Part part, Terms terms, Rules rules) => rules.Metadata is Metadata.Compared
        && ((terms.PaymentMetadata is { } asked && part.PaymentMetadata != asked) || (held.Parts > 0 && part.PaymentMetadata != held.PaymentMetadata));

    /// <summary>its even custom records are not those of the first part</summary>
    [Requirement("MPP-RCV-26")]
    private static bool OtherRecords(Held held, Part part, Rules rules) => rules.CustomRecords is CustomRecords.Compared && held.Parts > 0
        && !held.Custom.Where(IsEven).SequenceEqual(part.Custom.Where(IsEven));

    /// <summary>it names another total than the first part</summary>
    private static bool OtherTotal(Held held, Part part) => held.HasBegun && part.Total != held.Total;

    /// <summary>a differing total fails that part alone</summary>
    private static bool OneFails(Rules rules) => rules.Totals is Totals.FailPart;

    /// <summary>the sum would be above all bitcoins</summary>
    [Requirement("MPP-RCV-30")]
    private static bool IsTooLarge(Held held, Part part, Rules rules) => rules.Progress is Progress.Wire
        ? part.Wire.Msat > Msat.AllBitcoins - held.WireSum.Msat
        : part.Onion.Msat > Msat.AllBitcoins - held.Sum.Msat;

    /// <summary>the parts bring the total</summary>
    [Requirement("MPP-RCV-11", "MPP-RCV-12", "MPP-RCV-28", "AMP-RCV-07", "AMP-RCV-21")]
    private static bool Reaches(Held held, Terms terms, Rules rules) =>
        (rules.Progress is Progress.Wire ? held.WireSum.Msat : held.Sum.Msat) >= Msat.Less(held.Total.Msat, terms.PathFees);

    /// <summary>fewer blocks are left to the first expiry than the margin</summary>
    [Requirement("MPP-RCV-18", "CHAIN-01")]
    private static bool IsTooLate(Held held, Now now, Rules rules) =>
        rules.Deadline is Deadline.FailSet or Deadline.FailSetAsTimeout or Deadline.FailUnlessHeld && held.Earliest.IsNearer(rules.DeadlineMargin, now.Height);

    /// <summary>no block has come for so long that nothing may be released</summary>
    [Requirement("CHAIN-07", "MPP-RCV-18")]
    private static bool IsBlind(Now now, Rules rules) => now.TipIsStale && rules.StaleTip is StaleTip.Waits;

    /// <summary>fewer blocks are left to the first expiry than the margin, and its owner may not wait any longer</summary>
    [Requirement("CHAIN-01")]
    private static bool WaitsTooLong(Held held, Now now, Terms terms, Rules rules) =>
        !(rules.Deadline is Deadline.FailUnlessHeld && terms.Hold) && (IsTooLate(held, now, rules)
            || (rules.Deadline is Deadline.CancelHeld && held.Earliest.IsNearer(rules.DeadlineMargin, now.Height)));

    /// <summary>the first part came as long ago as the timer lasts</summary>
    [Requirement("MPP-RCV-15")]
    private static bool IsOverdue(Held held, Now now, Rules rules) =>
        held.HasBegun && rules.TimerScope is TimerScope.Set && SetTimer.DueAt(held.FirstAt, rules).HasCome(now.Clock);

    /// <summary>its owner has the word</summary>
    private static bool Waits(Terms terms, Rules rules) => terms.Hold || rules.Settles is Settles.Asked || (!terms.Amp && terms.Preimage is null);

    /// <summary>the preimages of all parts are known; those of AMP parts, from their shares</summary>
    [Requirement("AMP-RCV-08", "AMP-RCV-21")]
    private static Opening? Opens(Held held, Terms terms) =>
        !terms.Amp ? Shared(terms.Preimage!.Value)
        : Reconstruction.Of(ChildDerivation.Lnd, held.Locks) is Derived<Reconstruction>.Ok(var whole) ? new Opening.Each(whole.Children.Select(child => child.Preimage).ToSeq())
        : null;

    private static bool IsEven(Wire.TlvRecord record) => record.Type % 2 == 0;

    private static Opening Shared(Preimage preimage) => new Opening.Shared(preimage);

    /// <summary>nothing changes</summary>
    private static Step Stay(HtlcSet set) => new(set, null, new Rest.Keep());

    /// <summary>this part alone fails</summary>
    /// <remarks>The set stays as it was, bit for bit.</remarks>
    [Requirement("MPP-RCV-22")]
    private static Step Refuse(HtlcSet set, Refusal why) => new(set, new Fate.Failed(why), new Rest.Keep());

    /// <summary>the set is given up, and its parts hear nothing</summary>
    private static Step Forget() => new(Start, null, new Rest.Keep());

    /// <summary>this part is held</summary>
    private static Step Hold(HtlcSet next) => new(next, new Fate.Held(), new Rest.Keep());

    /// <summary>this part is held, and the owner is told that the set is complete</summary>
    private static Step Announce(Complete next) => new(next, new Fate.Held(), new Rest.Keep()) { Announces = true };

    /// <summary>this part alone is settled</summary>
    private static Step Open(HtlcSet set, Opening with) => new(set, new Fate.Settled(with), new Rest.Keep());

    /// <summary>every part is settled</summary>
    [Requirement("MPP-RCV-19", "MPP-RCV-25")]
    private static Step OpenAll(Opening with, bool among = true) =>
        new(new Settled(), among ? new Fate.Settled(with) : null, new Rest.All(new Fate.Settled(with)));

    /// <summary>every part fails</summary>
    [Requirement("MPP-RCV-19", "AMP-RCV-12")]
    private static Step FailAll(Terms terms, Rules rules, Refusal why, bool among = true, bool cancels = false) =>
        new(Ended(terms, rules), among ? new Fate.Failed(why) : null, new Rest.All(new Fate.Failed(why))) { CancelsInvoice = cancels };

    /// <summary>this part alone fails, and the set goes on without it</summary>
    private static Step Lose(Collecting left, Terms terms, Rules rules, Refusal why) =>
        new(!left.Held.HasBegun ? Ended(terms, rules) : left, new Fate.Failed(why), new Rest.Keep());

    // an MPP set that failed leaves no trace: its payer may begin again
    private static HtlcSet Ended(Terms terms, Rules rules) => terms.Amp && rules.SetIds is SetIds.Terminal ? new Dead() : Start;
}
