using AmpSpec.Modelling;
using AmpSpec.Primitives;
using static AmpSpec.Settlement.Exploring.Breaches;

namespace AmpSpec.Settlement.Exploring;

/// <summary>What an observer makes of a step. It reads what was done, never why.</summary>
internal static class SetsWatch
{
    /// <summary>The set after a step.</summary>
    /// <param name="before">The set before.</param>
    /// <param name="on">What happened.</param>
    /// <param name="step">What the table said.</param>
    /// <param name="one">The part that the event is about and that has to be told; null where there is none.</param>
    /// <param name="others">The parts that were held beside it.</param>
    /// <param name="now">Clock and height.</param>
    /// <param name="terms">What the invoice asks.</param>
    /// <param name="rules">Where receivers differ.</param>
    /// <param name="wasHeld">Whether that part was held before.</param>
    public static Watched After(Watched before, SetEvent on, Step step, Part? one, Seq<Part> others, Now now, Terms terms, Rules rules, bool wasHeld)
    {
        var all = step.Rest is Rest.All(var fate) ? fate : null;
        var held = one is not null && step is { One: Fate.Held } ? others.Add(one) : others;
        var opened = Opened(step, all, one, others);
        var failed = (all is Fate.Failed && others.Count > 0) || (wasHeld && step.One is Fate.Failed);
        var (released, lost) = (before.Released || opened.Count > 0, before.Failed || failed);
        var breach = before.Breach
            | When(Breach.Split, released && lost)
            | When(Breach.Short, all is Fate.Settled && IsShort(opened, terms))
            | When(Breach.Misopened, !Fits(step, all, one, others))
            | When(Breach.Late, all is Fate.Settled && (now.TipIsStale || opened.Any(part => part.Expiry.IsNearer(rules.DeadlineMargin, now.Height))))
            | When(Breach.Impure, on is SetEvent.PartArrived && step is { One: Fate.Failed, Rest: Rest.Keep } && step.Next != before.Set)
            | When(Breach.Revived, before.Set is HtlcSet.Settled or HtlcSet.Dead && step.Next != before.Set);
        var begins = step.Next == HtlcSet.Start;
        return new(step.Next, all is null && step.Next is HtlcSet.Collecting or HtlcSet.Complete && !begins ? held : [], !begins && released, !begins && lost, breach);
    }

    private static Seq<Part> Opened(Step step, Fate? all, Part? one, Seq<Part> others)
    {
        var rest = all is Fate.Settled ? others : [];
        return one is not null && step.One is Fate.Settled && all is Fate.Settled ? rest.Add(one) : rest;
    }

    private static bool IsShort(Seq<Part> opened, Terms terms) =>
        opened.Aggregate(default(OnionAmount), (sum, part) => sum + part.Onion).Msat < Msat.Max(terms.Amount ?? default, opened.Aggregate(default(Msat), (most, part) => Msat.Max(most, part.Total.Msat)));

    private static bool Fits(Step step, Fate? all, Part? one, Seq<Part> others)
    {
        var parts = one is null ? others : others.Add(one);
        return ((all as Fate.Settled)?.With ?? (step.One as Fate.Settled)?.With) switch
        {
            Opening.Shared(var preimage) => (all is null ? [one!] : parts).All(part => part.Hash == preimage.Hash()),
            Opening.Each(var preimages) => preimages.Count == parts.Count && parts.Zip(preimages).All(pair => pair.First.Hash == pair.Second.Hash()),
            null => true,
        };
    }
}
