using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Derivation;

namespace AmpSpec.Conformance.External;

/// <summary>The folder <c>amp</c>: values that were checked against lnd's own code but never published, facts about the drafts, one real invoice.</summary>
internal static class AmpSamples
{
    private static readonly Target Named = new("amp.child.derive", "other derivations", "AMP-DRV-04", "AMP-DRV-05", "AMP-DRV-06");

    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["amp/computed-not-published"] = Computed,
        ["amp/drafts"] = Drafts,
        ["amp/published-invoice"] = Waiting.For("bolt11.decode"),
        ["amp/published-wire"] = Payloads,
    };

    private static void Computed(Conversion c)
    {
        foreach (var e in c.List("cases"))
        {
            var children = e.Inner("children");
            foreach (var (child, i) in children.Select((child, i) => (child, i)))
            {
                Derivations.Child(c, e, e["root"]!, child, $"-child-{i}");
            }

            Derivations.Set(c, e, children, [.. children.Select(_ => true)], e["root"]!, children);
        }

        c.Each("negative", Negative);
        c.Each("formula_contrast/variants", Variant);
        c.Each("derived_amp_records", Record);
    }

    // hashes, shares and indices in three lists
    private static void Negative(Conversion c, Element e)
    {
        var parts = e["shares"]!.AsArray().Select((share, i) => (JsonNode)Json.Of(("share", share), ("child_index", e["child_indexes"]![i]), ("hash", e["hashes_on_htlcs"]![i])));
        var wrong = e["match"]!.AsArray().Select((match, i) => (Ok: match!.GetValue<bool>(), At: i)).Where(m => !m.Ok).Select(m => m.At);
        c.Invalid(Derivations.Refused, e, new JsonObject { ["children"] = new JsonArray([.. parts]) }, DerivationClass.PreimageMismatch, phase: Phase.Reconstruct, where: wrong);
    }

    // one part under other formulas; its root is its share, so that two orders of the two cannot be told apart
    private static void Variant(Conversion c, Element e)
    {
        var @case = c.List("cases").Single(other => other.Text("id") == c.Document.Json["formula_contrast"]!["case"]!.GetValue<string>());
        var part = @case.Inner("children")[0];
        var derivation = e.Text("formula") switch
        {
            "lnd (right)" or "share before root" => "lnd",
            var text when text.StartsWith("no share (2019 draft order", StringComparison.Ordinal) => "pr658",
            var text when text.EndsWith("(Fiber branch form)", StringComparison.Ordinal) => "fiber",
            _ => null,
        };
        var index = derivation is "lnd" ? part["child_index"]! : 0x0304;
        if (derivation is null)
        {
            c.Skip(e, "no derivation has this form: it only shows what a wrong order of bytes gives");
            return;
        }

        c.Valid(
            Named, e,
            Json.Of(("derivation", derivation), ("root_seed", @case["root"]), ("share", part["share"]), ("child_index", index)),
            Json.Of(("preimage", e["preimage"]), ("hash", e["payment_hash"])));
    }

    private static void Record(Conversion c, Element e)
    {
        var set = c.List("cases").Single(other => other.Text("id") == e.Text("case"));
        var child = set.Inner("children").First(part => part.Text("child_index") == e.Text("child_index") && e.Text("record_hex").Contains(part.Text("share"), StringComparison.Ordinal));
        Records.Both(c, e, amp: true, Json.Of(("root_share", child["share"]), ("set_id", set["set_id"]), ("child_index", child["child_index"])), e.Bytes("record_hex"));
    }

    private static void Drafts(Conversion c)
    {
        foreach (var e in c.List("drafts"))
        {
            c.Skip(e, "facts about a draft, no value to ask for");
        }
    }

    private static void Payloads(Conversion c)
    {
        c.Each("cases", LndPayloads.Bare);
    }
}
