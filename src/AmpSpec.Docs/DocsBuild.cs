namespace AmpSpec.Docs;

/// <summary><c>ampspec docs build</c>: writes the generated tables into the chapters.</summary>
public static class DocsBuild
{
    /// <summary>Writes each chapter whose tables were stale, and gives their paths.</summary>
    public static IReadOnlyList<string> Run(string root) => Run(root, Tables.Of(root));

    internal static IReadOnlyList<string> Run(string root, IReadOnlyDictionary<string, Func<string>> tables)
    {
        var files = new RepositoryFiles(root);
        var changed =
            (from chapter in files.Chapters()
             let woven = TableWeaver.Weave(chapter, tables).Chapter
             where woven.Text != chapter.Text
             select woven).ToList();
        changed.ForEach(files.Write);
        return [.. changed.Select(c => c.File)];
    }
}
