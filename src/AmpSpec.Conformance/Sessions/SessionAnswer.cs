using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Sessions;

/// <summary>From what a node does to the JSON of an answer.</summary>
internal static class SessionAnswer
{
    /// <summary>The outputs, and the undecided sets.</summary>
    public static JsonObject Show(Seq<NodeAction> actions, Node after) => new()
    {
        ["outputs"] = new JsonArray([.. actions.Select(action => (JsonNode)Show(action, after.Sets))]),
        ["state"] = State(after),
    };

    /// <summary>The undecided sets by name.</summary>
    public static JsonObject State(Node node) => new()
    {
        ["sets"] = new JsonObject(node.Sets.OrderBy(open => Name(open.Key, node.Sets), StringComparer.Ordinal)
            .Select(open => KeyValuePair.Create(Name(open.Key, node.Sets), (JsonNode?)Show(open)))),
    };

    private static JsonObject Show(OpenSet open)
    {
        var (held, state) = open.Set switch
        {
            HtlcSet.Collecting(var parts) => (parts, "open"),
            HtlcSet.Complete(var parts) => (parts, "complete"),
            HtlcSet.Settled or HtlcSet.Dead => throw new InvalidOperationException($"{open.Key} is decided"),
        };
        return new() { ["received_msat"] = $"{held.Sum.Msat.Value}", ["htlcs"] = held.Parts, ["state"] = state };
    }

    private static JsonObject Show(NodeAction action, IEnumerable<OpenSet> sets) => action switch
    {
        NodeAction.Settle(var claim) => With(claim.Htlc, "settle", ("preimage", claim.Preimage.Value.ToString())),
        NodeAction.Fail(var htlc, var message) => With(htlc, "fail", ("code", message.Row!.Name), ("data", Convert.ToHexStringLower([.. message.Data.SelectMany(datum => datum.Write())]))),
        NodeAction.FailMalformed(var htlc, var message) => With(htlc, "malformed", ("code", message.Row!.Name)),
        NodeAction.Announce(var key, var amount) => new() { ["set"] = Name(key, sets), ["is"] = "claimable", ["amount_msat"] = $"{amount.Msat.Value}" },
    };

    private static JsonObject With(HtlcId htlc, string @is, params (string Name, string Value)[] members)
    {
        var json = new JsonObject { ["htlc"] = JsonNode.Parse(htlc.Id), ["channel"] = JsonNode.Parse(htlc.Channel), ["is"] = @is };
        foreach (var (name, value) in members)
        {
            json[name] = value;
        }

        return json;
    }

    // the payment hash, or the set id; two undecided sets that would have one name are told apart by their secrets
    private static string Name(SetKey key, IEnumerable<OpenSet> sets)
    {
        var (name, secret) = Short(key);
        return secret is { } own && sets.Any(other => other.Key != key && Short(other.Key).Name == name) ? $"{name}/{own.Value}" : name;
    }

    private static (string Name, PaymentSecret? Secret) Short(SetKey key) => key switch
    {
        SetKey.Amp(var secret, var id) => (id.ToString(), secret),
        SetKey.Mpp(var hash, var secret) => (hash.ToString(), secret),
    };
}
