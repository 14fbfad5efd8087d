using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Derivation;
using AmpSpec.Docs;
using AmpSpec.Wire;

namespace AmpSpec.Cli.Explaining;

/// <summary>Error classes, policies, operations and rows: what they mean, and the cases that show them.</summary>
internal static class OtherExplanations
{
    /// <summary>A class of refusal.</summary>
    public static Explanation OfError(string @class, Library library)
    {
        var meaning = ErrorMeanings.Of(@class);
        var given = Catalogue.All.SelectMany(op => op.Errors.Where(e => e.Class == @class).Select(e => $"{op.Name}, phase {e.Phase}")).ToArray();
        given = @class == Operation.Malformed ? ["every operation, phase input"] : given;
        var cases = library.Suite.Cases.Where(c => c.Allowed.Any(a => a.Expect["error"]?["class"]?.GetValue<string>() == @class)).ToArray();
        var ids = cases.Select(c => c.Id).ToArray();
        var rules = cases.SelectMany(c => c.Requirements).Distinct().Order(StringComparer.Ordinal).ToArray();
        return new(
            @class,
            "a class of refusal",
            [("means", meaning ?? ""), ("given by", Explanation.Lines(given)), ("answers to", Explanation.Lines(rules.Select(library.Clauses.Sentence))), Cases("shown by", ids)],
            new() { ["kind"] = "error", ["id"] = @class, ["meaning"] = meaning, ["given"] = Json.Texts(given), ["requirements"] = Json.Texts(rules), ["cases"] = Json.Texts(ids) });
    }

    /// <summary>A place where sources diverge.</summary>
    public static Explanation OfPolicy(Policy policy, Library library)
    {
        var ids = library.Suite.Cases.Where(c => c.Allowed.Any(a => a.Policy?.Split('=')[0] == policy.Name)).Select(c => c.Id).ToArray();
        return new(
            policy.Name,
            "a policy",
            [
                ("decides", policy.About),
                ("options", Explanation.Lines(policy.Options.Select((o, i) => $"{o.Option}{(i == 0 ? " (ours)" : "")}: {o.Meaning}"))),
                ("answers to", library.Clauses.Sentence(policy.Requirement)),
                Cases("depends", ids),
            ],
            new()
            {
                ["kind"] = "policy",
                ["id"] = policy.Name,
                ["about"] = policy.About,
                ["requirement"] = policy.Requirement,
                ["default"] = policy.Default,
                ["options"] = Json.List(policy.Options, o => new() { ["option"] = o.Option, ["meaning"] = o.Meaning }),
                ["cases"] = Json.Texts(ids),
            });
    }

    /// <summary>A thing that can be asked.</summary>
    public static Explanation OfOperation(Operation op, Library library)
    {
        var ids = library.Suite.Cases.Where(c => c.Op == op.Name).Select(c => c.Id).ToArray();
        var errors = op.Errors.Select(e => $"{e.Class}, phase {e.Phase}").ToArray();
        return new(
            op.Name,
            "an operation",
            [
                ("gives", op.About),
                ("in", Explanation.Lines(op.In.Select(FormWords.Of))),
                ("ok", Explanation.Lines(op.Answered.Select(FormWords.Of))),
                ("refuses", Explanation.Lines(errors)),
                Cases("asked by", ids),
            ],
            new()
            {
                ["kind"] = "operation",
                ["id"] = op.Name,
                ["about"] = op.About,
                ["in"] = FormSchema.Closed(op.In),
                ["ok"] = FormSchema.Closed(op.Answered),
                ["errors"] = Json.Texts(errors),
                ["cases"] = Json.Texts(ids),
            });
    }

    /// <summary>A way from a root to preimages.</summary>
    public static Explanation OfDerivation(ChildDerivation derivation, Library library)
    {
        var (preimage, rule) = derivation switch
        {
            ChildDerivation.Indexed d => ($"SHA256(root{(d.TakesShare ? " ‖ share" : "")} ‖ index), the index big-endian in {Inspecting.Words.Bytes(d.IndexSize)}, so at most {d.MaxIndex}", d.Requirement),
            ChildDerivation.OfPieces => ("12 zero bytes ‖ the XOR of all pieces, 20 bytes each; one for all parts", "AMP-DRV-08"),
        };
        var ids = library.Suite.Cases.Where(c => c.Op.StartsWith("amp.", StringComparison.Ordinal) && Text(c.Request["derivation"]) == derivation.Name).Select(c => c.Id).ToArray();
        return new(
            derivation.Name,
            "a derivation",
            [("preimage", preimage), ("hash", "SHA256(preimage)"), ("answers to", library.Clauses.Sentence(rule)), Cases("asked by", ids)],
            new() { ["kind"] = "derivation", ["id"] = derivation.Name, ["preimage"] = preimage, ["requirement"] = rule, ["cases"] = Json.Texts(ids) });
    }

    /// <summary>What a failure message begins with.</summary>
    public static Explanation OfFailure(FailureCode code, Library library)
    {
        var fields = code.Fields.Select(f => f.Name).ToArray();
        var ids = library.Suite.Cases.Where(c => c.Allowed.Any(a => Text(a.Expect["code"]) == code.Name) || Text(c.Request["code"]) == code.Name).Select(c => c.Id).ToArray();
        return new(
            code.Name,
            "a failure code",
            [("code", $"{code.Value:x4}"), ("data", fields is [] ? "none" : string.Join(", ", fields)), ("answers to", library.Clauses.Sentence("MPP-WIRE-08")), Cases("shown by", ids)],
            new() { ["kind"] = "failure", ["id"] = code.Name, ["code"] = $"{code.Value:x4}", ["data"] = Json.Texts(fields), ["requirement"] = "MPP-WIRE-08", ["cases"] = Json.Texts(ids) });
    }

    /// <summary>A row of a table, as its chapter shows it.</summary>
    public static Explanation OfRow(ShownRow row, Library library) => new(
        row.Id,
        "a row",
        [.. row.Cells.Where(cell => cell.Head != ShownRow.Requirements), ("answers to", Explanation.Lines(row.Served.Select(library.Clauses.Sentence))), ("stands in", $"{row.Place}, {row.Section}")],
        new()
        {
            ["kind"] = "row",
            ["id"] = row.Id,
            ["cells"] = new JsonObject(row.Cells.Where(cell => cell.Head != ShownRow.Requirements).Select(cell => KeyValuePair.Create(cell.Head, (JsonNode?)cell.Text))),
            ["requirements"] = Json.Texts(row.Served),
            ["place"] = row.Place,
            ["section"] = row.Section,
        });

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static (string, string) Cases(string label, string[] ids) => (label, ids.Length == 0 ? "no case" : $"{ids.Length} case{(ids.Length == 1 ? "" : "s")}\n{Explanation.Some(ids)}");
}
