using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>BOLT 9's table of features, row by row, and two rows of others.</summary>
internal static class Bolt9
{
    private static readonly string[] Letters = ["I", "N", "9", "T"];

    // eclair and lnd check these against features that BOLT 9 has come to take for granted
    private static readonly int[] Disputed = [10, 14, 22, 24];

    /// <summary>One row.</summary>
    public static void Row(Conversion c, Element e)
    {
        var (even, odd) = ((int)e.Number("even"), (int)e.Number("odd"));
        var name = e.Text("name");
        FeatureSets.Read(c, e, FeatureSets.Hex([even, odd]), [even, odd], [$"{name}.required"]);
        FeatureSets.Write(c, e, [odd], FeatureSets.Hex([odd]), ExternalFlags.Assembled);
        Dependencies(c, e, even, odd);
        if (e.Text("contexts") is { Length: > 0 } contexts)
        {
            Contexts(c, e, odd, contexts);
        }
    }

    /// <summary>A row of another source: bits, name, dependencies.</summary>
    public static void Other(Conversion c, Element e)
    {
        var (even, odd) = ((int)e.Number("even"), (int)e.Number("odd"));
        FeatureSets.Read(c, e, FeatureSets.Hex([odd]), [odd], [$"{e.Text("name")}.optional"]);
        Dependencies(c, e, even, odd);
    }

    private static void Dependencies(Conversion c, Element e, int even, int odd)
    {
        var needs = e["depends_on"]!.AsArray().Select(need => Even(c, need!.GetValue<string>())).ToArray();
        foreach (var bit in (int[])[even, odd])
        {
            if (needs.Length == 0)
            {
                FeatureSets.Free(c, e, bit, Disputed.Contains(even));
            }
            else
            {
                // 8, var_onion_optin: what payment_secret needs in every implementation, and BOLT 9 takes for granted
                FeatureSets.Row(c, e, bit, needs, [.. needs.Union([8])]);
            }
        }
    }

    private static void Contexts(Conversion c, Element e, int bit, string contexts)
    {
        foreach (var letter in Letters)
        {
            FeatureSets.Restrict(c, e, new JsonArray(bit), letter, contexts.Contains(letter, StringComparison.Ordinal) ? new JsonArray(bit) : [], $"-in-{letter.ToLowerInvariant()}", ExternalFlags.ByRule);
        }
    }

    private static int Even(Conversion c, string name) =>
        (int)c.Document.Entries.Single(row => row.Has("even") && row.Text("name") == name).Number("even");
}
