using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring;

namespace AmpSpec.Conformance.Sessions;

/// <summary>From a run of the explored receiver to a session that anybody can play; what a right receiver answers stands in it.</summary>
public static class SessionOfRun
{
    private const string Channel = "c0";

    /// <summary>The input of a case of <c>session.run</c>; or what of the run no verb of a session can bring about.</summary>
    /// <param name="scope">What was explored.</param>
    /// <param name="steps">The events, each with its part from 1, or null.</param>
    public static (JsonObject? Input, string? Why) Of(Scope scope, IEnumerable<(int? Part, WorldEvent On)> steps)
    {
        var (clock, height, played) = (0UL, scope.Height, new JsonArray());
        foreach (var (part, on) in steps)
        {
            JsonObject? step = null;
            switch (on)
            {
                case WorldEvent.FirstDue or WorldEvent.PartIsDue:
                    continue;
                case WorldEvent.Ticked:
                    clock += scope.Rules.SetTimeoutMs / (ulong)scope.Timer;
                    step = new() { ["do"] = "clock.advance" };
                    break;
                case WorldEvent.BlockCame:
                    height++;
                    step = new() { ["do"] = "block.connected" };
                    break;
                case WorldEvent.Lost:
                    step = new() { ["do"] = "htlc.drop", ["htlc"] = new JsonObject { ["channel"] = Channel, ["id"] = part } };
                    break;
                case WorldEvent.Offered(var set, { HasRoom: true, IsRejected: false } letter):
                    step = new() { ["do"] = "htlc.offer", ["htlc"] = Htlc(part!.Value, set, letter.Part, scope) };
                    break;
                case WorldEvent.ToSet(var set, SetEvent.OwnerSettles(var preimage)):
                    step = new() { ["do"] = "set.settle", ["set"] = Named(set, scope), ["preimage"] = preimage.Value.ToString() };
                    break;
                case WorldEvent.ToSet(var set, SetEvent.OwnerCancels):
                    step = new() { ["do"] = "set.cancel", ["set"] = Named(set, scope) };
                    break;
            }

            if (step is null)
            {
                return (null, $"no event of a session is: {on}");
            }

            (step["at_ms"], step["height"]) = (clock, height);
            played.Add((JsonNode)step);
        }

        return (SessionRun.Answered(new() { ["given"] = Given(scope), ["steps"] = played }), null);
    }

    private static JsonObject Given(Scope scope) => new()
    {
        ["role"] = "receiver",
        ["height"] = scope.Height,
        ["clock_ms"] = 0,
        ["params"] = new JsonObject { ["set_timeout_ms"] = scope.Rules.SetTimeoutMs, ["cltv_margin"] = scope.Rules.DeadlineMargin.Value },
        ["invoices"] = new JsonArray([.. scope.Sets.Select((terms, set) => (terms, set)).DistinctBy(each => each.terms.Amp ? -1 : each.set).Select(each => (JsonNode)Invoice(each.set, each.terms, scope))]),
    };

    private static JsonObject Invoice(int set, Terms terms, Scope scope)
    {
        var invoice = new JsonObject { ["id"] = $"i{set + 1}", ["payment_secret"] = Secret(set, terms), ["features"] = terms.Amp ? new JsonArray("amp.required") : new JsonArray("basic_mpp"), ["min_final_cltv_expiry"] = 0 };
        if (terms.Amount is { } amount)
        {
            invoice["amount_msat"] = $"{amount.Value}";
        }

        if (!terms.Amp)
        {
            invoice[terms.Hold ? "payment_hash" : "payment_preimage"] = terms.Hold ? scope.Opens.Hash().ToString() : scope.Opens.Value.ToString();
        }

        if (terms.Hold)
        {
            invoice["hold"] = true;
        }

        if (terms.PaymentMetadata is { } metadata)
        {
            invoice["payment_metadata"] = Convert.ToHexStringLower([.. metadata]);
        }

        return invoice;
    }

    private static JsonObject Htlc(int id, int set, Part part, Scope scope)
    {
        var payload = new JsonObject { ["amt_to_forward"] = $"{part.Onion.Msat.Value}", ["outgoing_cltv_value"] = part.Expiry.Value };
        if (!part.Secretless)
        {
            payload["payment_data"] = new JsonObject { ["payment_secret"] = Secret(set, scope.Sets[set]), ["total_msat"] = $"{part.Total.Msat.Value}" };
        }

        if (part.Amp is { } amp)
        {
            payload["amp"] = new JsonObject { ["root_share"] = amp.RootShare.Value.ToString(), ["set_id"] = SetId(set), ["child_index"] = amp.ChildIndex };
        }

        if (part.Keysend)
        {
            payload["keysend_preimage"] = scope.Opens.Value.ToString();
        }

        if (part.PaymentMetadata is { } metadata)
        {
            payload["payment_metadata"] = Convert.ToHexStringLower([.. metadata]);
        }

        if (part.Custom.Count > 0)
        {
            payload["custom"] = new JsonArray([.. part.Custom.Select(record => (JsonNode)new JsonObject { ["type"] = $"{record.Type}", ["value"] = Convert.ToHexStringLower([.. record.Value]) })]);
        }

        return new() { ["channel"] = Channel, ["id"] = id, ["hash"] = part.Hash.ToString(), ["amount_msat"] = $"{part.Wire.Msat.Value}", ["cltv_expiry"] = part.Expiry.Value, ["payload"] = payload };
    }

    private static JsonObject Named(int set, Scope scope) => scope.Sets[set] is { Amp: true } terms
        ? new() { ["payment_secret"] = Secret(set, terms), ["set_id"] = SetId(set) }
        : new() { ["payment_secret"] = Secret(set, scope.Sets[set]), ["payment_hash"] = scope.Opens.Hash().ToString() };

    // sets of one AMP invoice differ by their ids, others by their secrets
    private static string Secret(int set, Terms terms) => Filled(terms.Amp ? 0xa0 : 0x20 + set);

    private static string SetId(int set) => Filled(0x55 + set);

    private static string Filled(int value) => string.Concat(Enumerable.Repeat($"{value:x2}", Bytes32.Size));
}
