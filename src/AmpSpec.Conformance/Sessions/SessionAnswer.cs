using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Sessions;

/// <summary>From what a node does to the JSON of an answer.</summary>
internal static class SessionAnswer
{
    /// <summary>The outputs, and the undecided sets.</summary>
    /// <param name="actions">What is done.</param>
    /// <param name="after">The node after it.</param>
    /// <param name="named">How a set was named as claimable; one that is named so again keeps its name.</param>
    public static JsonObject Show(Seq<NodeAction> actions, Node after, IReadOnlyDictionary<SetKey, string> named) => new()
    {
        ["outputs"] = new JsonArray([.. actions.Select(action => (JsonNode)Show(action, after.Sets, named))]),
        ["state"] = State(after),
    };

    /// <summary>The sets that are told to be claimable, and their names.</summary>
    public static ImmutableDictionary<SetKey, string> Named(Seq<NodeAction> actions, Node after) =>
        actions.OfType<NodeAction.Announce>().DistinctBy(told => told.Key).ToImmutableDictionary(told => told.Key, told => Name(told.Key, after.Sets));

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

    private static JsonObject Show(NodeAction action, IEnumerable<OpenSet> sets, IReadOnlyDictionary<SetKey, string> named) => action switch
    {
        NodeAction.Settle(var claim) => With(claim.Htlc, "settle", ("preimage", claim.Preimage.Value.ToString())),
        NodeAction.Fail(var htlc, var message) => With(htlc, "fail", ("code", message.Row!.Name), ("data", Convert.ToHexStringLower([.. message.Data.SelectMany(datum => datum.Write())]))),
        NodeAction.FailMalformed(var htlc, var message) => With(htlc, "malformed", ("code", message.Row!.Name)),
        NodeAction.Announce(var key, var amount) => new() { ["set"] = named.GetValueOrDefault(key) ?? Name(key, sets), ["is"] = "claimable", ["amount_msat"] = $"{amount.Msat.Value}" },
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

    // the payment hash, or the set id; undecided sets that would have one name are told apart by their secrets, and by what they are
    private static string Name(SetKey key, IEnumerable<OpenSet> sets)
    {
        var (name, secret) = Short(key);
        var like = sets.Where(other => other.Key != key && Short(other.Key).Name == name).ToArray();
        return like is [] || secret is not { } own ? name
            : key is SetKey.Amp && Array.Exists(like, other => Short(other.Key).Secret == own) ? $"{name}/{own.Value}/amp"
            : $"{name}/{own.Value}";
    }

    private static (string Name, PaymentSecret? Secret) Short(SetKey key) => key switch
    {
        SetKey.Amp(var secret, var id) => (id.ToString(), secret),
        SetKey.Mpp(var hash, var secret) => (hash.ToString(), secret),
    };
}
