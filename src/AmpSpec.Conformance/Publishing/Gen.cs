using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Publishing;

/// <summary><c>ampspec vectors gen</c>: writes what the code writes, or says what on disk differs from it.</summary>
public static class Gen
{
    /// <summary>Writes the files that differ, each whole or not at all; the paths that were written, under the root.</summary>
    public static IReadOnlyList<string> Write(string root) => Write(root, GeneratedFiles.All(root));

    /// <summary>What differs, each file with its first differing line; and what lies in a generated place and nothing writes.</summary>
    public static IReadOnlyList<Problem> Verify(string root) => Verify(root, GeneratedFiles.All(root));

    /// <summary>The same for files that are made already.</summary>
    public static IReadOnlyList<string> Write(string root, IReadOnlyList<GeneratedFile> files)
    {
        var stale = files.Where(f => OnDisk(root, f.Path) != f.Text).ToArray();
        foreach (var file in stale)
        {
            AtomicFile.Write(Path.Combine(root, file.Path), file.Text);
        }

        return [.. stale.Select(f => f.Path)];
    }

    /// <summary>The same for files that are made already.</summary>
    public static IReadOnlyList<Problem> Verify(string root, IReadOnlyList<GeneratedFile> files)
    {
        var paths = files.Select(f => f.Path).ToHashSet();
        return
        [
            .. files.Select(f => Difference(f, OnDisk(root, f.Path))).OfType<Problem>(),
            .. Leftovers(root).Where(path => !paths.Contains(path)).Select(path => new Problem(path, 0, Rules.Generated, "nothing writes this file; remove it")),
        ];
    }

    private static Problem? Difference(GeneratedFile file, string? there)
    {
        if (there is null)
        {
            return new(file.Path, 0, Rules.Generated, "is not there; run `ampspec vectors gen`");
        }

        var (wanted, found) = (file.Text.Split('\n'), there.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(wanted.Length, found.Length)).FirstOrDefault(i => wanted.ElementAtOrDefault(i) != found.ElementAtOrDefault(i), -1);
        return line < 0 ? null : new(file.Path, line + 1, Rules.Generated, $"{Show(found.ElementAtOrDefault(line))} in place of {Show(wanted.ElementAtOrDefault(line))}; run `ampspec vectors gen`");
    }

    private static IEnumerable<string> Leftovers(string root) =>
        new[] { ("formats", "*.md"), ("schemas", "*.schema.json") }
            .Select(place => (Folder: Path.Combine(root, "vectors", place.Item1), Pattern: place.Item2))
            .Where(place => Directory.Exists(place.Folder))
            .SelectMany(place => Directory.EnumerateFiles(place.Folder, place.Pattern))
            .Concat(SuiteLayout.Of(Path.Combine(root, "vectors")).Files)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("vectors/external/scenarios/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string? OnDisk(string root, string path) => File.Exists(Path.Combine(root, path)) ? File.ReadAllText(Path.Combine(root, path)) : null;

    private static string Show(string? line) => line is null ? "the end" : $"\"{(line.Trim() is { Length: > 80 } text ? $"{text[..80]}…" : line.Trim())}\"";
}
