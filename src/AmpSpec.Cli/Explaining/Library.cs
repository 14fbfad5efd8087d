using AmpSpec.Conformance.Vectors;
using AmpSpec.Docs;

namespace AmpSpec.Cli.Explaining;

/// <summary>Everything that an explanation looks things up in.</summary>
/// <param name="Suite">The cases.</param>
/// <param name="Vectors">Where they were read from.</param>
/// <param name="Given">What <c>--vectors</c> named, or null.</param>
/// <param name="Root">The checkout, or null.</param>
internal sealed record Library(Suite Suite, string Vectors, string? Given, string? Root)
{
    /// <summary>The requirement lines.</summary>
    public Clauses Clauses { get; } = Clauses.Of(Root);

    /// <summary>The rows that the chapters show.</summary>
    public IReadOnlyList<ShownRow> Rows => field ??= Root is null ? [] : ShownRow.Of(new RepositoryFiles(Root).Chapters());

    /// <summary>A path as people want to read it: from the root of the checkout where it lies inside.</summary>
    public string Shown(string path) =>
        Root is { } root && Path.GetRelativePath(root, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative.Replace('\\', '/') : path;

    /// <summary>File and line where a text first stands in the vectors; null when in none.</summary>
    public (string File, int Line)? Find(string text) => Place.Of(Directory.Exists(Vectors) ? Directory.EnumerateFiles(Vectors, "*.json", SearchOption.AllDirectories) : [Vectors], text);
}

/// <summary>Where a text stands.</summary>
internal static class Place
{
    /// <summary>The first file and line (from 1) that holds the text.</summary>
    public static (string File, int Line)? Of(IEnumerable<string> files, string text)
    {
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            foreach (var (i, line) in File.ReadLines(file).Index())
            {
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return (file, i + 1);
                }
            }
        }

        return null;
    }
}
