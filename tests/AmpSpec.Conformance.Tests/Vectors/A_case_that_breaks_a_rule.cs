using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Publishing;
using AmpSpec.Conformance.Tests.Cli;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Vectors;

/// <summary>A case of the right form in a good file, but for one rule: what it names must be there, fit together, and be said once.</summary>
public sealed class A_case_that_breaks_a_rule : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("acceptable")]
    [InlineData("VALID")]
    public void by_a_result_that_there_is_not_is_refused(string result) =>
        Case(0, 0, c => c["result"] = result, $"\"{result}\"", Rules.Schema, "/groups/0/cases/0/result: not one of valid, invalid, choice");

    [Theory]
    [InlineData("bigsize.encode/value-0")]
    [InlineData("bigsize.decode/")]
    [InlineData("bigsize.decode/Value")]
    [InlineData("bigsize.decode/a b")]
    [InlineData("bigsize.decode/a\n")]
    [InlineData("value-0")]
    public void by_an_id_of_another_form_is_refused(string id) =>
        Case(0, 20, c => c["id"] = id, $"\"id\": {CanonicalJson.Line(JsonValue.Create(id))}", Rules.IdForm, "/groups/0/cases/20/id: ");

    [Fact]
    public void by_an_id_that_stands_in_its_file_already_is_refused()
    {
        var first = _folder.LineOf(SuiteFolder.Decode, "\"id\": \"bigsize.decode/value-1\"");
        _folder.Edit(SuiteFolder.Decode, json => SuiteFolder.At(json, "/groups/0/cases/16")["id"] = "bigsize.decode/value-1");
        _folder.Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "\"id\": \"bigsize.decode/value-1\"", first), Rules.IdUnique, $"stands at {_folder.PathOf(SuiteFolder.Decode)}:{first} already");
    }

    [Fact]
    public void by_an_id_that_stands_in_another_file_already_is_refused()
    {
        _folder.Write("wire/bigsize-more.json", File.ReadAllText(_folder.PathOf(SuiteFolder.Encode))).Edit("wire/bigsize-more.json", json =>
        {
            json["file"] = "wire/bigsize-more";
            SuiteFolder.OneCase(json);
        });
        var id = "\"id\": \"bigsize.encode/value-0\"";
        _folder.Only("wire/bigsize-more.json", _folder.LineOf("wire/bigsize-more.json", id), Rules.IdUnique, $"stands at {_folder.PathOf(SuiteFolder.Encode)}:{_folder.LineOf(SuiteFolder.Encode, id)} already");
    }

    [Theory]
    [InlineData("bigsize.decode/none", "no case bigsize.decode/none")]
    [InlineData("bigsize.decode/cut-0-after-0", "is not valid")]
    [InlineData("bigsize.encode/value-0", "asks bigsize.encode")]
    public void by_a_control_that_is_none_is_refused(string control, string says) =>
        Case(1, 0, c => c["control"] = control, $"\"control\": \"{control}\"", Rules.Control, says);

    [Fact]
    public void by_an_invalid_case_without_control_is_refused() =>
        Case(1, 2, c => c.Remove("control"), null, Rules.Control, "/groups/1/cases/2: an invalid case of ours names its valid control");

    [Fact]
    public void by_a_control_of_a_valid_case_is_refused() =>
        Case(0, 2, c => c["control"] = "bigsize.decode/value-0", "\"control\": \"bigsize.decode/value-0\"", Rules.Control, "a valid case has no control");

    [Fact]
    public void by_a_source_of_our_own_case_is_refused() => Case(0, 2, c => c["source"] = "line 1", null, Rules.Source, "/groups/0/cases/2: only a case of an external file");

    [Fact]
    public void of_somebody_else_needs_no_control_and_a_source_for_each_case()
    {
        _folder.Edit(SuiteFolder.Decode, json =>
        {
            json.Remove("generator");
            json["source"] = new JsonObject { ["repository"] = "lightning/bolts", ["commit"] = new string('0', 40), ["path"] = "01-messaging.md" };
            foreach (var item in json["groups"]!.AsArray().SelectMany(g => g!["cases"]!.AsArray()).Select(c => c!.AsObject()))
            {
                item.Remove("control");
                item["source"] = "Appendix A";
            }
        });
        Assert.True(Assert.IsType<SuiteReading.Read>(_folder.Read()).Suite.Files[0].IsExternal);
        Case(0, 3, c => c.Remove("source"), null, Rules.Source, "/groups/0/cases/3: a case of an external file must say where");
    }

    [Theory]
    [InlineData("MPP-WIRE-2")]
    [InlineData("mpp-wire-02")]
    [InlineData("02")]
    public void by_a_requirement_of_another_form_is_refused(string id) =>
        Case(0, 2, c => c["requirements"] = new JsonArray(id), $"\"{id}\"", Rules.RequirementForm, $"/groups/0/cases/2/requirements/0: {id}");

    [Fact]
    public void by_naming_no_requirement_is_refused()
    {
        _folder.Edit(SuiteFolder.Encode, json =>
        {
            SuiteFolder.At(json, "/groups/0")["requirements"] = new JsonArray();
            foreach (var item in SuiteFolder.At(json, "/groups/0/cases").AsArray().Skip(1))
            {
                item!["requirements"] = new JsonArray("MPP-WIRE-02");
            }
        });
        _folder.Only(SuiteFolder.Encode, _folder.LineOf(SuiteFolder.Encode, "\"cases\"") + 1, Rules.RequirementForm, "/groups/0/cases/0: neither");
    }

    [Fact]
    public void by_a_requirement_that_is_written_nowhere_is_refused_where_the_list_is_known()
    {
        Assert.Empty(_folder.Problems(new HashSet<string> { "MPP-WIRE-02", "AMP-WIRE-07" }));
        var problem = _folder.Problems(new HashSet<string> { "MPP-WIRE-02" }).Single();
        Assert.Equal((Rules.RequirementKnown, _folder.LineOf(SuiteFolder.Encode, "AMP-WIRE-07")), (problem.Rule, problem.Line));
    }

    [Fact]
    public void by_a_flag_without_explanation_is_refused() =>
        Case(0, 2, c => c["flags"]!.AsArray().Add("Odd"), "\"Odd\"", Rules.FlagDeclared, "/groups/0/cases/2/flags/1: Odd");

    [Fact]
    public void by_an_explanation_without_use_is_read_all_the_same_and_told_by_lint()
    {
        _folder.Edit(SuiteFolder.Decode, json => json["flags"]!["Odd"] = json["flags"]!["Boundary"]!.DeepClone());
        Assert.Empty(_folder.Problems());
        var problem = Assert.Single(Lint.Run(_folder.Root));
        Assert.Equal((_folder.PathOf(SuiteFolder.Decode), _folder.LineOf(SuiteFolder.Decode, "\"Odd\""), Rules.FlagUsed), (problem.File, problem.Line, problem.Rule));
    }

    [Fact]
    public void of_a_file_cut_down_to_one_case_is_none_and_the_case_is_judged()
    {
        _folder.Edit(SuiteFolder.Decode, json =>
        {
            SuiteFolder.OneCase(json);
            json["flags"]!["Odd"] = json["flags"]!["Boundary"]!.DeepClone();
        });
        var run = CommandRun.Here(_folder.Root, [], "check", "--vectors", SuiteFolder.Decode);
        Assert.Equal((0, ""), (run.Exit, run.Err));
        Assert.Contains("1 case", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void by_a_class_in_another_phase_is_refused() =>
        Case(1, 0, c => c["expect"]!["error"]!["phase"] = "derive", "\"derive\"", Rules.ErrorClass, "bigsize.decode does not refuse with bigsize/not-minimal in phase derive");

    [Fact]
    public void by_a_policy_that_there_is_not_is_refused() => Case(
        0, 2, c => (c["result"], c["expect"]) = ("choice", Choice(("none=this", "1"), ("none=that", "2"))),
        "none=this", Rules.Policy, "/allow/0/policy: no policy none=this");

    [Fact]
    public void by_a_policy_that_stands_twice_is_refused()
    {
        var ours = $"{Policies.All[0].Name}={Policies.All[0].Default}";
        Case(0, 2, c => (c["result"], c["expect"]) = ("choice", Choice((ours, "1"), (ours, "2"))), ours, Rules.Policy, $"/expect/allow/1/policy: {ours} twice");
    }

    [Fact]
    public void by_a_choice_of_one_is_refused() => Case(
        0, 2, c => (c["result"], c["expect"]) = ("choice", Choice(("none=this", "1"))),
        "\"allow\"", Rules.Schema, "/groups/0/cases/2/expect/allow: 1 items, at least 2 wanted");

    [Fact]
    public void by_a_choice_between_equals_is_refused() => Case(
        0, 2, c => (c["result"], c["expect"]) = ("choice", Choice(("none=this", "1"), ("none=that", "1"))),
        "\"allow\"", Rules.Policy, "that is no choice");

    private void Case(int group, int @case, Action<JsonObject> change, string? marker, string rule, string says)
    {
        var at = $"/groups/{group}/cases/{@case}";
        _folder.Edit(SuiteFolder.Decode, json => change(SuiteFolder.At(json, at).AsObject()));
        var expected = _folder.Problems().First(p => p.Rule == rule && p.Text.Contains(says, StringComparison.Ordinal));
        if (marker is not null)
        {
            Assert.Contains(marker, File.ReadAllLines(_folder.PathOf(SuiteFolder.Decode))[expected.Line - 1], StringComparison.Ordinal);
        }
    }

    private static JsonObject Choice(params (string Policy, string Value)[] allow) => new()
    {
        ["allow"] = new JsonArray([.. allow.Select(a => (JsonNode)new JsonObject { ["policy"] = a.Policy, ["expect"] = new JsonObject { ["value"] = a.Value, ["size"] = 1 } })]),
    };
}
