using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Settlement;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>Which policies make two receivers answer a scenario differently.</summary>
internal static class Decisive
{
    /// <summary>The policies in which the two differ and of which one alone changes what the asked one answers at a step; else those of which one alone changes what the recorded one answers. There may be none.</summary>
    /// <param name="step">The first step that differs.</param>
    /// <param name="asked">Whose rules are asked.</param>
    /// <param name="recorded">Whose scenario it is.</param>
    /// <param name="play">Plays the scenario.</param>
    public static IReadOnlyList<Policy> Of(int step, Rules asked, Rules recorded, Func<Rules, ScenarioRun> play)
    {
        var apart = ReceiverPolicies.All.Where(policy => policy.Get(asked) != policy.Get(recorded)).ToArray();
        return Turning(asked, recorded) is { Length: > 0 } found ? found : Turning(recorded, asked);

        Policy[] Turning(Rules from, Rules to)
        {
            var before = play(from).At(step);
            return [.. apart.Where(policy => !JsonNode.DeepEquals(before, play(policy.Set(from, policy.Get(to))).At(step))).Select(policy => policy.Policy)];
        }
    }
}
