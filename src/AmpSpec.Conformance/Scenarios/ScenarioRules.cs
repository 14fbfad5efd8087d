using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>What a file of scenarios must keep besides its form.</summary>
internal static class ScenarioRules
{
    /// <summary>The breaches, in reading order.</summary>
    public static IEnumerable<(string At, string Rule, string Text)> Check(JsonObject file)
    {
        var implementation = Text(file["implementation"]);
        if (Profiles.Find(implementation) is null)
        {
            yield return ("/implementation", Vectors.Rules.Profile, $"no profile {implementation}; there are {string.Join(", ", Profiles.All.Select(p => p.Name))}");
        }

        foreach (var (i, node) in file["scenarios"]!.AsArray().Index())
        {
            var (scenario, at) = (node!.AsObject(), $"/scenarios/{i}");
            if (Text(scenario["source"]!["implementation"]) != implementation)
            {
                yield return ($"{at}/source/implementation", Vectors.Rules.Scenario, $"the file is of {implementation}");
            }

            foreach (var (where, text) in Result(scenario).Concat(Invoices(scenario)).Concat(Steps(scenario)))
            {
                yield return ($"{at}{where}", Vectors.Rules.Scenario, text);
            }
        }
    }

    private static IEnumerable<(string At, string Text)> Result(JsonObject scenario)
    {
        var result = scenario["result"]!.AsObject();
        foreach (var member in ScenarioForm.Results.Where(m => result.ContainsKey(m.Name)))
        {
            foreach (var fault in ClosedCheck.Faults(member.Form, result[member.Name]))
            {
                yield return ($"/result/{member.Name}{fault.Pointer}", fault.Text);
            }

            if (member.Name.StartsWith("invoice_state", StringComparison.Ordinal) && scenario["invoices"]!.AsArray().Count == 0)
            {
                yield return ($"/result/{member.Name}", "there is no invoice");
            }
        }
    }

    private static IEnumerable<(string At, string Text)> Invoices(JsonObject scenario)
    {
        var seen = new HashSet<string>();
        foreach (var (i, node) in scenario["invoices"]!.AsArray().Index())
        {
            var (invoice, at) = (node!.AsObject(), $"/invoices/{i}");
            var isAmp = Text(invoice["kind"]) == "amp";
            if (!seen.Add(Text(invoice["id"])))
            {
                yield return ($"{at}/id", $"a second invoice {Text(invoice["id"])}");
            }

            if (isAmp != invoice["payment_hash"] is null)
            {
                yield return ($"{at}/payment_hash", isAmp ? "an AMP invoice has none" : "only an AMP invoice has none");
            }

            if (invoice["payment_secret"] is null && Text(invoice["kind"]) != "legacy")
            {
                yield return ($"{at}/payment_secret", "only a legacy invoice has none");
            }

            if (isAmp && invoice["preimage"] is not null)
            {
                yield return ($"{at}/preimage", "an AMP invoice has none");
            }
            else if (invoice["preimage"] is { } preimage && invoice["payment_hash"] is { } hash && new Preimage(Bytes32.Parse(Text(preimage))).Hash().ToString() != Text(hash))
            {
                yield return ($"{at}/preimage", "it does not hash to payment_hash");
            }
        }
    }

    private static IEnumerable<(string At, string Text)> Steps(JsonObject scenario)
    {
        var invoices = scenario["invoices"]!.AsArray().Select(i => Text(i!["id"])).ToHashSet();
        var parts = new HashSet<string>();
        var height = Form.NumberOf(scenario["config"]!["start_height"])!.Value;
        foreach (var (i, node) in scenario["steps"]!.AsArray().Index())
        {
            var (step, at) = (node!.AsObject(), $"/steps/{i}");
            var verb = Text(step["do"]);
            if (step["invoice"] is { } invoice && !invoices.Contains(Text(invoice)))
            {
                yield return ($"{at}/invoice", $"no invoice {Text(invoice)}");
            }

            if (verb == "open_set" && invoices.Count == 0)
            {
                yield return (at, "there is no invoice for a set");
            }

            if (verb == "block" && Form.NumberOf(step["height"])!.Value < height)
            {
                yield return ($"{at}/height", $"the chain stands at {height} already");
            }

            height = verb == "block" ? Form.NumberOf(step["height"])!.Value : height;
            if (step["part"] is { } part && (verb == "htlc" ? !parts.Add(Text(part)) : !parts.Contains(Text(part))))
            {
                yield return ($"{at}/part", verb == "htlc" ? $"a second part {Text(part)}" : $"no part {Text(part)} has come");
            }

            foreach (var (where, text) in (verb == "htlc" ? Htlc(step) : []).Concat(Expected(step, parts)))
            {
                yield return ($"{at}{where}", text);
            }
        }
    }

    private static IEnumerable<(string At, string Text)> Htlc(JsonObject step)
    {
        if (new[] { "set_id", "root_share", "child_index" }.Count(step.ContainsKey) is 1 or 2)
        {
            yield return ("/set_id", "an AMP record is set_id, root_share and child_index, or none of them");
        }

        foreach (var (type, _) in step["custom_records"] as JsonObject ?? [])
        {
            if (!ulong.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return ($"/custom_records/{type}", "no type from 0 to 2^64 - 1");
            }
            else if (ScenarioOffer.MemberOf(number, step) is { } member)
            {
                yield return ($"/custom_records/{type}", $"the part has this record already, from {member}");
            }
        }
    }

    private static IEnumerable<(string At, string Text)> Expected(JsonObject step, HashSet<string> parts)
    {
        var seen = new HashSet<string>();
        foreach (var (i, node) in (step["expect"] as JsonArray ?? []).Index())
        {
            var (expected, at) = (node!.AsObject(), $"/expect/{i}");
            var state = Text(expected["state"]);
            if (!parts.Contains(Text(expected["part"])))
            {
                yield return ($"{at}/part", $"no part {Text(expected["part"])} has come");
            }
            else if (!seen.Add(Text(expected["part"])))
            {
                yield return ($"{at}/part", $"{Text(expected["part"])} twice");
            }

            if (expected.ContainsKey("preimage") && state != "settled")
            {
                yield return ($"{at}/preimage", "only a settled part has one");
            }

            if (expected["failure"] is JsonObject failure)
            {
                var code = FailureCode.Of(ushort.Parse(Text(failure["code"]), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                if (state != "failed")
                {
                    yield return ($"{at}/failure", "only a failed part has one");
                }
                else if (code is null)
                {
                    yield return ($"{at}/failure/code", "no code of BOLT 4");
                }
                else if (failure["name"] is { } name && Text(name) != code.Name)
                {
                    yield return ($"{at}/failure/name", $"{Text(failure["code"])} is {code.Name}");
                }
                else if ((failure.ContainsKey("htlc_msat") || failure.ContainsKey("height")) && code.Name != "incorrect_or_unknown_payment_details")
                {
                    yield return ($"{at}/failure", "only incorrect_or_unknown_payment_details tells an amount and a height");
                }
            }
        }
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
