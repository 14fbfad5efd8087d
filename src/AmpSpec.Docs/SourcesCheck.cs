using System.Globalization;
using System.Text.RegularExpressions;
using AmpSpec.Primitives;

namespace AmpSpec.Docs;

/// <summary><c>ampspec docs sources --bolts DIR</c>: is the ground of every requirement still where it was?</summary>
public static partial class SourcesCheck
{
    /// <summary>Looks up each digest of the chapters in a checkout of the BOLTs.</summary>
    /// <param name="root">The folder that holds <c>spec/</c>.</param>
    /// <param name="boltsDir">The folder that holds <c>01-messaging.md</c> and its neighbours.</param>
    public static SourcesReport Run(string root, string boltsDir)
    {
        if (Documents(boltsDir) is not { Count: > 0 } documents)
            return new SourcesReport(0, 0, [], $"there are no BOLTs in '{boltsDir}'");

        var grounds =
            (from requirement in RequirementIndex.Read(new RepositoryFiles(root).Chapters()).Requirements
             from bolt in requirement.Grounds.OfType<Ground.Bolt>()
             select (requirement, bolt)).ToList();
        return new SourcesReport(
            grounds.Count,
            grounds.Select(g => g.requirement.Id).Distinct().Count(),
            (from ground in grounds
             let moved = Moved(ground.bolt, documents)
             where moved is not null
             select new Finding(ground.requirement.File, ground.requirement.Line + 1, $"{ground.requirement.Id}: {moved}")).ToSeq(),
            null);
    }

    /// <summary>Each block of the BOLTs that holds some words, as a ground to copy into a requirement line, with where it stands.</summary>
    public static IEnumerable<string> Find(string boltsDir, string words) =>
        from document in Documents(boltsDir)
        from block in document.Value.Blocks
        where block.Text.Contains(words, StringComparison.OrdinalIgnoreCase)
        select $"BOLT {document.Key}, \"{block.Under.FirstOrDefault()}\" · digest {block.Digest}   line {block.Line}";

    private static string? Moved(Ground.Bolt ground, IReadOnlyDictionary<int, SourceDigests> documents) =>
        !documents.TryGetValue(ground.Number, out var document) ? $"BOLT {ground.Number} is not there"
        : !document.Has(ground.Heading) ? $"BOLT {ground.Number} has no heading \"{ground.Heading}\""
        : !document.Has(ground.Heading, ground.Digest) ? $"the ground has moved: nothing under \"{ground.Heading}\" of BOLT {ground.Number} has the digest {ground.Digest}"
        : null;

    // a BOLT says its number in its title: # BOLT #4: Onion Routing Protocol
    private static Dictionary<int, SourceDigests> Documents(string boltsDir) =>
        Directory.Exists(boltsDir)
            ? (from file in Directory.EnumerateFiles(boltsDir, "*.md")
               let text = File.ReadAllText(file)
               let title = Title().Match(text)
               where title.Success
               select (Number: int.Parse(title.Groups[1].Value, CultureInfo.InvariantCulture), text))
                .ToDictionary(bolt => bolt.Number, bolt => SourceDigests.Read(bolt.text))
            : [];

    [GeneratedRegex("^# BOLT #([0-9]{1,2})\\b")]
    private static partial Regex Title();
}

/// <summary>How many digests were looked up, for how many requirements, and which were not found.</summary>
/// <param name="LookedUp">Digests.</param>
/// <param name="Requirements">Requirements that rest on a BOLT.</param>
/// <param name="Moved">A finding for each ground that is no longer there.</param>
/// <param name="Error">Why nothing could be looked up; null where it could.</param>
public sealed record SourcesReport(int LookedUp, int Requirements, Seq<Finding> Moved, string? Error)
{
    /// <summary>0 when all grounds stand, 1 when one has moved, 2 when there was nothing to look into.</summary>
    public int Exit => Error is not null ? 2 : Moved.Count is 0 ? 0 : 1;
}
