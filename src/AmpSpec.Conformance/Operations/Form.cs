using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AmpSpec.Conformance.Operations;

/// <summary>What a JSON value looks like. One declaration gives the JSON Schema that others read and the check that a request passes.</summary>
public abstract record Form
{
    private Form()
    {
    }

    /// <summary>Lower-case hexadecimal, <paramref name="Min"/> to <paramref name="Max"/> bytes.</summary>
    public sealed record Hex(int Min = 0, int Max = int.MaxValue) : Form;

    /// <summary>A JSON number without fraction: u32 and smaller, and signed ones up to 32 bits.</summary>
    public sealed record Number(long Min, long Max) : Form;

    /// <summary>A decimal string, without leading zeros or plus: u64 and i64.</summary>
    public sealed record Decimal(BigInteger Min, BigInteger Max) : Form;

    /// <summary>A text; one of <paramref name="Options"/> where there are any.</summary>
    public sealed record Text(params string[] Options) : Form;

    /// <summary>True or false.</summary>
    public sealed record Bool : Form;

    /// <summary>A list of at least <paramref name="Min"/> items of one form.</summary>
    public sealed record List(Form Item, int Min = 0) : Form;

    /// <summary>An object with these members.</summary>
    public sealed record Object(params Member[] Members) : Form;

    /// <summary>An object whose keys are u64 decimal strings.</summary>
    public sealed record Map(Form Value) : Form;

    /// <summary>One of several forms that differ at first sight.</summary>
    public sealed record Either(params Form[] Forms) : Form;

    /// <summary>An object whose member <paramref name="By"/> says which others it has.</summary>
    public sealed record Variants(string By, params (string Is, Member[] Members)[] Cases) : Form;

    /// <summary>A text that matches a regular expression, anchored at both ends.</summary>
    public sealed record Pattern(string Expression) : Form;

    /// <summary>An object whose keys match a regular expression.</summary>
    public sealed record Table(string Key, Form Value) : Form;

    /// <summary>Any object.</summary>
    public sealed record Free : Form;

    /// <summary>One form where an object has members of these forms (whatever else it has), another one where it has not.</summary>
    public sealed record When(Member[] Has, Form Then, Form Else) : Form;

    /// <summary>A form that has a name of its own in the schema, under <c>$defs</c>.</summary>
    public sealed record Named(string Name, Form Is) : Form;

    /// <summary>Any bytes.</summary>
    public static Form Bytes { get; } = new Hex();

    /// <summary>A JSON number with at most <paramref name="Digits"/> digits behind the point; only recorded scenarios have such.</summary>
    public sealed record Real(decimal Min, decimal Max, int Digits) : Form;

    /// <summary>A form, or null.</summary>
    public sealed record Nullable(Form Is) : Form;

    /// <summary>Anything.</summary>
    public sealed record Any : Form;

    /// <summary>Exactly 32 bytes.</summary>
    public static Form Bytes32 { get; } = new Hex(32, 32);

    /// <summary>A number of 16 bits.</summary>
    public static Form U16 { get; } = new Number(0, ushort.MaxValue);

    /// <summary>A number of 32 bits.</summary>
    public static Form U32 { get; } = new Number(0, uint.MaxValue);

    /// <summary>A decimal string of 64 bits.</summary>
    public static Form U64 { get; } = new Decimal(0, ulong.MaxValue);

