using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Publishing;

/// <summary><c>ampspec vectors lint</c>: everything that can be said of files without asking the reference.</summary>
public static class Lint
{
    /// <summary>How many vector files there are.</summary>
    public static int Files(string path) => Directory.Exists(path) ? SuiteLayout.Of(path).Files.Count : 1;

    /// <summary>What the reader refuses, what the published schemas refuse, what is not in the one form, and, of a project, what is stale.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="requirements">The ids of <c>spec/</c>, or null.</param>
    /// <param name="root">The root of the project whose generated files are compared, or null.</param>
    public static IReadOnlyList<Problem> Run(string path, IReadOnlySet<string>? requirements = null, string? root = null) =>
    [
        .. SuiteReader.Read(path, requirements) switch
        {
            SuiteReading.Damaged(var problems) => problems,
            SuiteReading.Read read => read.Remarks.Concat(read.Suite.Files.SelectMany(SchemaCheck.Problems)),
            _ => throw new InvalidOperationException(),
        },
        .. Fmt.Differences(path),
        .. root is null ? [] : Gen.Verify(root),
    ];
}
