using AmpSpec.Wire;

namespace AmpSpec.Cli.Inspecting;

/// <summary>Failure messages and sets of features.</summary>
internal static class Messages
{
    /// <summary>Code, the data that it calls for, and what follows.</summary>
    public static Inspection Failure(byte[] bytes)
    {
        const string Rule = "MPP-WIRE-08";
        if (bytes.Length < FailureMessage.CodeSize)
        {
            return new([], Fault(FailureMessage.Read(bytes)));
        }

        var code = (ushort)((bytes[0] << 8) | bytes[1]);
        var rows = new List<Row> { new(0, bytes[..2], "code", $"{Flags(code)}{code & 0xfff}", Rule) };
        var says = FailureCode.Of(code)?.Name ?? "a code without a name";
        var at = FailureMessage.CodeSize;
        var decoded = FailureMessage.Read(bytes);
        foreach (var datum in decoded is Decoded<FailureMessage>.Ok(var message, _) ? message.Data : [])
        {
            var counted = datum.Field.Form is FailureForm.Counted;
            var size = datum.Content.Count + (counted ? 2 : 0);
            rows.Add(new(at, bytes[at..(at + size)], datum.Field.Name, counted || datum.Field.Form is FailureForm.Hash ? Words.Bytes(datum.Content.Count) : $"{datum.Number}", Rule));
            at += size;
        }

        if (Fault(decoded) is { } error)
        {
            return new([.. rows, .. error.Offset > at ? [new Row(at, bytes[at..], "data", Words.Bytes(bytes.Length - at), Rule)] : Array.Empty<Row>()], error, says);
        }

        return new([.. rows, .. at < bytes.Length ? Tail(bytes, at) : []], null, says);
    }

    // what a payer does not expect behind the data, it ignores; where it is a stream its records are shown
    private static IEnumerable<Row> Tail(byte[] bytes, int at) =>
        Records.Stream(bytes[at..]) is { Error: null, Rows: var rows }
            ? rows.Select(r => r with { Offset = r.Offset + at, Field = $"tail {r.Field.Trim()}", Requirement = "MPP-WIRE-08" })
            : [new(at, bytes[at..], "tail", Words.Bytes(bytes.Length - at), "MPP-WIRE-08")];

    /// <summary>Each bit that is set, the lowest first.</summary>
    public static Inspection Features(byte[] bytes)
    {
        var decoded = Wire.Features.Read(bytes);
        return decoded is Decoded<Features>.Ok(var features, _)
            ? new([.. features.Bits.Select(bit => Bit(bit, bytes, features))], Lacking(features, bytes))
            : new([], Fault(decoded));
    }

    // at the lowest bit that lacks something
    private static WireError? Lacking(Features features, byte[] bytes) => features.Missing() is { Count: > 0 } missing
        ? new(
            ErrorClass.FeaturesMissingDependency,
            bytes.Length - 1 - (features.Bits.First(bit => Lacks(bit, features) is not []) / 8),
            $"no {string.Join(", no ", missing.Select(even => Feature.Of(even)!.Name))}",
            "INV-02")
        : null;

    private static string[] Lacks(int bit, Features features) =>
        [.. (Feature.Of(bit)?.Dependencies() ?? []).Where(d => !features.Offers(d.Even)).Select(d => d.Name)];

    private static Row Bit(int bit, byte[] bytes, Features features)
    {
        var at = bytes.Length - 1 - (bit / 8);
        if (Feature.Of(bit) is not { } feature)
        {
            return new(at, [bytes[at]], $"bit {bit}", $"without a name, {(bit % 2 == 0 ? "needed" : "offered")}", "INV-08");
        }

        var lacks = Lacks(bit, features);
        var says = bit == feature.Even ? "needed" : features.Requires(bit) ? "offered and needed: needed" : "offered";
        return lacks.Length > 0
            ? new(at, [bytes[at]], $"bit {bit}", $"{feature.Name}, {says}; lacks {string.Join(" and ", lacks)}", "INV-02")
            : new(at, [bytes[at]], $"bit {bit}", $"{feature.Name}, {says}", "INV-08");
    }

    private static string Flags(ushort code) => string.Concat(
        new[] { (FailureFlags.BadOnion, "BADONION|"), (FailureFlags.Perm, "PERM|"), (FailureFlags.Node, "NODE|"), (FailureFlags.Update, "UPDATE|") }
            .Where(f => FailureCode.FlagsOf(code).HasFlag(f.Item1)).Select(f => f.Item2));

    private static WireError? Fault<T>(Decoded<T> decoded) => decoded is Decoded<T>.Malformed(var error) ? error : null;
}