    /// <summary>Why <paramref name="node"/> has not this form, or null. Members that are not named are ignored, as the adapter protocol wants.</summary>
    /// <param name="node">The value; null stands for JSON's null.</param>
    /// <param name="at">Where it stands, for the message.</param>
    public string? Check(JsonNode? node, string at) => this switch
    {
        Hex hex => TextOf(node) is { } text ? CheckHex(hex, text, at) : $"{at}: not a string of hexadecimal digits",
        Number number => NumberOf(node) is { } value && value >= number.Min && value <= number.Max
            ? null : $"{at}: not a number from {number.Min} to {number.Max}",
        Decimal number => TextOf(node) is { } text && Canonical(text) is { } value && value >= number.Min && value <= number.Max
            ? null : $"{at}: not a decimal string from {number.Min} to {number.Max}",
        Text options => TextOf(node) is { } text && (options.Options is [] || options.Options.Contains(text))
            ? null : $"{at}: not {(options.Options is [] ? "a text" : "one of " + string.Join(", ", options.Options))}",
        Bool => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : $"{at}: not true or false",
        List list => node is JsonArray items
            ? items.Count < list.Min ? $"{at}: {items.Count} items, at least {list.Min} wanted"
                : items.Select((item, i) => list.Item.Check(item, $"{at}[{i}]")).FirstOrDefault(e => e is not null)
            : $"{at}: not a list",
        Object members => node is JsonObject o ? CheckMembers(members.Members, o, at) : $"{at}: not an object",
        Map map => node is JsonObject o
            ? o.Select(m => U64.Check(m.Key, $"{at}, key {m.Key}") ?? map.Value.Check(m.Value, $"{at}.{m.Key}")).FirstOrDefault(e => e is not null)
            : $"{at}: not an object",
        Either forms => forms.Forms.Select(f => f.Check(node, at)).ToArray() is var errors && errors.Any(e => e is null) ? null : Neither(at, errors!),
        Variants variants => node is not JsonObject o ? $"{at}: not an object"
            : TextOf(o[variants.By]) is { } by && Array.Find(variants.Cases, c => c.Is == by) is { Members: { } members }
                ? CheckMembers(members, o, at)
                : $"{at}.{variants.By}: not one of {string.Join(", ", variants.Cases.Select(c => c.Is))}",
        Pattern pattern => TextOf(node) is { } text && Matches(pattern.Expression, text) ? null : $"{at}: does not match {pattern.Expression}",
        Table table => node is JsonObject o
            ? o.Select(m => Matches(table.Key, m.Key) ? table.Value.Check(m.Value, $"{at}.{m.Key}") : $"{at}.{m.Key}: does not match {table.Key}").FirstOrDefault(e => e is not null)
            : $"{at}: not an object",
        Free => node is JsonObject ? null : $"{at}: not an object",
        When fork => (new Object(fork.Has).Check(node, at) is null ? fork.Then : fork.Else).Check(node, at),
        Named named => named.Is.Check(node, at),
        Real real => RealOf(node) is { } value && value >= real.Min && value <= real.Max && value.Scale <= real.Digits
            ? null : $"{at}: not a number from {real.Min} to {real.Max}{(real.Digits > 0 ? $" with at most {real.Digits} digits behind the point" : "")}",
        Nullable nullable => node is null ? null : nullable.Is.Check(node, at),
        Any => null,
        _ => throw new InvalidOperationException($"a form without a check: {GetType().Name}"),
    };

    private static string Neither(string at, string[] errors) => $"{at}: not {string.Join(" or ", errors)}".Replace($"or {at}: not ", "or ", StringComparison.Ordinal).Replace($"not {at}: not ", "not ", StringComparison.Ordinal);

    private static string? CheckMembers(IEnumerable<Member> members, JsonObject o, string at) =>
        members.Select(m => o.ContainsKey(m.Name) ? m.Form.Check(o[m.Name], $"{at}.{m.Name}")
            : m.Optional ? null : $"{at}.{m.Name}: missing").FirstOrDefault(e => e is not null);

    private static string? CheckHex(Hex form, string text, string at) =>
        text.Length % 2 != 0 ? $"{at}: {text.Length} hexadecimal digits are no whole bytes"
        : text.AsSpan().IndexOfAnyExcept("0123456789abcdef") is >= 0 and var i ? $"{at}: '{text[i]}' at digit {i} is not lower-case hexadecimal"
        : text.Length / 2 < form.Min || text.Length / 2 > form.Max ? $"{at}: {text.Length / 2} bytes in place of {(form.Min == form.Max ? $"{form.Min}" : $"{form.Min} to {form.Max}")}"
        : null;

    // ECMA-262 reads $ as the very end, as JSON Schema wants it; .NET would let a newline follow
    internal static bool Matches(string expression, string text) => !text.EndsWith('\n') && Regex.IsMatch(text, expression, RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    internal static string? TextOf(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null;

    internal static long? NumberOf(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.Number && long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    internal static decimal? RealOf(JsonNode? node) => node?.GetValueKind() is JsonValueKind.Number
        && decimal.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static BigInteger? Canonical(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small) ? text.Length == 1 || text[0] != '0' ? small : null
        : text.Length <= 40 && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value.ToString(CultureInfo.InvariantCulture) == text ? value : null;
}

/// <summary>A named member of an object.</summary>
public sealed record Member(string Name, Form Form, bool Optional = false)
{
    /// <summary>What it means, in one line of Markdown; empty where its name says it.</summary>
    public string Means { get; init; } = "";

    /// <summary>The same member, which may be absent.</summary>
    public Member OrAbsent => this with { Optional = true };
}
