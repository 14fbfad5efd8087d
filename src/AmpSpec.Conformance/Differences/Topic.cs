using AmpSpec.Conformance.Generating;
using AmpSpec.Primitives;

namespace AmpSpec.Conformance.Differences;

/// <summary>A question that receivers answer in different ways, and the sessions that ask it.</summary>
/// <param name="Id">Its short name: <c>T5</c>.</param>
/// <param name="Question">For people.</param>
/// <param name="Requirements">What decides it for us.</param>
/// <param name="Sessions">Each asks it once.</param>
public sealed record Topic(string Id, string Question, Seq<string> Requirements, Seq<TopicSession> Sessions)
{
    /// <summary>What has been recorded of implementations and texts.</summary>
    public required Seq<Recorded> Answers { get; init; }

    /// <summary>Recorded scenarios that show it, by their ids; each is played under the profile of its implementation.</summary>
    public required Seq<string> Scenarios { get; init; }

    /// <summary>What of the question no session asks, and why; null where all is asked.</summary>
    public string? Note { get; init; }
}

/// <summary>One session that asks a question.</summary>
public sealed class TopicSession
{
    internal TopicSession(string slug, string about, int from, Func<Scenario> make, bool told = false) =>
        (Slug, About, From, Make, Told) = (slug, about, from, make, told);

    /// <summary>The second half of the id of its vector.</summary>
    public string Slug { get; }

    /// <summary>What happens in it, for people.</summary>
    public string About { get; }

    /// <summary>The case that asks it.</summary>
    public string Case => $"session.run/{Slug}";

    /// <summary>The first step whose answer is read.</summary>
    internal int From { get; }

    /// <summary>What happens, made anew each time.</summary>
    internal Func<Scenario> Make { get; }

    /// <summary>Whether what PERM|15 tells is read too.</summary>
    internal bool Told { get; }
}

/// <summary>What somebody has been seen to do, or a text says.</summary>
/// <param name="Who">A profile, or a text that is none.</param>
/// <param name="Answer">In few words.</param>
/// <param name="Basis">Where that was read.</param>
/// <param name="Reads">How the sessions of the topic then read under that profile, in their order; null where the answer does not speak of one.</param>
public sealed record Recorded(string Who, string Answer, string Basis, params string?[] Reads);
