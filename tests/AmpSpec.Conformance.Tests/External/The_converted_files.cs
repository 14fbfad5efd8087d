using AmpSpec.Conformance.External;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.External;

public sealed class The_converted_files
{
    [Fact]
    public void are_what_the_converters_make_of_the_sources() =>
        Assert.Empty(Project.Files.Where(file => !OnDisk(file.File, CanonicalJson.Format(file.Json))).Select(file => file.File));

    [Fact]
    public void are_all_made_by_a_converter()
    {
        var made = Project.Files.Select(file => Path.GetFullPath(Path.Combine(Project.Root, "vectors", $"{file.File}.json")))
            .Append(Path.Combine(Project.External, "unjudged.json"));
        var there = Directory.EnumerateFiles(Project.External, "*.json", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith(Path.Combine(Project.External, "sources"), StringComparison.Ordinal) && !path.StartsWith(Path.Combine(Project.External, "scenarios"), StringComparison.Ordinal));
        Assert.Empty(there.Except(made));
    }

    [Fact]
    public void have_ids_of_their_own() =>
        Assert.Empty(Project.Cases.GroupBy(c => c.Id).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void are_what_the_reference_answers() =>
        Assert.Empty(Judge.All(new Suite(Project.Files)).OfType<Verdict.Failed>().Select(failed => $"{failed.Case.Id} {failed.Under}: {failed.Difference}"));

    [Fact]
    public void name_a_licence_and_a_place() => Assert.All(Project.Files, file =>
    {
        Assert.NotEmpty(file.Json["license"]!.GetValue<string>());
        Assert.Matches("^[0-9a-f]{40}$", file.Json["source"]!["commit"]!.GetValue<string>());
    });

    private static bool OnDisk(string file, string text) =>
        Path.Combine(Project.Root, "vectors", $"{file}.json") is var path && File.Exists(path) && File.ReadAllText(path) == text;
}
