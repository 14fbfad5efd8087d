using System.Text.Json.Nodes;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Operations;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Sessions;

/// <summary>What is asked of a session when it is opened, and what it is given.</summary>
internal static class SessionWish
{
    private const ulong LeastTimeoutMs = 60_000;

    /// <summary>The rules with what the request sets; a timer is never shorter than a minute.</summary>
    public static Rules Rules(Input wish, Rules rules)
    {
        var asked = wish.Has("params") ? wish.Object("params") : new Input([]);
        return rules with
        {
            SetTimeoutMs = asked.Has("set_timeout_ms") ? Math.Max(asked.U64("set_timeout_ms"), LeastTimeoutMs) : rules.SetTimeoutMs,
            CltvMargin = asked.Has("cltv_margin") ? new CltvDelta(asked.U32("cltv_margin")) : rules.CltvMargin,
            MaxParts = asked.Has("max_parts") ? asked.Int("max_parts") : rules.MaxParts,
            MaxSets = asked.Has("max_sets") ? asked.Int("max_sets") : rules.MaxSets,
            Overpay = asked.Has("overpay") ? Bound(asked.Text("overpay")) : rules.Overpay,
            AcceptAmp = wish.Has("accept_spontaneous") ? wish.Json["accept_spontaneous"]!.GetValue<bool>() : rules.AcceptAmp,
            AcceptKeysend = wish.Has("accept_spontaneous") ? wish.Json["accept_spontaneous"]!.GetValue<bool>() : rules.AcceptKeysend,
        };
    }

    // an AMP invoice is found by its secret alone, any other by hash and secret
    [Requirement("INV-05")]
    private static bool IsSame(Invoice one, Invoice other) =>
        one.PaymentSecret == other.PaymentSecret && one.Terms.Amp == other.Terms.Amp && (one.Terms.Amp || one.PaymentHash == other.PaymentHash);

    /// <summary>The invoices in order, with the values drawn that are missing: the secret first, then the preimage.</summary>
    public static (IReadOnlyList<(string Id, Invoice Invoice)> Invoices, string? Error) Invoices(Input wish, Rules rules)
    {
        var draws = new Draws(wish.Has("seed") ? wish.Text("seed") : "");
        var invoices = new List<(string Id, Invoice Invoice)>();
        foreach (var (at, asked) in (wish.Has("invoices") ? wish.Objects("invoices") : []).Index())
        {
            var (invoice, error) = Read(asked, draws);
            error ??= invoices.Any(other => other.Id == asked.Text("id")) ? "id: stands twice"
                : invoices.Any(other => IsSame(other.Invoice, invoice!)) ? "payment_secret: an invoice that is found by the same stands before" : null;
            if (error is not null)
            {
                return ([], $"in.invoices[{at}].{error}");
            }

            invoices.Add((asked.Text("id"), invoice!));
        }

        return (invoices, null);
    }

    /// <summary>What is in force, after floors.</summary>
    public static JsonObject Facts(IReadOnlyList<(string Id, Invoice Invoice)> invoices, Rules rules)
    {
        var shown = invoices.Select(i =>
        {
            var json = new JsonObject
            {
                ["id"] = i.Id,
                ["payment_secret"] = i.Invoice.PaymentSecret!.Value.Value.ToString(),
                ["min_final_cltv_expiry"] = CltvDelta.Max(i.Invoice.Terms.MinFinalCltvExpiry, rules.CltvMargin).Value,
            };
            if (i.Invoice.PaymentHash is { } hash)
            {
                json["payment_hash"] = hash.ToString();
            }

            return (JsonNode)json;
        });
        return new()
        {
            ["invoices"] = new JsonArray([.. shown]),
            ["params"] = new JsonObject
            {
                ["set_timeout_ms"] = rules.SetTimeoutMs,
                ["cltv_margin"] = rules.CltvMargin.Value,
                ["fail_back_blocks"] = (rules.FailBack ?? rules.CltvMargin).Value,
                ["max_parts"] = rules.MaxParts,
                ["max_sets"] = rules.MaxSets,
                ["overpay"] = rules.Overpay switch { Overpay.Twice => "2x", Overpay.OnePercent => "1337", Overpay.Exact => "exact", Overpay.Unbounded => "unbounded" },
            },
        };
    }

    private static (Invoice? Invoice, string? Error) Read(Input asked, Draws draws)
    {
        var features = asked.Has("features") ? asked.Values("features") : [];
        if (features.FirstOrDefault(name => Feature.Named(Bare(name)) is null) is { } unknown)
        {
            return (null, $"features: no feature {unknown}; there are {string.Join(", ", Feature.All.Select(feature => feature.Name))}, each as it is, with .required or .optional");
        }

        var amp = features.Any(name => name is "amp" or "amp.required");
        var hold = asked.Has("hold") && asked.Json["hold"]!.GetValue<bool>();
        if (amp && hold)
        {
            return (null, "hold: an AMP invoice cannot be held (AMP-RCV-20)");
        }

        var secret = asked.Has("payment_secret") ? asked.Bytes32("payment_secret") : new Bytes32(draws.Bytes());
        Preimage? preimage = asked.Has("payment_preimage") ? new Preimage(asked.Bytes32("payment_preimage"))
            : amp || asked.Has("payment_hash") ? null
            : new Preimage(new Bytes32(draws.Bytes()));
        Hash32? hash = asked.Has("payment_hash") ? new Hash32(asked.Bytes32("payment_hash")) : preimage?.Hash();
        if (preimage is { } opens && hash is { } locks && opens.Hash() != locks)
        {
            return (null, "payment_preimage: it does not hash to payment_hash");
        }

        return (new Invoice(new PaymentSecret(secret), hash, new Terms
        {
            Amount = asked.Has("amount_msat") ? new Msat(asked.U64("amount_msat")) : null,
            Amp = amp,
            BasicMpp = features.Any(name => Bare(name) == "basic_mpp"),
            MinFinalCltvExpiry = new CltvDelta(asked.Has("min_final_cltv_expiry") ? asked.U32("min_final_cltv_expiry") : 18),
            PaymentMetadata = asked.Has("payment_metadata") ? asked.Bytes("payment_metadata").ToSeq() : null,
            Hold = hold,
            Preimage = amp ? null : preimage,
        })
        {
            ExpiresAt = asked.Has("expires_at_ms") ? new Instant(asked.U64("expires_at_ms")) : null,
        }, null);
    }

    private static string Bare(string feature) =>
        feature.EndsWith(".required", StringComparison.Ordinal) ? feature[..^".required".Length]
        : feature.EndsWith(".optional", StringComparison.Ordinal) ? feature[..^".optional".Length]
        : feature;

    private static Overpay Bound(string name) => name switch
    {
        "1337" => Overpay.OnePercent,
        "exact" => Overpay.Exact,
        _ => Overpay.Twice,
    };
}
