using System.Text.Json.Nodes;
using AmpSpec.Conformance.Scenarios;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Primitives;

namespace AmpSpec.Conformance.Tests.Scenarios;

/// <summary>Scenarios that a test tells itself: one invoice of 1000 msat, at height 1000, and a config that sets nothing else.</summary>
internal static class Told
{
    public static readonly string Preimage = string.Concat(Enumerable.Repeat("07", Bytes32.Size));
    public static readonly string Hash = $"{new Preimage(Bytes32.Parse(Preimage)).Hash()}";
    public static readonly string Secret = string.Concat(Enumerable.Repeat("42", Bytes32.Size));

    /// <summary>A file of one scenario.</summary>
    public static JsonObject File(string implementation, string invoice, string result, params string[] steps) => JsonNode.Parse($$"""
        {
          "schema": "ampspec-scenario-1", "implementation": "{{implementation}}", "commit": "1234567",
          "scenarios": [{
            "id": "told", "title": "told", "tags": [], "config": { "start_height": 1000 },
            "source": { "implementation": "{{implementation}}", "repository": "r", "commit": "1234567", "path": "p", "license": "MIT", "origin": "code" },
            "invoices": [{
              "id": "I", "features": [], "amount_msat": 1000, "preimage": "{{Preimage}}", "payment_hash": "{{Hash}}", "created_at_s": 0, "expiry_s": 3600, {{invoice}}
            }],
            "steps": [{{string.Join(", ", steps)}}],
            "result": { {{result}} }
          }]
        }
        """)!.AsObject();

    /// <summary>The one scenario of such a file.</summary>
    public static Case Case(JsonObject file) => Scenario.File(file).Cases.Single();

    /// <summary>An invoice that a wallet of today makes.</summary>
    public static string Mpp(bool hold = false) => $"""
        "kind": "mpp", "payment_secret": "{Secret}", "hold": {(hold ? "true" : "false")}
        """;

    /// <summary>A part comes, expires at 1100, and stands so afterwards.</summary>
    public static string Part(string name, int amount, string state, string more = "") => $$"""
        {
          "do": "htlc", "part": "{{name}}", "payment_hash": "{{Hash}}", "amount_msat": {{amount}}, "total_msat": 1000, "cltv_expiry": 1100, "payment_secret": "{{Secret}}",
          "expect": [{ "part": "{{name}}", "state": "{{state}}" }]{{more}}
        }
        """;

    /// <summary>Blocks come, and a part fails for it; none where none is named.</summary>
    public static string Block(int height, string? failing = null) => $$"""
        { "do": "block", "height": {{height}}, "expect": [{{(failing is null ? "" : Fails(failing))}}] }
        """;

    public static string Fails(string part, string code = "400f") => $$"""{ "part": "{{part}}", "state": "failed", "failure": { "code": "{{code}}" } }""";
}
