using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Scenarios;
using AmpSpec.Conformance.Tests.Cli;
using AmpSpec.Conformance.Tests.Vectors;
using AmpSpec.Conformance.Vectors;
using Xunit;
using static AmpSpec.Conformance.Tests.Scenarios.Told;

namespace AmpSpec.Conformance.Tests.Scenarios;

/// <summary>Where a scenario is silent, the profile of its implementation says what holds.</summary>
public sealed class A_scenario_that_sets_little : IDisposable
{
    private readonly SuiteFolder _folder = new(empty: true);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lnd", true, 1081)]
    [InlineData("ldk", false, 1060)]
    [InlineData("ampspec", true, 1082)]
    public void keeps_the_margin_of_the_profile_for_what_is_held(string implementation, bool hold, int last)
    {
        var held = implementation == "ldk" ? "claimable" : "accepted";
        Holds(File(implementation, Mpp(hold), "", Part("p1", 1000, held), Block(last), Block(last + 1, failing: "p1")));
        Assert.IsType<Verdict.Failed>(Judge.One(Case(File(implementation, Mpp(hold), "", Part("p1", 1000, held), Block(1099)))));
    }

    [Fact]
    public void has_no_margin_for_what_is_held_where_it_sets_that_of_what_arrives_alone()
    {
        var file = File("lnd", Mpp(hold: true), "", Part("p1", 1000, "accepted"), Block(1099), Block(1100, failing: "p1"));
        file["scenarios"]![0]!["config"]!["min_final_cltv_delta"] = 4;
        Holds(file);
    }

    [Fact]
    public void may_cancel_an_invoice_that_has_no_secret() => Holds(File(
        "lnd", """ "kind": "legacy", "payment_secret": null, "hold": true """, """ "invoice_state": "canceled" """,
        Part("p1", 1000, "accepted").Replace($"\"{Secret}\"", "null", StringComparison.Ordinal).Replace("\"total_msat\": 1000", "\"total_msat\": null", StringComparison.Ordinal),
        $$"""{ "do": "cancel_invoice", "invoice": "I", "expect": [{{Fails("p1")}}] }"""));

    [Theory]
    [InlineData("lnd", "133", "settled", null)]
    [InlineData("ampspec", "133", "settled", null)]
    [InlineData("ampspec", "134", "failed", "4016")]
    [InlineData("cln", "16", "failed", "4016")]
    [InlineData("lnd", "16", "settled", null)]
    public void may_write_out_any_record(string implementation, string type, string state, string? code)
    {
        var part = Part("p1", 1000, state, $$""", "custom_records": { "{{type}}": "00" }""");
        Holds(File(implementation, Mpp(), "", code is null ? part : part.Replace($$"""{ "part": "p1", "state": "failed" }""", Fails("p1", code), StringComparison.Ordinal)));
    }

    [Fact]
    public void fails_by_the_rows_alone_that_did_something()
    {
        var parts = Enumerable.Range(0, 129).Select(i => Part($"p{i}", 1, "partial")).ToArray();
        var failed = Assert.IsType<Verdict.Failed>(Judge.One(Case(File("ampspec", Mpp(), "", parts))));
        Assert.Equal(["MPP-RCV-29"], failed.Case.Requirements);
    }

    private void Holds(System.Text.Json.Nodes.JsonObject file)
    {
        _folder.Write("told.json", CanonicalJson.Format(file));
        var run = CommandRun.Here(_folder.Root, [], "check", "--vectors", "told.json");
        Assert.Equal((0, ""), (run.Exit, run.Exit == 0 ? "" : run.Out + run.Err));
    }
}
