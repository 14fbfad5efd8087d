using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using Rules = AmpSpec.Settlement.Rules;

namespace AmpSpec.Conformance.Sessions;

/// <summary>Plays a whole session, and brings what came beside what was expected.</summary>
public static class SessionRun
{
    /// <summary>Plays the steps; the answer holds one answer for each.</summary>
    public static Answer Play(Input input, Rules rules)
    {
        var (session, refusal) = ReceiverSession.Open(input.Object("given"), rules);
        if (session is null)
        {
            return refusal!.Within("in.given");
        }

        var (answers, told) = (new JsonArray(), new JsonArray());
        foreach (var (i, step) in input.Objects("steps").Index())
        {
            var answer = session.Event(Absolute(step, session));
            answers.Add((JsonNode)answer.AsExpectation().DeepClone());
            told.Add((JsonNode)(answer is Answer.Refuse refuse ? new JsonObject { ["error"] = refuse.Within($"in.steps[{i}]").Told() } : answer.AsExpectation().DeepClone().AsObject()));
        }

        return new Answer.Ok(new JsonObject { ["steps"] = answers }) { Told = new JsonObject { ["steps"] = told } };
    }

    /// <summary>The same session, and in each step what a right receiver answers, which is what the reference answers.</summary>
    /// <param name="input">A session that can be played; it is written into.</param>
    public static JsonObject Answered(JsonObject input)
    {
        var answers = (JsonArray)((Answer.Ok)Play(new Input(input), Rules.Ours)).Value["steps"]!;
        foreach (var (step, expect) in input["steps"]!.AsArray().Zip(answers))
        {
            step!["expect"] = expect!.DeepClone();
        }

        return input;
    }

    /// <summary>Expectation and answer in a form in which equal means equal: outputs sorted unless their order counts, states only where one is expected.</summary>
    public static (JsonObject Expected, JsonObject Actual) Align(JsonObject expected, JsonObject actual)
    {
        var (wanted, came) = ((JsonObject)expected.DeepClone(), (JsonObject)actual.DeepClone());
        if (wanted["steps"] is not JsonArray steps || came["steps"] is not JsonArray answers)
        {
            return (wanted, came);
        }

        foreach (var (want, have) in steps.Zip(answers))
        {
            var ordered = want!["order"]?.GetValue<bool>() ?? false;
            want.AsObject().Remove("order");
            foreach (var side in new[] { want, have! })
            {
                if (!ordered && side["outputs"] is JsonArray outputs)
                {
                    side["outputs"] = new JsonArray([.. outputs.Select(o => o!.DeepClone()).OrderBy(o => CanonicalJson.Line(o), StringComparer.Ordinal)]);
                }
            }

            if (want["state"] is null)
            {
                have!.AsObject().Remove("state");
            }
        }

        return (wanted, came);
    }

    /// <summary>The steps without what is expected of them, and that alone.</summary>
    public static (JsonObject Request, JsonObject Expect) Split(JsonObject input)
    {
        var request = (JsonObject)input.DeepClone();
        var expects = new JsonArray();
        foreach (var step in request["steps"] as JsonArray ?? [])
        {
            expects.Add((step as JsonObject)?["expect"]?.DeepClone());
            (step as JsonObject)?.Remove("expect");
        }

        return (request, new JsonObject { ["steps"] = expects });
    }

    // "advance" counts from the clock of the step before, by the timer that the session told; a clock that would be behind 0 is 0, and moves nothing
    private static Input Absolute(Input step, ReceiverSession session)
    {
        if (!step.Has("advance"))
        {
            return step;
        }

        var json = (JsonObject)step.Json.DeepClone();
        json["at_ms"] = (long)Int128.Clamp((Int128)session.Node.Now.Clock.Milliseconds + session.Node.Rules.SetTimeoutMs + step.Object("advance").I64("set_timeout"), 0, long.MaxValue);
        return new(json);
    }
}
