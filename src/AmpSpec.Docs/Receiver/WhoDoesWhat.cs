using System.Text;
using AmpSpec.Conformance.Differences;
using AmpSpec.Settlement;

namespace AmpSpec.Docs.Receiver;

/// <summary>What each profile does where receivers differ: every session of every topic is played under every profile, and told in words.</summary>
internal static class WhoDoesWhat
{
    private const string Page = "32-who-does-what.md";

    /// <summary>One line a session: a letter for each profile; those with one letter do the same, and A is ours.</summary>
    public static string Overview() => PipeTable.Of(
        ["", "asked", .. Profiles.All.Select(profile => profile.Name)],
        from topic in Topics.All
        from session in topic.Sessions
        let answers = Answers(session)
        select (string[])
        [
            session == topic.Sessions[0] ? $"[{topic.Id}]({Page}#{topic.Id.ToLowerInvariant()})" : "",
            session == topic.Sessions[0] ? topic.Question : session.About,
            .. Profiles.All.Select(profile => Letter(answers.FindIndex(answer => answer.Who.Contains(profile)))),
        ]);

    /// <summary>Each topic with its sessions, what comes of them, and what was recorded.</summary>
    public static string Write()
    {
        var text = new StringBuilder();
        foreach (var topic in Topics.All)
        {
            text.Append($"## {topic.Id}\n\n**{topic.Question}** Ours is decided by {string.Join(", ", topic.Requirements)}.\n\n");
            foreach (var session in topic.Sessions)
            {
                text.Append($"`{session.Case}`: {session.About}.\n\n");
                text.Append(PipeTable.Of(["", "who", "what comes of it"], Answers(session).Select((answer, at) => new[] { Letter(at), Names(answer.Who), answer.Says }))).Append('\n');
            }

            text.Append(PipeTable.Of(["recorded of", "what they do", "read in", "recorded scenario"], topic.Answers.Select(answer => new[] { answer.Who, answer.Answer, answer.Basis, Scenarios(topic, answer.Who) }))).Append('\n');
            text.Append(topic.Note is { } note ? $"{note}\n\n" : "");
        }

        return text.ToString();
    }

    private static List<(IReadOnlyList<Profile> Who, string Says)> Answers(TopicSession session) =>
        [.. Profiles.All.GroupBy(profile => Reading.Of(session, profile)).Select(same => ((IReadOnlyList<Profile>)[.. same], same.Key))];

    private static string Names(IEnumerable<Profile> who) => string.Join(", ", who.Select(profile => profile == Profiles.AmpSpec ? $"**{profile.Name}**" : profile.Name));

    private static string Scenarios(Topic topic, string who) => string.Join(", ", topic.Scenarios.Where(id => id.StartsWith($"{who}-", StringComparison.Ordinal)).Select(id => $"`{id}`"));

    private static string Letter(int at) => $"{(char)('A' + at)}";
}
