using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Vectors;

/// <summary>Well-formed JSON that is no good suite: each rule is broken once, and named with its place.</summary>
public sealed class A_file_that_breaks_a_rule : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("/generator")]
    [InlineData("/flags/Boundary")]
    [InlineData("/groups/1")]
    [InlineData("/groups/1/cases/2")]
    [InlineData("/groups/1/cases/2/input")]
    [InlineData("/groups/1/cases/2/expect")]
    [InlineData("/groups/1/cases/2/expect/error")]
    [InlineData("/groups/0/cases/2/input")]
    [InlineData("/groups/0/cases/2/expect")]
    public void by_an_unknown_member_is_refused_at_every_level(string at)
    {
        _folder.Edit(SuiteFolder.Decode, json => At(json, at).AsObject()["hexx"] = "00");
        Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "hexx"), Rules.Schema, $"{at}/hexx: no such member");
    }

    [Theory]
    [InlineData("/suite")]
    [InlineData("/groups")]
    [InlineData("/generator/seed")]
    [InlineData("/groups/0/requirements")]
    [InlineData("/groups/0/cases/0/input")]
    [InlineData("/groups/0/cases/0/input/hex")]
    [InlineData("/groups/0/cases/0/expect/size")]
    [InlineData("/groups/0/cases/0/result")]
    public void by_a_missing_member_is_refused(string at)
    {
        _folder.Edit(SuiteFolder.Decode, json => Parent(json, at).Remove(at[(at.LastIndexOf('/') + 1)..]));
        Assert.Contains(_folder.Problems(), p => p.Rule == Rules.Schema && p.Text == $"{at}: missing" && p.Line > 0);
    }

    [Theory]
    [InlineData("/suite", "\"one\"")]
    [InlineData("/file", "\"../wire\"")]
    [InlineData("/groups", "[]")]
    [InlineData("/groups/0/cases", "[]")]
    [InlineData("/groups/0/cases/3/input/hex", "\"0\"")]
    [InlineData("/groups/0/cases/3/input/hex", "\"FD\"")]
    [InlineData("/groups/0/cases/3/input/hex", "null")]
    [InlineData("/groups/0/cases/3/expect/value", "253")]
    [InlineData("/groups/0/cases/3/expect/value", "\"0253\"")]
    [InlineData("/groups/0/cases/3/expect/value", "\"18446744073709551616\"")]
    [InlineData("/groups/0/cases/3/expect/size", "10")]
    [InlineData("/groups/1/cases/0/expect/error/class", "\"bigsize/odd\"")]
    [InlineData("/groups/1/cases/0/expect/error/phase", "\"later\"")]
    [InlineData("/groups/1/cases/0/expect/error/at", "[]")]
    [InlineData("/groups/0/cases/3/requirements", "\"MPP-WIRE-02\"")]
    public void by_a_value_of_another_form_is_refused(string at, string value)
    {
        _folder.Edit(SuiteFolder.Decode, json => Parent(json, at)[at[(at.LastIndexOf('/') + 1)..]] = JsonNode.Parse(value));
        var problem = _folder.Problems().Single();
        Assert.Equal(Rules.Schema, problem.Rule);
        Assert.StartsWith($"{at}: ", problem.Text, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 2, int.MaxValue);
    }

    [Theory]
    [InlineData("acceptable")]
    [InlineData("VALID")]
    public void by_a_result_that_there_is_not_is_refused(string result) =>
        Case(0, 0, c => c["result"] = result, $"\"{result}\"", Rules.Schema, "/groups/0/cases/0/result: not one of valid, invalid, choice");

    [Theory]
    [InlineData("ampspec-vectors/1.1")]
    [InlineData("ampspec-vectors/2.0")]
    [InlineData("ampspec-scenario-1")]
    [InlineData("ampspec-vectors/1")]
    public void by_its_format_is_refused_by_name(string format)
    {
        _folder.Edit(SuiteFolder.Decode, json => json["format"] = format);
        Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, format), Rules.Format, $"/format: {format} is not");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\": 1}")]
    public void because_it_is_other_JSON_is_refused(string text)
    {
        _folder.Write("other/table.json", text);
        Only("other/table.json", 1, Rules.Format, "no vector file");
    }

    [Theory]
    [InlineData("schemas/x.schema.json")]
    [InlineData("registry/x.json")]
    [InlineData("profiles/x.json")]
    [InlineData("external/sources/x/y.json")]
    [InlineData("external/unjudged.json")]
    [InlineData("kills.json")]
    public void but_is_one_of_our_auxiliaries_is_passed_over_at_its_place_only(string place)
    {
        _folder.Write(place, "{}");
        Assert.Empty(_folder.Problems());
        _folder.Write($"wire/{place}", "{}");
        Only($"wire/{place}", 1, Rules.Format, "no vector file");
    }

    [Fact]
    public void by_an_unknown_operation_is_refused()
    {
        _folder.Edit(SuiteFolder.Decode, json => json["op"] = "bigsize.guess");
        Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "bigsize.guess"), Rules.Op, "/op: no operation bigsize.guess");
    }

    [Fact]
    public void by_another_name_than_its_path_is_refused()
    {
        _folder.Edit(SuiteFolder.Decode, json => json["file"] = "wire/other");
        Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "wire/other"), Rules.File, "wire/other, but the file is wire/bigsize-decode.json");
    }

    [Fact]
    public void by_its_path_may_be_read_on_its_own_or_as_a_part()
    {
        _folder.Write("copy.json", File.ReadAllText(_folder.PathOf(SuiteFolder.Encode)));
        Assert.IsType<SuiteReading.Read>(SuiteReader.Read(_folder.PathOf("copy.json")));
        Assert.IsType<SuiteReading.Read>(SuiteReader.Read(_folder.PathOf("wire")));
    }

    [Fact]
    public void by_a_second_group_of_one_name_is_refused()
    {
        _folder.Edit(SuiteFolder.Decode, json => At(json, "/groups/1")["group"] = "whole");
        Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "\"whole\"", after: _folder.LineOf(SuiteFolder.Decode, "\"whole\"")), Rules.GroupUnique, "/groups/1/group: ");
    }

    [Fact]
    public void by_saying_again_what_its_group_gives_is_refused()
    {
        _folder.Edit(SuiteFolder.Encode, json => At(json, "/groups/0")["given"] = new JsonObject { ["value"] = "1" });
        var problems = _folder.Problems();
        Assert.All(problems, p => Assert.Equal(Rules.Given, p.Rule));
        Assert.Equal((_folder.LineOf(SuiteFolder.Encode, "\"value\""), "/groups/0/cases/0/input/value: the group gives it already"), (problems[0].Line, problems[0].Text));
    }

    [Fact]
    public void by_a_request_that_lacks_what_its_group_does_not_give_is_refused()
    {
        _folder.Edit(SuiteFolder.Encode, json =>
        {
            At(json, "/groups/0")["given"] = new JsonObject();
            At(json, "/groups/0/cases/1")["input"] = new JsonObject();
        });
        Only(SuiteFolder.Encode, _folder.LineOf(SuiteFolder.Encode, "\"input\": {}"), Rules.Given, "neither the group nor the case says value");
    }

    [Fact]
    public void by_what_its_group_gives_is_completed()
    {
        _folder.Edit(SuiteFolder.Encode, json =>
        {
            OneCase(json);
            At(json, "/groups/0")["given"] = new JsonObject { ["value"] = "0" };
            At(json, "/groups/0/cases/0")["input"] = new JsonObject();
        });
        var read = Assert.IsType<SuiteReading.Read>(_folder.Read());
        Assert.Equal("""{"value":"0"}""", CanonicalJson.Line(read.Suite.Files[1].Cases.Single().Request));
    }

    private static void OneCase(JsonNode json)
    {
        json["groups"] = new JsonArray(At(json, "/groups/0").DeepClone());
        At(json, "/groups/0")["cases"] = new JsonArray(At(json, "/groups/0/cases/0").DeepClone());
        json["flags"]!.AsObject().Remove("BadRequest");
    }

    [Fact]
    public void by_an_unknown_way_back_is_refused()
    {
        _folder.Edit(SuiteFolder.Decode, json => At(json, "/groups/0")["roundtrip"] = "bigsize.back");
        Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "bigsize.back"), Rules.Roundtrip, "no operation bigsize.back");
    }

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
        _folder.Edit(SuiteFolder.Decode, json => At(json, "/groups/0/cases/16")["id"] = "bigsize.decode/value-1");
        Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "\"id\": \"bigsize.decode/value-1\"", first), Rules.IdUnique, $"stands at {_folder.PathOf(SuiteFolder.Decode)}:{first} already");
    }

    [Fact]
    public void by_an_id_that_stands_in_another_file_already_is_refused()
    {
        _folder.Write("wire/bigsize-more.json", File.ReadAllText(_folder.PathOf(SuiteFolder.Encode))).Edit("wire/bigsize-more.json", json =>
        {
            json["file"] = "wire/bigsize-more";
            OneCase(json);
        });
        var id = "\"id\": \"bigsize.encode/value-0\"";
        Only("wire/bigsize-more.json", _folder.LineOf("wire/bigsize-more.json", id), Rules.IdUnique, $"stands at {_folder.PathOf(SuiteFolder.Encode)}:{_folder.LineOf(SuiteFolder.Encode, id)} already");
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
            At(json, "/groups/0")["requirements"] = new JsonArray();
            foreach (var item in At(json, "/groups/0/cases").AsArray().Skip(1))
            {
                item!["requirements"] = new JsonArray("MPP-WIRE-02");
            }
        });
        Only(SuiteFolder.Encode, _folder.LineOf(SuiteFolder.Encode, "\"cases\"") + 1, Rules.RequirementForm, "/groups/0/cases/0: neither");
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
    public void by_an_explanation_without_use_is_refused()
    {
        _folder.Edit(SuiteFolder.Decode, json => json["flags"]!["Odd"] = json["flags"]!["Boundary"]!.DeepClone());
        Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "\"Odd\""), Rules.FlagUsed, "/flags/Odd: ");
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

    [Fact]
    public void many_times_is_told_of_up_to_a_limit()
    {
        for (var i = 0; i < 150; i++)
        {
            _folder.Write($"wire/other-{i}.json", "{}");
        }

        Assert.Equal(SuiteLimits.Problems, _folder.Problems().Count);
    }

    private void Case(int group, int @case, Action<JsonObject> change, string? marker, string rule, string says)
    {
        var at = $"/groups/{group}/cases/{@case}";
        _folder.Edit(SuiteFolder.Decode, json => change(At(json, at).AsObject()));
        var expected = _folder.Problems().First(p => p.Rule == rule && p.Text.Contains(says, StringComparison.Ordinal));
        if (marker is not null)
        {
            Assert.Contains(marker, File.ReadAllLines(_folder.PathOf(SuiteFolder.Decode))[expected.Line - 1], StringComparison.Ordinal);
        }
    }

    private void Only(string name, int line, string rule, string says)
    {
        var problem = _folder.Problems().Single();
        Assert.Equal((_folder.PathOf(name), line, rule), (problem.File, problem.Line, problem.Rule));
        Assert.Contains(says, problem.Text, StringComparison.Ordinal);
    }

    private static JsonObject Choice(params (string Policy, string Value)[] allow) => new()
    {
        ["allow"] = new JsonArray([.. allow.Select(a => (JsonNode)new JsonObject { ["policy"] = a.Policy, ["expect"] = new JsonObject { ["value"] = a.Value, ["size"] = 1 } })]),
    };

    private static JsonNode At(JsonNode json, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(json, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);

    private static JsonObject Parent(JsonNode json, string pointer) => At(json, pointer[..pointer.LastIndexOf('/')]).AsObject();
}
