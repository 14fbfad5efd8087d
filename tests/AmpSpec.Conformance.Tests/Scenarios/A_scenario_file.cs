using System.Text.Json.Nodes;
using AmpSpec.Conformance.Tests.Cli;
using AmpSpec.Conformance.Tests.Vectors;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Scenarios;

/// <summary>What is done with files of recorded scenarios that are damaged, changed or mixed with others.</summary>
public sealed class A_scenario_file : IDisposable
{
    private const string Name = "cln.json";

    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/scenarios/0", "colour", "1", Rules.Schema, "/scenarios/0/colour: no such member")]
    [InlineData("", "colour", "1", Rules.Schema, "/colour: no such member")]
    [InlineData("/scenarios/0/config", "colour", "1", Rules.Schema, "/scenarios/0/config/colour: no such member")]
    [InlineData("/scenarios/0/config", "start_height", "\"110\"", Rules.Schema, "/scenarios/0/config/start_height: not a number")]
    [InlineData("/scenarios/0/config", "start_height", "-1", Rules.Schema, "/scenarios/0/config/start_height: not a number")]
    [InlineData("/scenarios/0/config", "mpp_timeout_s", "0.0001", Rules.Schema, "/scenarios/0/config/mpp_timeout_s: not a number")]
    [InlineData("/scenarios/0/config", "timer_scope", "\"node\"", Rules.Schema, "/scenarios/0/config/timer_scope: not one of part, set")]
    [InlineData("/scenarios/0/invoices/0", "colour", "1", Rules.Schema, "/scenarios/0/invoices/0/colour: no such member")]
    [InlineData("/scenarios/0/invoices/0", "kind", "\"hodl\"", Rules.Schema, "/scenarios/0/invoices/0/kind: not one of")]
    [InlineData("/scenarios/0/invoices/0", "preimage", "\"0000000000000000000000000000000000000000000000000000000000000000\"", Rules.Scenario, "/scenarios/0/invoices/0/preimage: it does not hash to payment_hash")]
    [InlineData("/scenarios/0/invoices/0", "payment_hash", "null", Rules.Scenario, "/scenarios/0/invoices/0/payment_hash: only an AMP invoice has none")]
    [InlineData("/scenarios/0/steps/0", "do", "\"dance\"", Rules.Schema, "/scenarios/0/steps/0/do: not one of")]
    [InlineData("/scenarios/0/steps/0", "seconds", "1", Rules.Schema, "/scenarios/0/steps/0/seconds: no such member")]
    [InlineData("/scenarios/0/steps/0", "amount_msat", "1.5", Rules.Schema, "/scenarios/0/steps/0/amount_msat: not a number")]
    [InlineData("/scenarios/0/steps/0", "amount_msat", "18446744073709551616", Rules.Schema, "/scenarios/0/steps/0/amount_msat: not a number")]
    [InlineData("/scenarios/0/steps/0", "payment_secret", "\"00\"", Rules.Schema, "/scenarios/0/steps/0/payment_secret: 1 bytes in place of 32")]
    [InlineData("/scenarios/0/steps/0", "set_id", "\"0000000000000000000000000000000000000000000000000000000000000000\"", Rules.Scenario, "/scenarios/0/steps/0/set_id: an AMP record is")]
    [InlineData("/scenarios/0/steps/0", "custom_records", "{\"8\": \"00\"}", Rules.Scenario, "/scenarios/0/steps/0/custom_records/8: the part has this record already, from payment_secret")]
    [InlineData("/scenarios/0/steps/0", "custom_records", "{\"18446744073709551616\": \"00\"}", Rules.Scenario, "/scenarios/0/steps/0/custom_records/18446744073709551616: no type from 0 to 2^64 - 1")]
    [InlineData("/scenarios/0/steps/0/expect/0", "part", "\"p9\"", Rules.Scenario, "/scenarios/0/steps/0/expect/0/part: no part p9 has come")]
    [InlineData("/scenarios/0/steps/0/expect/0", "state", "\"happy\"", Rules.Schema, "/scenarios/0/steps/0/expect/0/state: not one of")]
    [InlineData("/scenarios/0/steps/0/expect/0", "failure", "{\"code\": \"400f\"}", Rules.Scenario, "/scenarios/0/steps/0/expect/0/failure: only a failed part has one")]
    [InlineData("/scenarios/1/steps/0/expect/0/failure", "name", "\"mpp_timeout\"", Rules.Scenario, "/scenarios/1/steps/0/expect/0/failure/name: 400f is incorrect_or_unknown_payment_details")]
    [InlineData("/scenarios/1/steps/0/expect/0/failure", "code", "\"ffff\"", Rules.Scenario, "/scenarios/1/steps/0/expect/0/failure/code: no code of BOLT 4")]
    [InlineData("/scenarios/0/result", "invoice_state", "\"happy\"", Rules.Scenario, "/scenarios/0/result/invoice_state: not one of")]
    [InlineData("/scenarios/0/source", "implementation", "\"lnd\"", Rules.Scenario, "/scenarios/0/source/implementation: the file is of cln")]
    [InlineData("/scenarios/1", "id", "\"cln-02-double-ok\"", Rules.IdUnique, "/scenarios/1/id: cln-02-double-ok stands in")]
    [InlineData("", "implementation", "\"nobody\"", Rules.Profile, "/implementation: no profile nobody; there are ampspec, bolt-strict, lnd")]
    [InlineData("", "scenarios", "[]", Rules.Schema, "/scenarios: 0 items, at least 1 wanted")]
    [InlineData("", "schema", "\"ampspec-scenario-2\"", Rules.Format, "no vector file")]
    public void that_is_damaged_is_refused_with_place_and_rule(string at, string member, string value, string rule, string text)
    {
        _folder.Write(Name, Recorded.Changed(Name, json => Recorded.At(json, at).AsObject()[member] = JsonNode.Parse(value)));
        var run = CommandRun.Here(_folder.Root, [], "check", "--vectors", ".");
        Assert.Equal(2, run.Exit);
        Assert.Matches($"{Name}:[0-9]+: {rule}: ", run.Err);
        Assert.Contains(text, run.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/scenarios/0/steps/0", "part")]
    [InlineData("/scenarios/0/config", "start_height")]
    [InlineData("/scenarios/0", "result")]
    [InlineData("/scenarios/0/steps/0/expect/0", "state")]
    public void without_a_member_is_refused(string at, string member)
    {
        _folder.Write(Name, Recorded.Changed(Name, json => Recorded.At(json, at).AsObject().Remove(member)));
        Assert.Contains(_folder.Problems(), p => p.Rule == Rules.Schema && p.Text == $"{at}/{member}: missing");
    }

    [Theory]
    [InlineData("{\"schema\": \"ampspec-scenario-1\", \"schema\": 1}", Rules.DuplicateMember)]
    [InlineData("{\"schema\": \"ampspec-scenario-1\", \"n\": 1e3}", Rules.Number)]
    [InlineData("{\"schema\": \"ampspec-scenario-1\"", Rules.Json)]
    [InlineData("[]", Rules.Format)]
    public void that_is_no_such_JSON_is_refused(string text, string rule)
    {
        _folder.Write(Name, text);
        Assert.Equal(rule, Assert.Single(_folder.Problems()).Rule);
    }

    [Fact]
    public void may_stand_beside_files_of_vectors()
    {
        _folder.Write(Name, File.ReadAllText(Path.Combine(Recorded.Folder, Name)));
        var suite = Assert.IsType<SuiteReading.Read>(_folder.Read()).Suite;
        Assert.Equal(10, suite.Recorded.Single().Cases.Count());
        Assert.NotEmpty(suite.Files);
        Assert.Equal(0, CommandRun.Here(_folder.Root, [], "check", "--vectors", ".").Exit);
    }

    [Fact]
    public void may_not_have_a_fraction_where_vectors_have_none()
    {
        _folder.Write(SuiteFolder.Decode, File.ReadAllText(_folder.PathOf(SuiteFolder.Decode)).Replace("\"size\": 1,", "\"size\": 1.0,", StringComparison.Ordinal));
        Assert.Contains(_folder.Problems(), p => p.Rule == Rules.Number);
    }

    [Theory]
    [InlineData("/scenarios/0/steps/0/expect/0", "state", "\"partial\"", "cln-02-double-ok", "expect.steps[0].p1.state: expected \"partial\", answered \"settled\"")]
    [InlineData("/scenarios/0/result", "amount_paid_msat", "1", "cln-02-double-ok", "expect.result.amount_paid_msat: expected 1, answered 400000000")]
    [InlineData("/scenarios/1/steps/0/expect/0/failure", "htlc_msat", "1", "cln-03-delay-low", "expect.steps[0].p1.htlc_msat: expected 1, answered 200000000")]
    [InlineData("/scenarios/1/steps/0/expect/0/failure", "height", "1", "cln-03-delay-low", "expect.steps[0].p1.height: expected 1, answered 110")]
    [InlineData("/scenarios/1/result", "invoice_state", "\"settled\"", "cln-03-delay-low", "expect.result.invoice_state: expected \"settled\", answered \"open\"")]
    [InlineData("/scenarios/3/steps/1", "expect", "[{\"part\": \"p2\", \"state\": \"settled\"}]", "cln-05-two", "expect.steps[1].p1: expected nothing, answered")]
    [InlineData("/scenarios/0/steps/0/expect/0", "preimage", "\"0000000000000000000000000000000000000000000000000000000000000000\"", "cln-02-double-ok", "expect.steps[0].p1.preimage: expected")]
    public void whose_expectation_is_changed_fails_by_id(string at, string member, string value, string id, string difference)
    {
        _folder.Write(Name, Recorded.Changed(Name, json => Recorded.At(json, at).AsObject()[member] = JsonNode.Parse(value)));
        var run = CommandRun.Here(_folder.Root, [], "check", "--vectors", Name);
        Assert.Equal(1, run.Exit);
        Assert.Contains($"FAILED  {id}", run.Out, StringComparison.Ordinal);
        Assert.Contains($"ampspec explain {id} --vectors {Name}", run.Out, StringComparison.Ordinal);
        Assert.Contains("cln@090f4b0e6981", run.Out, StringComparison.Ordinal);
        var failure = JsonNode.Parse(CommandRun.Here(_folder.Root, [], "check", "--vectors", Name, "--json").Out)!["failures"]!.AsArray().Single()!;
        Assert.Equal(id, failure["id"]!.GetValue<string>());
        Assert.StartsWith(difference, failure["difference"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(1, CommandRun.Here(_folder.Root, [], "explain", id, "--vectors", Name).Exit);
    }

    [Fact]
    public void whose_result_asks_more_says_that_this_is_not_judged()
    {
        _folder.Write(Name, Recorded.Changed(Name, json => json["scenarios"]![0]!["result"]!["mood"] = "good"));
        var run = CommandRun.Here(_folder.Root, [], "check", "--vectors", Name, "--json");
        Assert.Equal(0, run.Exit);
        Assert.Equal(1, JsonNode.Parse(run.Out)!["unjudged"]!["entries"]!.GetValue<int>());
    }

    [Fact]
    public void that_is_known_to_be_wrong_is_wrong_in_one_way_only()
    {
        const string Ldk = "ldk.json";
        _folder.Write(Ldk, Recorded.Changed(Ldk, json => json["scenarios"]!.AsArray().Single(s => s!["id"]!.GetValue<string>() == "ldk-28-underpaying-limit")!["steps"]![1]!["expect"]![0]!["state"] = "settled"));
        Assert.Equal(1, CommandRun.Here(_folder.Root, [], "check", "--vectors", Ldk).Exit);
    }
}
