using System.Text.Json.Nodes;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Publishing;

/// <summary><c>ampspec vectors diff A B</c>: what became of each id from one version of the suite to another.</summary>
/// <param name="Added">New ids: a minor version.</param>
/// <param name="Removed">Ids that are gone: a major version.</param>
/// <param name="ChangedExpectation">The answer or the result is another: a major version, or the correction of a wrong vector.</param>
/// <param name="ChangedInput">The question is another under the same id, which must not be.</param>
/// <param name="ChangedMetadata">Flags, requirements, control, trace, source, place: a patch.</param>
public sealed record SuiteDiff(
    IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> ChangedExpectation, IReadOnlyList<string> ChangedInput, IReadOnlyList<string> ChangedMetadata)
{
    /// <summary>Whether nothing has changed.</summary>
    public bool IsEmpty => this is { Added: [], Removed: [], ChangedExpectation: [], ChangedInput: [], ChangedMetadata: [] };

    /// <summary>From <paramref name="before"/> to <paramref name="after"/>. An id stands in the first list only that fits.</summary>
    public static SuiteDiff Between(Suite before, Suite after)
    {
        var (old, @new) = (ById(before), ById(after));
        var both = old.Keys.Where(@new.ContainsKey).Order(StringComparer.Ordinal).ToLookup(id => Kind(old[id], @new[id]));
        return new(
            [.. @new.Keys.Except(old.Keys).Order(StringComparer.Ordinal)],
            [.. old.Keys.Except(@new.Keys).Order(StringComparer.Ordinal)],
            [.. both[Change.Expectation]], [.. both[Change.Input]], [.. both[Change.Metadata]]);
    }

    private enum Change
    {
        None,
        Input,
        Expectation,
        Metadata,
    }

    private static Change Kind(Placed old, Placed @new) =>
        old.Case.Op != @new.Case.Op || !JsonNode.DeepEquals(old.Case.Request, @new.Case.Request) ? Change.Input
        : old.Case.Result != @new.Case.Result || !JsonNode.DeepEquals(old.Case.Expect, @new.Case.Expect) ? Change.Expectation
        : old.Where != @new.Where || !JsonNode.DeepEquals(old.Case.Json, @new.Case.Json) || !old.Case.Requirements.SequenceEqual(@new.Case.Requirements) ? Change.Metadata
        : Change.None;

    private static Dictionary<string, Placed> ById(Suite suite) => suite.Files
        .SelectMany(f => f.Groups.SelectMany(g => g.Cases.Select(c => new Placed(c, $"{f.File} {g.Name} {g.Roundtrip}"))))
        .ToDictionary(p => p.Case.Id);

    private sealed record Placed(Case Case, string Where);
}
