using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using static AmpSpec.Settlement.Counted.CountedEvent;
using static AmpSpec.Settlement.Counted.CountedSet;

namespace AmpSpec.Settlement.Counted;

/// <summary>The table of the receiver that counts. The first row that matches wins.</summary>
/// <source>lightning-dev 2018-February 000993, 000999, 001001</source>
public static class CountedReceiver
{
#pragma warning disable format // a table: one row a line, columns aligned
    /// <summary>The next step of a set.</summary>
    /// <param name="set">Where it stands.</param>
    /// <param name="on">What happens.</param>
    /// <param name="rules">What the payee fixes.</param>
    public static CountedStep Next(CountedSet set, CountedEvent on, CountedRules rules) => (set, on) switch
    {
        (Settled or Aborted, PartArrived)                                                  => Refuse(set, new Refusal.SetIdDead()).By("counted/01", "OG18-02"),
        (Collecting c,       PartArrived(var p)) when NamesAnother(c, p)                   => Abort(new Refusal.CountsDiffer()).By("counted/02", "OG18-01"),
        (Collecting c,       PartArrived(var p)) when IsTooMany(c.With(p), rules)          => Abort(new Refusal.TooMany()).By("counted/03", "OG18-05"),
        (Collecting c,       PartArrived(var p)) when IsBeyond(c.With(p))                  => Abort(new Refusal.CountsDiffer()).By("counted/04", "OG18-02"),
        (Collecting c,       PartArrived(var p)) when !IsWhole(c.With(p))                  => Hold(c.With(p)).By("counted/05", "OG18-02", "OG18-03"),
        (Collecting c,       PartArrived(var p)) when Opens(c.With(p), rules) is { } opens => Settle(opens).By("counted/06", "OG18-02", "OG18-03", "OG18-04"),
        (Collecting,         PartArrived)                                                  => Abort(new Refusal.SharesDoNotOpen()).By("counted/07", "OG18-02", "OG18-04"),
        (Collecting,         GivenUp)                                                      => Abort(new Refusal.TimedOut(), among: false).By("counted/08", "OG18-02"),
        (Settled or Aborted, GivenUp)                                                      => Stay(set).By("counted/09", "OG18-02"),
    };
#pragma warning restore format

    /// <summary>it names a count, and the set has another</summary>
    [Requirement("OG18-01", "OG18-03")]
    private static bool NamesAnother(Collecting set, CountedPart part) => set.Count != 0 && part.Count != 0 && part.Count != set.Count;

    /// <summary>the count, or as many as there are already, is above the bound</summary>
    [Requirement("OG18-05")]
    private static bool IsTooMany(Collecting set, CountedRules rules) =>
        Math.Max(set.Count, (ulong)set.Parts.Count) > Math.Min(rules.MaxCount, rules.Derivation.MaxIndex);

    /// <summary>more parts are there than the count says</summary>
    [Requirement("OG18-02")]
    private static bool IsBeyond(Collecting set) => set.Count != 0 && set.Parts.Count > set.Count;

    /// <summary>as many parts are there as the count says</summary>
    [Requirement("OG18-02")]
    private static bool IsWhole(Collecting set) => set.Parts.Count == set.Count;

    /// <summary>every hash is that of another index, and the set id is the fingerprint of the shares where all parts named their count</summary>
    /// <remarks>A part does not say its index: whoever has the base preimage finds it by the hash, whatever came first.</remarks>
    [Requirement("OG18-02", "OG18-03", "OG18-04")]
    private static Opening? Opens(Collecting set, CountedRules rules)
    {
        var root = XorSharing.Root(set.Parts.Select(part => part.Share));
        var children = Enumerable.Range(1, set.Parts.Count).Select(index => ChildPreimage.Of(rules.Derivation, root, default, new ChildIndex((uint)index))).ToList();
        var byIndex = children.Select(child => set.Parts.FirstOrDefault(part => part.Hash == child.Hash)).OfType<CountedPart>().ToSeq();
        return byIndex.Count == set.Parts.Count && HasItsId(set, byIndex)
            ? new Opening.Each(set.Parts.Select(part => children.First(child => child.Hash == part.Hash).Preimage).ToSeq())
            : null;
    }

    // the payer of the adaptive form does not know all shares at the start: it draws an id
    [Requirement("OG18-04")]
    private static bool HasItsId(Collecting set, Seq<CountedPart> byIndex) =>
        set.Parts.Any(part => part.Count == 0) || set.Parts.All(part => part.SetId == CountedPart.Fingerprint(byIndex.Select(each => each.Share).ToSeq()));

    /// <summary>nothing changes</summary>
    private static CountedStep Stay(CountedSet set) => new(set, null, new Rest.Keep());

    /// <summary>this part alone fails</summary>
    private static CountedStep Refuse(CountedSet set, Refusal why) => new(set, new Fate.Failed(why), new Rest.Keep());

    /// <summary>this part is held</summary>
    private static CountedStep Hold(Collecting next) => new(next, new Fate.Held(), new Rest.Keep());

    /// <summary>every part is settled</summary>
    private static CountedStep Settle(Opening with) => new(new Settled(), new Fate.Settled(with), new Rest.All(new Fate.Settled(with)));

    /// <summary>every part fails</summary>
    private static CountedStep Abort(Refusal why, bool among = true) =>
        new(new Aborted(), among ? new Fate.Failed(why) : null, new Rest.All(new Fate.Failed(why)));
}
