using System.CommandLine;
using System.Text.Json.Nodes;
using AmpSpec.Cli.Inspecting;
using AmpSpec.Wire;
using Spectre.Console;

namespace AmpSpec.Cli.Verbs;

/// <summary><c>ampspec inspect KIND [HEX]</c>: a message field by field, each with the requirement that it answers to.</summary>
internal static class InspectVerb
{
    private const int Shown = 500;
    private const int ShownBytes = 8;

    private static readonly (string Kind, Func<byte[], Inspection> Inspect)[] Kinds =
    [
        ("tlv", Records.Stream),
        ("payload", Records.Final),
        ("forward", Records.Forward),
        ("failure", Messages.Failure),
        ("features", Messages.Features),
    ];

    public static Verb Make(Host host)
    {
        var kind = new Argument<string?>("KIND") { Description = "tlv: any stream of records · payload: of a payee · forward: of a hop · failure: a message · features: a set of bits", Arity = ArgumentArity.ZeroOrOne };
        var hex = new Argument<string[]>("HEX") { Description = "The bytes, without an outer length; from standard input when absent or '-'.", Arity = ArgumentArity.ZeroOrMore };
        var json = Options.Json();
        var verb = new Verb(
            "inspect",
            "Shows a message field by field: place, bytes, name, value, and the requirement that the field answers to.",
            [Exit.Holds, Exit.Failed, Exit.Usage],
            ["ampspec inspect payload 02030f424004030d4e80", "echo 400f 00000000000003e8 000d4e80 | ampspec inspect failure"],
            new Dictionary<int, string> { [Exit.Holds] = "the message is well-formed", [Exit.Failed] = "it is malformed, or a feature lacks another; the first fault is shown", [Exit.Usage] = "wrong usage; no hexadecimal digits" })
        {
            kind, hex, json,
        };
        verb.SetAction(parsed => Run(host, parsed.GetValue(kind), parsed.GetValue(hex) ?? [], parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Host host, string? kind, string[] words, bool json)
    {
        var inspect = Array.Find(Kinds, k => k.Kind == kind).Inspect
            ?? throw new UsageException($"{(kind is null ? "what are the bytes?" : $"'{Short(kind)}' is no kind of message.")} Say one of: {string.Join(", ", Kinds.Select(k => k.Kind))}");
        if (Array.Find(words, word => word.StartsWith('-') && word.Length > 1) is { } option)
        {
            throw new UsageException($"Unrecognized command or argument '{Short(option)}'; see 'ampspec inspect --help'");
        }

        if (Bytes(words, host, json) is not { } bytes)
        {
            return Exit.Usage;
        }

        var inspection = inspect(bytes);
        if (json)
        {
            Json.Write(host, Of(kind!, bytes, inspection));
        }
        else
        {
            Write(bytes, inspection, Clauses.Of(Home.Find(host)?.Root), new Screen(host));
        }

        return inspection.Error is null ? Exit.Holds : Exit.Failed;
    }

    // what is no hex is told to people and, as a damaged file is, to programs
    private static byte[]? Bytes(string[] words, Host host, bool json)
    {
        try
        {
            return HexInput.Read(words, host);
        }
        catch (UsageException wrong) when (json)
        {
            host.Err.WriteLine($"ampspec: {wrong.Message}");
            Json.Write(host, new() { ["problems"] = Json.List([wrong], w => new() { ["rule"] = "hex", ["text"] = w.Message }) });
            return null;
        }
    }

    private static void Write(byte[] bytes, Inspection inspection, Clauses clauses, Screen screen)
    {
        if (inspection.Says is { } says)
        {
            screen.Line(says, Screen.Strong);
        }

        if (inspection.Rows.Count > 0)
        {
            var table = new Table { Border = TableBorder.Simple, BorderStyle = Screen.Faint };
            foreach (var (i, name) in new[] { "byte", "bytes", "field", "value", "answers to" }.Index())
            {
                var column = new TableColumn(new Text(name, Screen.Faint)) { Padding = new Padding(0, 0, 1, 0) };
                table.AddColumn(i == 0 ? column.RightAligned() : column);
            }

            foreach (var row in inspection.Rows.Take(Shown))
            {
                table.AddRow(new Text($"{row.Offset}"), new Text(Hex(row.Bytes)), new Text(row.Field), new Text(row.Value), new Text(row.Requirement, Screen.Faint));
            }

            screen.Show(table);
        }

        if (inspection.Rows.Count > Shown)
        {
            screen.Line($"… and {inspection.Rows.Count - Shown} more; --json lists them all.");
        }

        if (inspection.Error is not { } error)
        {
            screen.Line($"Well-formed: {Words.Bytes(bytes.Length)}.", Screen.Good);
            return;
        }

        screen.Line($"{(error.Class == ErrorClass.FeaturesMissingDependency ? "Refused" : "Malformed")}: {error.Class}", Screen.Bad);
        screen.Pairs(
        [
            ("at", $"byte {error.Offset}{(error.Type is { } type ? $", type {type}" : "")}"),
            ("there", error.Value),
            ("breaks", clauses.Sentence(error.Requirement)),
        ], indent: 2);
    }

    private static JsonObject Of(string kind, byte[] bytes, Inspection inspection) => new()
    {
        ["kind"] = kind,
        ["bytes"] = bytes.Length,
        ["says"] = inspection.Says,
        ["wellFormed"] = inspection.Error is null,
        ["fields"] = Json.List(inspection.Rows, r => new()
        {
            ["offset"] = r.Offset,
            ["bytes"] = Convert.ToHexStringLower(r.Bytes),
            ["field"] = r.Field.Trim(),
            ["value"] = r.Value,
            ["requirement"] = r.Requirement,
        }),
        ["error"] = inspection.Error is { } error ? Of(error) : null,
    };

    private static JsonObject Of(WireError error) => new()
    {
        ["class"] = error.Class,
        ["offset"] = error.Offset,
        ["type"] = error.Type is { } type ? $"{type}" : null,
        ["value"] = error.Value,
        ["requirement"] = error.Requirement,
    };

    private static string Hex(byte[] bytes) => bytes.Length <= ShownBytes ? Convert.ToHexStringLower(bytes) : $"{Convert.ToHexStringLower(bytes[..(ShownBytes - 2)])}…";

    private static string Short(string word) => word.Length <= 20 ? word : word[..20] + "…";
}
