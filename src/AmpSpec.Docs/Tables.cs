using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Derivation;
using AmpSpec.Docs.Parsing;
using AmpSpec.Docs.Receiver;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using SetTable = AmpSpec.Docs.Receiver.SetTable;

namespace AmpSpec.Docs;

/// <summary>The generated tables of the chapters, by name. Each is written from the code that it describes.</summary>
public static class Tables
{
    private const string Settlement = "src/AmpSpec/Settlement";

    /// <summary>All of them.</summary>
    /// <param name="root">The checkout whose sources are read, where a table is written from these.</param>
    public static IReadOnlyDictionary<string, Func<string>> Of(string root) => Of(Code(root, Settlement), Code(root, $"{Settlement}/Counted"));

    private static Lazy<CodeFolder> Code(string root, string folder) => new(() => new RepositoryFiles(root).Code(folder));

    private static Dictionary<string, Func<string>> Of(Lazy<CodeFolder> code, Lazy<CodeFolder> counted) => new()
    {
        ["derivations"] = Derivations,
        ["failure-codes"] = FailureCodes,
        ["features"] = Features,
        ["field-kinds"] = FieldKinds,
        ["operations"] = Operations,
        ["payload-records"] = PayloadTable.Write,
        ["errors"] = Errors,
        ["policies"] = Policies,
        ["receiver/arrival"] = () => ArrivalTable.Write(code.Value),
        ["receiver/counted"] = () => SetTable.Write(counted.Value, Machine.Counted),
        ["receiver/differences"] = WhoDoesWhat.Write,
        ["receiver/diagram"] = () => SetDiagram.Write(code.Value),
        ["receiver/node"] = () => NodeTable.Write(code.Value),
        ["receiver/policies"] = () => PolicyTables.Write(code.Value),
        ["receiver/refusals"] = () => RefusalTables.Write(code.Value, counted.Value),
        ["receiver/set"] = () => SetTable.Write(code.Value, Machine.Receiver),
        ["receiver/who-does-what"] = WhoDoesWhat.Overview,
    };

    private static string Derivations() => PipeTable.Of(
        ["name", "preimage", "largest index"],
        ChildDerivation.All.Select(derivation => derivation switch
        {
            ChildDerivation.Indexed d => [Code(d.Name), $"SHA256(root{(d.TakesShare ? " ‖ share" : "")} ‖ {Index(d)})", $"2^{8 * d.IndexSize} - 1"],
            _ => new[] { Code(derivation.Name), "12 zero bytes ‖ XOR of the pieces", "none" },
        }));

    private static string Index(ChildDerivation.Indexed derivation) => derivation.IndexSize is 1 ? "index in 1 byte" : $"be{8 * derivation.IndexSize}(index)";

    private static string FailureCodes() => PipeTable.Of(
        ["code", "flags", "name", "data", "from"],
        FailureCode.All.Select(code => new[]
        {
            $"{code.Value:x4}",
            Flagged(code),
            Code(code.Name),
            string.Join(", ", code.Fields.Select(field => $"{field.Name} {Form(field.Form)}")),
            Source(code.Source),
        }));

    private static string Flagged(FailureCode code) => string.Join(
        '|',
        Enum.GetValues<FailureFlags>().Where(f => f is not FailureFlags.None && code.Flags.HasFlag(f)).Reverse().Select(f => $"{f}".ToUpperInvariant()).Append($"{code.Number}"));

    private static string Form(FailureForm form) => form switch
    {
        FailureForm.Integer(var size) => $"u{8 * size}",
        FailureForm.BigSized => "BigSize",
        FailureForm.Hash => "32 bytes",
        FailureForm.Counted => "u16 and as many bytes",
        _ => throw new InvalidOperationException($"a form without a name: {form}"),
    };

    private static string Source(FailureSource source) => source switch
    {
        FailureSource.Bolt4 => "BOLT 4",
        FailureSource.EarlierBolt4 => "an earlier BOLT 4",
        FailureSource.TrampolineDraft => "trampoline draft",
        FailureSource.Eclair => "eclair",
        _ => throw new InvalidOperationException($"a source without a name: {source}"),
    };

    private static string Features() => PipeTable.Of(
        ["bits", "name", "needs", "shown in", "from"],
        Feature.All.Select(f => new[] { $"{f.Even}/{f.Odd}", Code(f.Name), Needs(f), f.Contexts, Source(f.Source) }));

    private static string Needs(Feature feature) =>
        feature.DependsOn is null ? "" : $"{Code(feature.DependsOn)}{(feature.ExceptIn is "" ? "" : $" (not in {feature.ExceptIn.Replace(" ", ", ", StringComparison.Ordinal)})")}";

    private static string Source(FeatureSource source) => source switch
    {
        FeatureSource.Bolt9 => "BOLT 9",
        FeatureSource.Assumed => "BOLT 9, assumed",
        FeatureSource.Removed => "an earlier BOLT 9",
        FeatureSource.Lnd => "lnd",
        FeatureSource.TrampolineDraft => "trampoline draft",
        _ => throw new InvalidOperationException($"a source without a name: {source}"),
    };

    private static string FieldKinds() => PipeTable.Of(
        ["kind", "what the field is"],
        FieldKind.Named.GroupBy(kind => kind.Kind).Select(same => new[] { string.Join(", ", same.Select(kind => Code(kind.Name))), Says(same.Key) })
            .Append([Code("N*byte"), "N bytes, N in decimal digits"]));

    private static string Says(FieldKind kind) => kind switch
    {
        FieldKind.Fixed(var size) => $"{size} byte{(size == 1 ? "" : "s")}, whatever they are",
        FieldKind.TruncatedInteger(var most) => $"a truncated integer, 0 to {most} bytes; only as the last field",
        FieldKind.Point => "33 bytes, the first 02 or 03",
        FieldKind.Rest => "all bytes that are left; only as the last field",
        _ => throw new InvalidOperationException($"a kind without words: {kind}"),
    };

    private static string Operations() => PipeTable.Of(
        ["operation", "what it does", "in", "ok"],
        Catalogue.All.Select(op => new[] { Code(op.Name), op.About, Members(op.In), Members(op.Answered) }));

    private static string Members(IEnumerable<Member> members) => string.Join(", ", members.Select(m => m.Optional ? $"{m.Name}?" : m.Name));

    private static string Errors() => PipeTable.Of(
        ["class", "phase", "operations"],
        from op in Catalogue.All.Concat(new SessionBook(Rules.Ours, most: 0).Operations())
        from error in op.Errors
        group op.Name by error into classes
        orderby classes.Key.Class, classes.Key.Phase
        select new[] { Code(classes.Key.Class), classes.Key.Phase, string.Join(", ", classes) });

    private static string Policies() => PipeTable.Of(
        ["policy", "option", "what it means", "decided by"],
        from policy in Conformance.Operations.Policies.All
        from option in policy.Options
        select new[] { Code(policy.Name), $"{Code(option.Option)}{(option.Option == policy.Default ? " (ours)" : "")}", option.Meaning, policy.Requirement });

    private static string Code(string text) => $"`{text}`";
}
