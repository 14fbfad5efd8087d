using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring.Nodes;
using AmpSpec.Wire;
using static AmpSpec.Settlement.Exploring.Nodes.ReceiverEvent;

namespace AmpSpec.Conformance.Exploring;

/// <summary>A run of an explored node as a session that any receiver can play.</summary>
/// <param name="scope">The bounds in which it was found.</param>
public sealed class ExploredSession(Scope scope)
{
    private const ulong Tick = 60_000;
    private const uint Height = 800_000;
    private const string Channel = "c0";

    private readonly Dictionary<int, JsonObject> _offered = [];
    private readonly JsonArray _steps = [];
    private uint _blocks;
    private ulong _ticks;

    /// <summary>The same with what a right receiver answers, which is what the reference answers.</summary>
    public static (JsonObject? Input, string? Reason) Answered(Scope scope, IEnumerable<(int? Part, ReceiverEvent On)> run)
    {
        var (input, reason) = Of(scope, run);
        return (input is null ? null : SessionRun.Answered(input), reason);
    }

    /// <summary>The input of <c>session.run</c>, without what is expected; or why there is none.</summary>
    /// <param name="scope">The bounds.</param>
    /// <param name="run">Each event and the part that it concerns, from 1.</param>
    public static (JsonObject? Input, string? Reason) Of(Scope scope, IEnumerable<(int? Part, ReceiverEvent On)> run)
    {
        if (scope.Invoices.Any(invoice => invoice.Terms.SecretOptional))
        {
            return (null, "a session has no invoice whose secret may be missing");
        }

        var session = new ExploredSession(scope);
        foreach (var (part, on) in run)
        {
            if (session.Add(part ?? 0, on) is { } reason)
            {
                return (null, reason);
            }
        }

        return (new() { ["given"] = session.Given(), ["steps"] = session._steps }, null);
    }

    private JsonObject Given() => Without(new()
    {
        ["role"] = "receiver",
        ["height"] = Height,
        ["clock_ms"] = 0,
        ["invoices"] = new JsonArray([.. scope.Invoices.Select((invoice, at) => (JsonNode)Of(invoice, at))]),
        ["params"] = Without(new()
        {
            ["set_timeout_ms"] = scope.Rules.SetTimeoutMs,
            ["cltv_margin"] = scope.Rules.CltvMargin.Value,
            ["max_parts"] = Differing(scope.Rules.MaxParts, Rules.Ours.MaxParts),
            ["max_sets"] = Differing(scope.Rules.MaxSets, Rules.Ours.MaxSets),
        }),
        ["accept_spontaneous"] = scope.Rules.AcceptAmp || scope.Rules.AcceptKeysend ? true : null,
    });

    private JsonObject Of(Invoice invoice, int at) => Without(new()
    {
        ["id"] = $"invoice {at + 1}",
        ["payment_secret"] = $"{invoice.PaymentSecret!.Value.Value}",
        ["features"] = new JsonArray([.. invoice.Terms.Amp ? ["amp.required"] : invoice.Terms.BasicMpp ? new JsonNode[] { "basic_mpp" } : []]),
        ["min_final_cltv_expiry"] = invoice.Terms.MinFinalCltvExpiry.Value,
        ["payment_preimage"] = invoice.Terms.Preimage is { } preimage ? $"{preimage.Value}" : null,
        ["payment_hash"] = invoice.Terms.Preimage is null && invoice.PaymentHash is { } hash ? $"{hash}" : null,
        ["amount_msat"] = invoice.Terms.Amount is { } amount ? $"{amount.Value}" : null,
        ["payment_metadata"] = invoice.Terms.PaymentMetadata is { } metadata ? Convert.ToHexStringLower([.. metadata]) : null,
        ["expires_at_ms"] = invoice.ExpiresAt is { } end ? scope.MillisecondsTo(end) : null,
        ["hold"] = invoice.Terms.Hold ? true : null,
    });

    private static JsonNode? Differing(int size, int ours) => size != ours && size != int.MaxValue ? size : null;

    // a session has no members that are null
    private static JsonObject Without(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToArray())
        {
            json.Remove(name);
        }

        return json;
    }

    // null, or why a session has no such step
    private string? Add(int part, ReceiverEvent on)
    {
        switch (on)
        {
            case Offered(var letter):
                return Offer(part, letter) ?? Step("htlc.offer", ("htlc", _offered[part]));
            case Proposed(var letter):
                return Offer(part, letter) ?? Step("htlc.offer", ("htlc", _offered[part]), ("committed", false));
            case Committed:
                return Step("htlc.commit", ("htlc", NameOf(part)));
            case Replayed:
                return Step("htlc.replay", ("htlc", _offered[part]));
            case Lost:
                return Step("htlc.drop", ("htlc", NameOf(part)));
            case Ticked:
                _ticks++;
                return Step("clock.advance");
            case BlocksCame:
                _blocks += scope.Stride;
                return Step("block.connected");
            case OwnerSettles(var set):
                return Step("set.settle", ("set", NameOf(scope.Sets[set])), ("preimage", scope.Sets[set].Opens is { } opens ? $"{opens.Value}" : null));
            case OwnerCancels(var set):
                return Step("set.cancel", ("set", NameOf(scope.Sets[set])));
            case InvoiceCancelled(var invoice) when invoice < scope.Invoices.Count:
                return Step("invoice.cancel", ("invoice", $"{scope.Invoices[invoice].PaymentSecret!.Value.Value}"));
            case Restarted(var lossy, var delivered):
                return Step("restart", ("lossy", lossy ? true : null), ("delivered", delivered));
            case InvoiceCancelled or Stopping or TipSeen or NextRejected:
                return $"a session has no step for: {on}";
            default:
                throw new ArgumentOutOfRangeException(nameof(on));
        }
    }

    private string? Step(string verb, params (string Name, JsonNode? Value)[] members)
    {
        var step = new JsonObject { ["do"] = verb, ["at_ms"] = _ticks * Tick, ["height"] = _blocks > 0 ? Height + _blocks : null };
        foreach (var (name, value) in members)
        {
            step[name] = value?.DeepClone();
        }

        _steps.Add((JsonNode)Without(step));
        return null;
    }

    // expiries are those of the letter, as many blocks later as have come
    private string? Offer(int part, Letter letter)
    {
        var offer = letter.Offer;
        if (offer.HmacFails || offer.ToEndedSet)
        {
            return $"a session has no such offer: {letter}";
        }

        var htlc = NameOf(part);
        htlc["hash"] = $"{offer.Hash}";
        htlc["amount_msat"] = $"{offer.Wire.Msat.Value}";
        htlc["cltv_expiry"] = offer.Expiry.Value + _blocks;
        if (offer.Payload is Decoded<FinalPayload>.Ok(var payload, _))
        {
            htlc["payload"] = PayloadForms.Show(payload with { OutgoingCltvValue = payload.OutgoingCltvValue + _blocks });
        }
        else
        {
            htlc["payload_hex"] = Convert.ToHexStringLower([.. letter.Stream!.Value]);
        }

        _offered[part] = htlc;
        return null;
    }

    private static JsonObject NameOf(int part) => new() { ["channel"] = Channel, ["id"] = part };

    private static JsonObject NameOf(SetName set) => set.Key switch
    {
        SetKey.Mpp(var hash, var secret) => new() { ["payment_hash"] = $"{hash}", ["payment_secret"] = $"{secret?.Value ?? default}" },
        SetKey.Amp(var secret, var id) => new() { ["payment_secret"] = $"{secret.Value}", ["set_id"] = $"{id}" },
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };
}
