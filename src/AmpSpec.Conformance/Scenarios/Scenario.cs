using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Settlement;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>A recorded scenario as a case, so that it is judged, counted and explained like any other.</summary>
public static class Scenario
{
    /// <summary>What such a case asks.</summary>
    public const string Op = "scenario.play";

    /// <summary>One line for people.</summary>
    public const string About = "a recorded scenario, played under the profile of its implementation";

    /// <summary>A file that is known to have the right form, as a file of cases.</summary>
    public static VectorFile File(JsonObject json)
    {
        var implementation = json["implementation"]!.GetValue<string>();
        var cases = json["scenarios"]!.AsArray().Select(s => Case(s!.AsObject(), implementation)).ToArray();
        return new($"scenarios/{implementation}", Op, [new(implementation, [], null, cases)], json);
    }

    /// <summary>The profile that a case is played under, where none is wished for.</summary>
    public static Profile ProfileOf(Case @case) => Profiles.Find(@case.Request["implementation"]!.GetValue<string>())!;

    /// <summary>What its result asks that nothing here judges.</summary>
    public static IEnumerable<string> Unjudged(Case @case) => @case.Json["result"]!.AsObject().Select(m => m.Key).Except(ScenarioForm.Results.Select(m => m.Name));

    private static Case Case(JsonObject scenario, string implementation)
    {
        var request = new JsonObject { ["implementation"] = implementation };
        foreach (var name in new[] { "id", "config", "invoices", "steps" })
        {
            request[name] = scenario[name]!.DeepClone();
        }

        var steps = new JsonArray();
        foreach (var step in request["steps"]!.AsArray())
        {
            steps.Add((JsonNode)new JsonObject((step!["expect"] as JsonArray ?? []).Select(e => KeyValuePair.Create(e!["part"]!.GetValue<string>(), (JsonNode?)Expected(e.AsObject())))));
            step.AsObject().Remove("expect");
            step.AsObject().Remove("note");
        }

        var result = scenario["result"]!.AsObject();
        var asked = new JsonObject(ScenarioForm.Results.Where(m => result.ContainsKey(m.Name) && m.Name != "independent_parts")
            .Select(m => KeyValuePair.Create(m.Name, result[m.Name]?.DeepClone())));
        if (result["independent_parts"]?.GetValue<bool>() ?? false)
        {
            request["independent_parts"] = true;
        }

        return new(scenario["id"]!.GetValue<string>(), Op, Result.Valid, request, new JsonObject { ["steps"] = steps, ["result"] = asked }, [], scenario);
    }

    private static JsonObject Expected(JsonObject expected)
    {
        var view = new JsonObject { ["state"] = expected["state"]!.DeepClone() };
        if (expected["preimage"] is { } preimage)
        {
            view["preimage"] = preimage.DeepClone();
        }

        foreach (var name in new[] { "code", "htlc_msat", "height" })
        {
            if (expected["failure"]?[name] is { } value)
            {
                view[name] = value.DeepClone();
            }
        }

        return view;
    }

    /// <summary>A number of the file, in thousandths.</summary>
    internal static decimal Milliseconds(JsonNode? seconds) => Form.RealOf(seconds)!.Value * 1000;

    /// <summary>A whole number of the file.</summary>
    internal static ulong U64(JsonNode? number) => ulong.Parse(number!.ToJsonString(), CultureInfo.InvariantCulture);
}
