using System.Text.Json.Nodes;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Publishing;
using AmpSpec.Conformance.Tests.External;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Publishing;

/// <summary>The reader asks our own check of a form; everybody else asks the schema that is written from the same form.</summary>
public sealed class The_schemas_and_the_reader
{
    private static readonly JsonNode?[] Others = [null, "zz", "00", "0", "18446744073709551616", -1, 4294967296, true, new JsonObject(), new JsonArray(), new JsonArray("00")];

    private static readonly IReadOnlyList<VectorFile> Files = [.. OwnSuite.Files(), .. Project.Files];

    public static TheoryData<string> Ops => [.. Files.Select(f => f.Op).Distinct()];

    [Fact]
    public void take_every_file() => Assert.All(Files, f =>
    {
        Assert.Empty(ClosedCheck.Faults(FileForm.Of(Catalogue.Find(f.Op)!), f.Json));
        Assert.True(SchemaCheck.Accepts(Catalogue.Find(f.Op)!, f.Json), f.File);
    });

    [Theory]
    [MemberData(nameof(Ops))]
    public void agree_on_every_file_that_is_changed_in_one_place(string op)
    {
        var operation = Catalogue.Find(op)!;
        var form = FileForm.Of(operation);
        var (refused, taken, apart) = (0, 0, new List<string>());
        foreach (var (what, changed) in Files.Where(f => f.Op == op).Take(2).SelectMany(f => Changes(Short(f))))
        {
            var ours = ClosedCheck.Faults(form, changed, 1);
            _ = ours is [] ? taken++ : refused++;
            if (ours is [] != SchemaCheck.Accepts(operation, changed))
            {
                apart.Add($"{what}: {(ours is [] ? "only the reader takes it" : $"only the schema takes it; {ours[0]}")}");
            }
        }

        Assert.Empty(apart.Take(10));
        Assert.True(refused > 50 && taken > 0, $"{refused} refused, {taken} taken");
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(0, 65535)]
    [InlineData(7, 1007)]
    [InlineData(-128, 127)]
    [InlineData(-32768, -300)]
    [InlineData(99_999, 100_000)]
    public void agree_on_every_decimal_string_around_a_range(int min, int max)
    {
        var form = new Form.Decimal(min, max);
        var pattern = FormSchema.Of(form)["pattern"]!.GetValue<string>();
        for (var value = min - 1200; value <= max + 1200; value++)
        {
            Assert.Equal(value >= min && value <= max, System.Text.RegularExpressions.Regex.IsMatch($"{value}", pattern));
            Assert.Equal(value >= min && value <= max, form.Check($"{value}", "") is null);
        }
    }

    // the first two cases of each kind: the rest have the same form
    private static JsonObject Short(VectorFile file)
    {
        var json = (JsonObject)file.Json.DeepClone();
        json["groups"] = new JsonArray([.. json["groups"]!.AsArray().Take(3).Select(g =>
        {
            var group = (JsonObject)g!.DeepClone();
            group["cases"] = new JsonArray([.. group["cases"]!.AsArray().GroupBy(c => c!["result"]!.GetValue<string>()).SelectMany(kind => kind.Take(1)).Select(c => c!.DeepClone())]);
            return (JsonNode)group;
        })]);
        return json;
    }

    private static IEnumerable<(string What, JsonObject Changed)> Changes(JsonObject file)
    {
        var turn = 0;
        foreach (var at in Places(file, []).ToArray())
        {
            var where = string.Join('/', at);
            if (at is not [])
            {
                var (other, another) = (Others[turn++ % Others.Length], Others[turn * 7 % Others.Length]);
                yield return ($"{where} = {CanonicalJson.Line(other)}", Changed(file, at, (parent, last) => Set(parent, last, other?.DeepClone())));
                yield return ($"{where} = {CanonicalJson.Line(another)}", Changed(file, at, (parent, last) => Set(parent, last, another?.DeepClone())));
                yield return ($"{where} removed", Changed(file, at, Remove));
            }

            if (Find(file, at) is JsonObject)
            {
                yield return ($"{where} + hexx", Changed(file, [.. at, "hexx"], (parent, last) => Set(parent, last, "00")));
            }
            else if (Find(file, at) is JsonValue value && value.TryGetValue(out string? text))
            {
                yield return ($"{where} + 0", Changed(file, at, (parent, last) => Set(parent, last, text + "0")));
                yield return ($"{where} + 00", Changed(file, at, (parent, last) => Set(parent, last, text + "00")));
            }
        }
    }

    private static IEnumerable<object[]> Places(JsonNode? node, object[] at) =>
    [
        at,
        .. node switch
        {
            JsonObject o => o.SelectMany(m => Places(m.Value, [.. at, m.Key])),
            JsonArray a => a.SelectMany((item, i) => Places(item, [.. at, i])),
            _ => [],
        },
    ];

    private static JsonNode? Find(JsonNode? node, IEnumerable<object> at) => at.Aggregate(node, (n, step) => step is int i ? n![i] : n![(string)step]);

    private static JsonObject Changed(JsonObject file, object[] at, Action<JsonNode, object> change)
    {
        var changed = (JsonObject)file.DeepClone();
        change(Find(changed, at[..^1])!, at[^1]);
        return changed;
    }

    private static void Set(JsonNode parent, object last, JsonNode? value)
    {
        if (last is int i)
        {
            parent[i] = value;
        }
        else
        {
            parent[(string)last] = value;
        }
    }

    private static void Remove(JsonNode parent, object last)
    {
        if (last is int i)
        {
            parent.AsArray().RemoveAt(i);
        }
        else
        {
            parent.AsObject().Remove((string)last);
        }
    }
}
