using AmpSpec.Conformance.External;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.External;

public sealed class An_entry_of_a_source
{
    private static readonly string[] Later = ["bolt11.", "onion.", "session."];

    private static readonly IReadOnlyList<Element> Entries = [.. SourceDocument.All(Project.Root).SelectMany(document => document.Entries)];

    private static readonly IReadOnlyList<Unjudged> Unjudged = ExternalSuite.Unjudged(Project.Root);

    private static readonly HashSet<string> Judged = [.. Project.Cases.Select(c => c.Json["source"]!.GetValue<string>())];

    private static readonly HashSet<string> Counted = [.. Unjudged.Select(row => $"{row.Source}.json#{row.Pointer}")];

    [Fact]
    public void is_judged_or_counted_and_never_both() =>
        Assert.Empty(Entries.Where(entry => Under(Judged, entry) == Under(Counted, entry)).Select(entry => entry.Citation));

    [Fact]
    public void is_what_a_case_or_a_row_points_at() =>
        Assert.All(Judged.Concat(Counted), place => Assert.Contains(Entries, entry => Is(place, entry)));

    [Fact]
    public void is_counted_once() => Assert.Equal(Counted.Count, Unjudged.Count);

    [Fact]
    public void waits_only_for_an_operation_to_come_or_is_among_the_few()
    {
        var others = Unjudged.Count(row => !Later.Any(op => row.Op?.StartsWith(op, StringComparison.Ordinal) ?? false));
        Assert.True(20 * others < Entries.Count, $"{others} of {Entries.Count}");
    }

    [Fact]
    public void stands_in_the_list_on_disk_where_no_case_asks_it() =>
        Assert.Equal(CanonicalJson.Format(ExternalSuite.UnjudgedJson(Project.Root)), File.ReadAllText(Path.Combine(Project.External, "unjudged.json")));

    private static bool Under(HashSet<string> places, Element entry) => places.Any(place => Is(place, entry));

    private static bool Is(string place, Element entry) =>
        place == entry.Citation || place.StartsWith($"{entry.Citation}/", StringComparison.Ordinal);
}
