using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>spesmilo/electrum: values of its tests.</summary>
internal static class Electrum
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["electrum/features"] = Features,
        ["electrum/tlv-streams"] = c => c.Each("cases", Stream),
    };

    private static void Features(Conversion c)
    {
        c.Each("dependencies", (c, e) => FeatureSets.Dependencies(c, e, Context(e)));
        c.Each("restrict_to_context", (c, e) => FeatureSets.Restrict(c, e, e["in"]!, Context(e), e["out"]!));
        c.Each("compare", Compare);
        c.Each("tlv_bytes", FeatureSets.Bytes);
    }

    // two nodes go together when each knows what the other needs; which bits they then agree on is no question of ours
    private static void Compare(Conversion c, Element e)
    {
        var incompatible = e["result"] is System.Text.Json.Nodes.JsonValue;
        Accept(c, e, "ours", "theirs", incompatible);
        Accept(c, e, "theirs", "ours", incompatible);
    }

    private static void Accept(Conversion c, Element e, string known, string bits, bool incompatible)
    {
        var (there, needed) = (FeatureSets.Bits(e[known]), FeatureSets.Bits(e[bits]).Where(int.IsEvenInteger));
        var lacking = needed.Any(bit => !there.Contains(bit) && !there.Contains(bit + 1));
        if (lacking && !incompatible)
        {
            throw new InvalidOperationException($"{e.Citation}: the source takes what the other side does not know");
        }

        FeatureSets.Accept(c, e, e[known]!, e[bits]!, !lacking, $"-{bits}");
    }

    private static string Context(Element e) => e.Text("context") switch
    {
        "init" => "I",
        "bolt11" => "9",
        "bolt12_invoice" => "12",
        var other => throw new InvalidOperationException($"an unknown context: {other}"),
    };

    private static void Stream(Conversion c, Element e)
    {
        var names = e["namespaces"]!.AsArray().Select(name => name!.GetValue<string>()).ToArray();
        if (e.Flag("valid"))
        {
            Streams.Good(c, e, e.Bytes("hex"), names);
        }
        else
        {
            Streams.Bad(c, e, e.Bytes("hex"), Streams.Class(e.Text("error_group")), names);
        }
    }
}
