using System.Text.Json.Nodes;
using AmpSpec.Explorer;

namespace AmpSpec.Cli.Exploring;

/// <summary>A run as one object; several as <c>{model, runs}</c>.</summary>
internal static class ExplorationJson
{
    public static JsonObject Of(IReadOnlyList<ExploredRun> runs) =>
        runs is [var only] ? Of(only) : new() { ["model"] = runs[0].Model, ["runs"] = Json.List(runs, Of) };

    private static JsonObject Of(ExploredRun run) => new()
    {
        ["model"] = run.Model,
        ["parameters"] = new JsonObject(run.Parameters.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Value))),
        ["states"] = run.Found.States,
        ["transitions"] = run.Found.Transitions,
        ["depth"] = run.Found.Depth,
        ["symmetric"] = run.Found.Symmetric,
        ["complete"] = run.Found.Complete,
        ["verdicts"] = Json.List(run.Found.Verdicts, v => Of(v, run.BoundOf(v))),
        ["rules"] = new JsonObject { ["fired"] = Json.Texts(run.Found.Fired), ["unfired"] = Json.Texts(run.Found.Unfired) },
        ["seconds"] = Math.Round(run.Found.Elapsed.TotalSeconds, 3),
        ["statesPerSecond"] = Math.Round(run.Found.StatesPerSecond),
        ["bytesPerState"] = Math.Round(run.Found.BytesPerState, 1),
    };

    private static JsonObject Of(PropertyVerdict verdict, string bound)
    {
        var json = new JsonObject { ["promise"] = verdict.Promise, ["verdict"] = ExplorationText.Word(verdict.Verdict), ["bound"] = bound };
        if (verdict.Run is { } run)
        {
            json["steps"] = run.Count;
            json["trace"] = Json.List(run, Of);
        }

        return json;
    }

    private static JsonObject Of(Step step) => new()
    {
        ["part"] = step.Part,
        ["event"] = step.Event,
        ["row"] = step.Row,
        ["summary"] = step.Summary,
        ["parts"] = Json.Texts(step.Parts),
    };
}
