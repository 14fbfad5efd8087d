namespace AmpSpec.Conformance.External;

/// <summary>Whose values a source file holds, where they stood, and under which licence.</summary>
internal sealed record Licence(string Spdx, string Repository, string Commit, string Path)
{
    private const string Lnd = "90ea05d5a7f9239ede8eb4e2f36d9a66c39e67d5";

    /// <summary>From the file itself; where it names no source, from its folder's <c>PROVENANCE.md</c>.</summary>
    public static Licence Of(SourceDocument document) => document.Json["source"] is System.Text.Json.Nodes.JsonObject source && source.ContainsKey("repository")
        ? new(SpdxOf(source["license"]!.GetValue<string>()), source["repository"]!.GetValue<string>(), source["commit"]!.GetValue<string>(), source["path"]?.GetValue<string>() ?? "bolt04/trampoline-payment-onion-test.json")
        : document.Key switch
        {
            "lnd/amp-derive" => new("MIT", "lightningnetwork/lnd", Lnd, "amp/child.go"),
            "lnd/amp-reconstruct" => new("MIT", "lightningnetwork/lnd", Lnd, "amp/sharer.go"),
            "lnd/amp-sessions" => new("MIT", "lightningnetwork/lnd", Lnd, "amp/sharer.go, amp/shard_tracker.go"),
            "lnd/amp-tlv" => new("MIT", "lightningnetwork/lnd", Lnd, "record/amp.go, record/mpp.go, tlv/"),
            "lnd/amp-payload" => new("MIT", "lightningnetwork/lnd", Lnd, "htlcswitch/hop/payload.go"),
            "amp/computed-not-published" or "amp/drafts" or "amp/published-invoice" => new("CC0-1.0", "lightningnetwork/lnd", Lnd, "amp/child.go"),
            "secrets/short-secrets" => new("MIT", "lightningnetwork/lnd", Lnd, "record/mpp.go, record/amp.go"),
            _ when document.Folder == "bolts" => new("CC-BY-4.0", "lightning/bolts", "a3772650d8ebc06acf457fcadf97968ebfc4dfff", $"bolt04/{document.Name["bolt04-".Length..]}.json"),
            _ => throw new InvalidOperationException($"{document.Key}: no source is known"),
        };

    // Core Lightning's LICENSE is the text of MIT under the name BSD-MIT
    private static string SpdxOf(string licence) => licence == "BSD-MIT (LICENSE file)" ? "MIT" : licence;
}
