using System.Text.Json;

namespace AmpSpec.Mutants;

/// <summary>Mutants that equal the original, each with the reason. An id that ends in <c>/*</c> stands for a member that is not changed at all, one in <c>/**</c> for all under it; one in <c>/?</c> for mutants that are tried, and whose survivors share one reason and are counted.</summary>
internal static class Survivors
{
    public static IReadOnlyDictionary<string, string> Read(string root)
    {
        var path = Path.Combine(root, "tests", "AmpSpec.Mutants", "survivors.json");
        return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))! : new Dictionary<string, string>();
    }

    /// <summary>Why a survivor is no problem; null where it is one.</summary>
    public static string? Excuse(this IReadOnlyDictionary<string, string> survivors, string id) => survivors.GetValueOrDefault(id) ?? survivors.Open(id);

    /// <summary>Whether survivors like this are counted only.</summary>
    public static string? Open(this IReadOnlyDictionary<string, string> survivors, string id) =>
        survivors.Where(each => each.Key.EndsWith("/?", StringComparison.Ordinal) && id.StartsWith(each.Key[..^1], StringComparison.Ordinal)).Select(each => each.Value).FirstOrDefault();

    public static bool Exempts(this IReadOnlyDictionary<string, string> survivors, string id) => survivors.ContainsKey(id[..(id.LastIndexOf('/') + 1)] + "*")
        || survivors.Keys.Any(key => key.EndsWith("/**", StringComparison.Ordinal) && id.StartsWith(key[..^2], StringComparison.Ordinal));
}
