using System.Text.Json.Nodes;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>Short, long and missing secrets, gathered from the other folders by layer.</summary>
internal static class Secrets
{
    public static readonly IReadOnlyDictionary<string, Action<Conversion>> Files = new Dictionary<string, Action<Conversion>>
    {
        ["secrets/short-secrets"] = c => c.Each("cases", One),
    };

    private static void One(Conversion c, Element e)
    {
        switch (e.Text("layer"))
        {
            case "bolt11 field" or "bolt11 invoice":
                c.Skip(e, "waits for bolt11.decode", "bolt11.decode");
                break;
            case "payment_data record (type 8)":
                Record(c, e, amp: false);
                break;
            case "AMP record (type 14)":
                Record(c, e, amp: true);
                break;
            default:
                c.Skip(e, "the same entry is asked in lnd/records.json");
                break;
        }
    }

    private static void Record(Conversion c, Element e, bool amp)
    {
        var value = e.Bytes("value");
        if (e.Text("expect").StartsWith("accept", StringComparison.Ordinal))
        {
            Records.Good(c, e, amp, value, amp ? Payloads.Amp(value) : Payloads.PaymentData(value));
        }
        else
        {
            Records.Bad(c, e, amp, value, value.Length < (amp ? 64 : 32) ? ErrorClass.ValueTooShort : ErrorClass.ValueTooLong);
        }
    }
}
