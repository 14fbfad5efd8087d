using System.Text.Json;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Conformance.Vectors;
using Rules = AmpSpec.Settlement.Rules;

namespace AmpSpec.Cli.Serving;

/// <summary>The reference as an adapter, version 1 of the protocol: one request a line, exactly one answer each.</summary>
internal sealed class Server(IReadOnlyList<Operation> operations)
{
    /// <summary>The version of the protocol that we speak.</summary>
    public const int Protocol = 1;

    /// <summary>The longest request that is read.</summary>
    public const int LineBytes = 4 << 20;

    /// <summary>The most sessions that are kept open.</summary>
    public const int Sessions = 1024;

    private readonly SessionBook _book = new(Rules.Ours, Sessions);
    private readonly Dictionary<string, Operation> _operations = operations.ToDictionary(op => op.Name);
    private bool _greeted;

    /// <summary>Answers until <c>bye</c> or the end of the input.</summary>
    public void Run(Stream from, TextWriter to)
    {
        var lines = new BoundedLines(from, LineBytes);
        while (lines.Next() is { } line)
        {
            if (line.IsBlank)
            {
                continue;
            }

            var request = line.Bytes is { } bytes ? Request.Read(bytes) : new Request.Malformed(null, $"a line of {line.Size} bytes; at most {LineBytes} are read");
            to.Write(CanonicalJson.Line(Answered(request)));
            to.Write('\n');
            to.Flush();
            if (request is Request.Call { Op: "bye" })
            {
                return;
            }
        }
    }

    private JsonObject Answered(Request request)
    {
        var (id, kind, content) = request switch
        {
            Request.Malformed(var unnamed, var text) => (unnamed, "refuse", Malformed(text)),
            Request.Call call => Called(call),
            _ => throw new InvalidOperationException(),
        };
        return new() { ["id"] = id, [kind] = content };
    }

    private (JsonNode Id, string Kind, JsonObject Content) Called(Request.Call call)
    {
        try
        {
            var (kind, content) = call.Op switch
            {
                "hello" => Greet(call.Json["protocol"]),
                "bye" => ("ok", []),
                _ when !_greeted => ("refuse", Malformed("hello comes first")),
                "reset" => Reset(),
                var op when (_operations.GetValueOrDefault(op) ?? SessionOperations.FirstOrDefault(s => s.Name == op)) is { } operation => Ask(operation, call.Json["in"]),
                var op => ("unsupported", new JsonObject { ["what"] = $"ops:{(op.Length <= 80 ? op : op[..80] + "…")}" }),
            };
            return (call.Id, kind, content);
        }
        catch (Exception fault)
        {
            // a fault of ours is an answer of its own, so that the runner can go on
            return (call.Id, "broken", new() { ["text"] = $"{fault.GetType().Name}: {fault.Message}", ["trace"] = $"{fault.StackTrace}" });
        }
    }

    private static (string, JsonObject) Ask(Operation operation, JsonNode? input) => input is JsonObject request
        ? operation.Ask(request, PolicySet.Ours) switch
        {
            Answer.Ok ok => ("ok", (JsonObject)ok.Told.DeepClone()),
            Answer.Refuse refuse => ("refuse", refuse.Told()),
            _ => throw new InvalidOperationException(),
        }
        : ("refuse", Malformed("in: not an object"));

    private IReadOnlyList<Operation> SessionOperations => field ??= _book.Operations();

    private (string, JsonObject) Reset()
    {
        _book.Reset();
        return ("ok", []);
    }

    private (string, JsonObject) Greet(JsonNode? wanted)
    {
        _greeted = Speaks(wanted);
        return _greeted
            ? ("ok", Hello())
            : ("refuse", Malformed($"protocol: {CanonicalJson.Line(wanted)} does not hold {Protocol}, the only version spoken here"));
    }

    /// <summary>Absent, a number, or the lowest and the highest that the runner speaks.</summary>
    private static bool Speaks(JsonNode? wanted) => wanted switch
    {
        null => true,
        JsonArray { Count: 2 } range => Version(range[0]) <= Protocol && Protocol <= Version(range[1]),
        _ => Version(wanted) == Protocol,
    };

    private static int? Version(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue<int>(out var version) ? version : null;

    private JsonObject Hello() => new()
    {
        ["protocol"] = Protocol,
        ["impl"] = new JsonObject { ["name"] = "ampspec", ["version"] = Suite.Version, ["language"] = "C#", ["url"] = "" },
        ["ops"] = new JsonArray([.. operations.Concat(SessionOperations).Select(op => (JsonNode)op.Name)]),
        ["features"] = new JsonArray(),
        ["policies"] = new JsonObject(Policies.All.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Default))),
        ["errors"] = "class",
        ["clock"] = "injected",
        ["randomness"] = "injected",
        ["observe"] = new JsonArray("sets"),
        ["max_in_flight"] = 1,
        ["sessions"] = Sessions,
        ["session_verbs"] = new JsonArray([.. SessionOps.Verbs.Select(verb => (JsonNode)verb)]),
        ["settle"] = "auto",
        ["invoices"] = "given",
        ["limits"] = new JsonObject { ["line_bytes"] = LineBytes },
    };

    private static JsonObject Malformed(string text) => new Answer.Refuse(Phase.Input, Operation.Malformed, text).Told();
}
