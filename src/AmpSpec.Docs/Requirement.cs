using AmpSpec.Primitives;

namespace AmpSpec.Docs;

/// <summary>How much a requirement demands.</summary>
public enum Level
{
    Must,
    Should,
    May,
}

/// <summary>A requirement as the text states it.</summary>
/// <param name="Id">As it stands in text, code, tests and vectors: <c>AMP-DRV-02</c>.</param>
/// <param name="Level">What it demands.</param>
/// <param name="Sentence">The rule, in one sentence.</param>
/// <param name="Grounds">What it rests on; at least one.</param>
/// <param name="ShownInside">Why no vector can show it; null where vectors can.</param>
/// <param name="File">The chapter.</param>
/// <param name="Line">The line of the id.</param>
/// <param name="IsDraft">Whether its chapter is a draft, so that its thread may still have gaps.</param>
public sealed record Requirement(string Id, Level Level, string Sentence, Seq<Ground> Grounds, string? ShownInside, string File, int Line, bool IsDraft = false)
{
    /// <summary>The level as it is written.</summary>
    public string Word => Level switch
    {
        Level.Must => "MUST",
        Level.Should => "SHOULD",
        _ => "MAY",
    };
}
