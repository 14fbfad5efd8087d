using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Settlement;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>What came of a scenario, in the form of what was expected of it.</summary>
/// <param name="Answer">Steps and result.</param>
/// <param name="Rows">The rows that each step used.</param>
public sealed record ScenarioRun(JsonObject Answer, IReadOnlyList<Seq<FiredRow>> Rows)
{
    /// <summary>Plays all steps. A part that nothing is expected of is in the answer only if it changed.</summary>
    public static ScenarioRun Play(JsonObject scenario, JsonObject expect, Rules profile)
    {
        var steps = new JsonArray();
        var rows = new List<Seq<FiredRow>>();
        var result = new JsonObject();
        var asked = expect["result"]!.AsObject();
        var apart = scenario["independent_parts"]?.GetValue<bool>() ?? false;
        var player = new ScenarioPlayer(scenario, profile);
        var all = scenario["steps"]!.AsArray();
        foreach (var (i, node) in all.Index())
        {
            var step = node!.AsObject();
            if (i == all.Count - 1 && asked.ContainsKey("invoice_state_before_last_step"))
            {
                result["invoice_state_before_last_step"] = player.Result("invoice_state", null);
            }

            // each part is tried on a fresh copy of everything
            player = apart && step["do"]!.GetValue<string>() == "htlc" ? new ScenarioPlayer(scenario, profile) : player;
            var before = player.Views.ToDictionary(v => v.Key, v => v.Value.Line);
            player.Take(step);
            steps.Add((JsonNode)Show(player, before, expect["steps"]![i]!.AsObject()));
            rows.Add(player.Rows.ToSeq());
        }

        foreach (var (name, value) in asked.Where(a => !result.ContainsKey(a.Key)))
        {
            result[name] = player.Result(name, value);
        }

        return new(new JsonObject { ["steps"] = steps, ["result"] = result }, rows);
    }

    private static JsonObject Show(ScenarioPlayer player, Dictionary<string, string> before, JsonObject expected)
    {
        var shown = new JsonObject();
        foreach (var (part, view) in player.Views)
        {
            if (expected[part] is JsonObject asked)
            {
                shown[part] = view.Show(asked);
            }
            else if (view.Line != before.GetValueOrDefault(part, "") && !view.IsLost)
            {
                shown[part] = view.Show(new JsonObject { ["code"] = "" });
            }
        }

        return shown;
    }

    /// <summary>The first step that is not as expected; behind the last one where only the result is not.</summary>
    public int FirstDifference(JsonObject expect) => Enumerable.Range(0, Rows.Count).TakeWhile(i => JsonNode.DeepEquals(expect["steps"]![i], At(i))).Count();

    /// <summary>What a step answered; behind the last one, the result.</summary>
    public JsonNode? At(int step) => step < Rows.Count ? Answer["steps"]![step] : Answer["result"];

    /// <summary>What the rows of the first step that differs serve; before it where it used none. Rows that did nothing count only where no other did anything.</summary>
    public IReadOnlyList<string> Requirements(JsonObject expect, string difference)
    {
        var rows = Rows.Take(FirstDifference(expect) + 1).LastOrDefault(used => used.Count > 0);
        var busy = rows.Where(row => !row.Idle).ToSeq();
        var served = (busy.Count > 0 ? busy : rows).SelectMany(row => row.Requirements).Distinct().Take(3);
        var isTold = difference.Split(':')[0] is var place && (place.EndsWith(".htlc_msat", StringComparison.Ordinal) || place.EndsWith(".height", StringComparison.Ordinal));
        return [.. isTold ? served.Prepend("MPP-RCV-33") : served];
    }
}
