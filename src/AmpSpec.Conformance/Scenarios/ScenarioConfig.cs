using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Settlement;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>What a scenario sets, before the rules of whoever plays it. A minute's floor under timers is ours, not theirs, and does not hold here.</summary>
internal static class ScenarioConfig
{
    /// <summary>The rules with what is set.</summary>
    public static Rules Rules(JsonObject config, Rules rules)
    {
        var timed = config["mpp_timeout_s"] is { } timeout ? rules with { SetTimeoutMs = (ulong)Scenario.Milliseconds(timeout) } : rules;
        var scoped = config["timer_scope"]?.GetValue<string>() switch
        {
            "part" => timed with { TimerScope = TimerScope.Part },
            "set" => timed with { TimerScope = TimerScope.Set },
            _ => timed,
        };
        var margins = Margins(config, scoped);
        return margins with
        {
            MaxCltv = config["max_cltv_delta"] is { } most ? new CltvDelta(most.GetValue<uint>() - 1) : margins.MaxCltv,
            KeysendHoldMs = config["keysend_hold_s"] is { } hold ? (ulong)Scenario.Milliseconds(hold) : margins.KeysendHoldMs,
            AcceptKeysend = Flag(config, "accept_keysend") ?? margins.AcceptKeysend,
            AcceptAmp = Flag(config, "accept_amp") ?? margins.AcceptAmp,
            SkimmedFee = Flag(config, "accept_underpaying") switch { true => SkimmedFee.Allowed, false => SkimmedFee.Refused, null => margins.SkimmedFee },
        };
    }

    /// <summary>The invoices, as they stand at the start of the clock.</summary>
    public static IEnumerable<(string Id, Invoice Invoice)> Invoices(JsonArray invoices, JsonObject config, Rules rules) =>
        invoices.Select(node => node!.AsObject()).Select(invoice => (invoice["id"]!.GetValue<string>(), Invoice(invoice, config, rules)));

    // a test that sets the margin of what arrives sets that of what is held too, and to none where it is silent; a test that sets neither leaves both as they are
    private static Rules Margins(JsonObject config, Rules rules)
    {
        var least = config["min_final_cltv_delta"] is { } delta ? new CltvDelta(delta.GetValue<uint>()) : (CltvDelta?)null;
        var arriving = least ?? rules.CltvMargin;
        if (config["fail_back_blocks"] is not { } blocks)
        {
            return rules with
            {
                CltvMargin = rules.MinFinal is MinFinal.Ignored ? rules.CltvMargin : arriving,
                FailBack = least is null || rules.FailBack is null ? rules.FailBack : new CltvDelta(0),
            };
        }

        var back = new CltvDelta(blocks.GetValue<uint>());
        return rules with
        {
            CltvMargin = rules.MinFinal is MinFinal.Ignored ? back.OneMore().OneMore() : arriving,
            FailBack = back,
            Deadline = rules.Deadline is Deadline.FailUnlessHeld ? Deadline.FailSet : rules.Deadline,
        };
    }

    private static Invoice Invoice(JsonObject invoice, JsonObject config, Rules rules)
    {
        var kind = invoice["kind"]!.GetValue<string>();
        var features = invoice["features"]!.AsArray().Select(f => f!.GetValue<string>()).ToArray();
        var delta = invoice["min_final_cltv_delta"] ?? config["min_final_cltv_delta"];
        var ends = Scenario.Milliseconds(invoice["created_at_s"]) + Scenario.Milliseconds(invoice["expiry_s"]);
        return new(
            Bytes(invoice["payment_secret"]) is { } secret ? new PaymentSecret(secret) : null,
            Bytes(invoice["payment_hash"]) is { } hash ? new Hash32(hash) : null,
            new Terms
            {
                Amount = invoice["amount_msat"] is { } amount ? new Msat(Scenario.U64(amount)) : null,
                Amp = kind == "amp",
                BasicMpp = kind == "mpp" || features.Contains("basic_mpp"),
                SecretOptional = kind == "legacy" || (invoice["feature_note"]?.GetValue<string>().Contains("payment_secret optional", StringComparison.Ordinal) ?? false),
                MinFinalCltvExpiry = delta is null ? rules.CltvMargin : new CltvDelta(delta.GetValue<uint>()),
                Hold = invoice["hold"]!.GetValue<bool>(),
                Preimage = Bytes(invoice["preimage"]) is { } preimage ? new Preimage(preimage) : null,
            })
        {
            ExpiresAt = new Instant((ulong)Math.Max(0, ends)),
        };
    }

    internal static Bytes32? Bytes(JsonNode? hex) => hex is null ? null : Bytes32.Parse(hex.GetValue<string>());

    private static bool? Flag(JsonObject config, string name) => config[name]?.GetValue<bool>();
}
