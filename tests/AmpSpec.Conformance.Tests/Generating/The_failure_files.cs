using System.Text.Json.Nodes;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Modelling;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Conformance.Tests.Generating;

[Requirement("MPP-WIRE-08")]
public sealed class The_failure_files
{
    private static readonly VectorFile[] Files = [.. OwnSuite.Files().Where(file => file.Op.StartsWith("failure.", StringComparison.Ordinal))];
    private static readonly Case[] Cases = [.. Files.SelectMany(file => file.Cases)];

    [Fact]
    public void have_every_code_whole_and_cut_where_it_has_data()
    {
        var read = Cases.Where(c => c.Op == "failure.decode" && c.Result is Result.Valid).Select(c => c.Expect["code"]!.GetValue<string>()).ToHashSet();
        var cut = Cases.Where(c => c.Op == "failure.decode" && c.Result is Result.Invalid).Select(c => c.Control!).ToHashSet();

        Assert.All(FailureCode.All, row => Assert.Contains(row.Name, read));
        Assert.All(
            FailureCode.All.Where(row => row.Fields.Count > 0),
            row => Assert.Contains($"failure.decode/{row.Name.Replace('_', '-')}-whole", cut));
    }

    [Fact]
    public void ask_each_request_once_and_have_a_valid_control_for_each_refusal()
    {
        var valid = Cases.Where(c => c.Result is Result.Valid).Select(c => c.Id).ToHashSet();

        Assert.Empty(Cases.GroupBy(c => $"{c.Op} {CanonicalJson.Line(c.Request)}").Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(Cases.Where(c => c.Result is Result.Invalid), c => Assert.Contains(c.Control!, valid));
        Assert.True(Cases.Length >= 150, $"{Cases.Length} cases");
    }

    [Fact]
    public void run_backwards_where_they_say_so()
    {
        var group = Files.SelectMany(file => file.Groups).Where(g => g.Roundtrip is not null).ToArray();

        Assert.NotEmpty(group);
        Assert.All(group.SelectMany(g => g.Cases.Select(c => (g.Roundtrip, Case: c))), pair =>
            Assert.True(JsonNode.DeepEquals(
                pair.Case.Request,
                Catalogue.Find(pair.Roundtrip!)!.Ask(pair.Case.Expect, PolicySet.Ours).AsExpectation())));
    }

    [Theory]
    [InlineData("""{"code": "no_such_failure"}""")]
    [InlineData("""{"code": "0x400f", "data": ""}""")]
    [InlineData("""{"code": "0x40FF"}""")]
    [InlineData("""{"code": "0x4099", "flags": ["NODE"]}""")]
    [InlineData("""{"code": "0x4099", "height": 1}""")]
    [InlineData("""{"code": "mpp_timeout", "height": 1}""")]
    [InlineData("""{"code": "mpp_timeout", "data": ""}""")]
    [InlineData("""{"code": "mpp_timeout", "extra": "0100"}""")]
    [InlineData("""{"code": "mpp_timeout", "extra": "ff", "tlvs": [{"type": "1", "value": ""}]}""")]
    [InlineData("""{"code": "incorrect_or_unknown_payment_details", "htlc_msat": "100"}""")]
    [InlineData("""{"code": "final_incorrect_cltv_expiry", "cltv_expiry": 4294967296}""")]
    public void take_only_what_the_code_calls_for(string request)
    {
        var answer = FailureEncode(request);

        Assert.Equal((Phase.Input, Operation.Malformed), answer is Answer.Refuse refuse ? (refuse.Phase, refuse.Class) : default);
    }

    private static Answer FailureEncode(string request) => Catalogue.Find("failure.encode")!.Ask(JsonNode.Parse(request)!.AsObject(), PolicySet.Ours);
}
