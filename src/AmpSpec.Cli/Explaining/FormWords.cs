using AmpSpec.Conformance.Operations;

namespace AmpSpec.Cli.Explaining;

/// <summary>A form in words.</summary>
internal static class FormWords
{
    /// <summary>A member: its name, what it is, and whether it may be absent.</summary>
    public static string Of(Member member) => $"{member.Name}: {Of(member.Form)}{(member.Optional ? ", may be absent" : "")}";

    private static string Of(Form form) => form switch
    {
        Form.Hex(0, int.MaxValue) => "bytes as hex",
        Form.Hex(var min, int.MaxValue) => $"{min} bytes or more as hex",
        Form.Hex(var min, var max) => min == max ? $"{min} bytes as hex" : $"{min} to {max} bytes as hex",
        Form.Number(var min, var max) => $"a number from {min} to {max}",
        Form.Decimal(var min, var max) => $"a decimal string from {min} to {max}",
        Form.Text { Options: [] } => "a text",
        Form.Text text => string.Join(" | ", text.Options),
        Form.Bool => "true or false",
        Form.List list => $"a list of: {Of(list.Item)}",
        Form.Object members => $"{{{string.Join(", ", members.Members.Select(Of))}}}",
        Form.Map map => $"an object of u64 keys to: {Of(map.Value)}",
        Form.Either forms => string.Join(", or ", forms.Forms.Select(Of)),
        Form.Variants variants => $"by {variants.By}: {string.Join("; ", variants.Cases.Select(c => $"{c.Is} {{{string.Join(", ", c.Members.Select(Of))}}}"))}",
        Form.When fork => $"{Of(fork.Then)}, or {Of(fork.Else)}",
        Form.Pattern pattern => $"a text that matches {pattern.Expression}",
        Form.Table table => $"an object from names to: {Of(table.Value)}",
        _ => form.GetType().Name,
    };
}
