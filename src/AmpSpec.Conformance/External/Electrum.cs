using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>spesmilo/electrum: values of its tests.</summary>
internal static class Electrum
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["electrum/tlv-streams"] = c => c.Each("cases", Stream),
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
