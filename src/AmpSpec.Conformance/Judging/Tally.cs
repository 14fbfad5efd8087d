using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Judging;

/// <summary>What was judged, in numbers that name their denominator.</summary>
/// <param name="Areas">By area: the part of the operation before its last dot.</param>
/// <param name="Distinct">Cases that differ by operation and input; only these count as cases.</param>
/// <param name="Repeats">Cases that ask what another has asked already.</param>
/// <param name="External">Distinct cases whose values come from somebody else.</param>
/// <param name="Failed">Every verdict that failed, those on repeats included.</param>
public sealed record Tally(IReadOnlyList<AreaTally> Areas, int Distinct, int Repeats, int External, IReadOnlyList<Verdict.Failed> Failed)
{
    /// <summary>Verdicts that differ from what was expected, and may.</summary>
    public IReadOnlyList<Verdict.Differs> Differing { get; private init; } = [];

    /// <summary>Verdicts on what the profile has no answer to.</summary>
    public IReadOnlyList<Verdict.NotApplicable> NotApplicable { get; private init; } = [];

    /// <summary>Counts verdicts over a suite.</summary>
    public static Tally Of(Suite suite, IReadOnlyList<Verdict> verdicts)
    {
        var external = suite.All.Where(f => f.IsExternal).SelectMany(f => f.Cases).Select(c => c.Id).ToHashSet();
        var seen = new Dictionary<string, bool>();
        var failed = new HashSet<string>();
        var areas = new Dictionary<string, AreaTally>();
        foreach (var verdict in verdicts)
        {
            var key = $"{verdict.Case.Op} {CanonicalJson.Line(verdict.Case.Request)}";
            var isExternal = external.Contains(verdict.Case.Id);
            var isNew = seen.TryAdd(key, isExternal);
            var firstExternal = isExternal && (isNew || !seen[key]);
            seen[key] |= isExternal;
            var area = verdict.Case.Op[..verdict.Case.Op.LastIndexOf('.')];
            var tally = areas.GetValueOrDefault(area) ?? new(area, 0, 0, 0, 0);
            areas[area] = tally with
            {
                Distinct = tally.Distinct + (isNew ? 1 : 0),
                External = tally.External + (firstExternal ? 1 : 0),
                Repeats = tally.Repeats + (isNew ? 0 : 1),
                Failed = tally.Failed + (verdict is Verdict.Failed && failed.Add(key) ? 1 : 0),
            };
        }

        var all = areas.Values.OrderBy(a => a.Area, StringComparer.Ordinal).ToArray();
        return new(all, all.Sum(a => a.Distinct), all.Sum(a => a.Repeats), all.Sum(a => a.External), [.. verdicts.OfType<Verdict.Failed>()])
        {
            Differing = [.. verdicts.OfType<Verdict.Differs>()],
            NotApplicable = [.. verdicts.OfType<Verdict.NotApplicable>()],
        };
    }
}

/// <summary>The numbers of one area; a distinct case has failed when any verdict on it has.</summary>
public sealed record AreaTally(string Area, int Distinct, int External, int Repeats, int Failed);
