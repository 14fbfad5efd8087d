using System.Globalization;
using System.Text.RegularExpressions;

namespace AmpSpec.Docs;

/// <summary>What a requirement rests on.</summary>
public abstract partial record Ground
{
    private Ground()
    {
    }

    /// <summary>A place in a BOLT: its number, a heading, and the digest of the block under it.</summary>
    public sealed record Bolt(int Number, string Heading, string Digest) : Ground
    {
        public override string ToString() => $"BOLT {Number}, \"{Heading}\" · digest {Digest}";
    }

    /// <summary>A file of a repository at a commit; the name is that of the table in <c>spec/sources/</c>.</summary>
    public sealed record Repository(string Name, string Commit, string Path) : Ground
    {
        public override string ToString() => $"{Name} {Commit} {Path}";
    }

    /// <summary>A page in <c>spec/decisions/</c>.</summary>
    public sealed record Decision(string Number) : Ground
    {
        public override string ToString() => $"decision {Number}";
    }

    /// <summary>A message of a mailing list, by month and number of the archive.</summary>
    public sealed record Message(string List, string Month, string Number) : Ground
    {
        public override string ToString() => $"{List} {Month} {Number}";
    }

    /// <summary>Reads the grounds of one line; an entry that is none of the four is reported through <paramref name="wrong"/>.</summary>
    public static IEnumerable<Ground> Read(string line, Action<string> wrong)
    {
        var entries = line.Split(" · ", StringSplitOptions.TrimEntries);
        for (var i = 0; i < entries.Length; i++)
        {
            var next = i + 1 < entries.Length ? DigestForm().Match(entries[i + 1]) : Match.Empty;
            if (BoltForm().Match(entries[i]) is { Success: true } bolt)
            {
                if (next.Success)
                {
                    yield return new Bolt(int.Parse(bolt.Groups[1].Value, CultureInfo.InvariantCulture), bolt.Groups[2].Value, next.Groups[1].Value);
                    i++;
                }
                else
                {
                    wrong($"'{entries[i]}' has no digest of 16 hex digits behind it");
                }
            }
            else if (DecisionForm().Match(entries[i]) is { Success: true } decision)
                yield return new Decision(decision.Groups[1].Value);
            else if (MessageForm().Match(entries[i]) is { Success: true } message)
                yield return new Message(message.Groups[1].Value, message.Groups[2].Value, message.Groups[3].Value);
            else if (RepositoryForm().Match(entries[i]) is { Success: true } repository)
                yield return new Repository(repository.Groups[1].Value, repository.Groups[2].Value, repository.Groups[3].Value);
            else
                wrong($"'{entries[i]}' is no ground: it is neither a BOLT, a file of a repository, a decision nor a message");
        }
    }

    [GeneratedRegex("^BOLT ([0-9]{1,2}), \"([^\"]+)\"$")]
    private static partial Regex BoltForm();

    [GeneratedRegex("^digest ([0-9a-f]{16})$")]
    private static partial Regex DigestForm();

    [GeneratedRegex("^decision ([0-9]{4})$")]
    private static partial Regex DecisionForm();

    [GeneratedRegex("^([a-z-]+) ([0-9]{4}-[A-Z][a-z]+) ([0-9]{6})$")]
    private static partial Regex MessageForm();

    [GeneratedRegex("^([a-z][a-z0-9-]*) ([0-9a-f]{12}) (\\S+)$")]
    private static partial Regex RepositoryForm();
}
