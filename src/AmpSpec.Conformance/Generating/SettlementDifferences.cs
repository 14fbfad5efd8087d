using AmpSpec.Conformance.Differences;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Generating;

/// <summary>The sessions that ask where receivers differ, with what each profile answers.</summary>
internal static class SettlementDifferences
{
    public static VectorFile File()
    {
        var file = new SuiteFile("settlement/differences", SessionOps.Run, "ampspec/settlement/differences");
        foreach (var topic in Topics.All)
        {
            file.Group($"{topic.Id} {topic.Question}", [.. topic.Requirements]);
            foreach (var session in topic.Sessions)
            {
                file.SessionChoice(session.Slug, session.Make(), Policies.Profile, [SessionFlags.Differs], session.About);
            }
        }

        return file.Build();
    }
}
