using System.Text.RegularExpressions;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Tests.External;
using Xunit;

namespace AmpSpec.Conformance.Tests.Generating;

public sealed class The_incidents
{
    private static readonly string[] Ids =
        [.. OwnSuite.Files().Single(file => file.File == "settlement/incidents").Cases.Select(@case => @case.Id.Split('/')[1]).Select(slug => $"C-{slug[2..4]}")];

    [Fact]
    public void are_all_played_or_have_a_reason_why_not()
    {
        var all = Enumerable.Range(1, 80).Select(n => $"C-{n:00}").ToArray();
        Assert.Equal(all, Ids.Union(SettlementIncidents.Unplayed.Keys).Order());
        Assert.Empty(Ids.Intersect(SettlementIncidents.Unplayed.Keys));
    }

    [Fact]
    public void are_named_in_the_chapter_as_they_are_played()
    {
        string[] played = [.. OwnSuite.Files().Single(file => file.File == "settlement/incidents").Cases.Select(@case => @case.Id.Split('/')[1])];
        var text = File.ReadAllText(Path.Combine(Project.Root, "spec", "31-incidents.md"));
        Assert.Equal(played.Order(StringComparer.Ordinal), Regex.Matches(text, "`(c-[0-9]{2}-[a-z0-9-]+)`").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Contains($"{Ids.Distinct().Count()} of them a session", text, StringComparison.Ordinal);
    }

    [Fact]
    public void are_played_where_a_receiver_can_show_them() => Assert.True(Ids.Distinct().Count() >= 45);
}
