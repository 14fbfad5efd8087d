using AmpSpec.Conformance.Operations;

namespace AmpSpec.Conformance.Publishing;

/// <summary>Members as tables of Markdown: what is small in its row, what is large in a section of its own, each form once.</summary>
internal sealed class FormSections
{
    private const int LongestCell = 160;

    private readonly Queue<(string Path, Form Form)> _waiting = new();
    private readonly Dictionary<string, string> _known = [];

    /// <summary>The lines of a table of members, then those of all sections that it calls for.</summary>
    /// <param name="members">The members.</param>
    public static IEnumerable<string> Of(IReadOnlyList<Member> members)
    {
        var page = new FormSections();
        List<string> lines = [.. page.Table(members, "")];
        while (page._waiting.TryDequeue(out var next))
        {
            lines.AddRange(page.Section(next.Path, "", next.Form));
        }

        return lines;
    }

    private IEnumerable<string> Table(IReadOnlyList<Member> members, string path) => members is []
        ? ["An object without members."]
        : members.All(m => m.Means is "") ? ["| member | form |", "| --- | --- |", .. members.Select(m => Row(m, path))]
        : ["| member | form | meaning |", "| --- | --- | --- |", .. members.Select(m => $"{Row(m, path)} {m.Means} |")];

    private string Row(Member m, string path) =>
        $"| `{m.Name}`{(m.Optional ? ", may be absent" : "")} | {Cell(m.Form, $"{path}{m.Name}").Replace("|", "\\|", StringComparison.Ordinal)} |";

    // a large form is told elsewhere
    private string Cell(Form form, string path)
    {
        var text = FormText.Of(form);
        return text.Length <= LongestCell ? text : Bare(form) switch
        {
            Form.List list => $"list{(list.Min > 0 ? $" of at least {list.Min}" : "")}: {Cell(list.Item, $"{path}[]")}",
            Form.Map map => $"object from u64 decimal strings to: {Cell(map.Value, $"{path}{{}}")}",
            Form.Table table => $"object from names to: {Cell(table.Value, $"{path}{{}}")}",
            Form.Object or Form.Variants or Form.Either or Form.When => Elsewhere(form, text, path),
            _ => text,
        };
    }

    private string Elsewhere(Form form, string text, string path)
    {
        if (_known.TryGetValue(text, out var at))
        {
            return $"as `{at}`, below";
        }

        _known[text] = path;
        _waiting.Enqueue((path, form));
        return $"see `{path}`, below";
    }

    private IEnumerable<string> Section(string path, string kind, Form form) => Bare(form) switch
    {
        Form.Object o => [.. Head(path, kind), .. Table(o.Members, $"{path}.")],
        Form.Variants v => [.. Head(path, kind), .. Variants(path, v)],
        Form.Either e => e.Forms.SelectMany((one, i) => Section(path, $", form {i + 1} of {e.Forms.Length}", one)),
        Form.When w => [.. Section(path, $", with {Names(w)}", w.Then), .. Section(path, $", without {Names(w)}", w.Else)],
        _ => [.. Head(path, kind), FormText.Of(form)],
    };

    private static string[] Head(string path, string kind) => ["", $"### `{path}`{kind}", ""];

    private static string Names(Form.When fork) => string.Join(" and ", fork.Has.Select(m => $"`{m.Name}`"));

    private IEnumerable<string> Variants(string path, Form.Variants of)
    {
        var shared = of.Cases[0].Members.Where(m => of.Cases.All(c => c.Members.Any(other => IsSame(m, other)))).ToArray();
        return
        [
            .. Table([new(of.By, new Form.Text([.. of.Cases.Select(c => c.Is)])), .. shared], $"{path}."),
            .. of.Cases.SelectMany(c => Own(path, $"`{of.By}` = `{c.Is}`", c.Members.Where(m => !shared.Any(other => IsSame(m, other))).ToArray())),
        ];
    }

    private IEnumerable<string> Own(string path, string name, Member[] members) =>
        members is [] ? ["", $"With {name} nothing more."] : ["", $"With {name} also:", "", .. Table(members, $"{path}.")];

    private static bool IsSame(Member one, Member other) => one.Name == other.Name && one.Optional == other.Optional && FormText.Of(one.Form) == FormText.Of(other.Form);

    private static Form Bare(Form form) => form is Form.Named named ? Bare(named.Is) : form;
}
