using System.Text.Json.Nodes;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Publishing;
using AmpSpec.Conformance.Tests.Vectors;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Publishing;

public sealed class Formatting : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void leaves_a_canonical_file_alone()
    {
        var outcome = Fmt.Run(_folder.Root);
        Assert.Empty(outcome.Rewritten);
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public void brings_every_other_form_back_to_the_one()
    {
        var canonical = File.ReadAllText(_folder.PathOf(SuiteFolder.Decode));
        var backwards = new JsonObject(JsonNode.Parse(canonical)!.AsObject().Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        foreach (var text in new[] { backwards.ToJsonString(), canonical.ReplaceLineEndings("\r\n"), canonical.TrimEnd('\n'), canonical.Replace("bytes", "b\\u0079tes", StringComparison.Ordinal) })
        {
            _folder.Write(SuiteFolder.Decode, text);
            var problem = Lint.Run(_folder.Root).Single();
            Assert.Equal((_folder.PathOf(SuiteFolder.Decode), Rules.Canonical), (problem.File, problem.Rule));
            Assert.Equal([_folder.PathOf(SuiteFolder.Decode)], Fmt.Run(_folder.Root).Rewritten);
            Assert.Equal(canonical, File.ReadAllText(_folder.PathOf(SuiteFolder.Decode)));
            Assert.Empty(Lint.Run(_folder.Root));
        }
    }

    [Fact]
    public void names_the_first_line_that_is_in_another_form()
    {
        var line = _folder.LineOf(SuiteFolder.Decode, "\"since\"");
        var lines = File.ReadAllLines(_folder.PathOf(SuiteFolder.Decode));
        lines[line - 1] += " ";
        _folder.Write(SuiteFolder.Decode, string.Join('\n', lines) + "\n");
        Assert.Equal(line, Lint.Run(_folder.Root).Single().Line);
    }

    [Fact]
    public void never_touches_what_is_no_JSON()
    {
        _folder.Write(SuiteFolder.Encode, "{\"a\": ");
        var outcome = Fmt.Run(_folder.Root);
        Assert.Empty(outcome.Rewritten);
        Assert.Equal(Rules.Json, outcome.Problems.Single().Rule);
        Assert.Equal("{\"a\": ", File.ReadAllText(_folder.PathOf(SuiteFolder.Encode)));
    }

    [Fact]
    public void leaves_nothing_behind_beside_the_file()
    {
        _folder.Write(SuiteFolder.Decode, File.ReadAllText(_folder.PathOf(SuiteFolder.Decode)) + "\n");
        Fmt.Run(_folder.Root);
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.PathOf("wire")).Length);
    }

    [Fact]
    public void is_its_own_image_and_keeps_the_values() => Assert.All(OwnSuite.Files(), file =>
    {
        var text = CanonicalJson.Format(file.Json);
        Assert.True(JsonNode.DeepEquals(file.Json, JsonNode.Parse(text)));
        Assert.Equal(text, CanonicalJson.Format(JsonNode.Parse(text)));
    });

    [Fact]
    public void escapes_what_must_be_and_nothing_else() => Assert.Equal(
        "{\"A\":\"\\\"\\\\\\n\\t\\u0001é😀/\",\"a\":[],\"b\":{}}",
        CanonicalJson.Line(new JsonObject { ["b"] = new JsonObject(), ["a"] = new JsonArray(), ["A"] = "\"\\\n\t\u0001é😀/" }));
}

public sealed class Two_versions_of_a_suite
{
    private static readonly VectorFile Before = OwnSuite.Files().First(f => f.Op == "bigsize.decode");

    [Fact]
    public void that_are_the_same_do_not_differ() => Assert.True(Diff(_ => { }).IsEmpty);

    [Fact]
    public void differ_by_what_was_added_and_removed()
    {
        var diff = Diff(cases =>
        {
            cases[1]!["id"] = "bigsize.decode/new";
        });
        Assert.Equal(["bigsize.decode/new"], diff.Added);
        Assert.Equal(["bigsize.decode/value-1"], diff.Removed);
        Assert.Empty(diff.ChangedExpectation.Concat(diff.ChangedInput).Concat(diff.ChangedMetadata));
    }

    [Fact]
    public void differ_by_an_expectation() => Assert.Equal(["bigsize.decode/value-1"], Diff(cases => cases[1]!["expect"]!["value"] = "2").ChangedExpectation);

    [Fact]
    public void differ_by_an_input_before_all_else() => Assert.Equal(["bigsize.decode/value-1"], Diff(cases => (cases[1]!["input"]!["hex"], cases[1]!["expect"]!["value"]) = ("02", "2")).ChangedInput);

    [Theory]
    [InlineData("flags")]
    [InlineData("requirements")]
    public void differ_by_metadata(string member) => Assert.Equal(["bigsize.decode/value-1"], Diff(cases => cases[1]![member] = new JsonArray("AMP-WIRE-07")).ChangedMetadata);

    [Fact]
    public void are_listed_file_by_file()
    {
        var line = SuiteListing.Of(new Suite([Before])).Single();
        Assert.Equal(("wire/bigsize-decode", "bigsize.decode", "CC0-1.0", "ampspec/wire/bigsize-decode"), (line.File, line.Op, line.License, line.Source));
        Assert.Equal(Before.Cases.Count(), line.Valid + line.Invalid + line.Choice);
        Assert.Equal(Before.Cases.Count(c => c.Result is Result.Invalid), line.Invalid);
    }

    private static SuiteDiff Diff(Action<JsonArray> change)
    {
        var json = (JsonObject)Before.Json.DeepClone();
        change(json["groups"]![0]!["cases"]!.AsArray());
        return SuiteDiff.Between(new Suite([Before]), new Suite([VectorFile.From(json)]));
    }
}
