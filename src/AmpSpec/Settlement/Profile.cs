using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>How one implementation receives, as data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The commit that it was read at, or our own version.</param>
/// <param name="Release">What it called itself there.</param>
/// <param name="Source">Where its rules stand.</param>
/// <param name="Rules">The rules.</param>
public sealed record Profile(string Name, string Version, string Release, string Source, Rules Rules)
{
    /// <summary>How it differs from ours in reading what no receiver judges, as <c>policy=option</c>.</summary>
    public Seq<string> Reading { get; init; }

    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Name}@{Version}";

    /// <summary>Whether <paramref name="named"/> means it: its name, or with <c>@</c> its version (seven digits of the commit are enough) or release.</summary>
    public bool IsNamed(string named) => named.Split('@', 2) switch
    {
        [var name] => name == Name,
        [var name, var version] => name == Name && (version == Version || version == Release || (version.Length >= 7 && Version.StartsWith(version, StringComparison.Ordinal))),
        _ => false,
    };
}
