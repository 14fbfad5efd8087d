using AmpSpec.Conformance.Judging;
using AmpSpec.Docs.Parsing;

namespace AmpSpec.Docs;

/// <summary>What this tool reads of a checkout. All reading and writing of the project is here.</summary>
public sealed class RepositoryFiles(string root)
{
    private const string Kills = "vectors/kills.json";

    /// <summary>The chapters: the numbered files and all below the folders of chapters; not the decisions and sources.</summary>
    public IReadOnlyList<Chapter> Chapters() =>
        [.. Files("spec", "*.md").Where(f => !f.StartsWith("spec/decisions/", StringComparison.Ordinal) && !f.StartsWith("spec/sources/", StringComparison.Ordinal)).Select(f => new Chapter(f, Read(f)))];

    /// <summary>The numbers of the decision pages.</summary>
    public IReadOnlySet<string> Decisions() =>
        Files("spec/decisions", "*.md").Select(f => Path.GetFileName(f)[..4]).ToHashSet();

    /// <summary>The table of sources; empty where there is none.</summary>
    public string Sources() => File.Exists(At("spec/sources/README.md")) ? Read("spec/sources/README.md") : "";

    /// <summary>The C# files of one folder, those of its folders left out.</summary>
    internal CodeFolder Code(string folder) => new(Texts(folder, "*.cs").Where(t => !t.File[(folder.Length + 1)..].Contains('/', StringComparison.Ordinal)));

    /// <summary>The ids outside the text.</summary>
    public Footprints Footprints() =>
        Docs.Footprints.Of(
            Texts("src/AmpSpec", "*.cs"),
            Texts("tests", "*.cs").Where(t => !t.File.StartsWith("tests/AmpSpec.Analyzers.Tests/", StringComparison.Ordinal)), // it quotes ids that are wrong on purpose
            Texts("vectors", "*.json").Where(t => t.File != Kills && !t.File.StartsWith("vectors/external/sources/", StringComparison.Ordinal)),
            File.Exists(At(Kills)) ? (Kills, Read(Kills)) : null);

    /// <summary>Whether <c>vectors/kills.json</c>, where there is one, was measured on the code and vectors of today.</summary>
    public IEnumerable<Finding> StaleKills()
    {
        if (File.Exists(At(Kills)) && !Read(Kills).Contains($"\"{SuiteDigest.Of(root)}\"", StringComparison.Ordinal))
            yield return new Finding(Kills, 0, "was measured on another state of src/AmpSpec or vectors; run the mutants again");
    }

    /// <summary>Writes a chapter back.</summary>
    public void Write(Chapter chapter) => File.WriteAllText(At(chapter.File), chapter.Text);

    private IEnumerable<(string File, string Text)> Texts(string folder, string pattern) => Files(folder, pattern).Select(f => (f, Read(f)));

    private IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(At(folder))
            ? Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
                .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
            : [];

    private string Read(string file) => File.ReadAllText(At(file));

    private string At(string file) => Path.Combine(root, file);
}
