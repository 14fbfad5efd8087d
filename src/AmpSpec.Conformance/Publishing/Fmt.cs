using System.Text;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Publishing;

/// <summary><c>ampspec vectors fmt</c>: the one formatting, for files whose contents may still be wrong, but which are JSON.</summary>
public static class Fmt
{
    /// <summary>What was done.</summary>
    /// <param name="Rewritten">The files that were in another form.</param>
    /// <param name="Problems">The files that are no JSON; they stay as they are.</param>
    public sealed record Outcome(IReadOnlyList<string> Rewritten, IReadOnlyList<Problem> Problems);

    /// <summary>Rewrites a file, or all vector files of a folder. Each is whole at every moment.</summary>
    public static Outcome Run(string path)
    {
        var (rewritten, problems) = (new List<string>(), new List<Problem>());
        foreach (var (file, bytes, canonical) in Read(path, problems))
        {
            if (!canonical.AsSpan().SequenceEqual(bytes))
            {
                AtomicFile.Write(file, Encoding.UTF8.GetString(canonical));
                rewritten.Add(file);
            }
        }

        return new(rewritten, problems);
    }

    /// <summary>The files that are in another form, each with its first differing line. What is no JSON is left to the reader.</summary>
    internal static IEnumerable<Problem> Differences(string path)
    {
        foreach (var (file, bytes, canonical) in Read(path, []))
        {
            var at = bytes.AsSpan().CommonPrefixLength(canonical);
            if (at < Math.Max(bytes.Length, canonical.Length))
            {
                yield return new(file, JsonScan.LineAt(bytes, Math.Min(at, bytes.Length)), Rules.Canonical, "not in the one form of vector files; run `ampspec vectors fmt`");
            }
        }
    }

    private static IEnumerable<(string File, byte[] Bytes, byte[] Canonical)> Read(string path, List<Problem> problems)
    {
        var (files, unread) = Directory.Exists(path) ? SuiteLayout.Of(path) : ([path], []);
        problems.AddRange(unread);
        foreach (var file in files)
        {
            var (bytes, problem) = BoundedFile.Read(file);
            if ((problem ?? JsonScan.First(file, bytes, fractions: true)) is { } broken)
            {
                problems.Add(broken);
            }
            else if (new SourceText(file, bytes, JsonNode.Parse(bytes) as JsonObject ?? []).IsScenario)
            {
                // recorded by others, and left as it is
            }
            else if (JsonScan.First(file, bytes) is { } fraction)
            {
                problems.Add(fraction);
            }
            else
            {
                yield return (file, bytes, Encoding.UTF8.GetBytes(CanonicalJson.Format(JsonNode.Parse(bytes))));
            }
        }
    }
}
