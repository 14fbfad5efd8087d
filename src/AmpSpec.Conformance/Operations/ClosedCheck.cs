using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Operations;

/// <summary>A place (JSON Pointer) and what is wrong there.</summary>
public sealed record Fault(string Pointer, string Text);

/// <summary>The check of a form whose objects are closed: the same verdict as the schema's (<see cref="FormSchema"/>), but with every place named, and fast.</summary>
public sealed class ClosedCheck
{
    private readonly List<Fault> _faults = [];
    private readonly List<string> _steps = [];
    private readonly int _most;

    private ClosedCheck(int most) => _most = most;

    /// <summary>At most <paramref name="most"/> faults, in reading order.</summary>
    public static IReadOnlyList<Fault> Faults(Form form, JsonNode? node, int most = 20)
    {
        var check = new ClosedCheck(most);
        check.Check(form, node);
        return check._faults;
    }

    /// <summary>A member's name as a step of a JSON Pointer (RFC 6901).</summary>
    public static string Step(string name) => "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private void Check(Form form, JsonNode? node)
    {
        if (_faults.Count >= _most)
        {
            return;
        }

        switch (form, node)
        {
            case (Form.Named named, _):
                Check(named.Is, node);
                break;
            case (Form.Nullable, null):
                break;
            case (Form.Nullable nullable, _):
                Check(nullable.Is, node);
                break;
            case (Form.When fork, _):
                Check(Has(fork.Has, node) ? fork.Then : fork.Else, node);
                break;
            case (Form.Either either, _):
                OneOf(either, node);
                break;
            case (Form.Object members, JsonObject o):
                Members(members.Members, o, by: null);
                break;
            case (Form.Variants variants, JsonObject o):
                Variant(variants, o);
                break;
            case (Form.List list, JsonArray items):
                Items(list, items);
                break;
            case (Form.Map map, JsonObject o):
                Keys(o, key => Form.U64.Check(key, "") is null, map.Value);
                break;
            case (Form.Table table, JsonObject o):
                Keys(o, key => Form.Matches(table.Key, key), table.Value);
                break;
            default:
                if (form.Check(node, "") is { } wrong)
                {
                    Add(wrong.StartsWith(": ", StringComparison.Ordinal) ? wrong[2..] : wrong);
                }

                break;
        }
    }

    private void Members(Member[] members, JsonObject o, string? by)
    {
        foreach (var (name, value) in o)
        {
            if (name == by)
            {
                continue;
            }

            if (Array.Find(members, m => m.Name == name) is { } member)
            {
                Below(name, member.Form, value);
            }
            else
            {
                Add("no such member", name);
            }
        }

        foreach (var member in members)
        {
            if (!member.Optional && !o.ContainsKey(member.Name))
            {
                Add("missing", member.Name);
            }
        }
    }

    private void Variant(Form.Variants variants, JsonObject o)
    {
        var by = Form.TextOf(o[variants.By]);
        foreach (var (@is, members) in variants.Cases)
        {
            if (@is == by)
            {
                Members(members, o, variants.By);
                return;
            }
        }

        Add(o.ContainsKey(variants.By) ? $"not one of {string.Join(", ", variants.Cases.Select(c => c.Is))}" : "missing", variants.By);
    }

    private void Items(Form.List list, JsonArray items)
    {
        if (items.Count < list.Min)
        {
            Add($"{items.Count} items, at least {list.Min} wanted");
        }

        for (var i = 0; i < items.Count && _faults.Count < _most; i++)
        {
            Below($"{i}", list.Item, items[i]);
        }
    }

    private void Keys(JsonObject o, Func<string, bool> isKey, Form value)
    {
        foreach (var (key, member) in o)
        {
            if (!isKey(key))
            {
                Add("no such key", key);
            }

            Below(key, value, member);
        }
    }

    private void OneOf(Form.Either either, JsonNode? node)
    {
        Fault? best = null;
        foreach (var form in either.Forms)
        {
            if (Faults(form, node, most: 1) is not [var fault])
            {
                return;
            }

            // the form that fitted the farthest says most
            best = best is null || fault.Pointer.Count(c => c == '/') > best.Pointer.Count(c => c == '/') ? fault : best;
        }

        _faults.Add(new(Pointer() + best!.Pointer, best.Text));
    }

    private static bool Has(Member[] members, JsonNode? node) => node is JsonObject o && Array.TrueForAll(members, m =>
        o.TryGetPropertyValue(m.Name, out var value) && (m.Form is Form.Object inner ? Has(inner.Members, value) : m.Form.Check(value, "") is null));

    private void Below(string name, Form form, JsonNode? node)
    {
        _steps.Add(name);
        Check(form, node);
        _steps.RemoveAt(_steps.Count - 1);
    }

    private void Add(string text, string? member = null) => _faults.Add(new(Pointer() + (member is null ? "" : Step(member)), text));

    private string Pointer() => string.Concat(_steps.Select(Step));
}
