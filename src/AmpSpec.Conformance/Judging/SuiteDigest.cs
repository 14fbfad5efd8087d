using System.Security.Cryptography;
using System.Text;

namespace AmpSpec.Conformance.Judging;

/// <summary>Binds <c>vectors/kills.json</c> to what it was measured on.</summary>
public static class SuiteDigest
{
    /// <summary>SHA-256 over path and contents (line ends folded to LF) of every source file of <c>src/AmpSpec</c> and every JSON file of <c>vectors</c> but the kills themselves.</summary>
    public static string Of(string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, file) in Sources(root).Concat(Vectors(root)).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{File.ReadAllText(file).ReplaceLineEndings("\n")}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The source files of the specification, by their path under the root with forward slashes.</summary>
    public static IEnumerable<(string Path, string File)> Sources(string root) =>
        Under(root, "src/AmpSpec", "*.cs").Where(f => !f.Path.Contains("/obj/", StringComparison.Ordinal) && !f.Path.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<(string Path, string File)> Vectors(string root) =>
        Under(root, "vectors", "*.json").Where(f => f.Path != "vectors/kills.json");

    private static IEnumerable<(string Path, string File)> Under(string root, string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), file));
}
