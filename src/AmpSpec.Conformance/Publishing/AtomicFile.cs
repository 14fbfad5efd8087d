using System.Text;

namespace AmpSpec.Conformance.Publishing;

/// <summary>A file that is there whole or as it was before.</summary>
public static class AtomicFile
{
    /// <summary>Writes a neighbour, then takes its place.</summary>
    public static void Write(string path, string text)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var neighbour = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.new");
        try
        {
            using (var stream = new FileStream(neighbour, FileMode.Create, FileAccess.Write))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(neighbour, path, overwrite: true);
        }
        finally
        {
            File.Delete(neighbour);
        }
    }
}
