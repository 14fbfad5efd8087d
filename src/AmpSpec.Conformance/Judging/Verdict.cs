using System.Text.Json.Nodes;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Judging;

/// <summary>What became of one case.</summary>
public abstract record Verdict(Case Case)
{
    /// <summary>Everything expected was answered.</summary>
    public sealed record Passed(Case Case) : Verdict(Case);

    /// <summary>Something else was answered, and may be: under a profile, or because the record is known to be wrong.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Why">The profile, or why the record is wrong.</param>
    /// <param name="Known">Whether it is a record that is known to be wrong.</param>
    /// <param name="Difference">One line: where, expected, actual.</param>
    public sealed record Differs(Case Case, string Why, bool Known, string Difference) : Verdict(Case)
    {
        /// <summary>The policies that decide it, where any does so alone.</summary>
        public IReadOnlyList<string> Decided { get; init; } = [];
    }

    /// <summary>None of the answers that the case allows is the profile's.</summary>
    public sealed record NotApplicable(Case Case, string Why) : Verdict(Case);

    /// <summary>Something else was answered.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Under">The policy under which it was asked, or null.</param>
    /// <param name="Difference">One line: where, expected, actual.</param>
    /// <param name="Expected">What should have come.</param>
    /// <param name="Actual">What came.</param>
    public sealed record Failed(Case Case, string? Under, string Difference, JsonNode? Expected, JsonNode? Actual) : Verdict(Case);
}
