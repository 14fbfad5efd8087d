using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Differences;

/// <summary>What a session comes to under the rules of a profile, in words.</summary>
public static class Reading
{
    private const string UnknownDetails = "incorrect_or_unknown_payment_details", InvalidPayload = "invalid_onion_payload";

    /// <summary>Plays a session, and tells what the steps that are read bring about.</summary>
    public static string Of(TopicSession session, Profile profile)
    {
        var scenario = session.Make();
        var input = scenario.Input();
        var answers = SessionOps.Run.Ask(scenario.Input(), PolicySet.Of(profile)) is Answer.Ok ok ? ok.Value["steps"]!.AsArray() : throw new InvalidOperationException($"{session.Case} cannot be played under {profile}");
        var told = input["steps"]!.AsArray().Zip(answers).Skip(session.From)
            .Select(step => Step(step.First!.AsObject(), step.Second!.AsObject(), scenario, session.Told)).Where(text => text is not "").ToList();
        return told is [] ? "nothing happens" : string.Join("; ", told);
    }

    private static string Step(JsonObject step, JsonObject answer, Scenario scenario, bool told)
    {
        var outputs = answer["outputs"]!.AsArray().Select(o => o!.AsObject()).ToList();
        var verb = step["do"]!.GetValue<string>();
        if (outputs is [])
        {
            return verb == "htlc.offer" ? $"{Part(scenario, step["htlc"]!["id"]!).Name} is held" : "";
        }

        var said = outputs.GroupBy(output => Fate(output, scenario, told)).Select(same => same.First()["is"]!.GetValue<string>() is "claimable" ? same.Key
            : $"{string.Join(", ", same.Select(output => Part(scenario, output["htlc"]!).Name))} {(same.Count() == 1 ? same.Key.Replace("~", "s", StringComparison.Ordinal) : same.Key.Replace("~", "", StringComparison.Ordinal))}");
        return $"{When(step, verb, scenario)}{string.Join(", ", said)}";
    }

    // "~" stands for the ending of the verb
    private static string Fate(JsonObject output, Scenario scenario, bool told) => output["is"]!.GetValue<string>() switch
    {
        "settle" => "settle~",
        "claimable" => "its user may claim",
        "fail" => $"fail~: {Message(output["code"]!.GetValue<string>(), output["data"]!.GetValue<string>(), told)}",
        var malformed => $"{malformed}~: {output["code"]!.GetValue<string>()}",
    };

    private static string Message(string code, string data, bool told) => code switch
    {
        UnknownDetails when told => $"PERM|15, told {Number(data[..16])} msat at height {Number(data[16..])}",
        UnknownDetails => "PERM|15",
        InvalidPayload => $"PERM|22, type {(BigSize.Read(Convert.FromHexString(data)) is Decoded<ulong>.Ok(var type, _) ? type : throw new InvalidOperationException(data))}",
        _ => code,
    };

    private static string When(JsonObject step, string verb, Scenario scenario) => verb switch
    {
        "clock.advance" => $"after {(step["at_ms"]!.GetValue<ulong>() / 1000m).ToString(CultureInfo.InvariantCulture)} s: ",
        "block.connected" => Left(scenario.Offered.Min(part => (long)part.Expiry) - step["height"]!.GetValue<uint>()),
        "set.settle" => "when its owner settles: ",
        "invoice.cancel" => "",
        _ => "",
    };

    private static string Left(long blocks) => blocks >= 0 ? $"with {blocks} block{(blocks == 1 ? "" : "s")} left: " : $"{-blocks} block{(blocks == -1 ? "" : "s")} after the expiry: ";

    private static Htlc Part(Scenario scenario, JsonNode id) => scenario.Offered.First(part => JsonNode.DeepEquals(part.Id, id));

    private static ulong Number(string hex)
    {
        var bytes = new byte[8];
        Convert.FromHexString(hex).CopyTo(bytes, 8 - (hex.Length / 2));
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
