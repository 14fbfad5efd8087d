namespace AmpSpec.Cli;

/// <summary>What the user may have meant.</summary>
internal static class Near
{
    /// <summary>The nearest few of <paramref name="names"/>: those that contain the word, then those a few letters away.</summary>
    public static string[] To(string word, IEnumerable<string> names, int count = 5) =>
    [
        .. names.Distinct()
            .Select(name => (name, far: name.Contains(word, StringComparison.OrdinalIgnoreCase) && word.Length > 1 ? 0 : Distance(word, name)))
            .Where(n => n.far <= 1 + (word.Length / 4))
            .OrderBy(n => n.far).ThenBy(n => n.name.Length).ThenBy(n => n.name, StringComparer.Ordinal)
            .Take(count).Select(n => n.name),
    ];

    /// <summary>Levenshtein's: letters put in, left out or replaced.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var (i, x) in a.Index())
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (char.ToLowerInvariant(x) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
