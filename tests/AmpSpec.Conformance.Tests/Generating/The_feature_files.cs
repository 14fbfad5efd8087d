using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Modelling;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Conformance.Tests.Generating;

[Requirement("INV-02", "INV-08")]
public sealed class The_feature_files
{
    private static readonly Case[] Cases = [.. OwnSuite.Files().Where(file => file.Op.StartsWith("features.", StringComparison.Ordinal)).SelectMany(file => file.Cases)];

    [Fact]
    public void name_each_dependency_where_it_is_missing()
    {
        var missing = Cases.Where(c => c.Op == "features.validate" && c.Result is Result.Invalid)
            .Select(c => (Bits: CanonicalJson.Line(c.Request["bits"]), At: CanonicalJson.Line(c.Expect["error"]!["at"])))
            .ToHashSet();

        foreach (var feature in Feature.All)
        {
            foreach (var dependency in feature.Dependencies())
            {
                var others = Features.None.With(feature.Even).Bits.Where(bit => bit != dependency.Even);

                Assert.Contains(($"[{string.Join(",", others)}]", $"[{dependency.Even}]"), missing);
            }
        }
    }

    [Fact]
    public void ask_each_request_once_and_have_a_valid_control_for_each_refusal()
    {
        var valid = Cases.Where(c => c.Result is Result.Valid).Select(c => c.Id).ToHashSet();

        Assert.Empty(Cases.GroupBy(c => $"{c.Op} {CanonicalJson.Line(c.Request)}").Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(Cases.Where(c => c.Result is Result.Invalid), c => Assert.Contains(c.Control!, valid));
        Assert.True(Cases.Length >= 300, $"{Cases.Length} cases");
    }

    [Theory]
    [InlineData("""{"bits": [524280]}""", "features.encode")]
    [InlineData("""{"bits": [-1]}""", "features.encode")]
    [InlineData("""{"bits": [8], "context": "X"}""", "features.validate")]
    [InlineData("""{"hex": "4"}""", "features.decode")]
    public void stay_within_what_the_operations_take(string request, string op)
    {
        var answer = Catalogue.Find(op)!.Ask(System.Text.Json.Nodes.JsonNode.Parse(request)!.AsObject(), PolicySet.Ours);

        Assert.Equal((Phase.Input, Operation.Malformed), answer is Answer.Refuse refuse ? (refuse.Phase, refuse.Class) : default);
    }
}
