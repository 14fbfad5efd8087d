using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Publishing;
using AmpSpec.Conformance.Tests.External;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Publishing;

public sealed class The_generated_files : IDisposable
{
    private static readonly IReadOnlyList<GeneratedFile> Files = GeneratedFiles.All(Project.Root);

    private readonly string _root = Directory.CreateTempSubdirectory("ampspec-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void on_disk_are_up_to_date()
    {
        // to accept what the code writes: `ampspec vectors gen`, or this variable
        if (Environment.GetEnvironmentVariable("AMPSPEC_GEN") == "1")
        {
            Gen.Write(Project.Root, Files);
        }

        Assert.Empty(Gen.Verify(Project.Root, Files));
    }

    [Fact]
    public void on_disk_pass_every_check_of_lint() => Assert.Empty(Lint.Run(Path.Combine(Project.Root, "vectors"), root: Project.Root));

    [Fact]
    public void are_written_once_and_then_left_alone()
    {
        Assert.NotEmpty(Gen.Verify(_root, Files));
        Assert.Equal(Files.Select(f => f.Path), Gen.Write(_root, Files));
        Assert.Empty(Gen.Verify(_root, Files));
        Assert.Empty(Gen.Write(_root, Files));
    }

    [Fact]
    public void that_differ_are_named_with_their_first_differing_line()
    {
        Gen.Write(_root, Files);
        var path = Path.Combine(_root, "vectors", "wire", "bigsize-decode.json");
        var lines = File.ReadAllLines(path);
        (lines[9], var was) = ("  changed", lines[9].Trim());
        File.WriteAllLines(path, lines);
        Assert.Equal(
            $"vectors/wire/bigsize-decode.json:10: generated: \"changed\" in place of \"{was}\"; run `ampspec vectors gen`", Gen.Verify(_root, Files).Single().ToString());

        File.WriteAllLines(path, lines[..9]);
        Assert.Equal(10, Gen.Verify(_root, Files).Single().Line);
        Assert.Equal(["vectors/wire/bigsize-decode.json"], Gen.Write(_root, Files));
    }

    [Theory]
    [InlineData("vectors/wire/old.json")]
    [InlineData("vectors/schemas/old.op.schema.json")]
    [InlineData("vectors/formats/old.op.md")]
    public void that_nothing_writes_any_more_are_named(string path)
    {
        Gen.Write(_root, Files);
        File.WriteAllText(Path.Combine(_root, path), "{}");
        var problem = Gen.Verify(_root, Files).Single();
        Assert.Equal((path, Rules.Generated), (problem.File, problem.Rule));
    }

    [Fact]
    public void say_what_every_class_of_every_operation_means() => Assert.Empty(
        from op in Catalogue.All
        from error in op.Errors.Append((Phase.Input, Operation.Malformed))
        where ErrorMeanings.Of(error.Item2) is null
        select $"{op.Name}: {error.Item2}");

    [Fact]
    public void name_every_refusal_that_the_suite_expects()
    {
        var errors = JsonNode.Parse(File.ReadAllText(Path.Combine(Project.Root, "vectors", "registry", "errors.json")))!["ops"]!;
        var expected = Assert.IsType<SuiteReading.Read>(SuiteReader.Read(Path.Combine(Project.Root, "vectors"))).Suite.Cases
            .SelectMany(c => c.Allowed.Select(a => (c.Op, Error: a.Expect["error"]))).Where(e => e.Error is not null);
        Assert.All(expected, e => Assert.Contains(errors[e.Op]!.AsArray(), row =>
            JsonNode.DeepEquals(row!["class"], e.Error!["class"]) && JsonNode.DeepEquals(row["phase"], e.Error["phase"])));
    }
}
