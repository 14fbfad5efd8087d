using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Operations;

/// <summary>A place (JSON Pointer) and what is wrong there.</summary>
public sealed record Fault(string Pointer, string Text);

/// <summary>The check of a form whose objects are closed: the same verdict as the schema's (<see cref="FormSchema"/>), but with every place named, and fast.</summary>
public static class ClosedCheck
{
    /// <summary>At most <paramref name="most"/> faults, in reading order of the form.</summary>
    public static IReadOnlyList<Fault> Faults(Form form, JsonNode? node, int most = 20)
    {
        var faults = new List<Fault>();
        Check(form, node, "", faults, most);
        return faults;
    }

    /// <summary>A member's name as a step of a JSON Pointer (RFC 6901).</summary>
    public static string Step(string name) => "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static void Check(Form form, JsonNode? node, string at, List<Fault> faults, int most)
    {
        if (faults.Count >= most)
        {
            return;
        }

        switch (form, node)
        {
            case (Form.Object members, JsonObject o):
                Members(members.Members, o, at, faults, most);
                break;
            case (Form.Variants variants, JsonObject o) when Array.Find(variants.Cases, c => c.Is == Form.TextOf(o[variants.By])) is { Members: { } members }:
                Members([new(variants.By, new Form.Text()), .. members], o, at, faults, most);
                break;
            case (Form.Variants variants, JsonObject o):
                faults.Add(new(at + Step(variants.By), o.ContainsKey(variants.By) ? $"not one of {string.Join(", ", variants.Cases.Select(c => c.Is))}" : "missing"));
                break;
            case (Form.List list, JsonArray items):
                Items(list, items, at, faults, most);
                break;
            case (Form.Map or Form.Table, JsonObject o):
                var (isKey, value) = form is Form.Map map ? (k => Form.U64.Check(k, "") is null, map.Value) : ((Func<string, bool>)(k => Form.Matches(((Form.Table)form).Key, k)), ((Form.Table)form).Value);
                foreach (var (key, member) in o)
                {
                    if (!isKey(key))
                    {
                        faults.Add(new(at + Step(key), "no such key"));
                    }

                    Check(value, member, at + Step(key), faults, most);
                }

                break;
            case (Form.Either either, _):
                var each = either.Forms.Select(f => Faults(f, node, 1)).ToArray();
                if (Array.TrueForAll(each, f => f is not []))
                {
                    // the form that fitted the farthest says most
                    var (pointer, text) = each.Select(f => f[0]).MaxBy(f => f.Pointer.Count(c => c == '/'))!;
                    faults.Add(new(at + pointer, text));
                }

                break;
            case (Form.Named named, _):
                Check(named.Is, node, at, faults, most);
                break;
            case (Form.When fork, _):
                Check(new Form.Object(fork.Has).Check(node, "") is null ? fork.Then : fork.Else, node, at, faults, most);
                break;
            default:
                if (form.Check(node, "") is { } wrong)
                {
                    faults.Add(new(at, wrong.StartsWith(": ", StringComparison.Ordinal) ? wrong[2..] : wrong));
                }

                break;
        }
    }

    private static void Members(IReadOnlyList<Member> members, JsonObject o, string at, List<Fault> faults, int most)
    {
        foreach (var (name, value) in o)
        {
            if (members.FirstOrDefault(m => m.Name == name) is { } member)
            {
                Check(member.Form, value, at + Step(name), faults, most);
            }
            else
            {
                faults.Add(new(at + Step(name), "no such member"));
            }
        }

        faults.AddRange(members.Where(m => !m.Optional && !o.ContainsKey(m.Name)).Select(m => new Fault(at + Step(m.Name), "missing")));
    }

    private static void Items(Form.List list, JsonArray items, string at, List<Fault> faults, int most)
    {
        if (items.Count < list.Min)
        {
            faults.Add(new(at, $"{items.Count} items, at least {list.Min} wanted"));
        }

        for (var i = 0; i < items.Count && faults.Count < most; i++)
        {
            Check(list.Item, items[i], $"{at}/{i}", faults, most);
        }
    }
}
