namespace AmpSpec.Conformance.Vectors;

/// <summary>Which files of a folder are vectors, and which are our own auxiliaries, known by their place.</summary>
public static class SuiteLayout
{
    private static readonly string[] Folders = ["schemas/", "registry/", "profiles/", "external/sources/"];
    private static readonly string[] Files = ["kills.json", "external/unjudged.json"];

    /// <summary>Whether a path, relative to the root of the suite and with slashes, is one of our auxiliaries.</summary>
    public static bool IsAuxiliary(string relative) => Files.Contains(relative) || Folders.Any(f => relative.StartsWith(f, StringComparison.Ordinal));

    /// <summary>The folder that holds the registry, from <paramref name="folder"/> upwards; the folder itself where there is none.</summary>
    public static string Root(string folder)
    {
        var here = new DirectoryInfo(Path.GetFullPath(folder));
        for (var (at, steps) = ((DirectoryInfo?)here, 0); at is not null && steps < 4; (at, steps) = (at.Parent, steps + 1))
        {
            if (File.Exists(Path.Combine(at.FullName, "registry", "errors.json")))
            {
                return at.FullName;
            }
        }

        return here.FullName;
    }

    /// <summary>The JSON files that are to be read as vectors, in the order of their names, and what cannot be looked into.</summary>
    internal static (IReadOnlyList<string> Files, IReadOnlyList<Problem> Problems) Of(string folder)
    {
        var (files, problems) = (new List<string>(), new List<Problem>());
        Walk(folder, Root(folder), 0, files, problems);
        files.Sort(StringComparer.Ordinal);
        return (files, problems);
    }

    private static void Walk(string folder, string root, int depth, List<string> files, List<Problem> problems)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                var path = Path.Combine(folder, entry.Name);
                var relative = Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');
                if (!entry.Attributes.HasFlag(FileAttributes.Directory))
                {
                    if (entry.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase) && !IsAuxiliary(relative))
                    {
                        files.Add(path);
                    }
                }
                else if (entry.LinkTarget is not null || depth >= SuiteLimits.Folders)
                {
                    problems.Add(new(path, 0, Rules.Layout, entry.LinkTarget is null ? $"folders more than {SuiteLimits.Folders} deep" : "a link to a folder is not followed"));
                }
                else if (!IsAuxiliary(relative + "/"))
                {
                    Walk(path, root, depth + 1, files, problems);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(folder, 0, Rules.Unreadable, e.Message));
        }
    }
}
