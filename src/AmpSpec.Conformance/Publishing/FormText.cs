using AmpSpec.Conformance.Operations;

namespace AmpSpec.Conformance.Publishing;

/// <summary>A form in words, for the pages of <c>vectors/formats</c>.</summary>
internal static class FormText
{
    public static string Of(Form form) => form switch
    {
        Form.Hex { Min: 0, Max: int.MaxValue } => "bytes",
        Form.Hex { Max: int.MaxValue } hex => $"bytes, at least {hex.Min}",
        Form.Hex hex when hex.Min == hex.Max => $"{hex.Min} bytes",
        Form.Hex hex => $"{hex.Min} to {hex.Max} bytes",
        Form.Number number => $"number, {number.Min} to {number.Max}",
        Form.Decimal number => $"decimal string, {number.Min} to {number.Max}",
        Form.Text { Options: [] } => "text",
        Form.Text text => string.Join(" or ", text.Options.Select(o => $"`{o}`")),
        Form.Pattern pattern => $"text that matches `{pattern.Expression}`",
        Form.Bool => "true or false",
        Form.List list => $"list{(list.Min > 0 ? $" of at least {list.Min}" : "")}: {Of(list.Item)}",
        Form.Object o => Members(o.Members),
        Form.Map map => $"object from u64 decimal strings to {Of(map.Value)}",
        Form.Table table => $"object from names to {Of(table.Value)}",
        Form.Either either => string.Join("; or ", either.Forms.Select(Of)),
        Form.Variants variants => string.Join("; or ", variants.Cases.Select(c => Members([new(variants.By, new Form.Text(c.Is)), .. c.Members]))),
        Form.When fork => $"{Of(fork.Then)}; or {Of(fork.Else)}",
        Form.Named named => Of(named.Is),
        Form.Free => "object",
        _ => throw new InvalidOperationException($"a form without words: {form.GetType().Name}"),
    };

    private static string Members(IEnumerable<Member> members) =>
        $"{{{string.Join(", ", members.Select(m => $"`{m.Name}`{(m.Optional ? "?" : "")}: {Of(m.Form)}"))}}}";
}
