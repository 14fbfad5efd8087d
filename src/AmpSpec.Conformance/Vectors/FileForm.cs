using AmpSpec.Conformance.Operations;

namespace AmpSpec.Conformance.Vectors;

/// <summary>The form of a vector file, for one operation: envelope and contents, everything closed.</summary>
/// <remarks>What it cannot say (names that must be known, or unique, or fit together) is in <see cref="FileRules"/> and <see cref="SuiteRules"/>.</remarks>
public static class FileForm
{
    private static readonly Form Text = new Form.Text();
    private static readonly Form Texts = new Form.List(Text);
    private static readonly Form Printable = new Form.Pattern("^[ -~]{1,160}$");

    private static readonly Form Flag = new Form.Named("flag", new Form.Object(
        new("bugType", Text), new("effect", Text), new("description", Text), new("links", Texts)));

    private static readonly Member[] Head =
    [
        new("format", new Form.Text(VectorFile.Format)),
        new("suite", new Form.Pattern(@"^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$")),
        new("file", new Form.Pattern("^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*$")),
        new("license", new Form.Pattern("^[0-9A-Za-z.+-]+( (AND|OR|WITH) [0-9A-Za-z.+-]+)*$")),
        new("flags", new Form.Table("^[A-Z][0-9A-Za-z]*$", Flag)),
    ];

    private static readonly Member Generator = new("generator", new Form.Object(new("tool", Text), new("version", Text), new("seed", Text)));
    private static readonly Member Source = new("source", new Form.Object(new("repository", Text), new("commit", Text), new("path", Text)));

    /// <summary>The form of a file of <paramref name="op"/>: one of ours names its generator, one of somebody else's its source.</summary>
    public static Form Of(Operation op)
    {
        Member[] rest = [.. Head, new("op", new Form.Text(op.Name)), new("groups", new Form.List(new Form.Named("group", Group(op)), 1))];
        return new Form.When([new("source", new Form.Free())], new Form.Object([.. rest, Source]), new Form.Object([.. rest, Generator]));
    }

    // what a group gives is not repeated in its cases, so there each member of the request may be absent
    private static Form Group(Operation op)
    {
        Form.Named given = new("given", new Form.Object([.. op.In.Select(m => m.OrAbsent)]));
        Member[] head =
        [
            new("group", Printable), new("requirements", Texts),
            new Member("roundtrip", Text).OrAbsent,
            new Member("requires", new Form.Object(new Member("ops", Texts).OrAbsent, new Member("features", Texts).OrAbsent, new Member("clock", Text).OrAbsent)).OrAbsent,
        ];
        return new Form.When(
            [new("given", new Form.Free())],
            new Form.Object([.. head, new("given", given), Cases(op, "case-beside-given", given)]),
            new Form.Object([.. head, Cases(op, "case", new Form.Named("input", new Form.Object([.. op.In])))]));
    }

    // only a request that is to be refused as malformed may have another form than its operation's
    private static Member Cases(Operation op, string name, Form input) => new("cases", new Form.List(
        new Form.When(
            [new("expect", new Form.Object(new Member("error", new Form.Object(new Member("class", new Form.Text(Operation.Malformed))))))],
            new Form.Named("case-malformed", Case(op, new Form.Free())),
            new Form.Named(name, Case(op, input))),
        Min: 1));

    private static Form Case(Operation op, Form input)
    {
        Form.Named ok = new("ok", new Form.Object([.. op.Ok]));
        Form.Named error = new("error", new Form.Object(new Member("error", Error(op))));
        Form chosen = ReferenceEquals(op.Chosen, op.Ok) ? ok : new Form.Named("chosen", new Form.Object([.. op.Chosen]));
        Form outcome = new Form.When([new("error", new Form.Free())], error, chosen);
        Form allowed = new Form.Object(new("policy", Text), new("expect", outcome));
        Member[] head =
        [
            new("id", Text), new("since", new Form.Pattern(@"^[0-9]+\.[0-9]+$")), new("input", input),
            new Member("requirements", Texts).OrAbsent, new Member("flags", Texts).OrAbsent, new Member("control", Text).OrAbsent,
            new Member("trace", new Form.Free()).OrAbsent, new Member("source", Printable).OrAbsent,
        ];
        return new Form.Variants(
            "result",
            ("valid", [.. head, new("expect", ok)]),
            ("invalid", [.. head, new("expect", error)]),
            ("choice", [.. head, new("expect", new Form.Object(new Member("allow", new Form.List(allowed, 2))))]));
    }

    private static Form Error(Operation op) => new Form.Object(
        new("phase", new Form.Text(Phase.All)),
        new("class", new Form.Text([.. op.Errors.Select(e => e.Class).Append(Operation.Malformed).Distinct().Order(StringComparer.Ordinal)])),
        new Member("at", new Form.List(new Form.Number(0, int.MaxValue), 1)).OrAbsent);
}
