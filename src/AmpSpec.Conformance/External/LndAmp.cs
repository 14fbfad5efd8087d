using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Derivation;

namespace AmpSpec.Conformance.External;

/// <summary>lnd's own AMP code, asked for children and sets.</summary>
internal static class LndAmp
{
    /// <summary>Children.</summary>
    public static void Derive(Conversion c) => c.Each("cases", (c, e) => Derivations.Child(c, e, e["root"]!, e));

    /// <summary>Whole sets, honest and tampered with.</summary>
    public static void Reconstruct(Conversion c)
    {
        foreach (var e in c.List("cases"))
        {
            var matches = e["hash_matches"]!.AsArray().Select(m => m!.GetValue<bool>()).ToArray();
            Derivations.Set(c, e, e.Inner("htlcs"), matches, e["reconstructed_root"]!, e.Inner("children"));
        }

        var nothing = c.Document.Entries.Single(e => e.Pointer == "/empty_set");
        c.Choice(
            Derivations.Refused, nothing, new JsonObject { ["children"] = new JsonArray() },
            Policies.All.Single(policy => policy.Name == "amp.reconstruct.empty"), "nothing", new JsonObject { ["hashes"] = new JsonArray(), ["preimages"] = new JsonArray(), ["root_seed"] = new string('0', 64) });
    }
}
