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
        _folder.Edit(SuiteFolder.Decode, json => SuiteFolder.At(json, at).AsObject()["hexx"] = "00");
        _folder.Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "hexx"), Rules.Schema, $"{at}/hexx: no such member");
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
        _folder.Edit(SuiteFolder.Decode, json => SuiteFolder.Parent(json, at).Remove(at[(at.LastIndexOf('/') + 1)..]));
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
        _folder.Edit(SuiteFolder.Decode, json => SuiteFolder.Parent(json, at)[at[(at.LastIndexOf('/') + 1)..]] = JsonNode.Parse(value));
        var problem = _folder.Problems().Single();
        Assert.Equal(Rules.Schema, problem.Rule);
        Assert.StartsWith($"{at}: ", problem.Text, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 2, int.MaxValue);
    }

    [Theory]
    [InlineData("ampspec-vectors/1.1")]
    [InlineData("ampspec-vectors/2.0")]
    [InlineData("ampspec-scenario-1")]
    [InlineData("ampspec-vectors/1")]
    public void by_its_format_is_refused_by_name(string format)
    {
        _folder.Edit(SuiteFolder.Decode, json => json["format"] = format);
        _folder.Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, format), Rules.Format, $"/format: {format} is not");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\": 1}")]
    public void because_it_is_other_JSON_is_refused(string text)
    {
        _folder.Write("other/table.json", text);
        _folder.Only("other/table.json", 1, Rules.Format, "no vector file");
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
        _folder.Only($"wire/{place}", 1, Rules.Format, "no vector file");
    }

    [Fact]
    public void by_an_unknown_operation_is_refused()
    {
        _folder.Edit(SuiteFolder.Decode, json => json["op"] = "bigsize.guess");
        _folder.Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "bigsize.guess"), Rules.Op, "/op: no operation bigsize.guess");
    }

    [Fact]
    public void by_another_name_than_its_path_is_refused()
    {
        _folder.Edit(SuiteFolder.Decode, json => json["file"] = "wire/other");
        _folder.Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "wire/other"), Rules.File, "wire/other, but the file is wire/bigsize-decode.json");
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
        _folder.Edit(SuiteFolder.Decode, json => SuiteFolder.At(json, "/groups/1")["group"] = "whole");
        _folder.Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "\"whole\"", after: _folder.LineOf(SuiteFolder.Decode, "\"whole\"")), Rules.GroupUnique, "/groups/1/group: ");
    }

    [Fact]
    public void by_saying_again_what_its_group_gives_is_refused()
    {
        _folder.Edit(SuiteFolder.Encode, json => SuiteFolder.At(json, "/groups/0")["given"] = new JsonObject { ["value"] = "1" });
        var problems = _folder.Problems();
        Assert.All(problems, p => Assert.Equal(Rules.Given, p.Rule));
        Assert.Equal((_folder.LineOf(SuiteFolder.Encode, "\"value\""), "/groups/0/cases/0/input/value: the group gives it already"), (problems[0].Line, problems[0].Text));
    }

    [Fact]
    public void by_a_request_that_lacks_what_its_group_does_not_give_is_refused()
    {
        _folder.Edit(SuiteFolder.Encode, json =>
        {
            SuiteFolder.At(json, "/groups/0")["given"] = new JsonObject();
            SuiteFolder.At(json, "/groups/0/cases/1")["input"] = new JsonObject();
        });
        _folder.Only(SuiteFolder.Encode, _folder.LineOf(SuiteFolder.Encode, "\"input\": {}"), Rules.Given, "neither the group nor the case says value");
    }

    [Fact]
    public void by_what_its_group_gives_is_completed()
    {
        _folder.Edit(SuiteFolder.Encode, json =>
        {
            SuiteFolder.OneCase(json);
            SuiteFolder.At(json, "/groups/0")["given"] = new JsonObject { ["value"] = "0" };
            SuiteFolder.At(json, "/groups/0/cases/0")["input"] = new JsonObject();
        });
        var read = Assert.IsType<SuiteReading.Read>(_folder.Read());
        Assert.Equal("""{"value":"0"}""", CanonicalJson.Line(read.Suite.Files[1].Cases.Single().Request));
    }

    [Fact]
    public void by_an_unknown_way_back_is_refused()
    {
        _folder.Edit(SuiteFolder.Decode, json => SuiteFolder.At(json, "/groups/0")["roundtrip"] = "bigsize.back");
        _folder.Only(SuiteFolder.Decode, _folder.LineOf(SuiteFolder.Decode, "bigsize.back"), Rules.Roundtrip, "no operation bigsize.back");
    }

    [Fact]
    public void many_times_is_told_of_up_to_a_limit()
    {
        for (var i = 0; i < 150; i++)
        {
            _folder.Write($"wire/other-{i}.json", "{}");
        }

        Assert.Equal(SuiteLimits.Problems, _folder.Problems().Count);
    }
}
