using AmpSpec.Settlement;

namespace AmpSpec.Docs.Receiver;

/// <summary>Profiles as a cell: those that are meant, or those that are not, whichever are fewer.</summary>
internal static class Who
{
    /// <summary>All that are meant.</summary>
    public const string All = "all";

    /// <summary>Of these profiles, those that are meant.</summary>
    public static string Of(IEnumerable<Profile> among, Func<Profile, bool> isMeant)
    {
        var all = among.ToLookup(isMeant, profile => profile.Name);
        var (meant, others) = (all[true].ToList(), all[false].ToList());
        return (meant, others) switch
        {
            ([], _) => "none",
            (_, []) => All,
            _ when meant.Count <= others.Count + 1 => string.Join(", ", meant),
            _ => $"all but {string.Join(", ", others)}",
        };
    }
}
