using System.Text;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Vectors;

/// <summary>A folder of its own, for one test, with our BigSize files in it.</summary>
internal sealed class SuiteFolder : IDisposable
{
    public const string Decode = "wire/bigsize-decode.json";
    public const string Encode = "wire/bigsize-encode.json";

    public SuiteFolder(bool empty = false)
    {
        foreach (var file in empty ? [] : OwnSuite.Files().Where(f => f.Op.StartsWith("bigsize.", StringComparison.Ordinal)))
        {
            Write($"{file.File}.json", CanonicalJson.Format(file.Json));
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("ampspec-").FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public SuiteReading Read(IReadOnlySet<string>? requirements = null) => SuiteReader.Read(Root, requirements);

    public IReadOnlyList<Problem> Problems(IReadOnlySet<string>? requirements = null) => Read(requirements) is SuiteReading.Damaged damaged ? damaged.Problems : [];

    public SuiteFolder Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public SuiteFolder Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return this;
    }

    /// <summary>Changes one file as values, and writes it canonically again.</summary>
    public SuiteFolder Edit(string name, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(PathOf(name)))!.AsObject();
        change(json);
        return Write(name, CanonicalJson.Format(json));
    }

    /// <summary>The first line, from 1, that holds <paramref name="text"/>, behind line <paramref name="after"/>.</summary>
    public int LineOf(string name, string text, int after = 0) =>
        after + 1 + Array.FindIndex(File.ReadAllLines(PathOf(name))[after..], line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>The suite has one problem, and it is this one.</summary>
    public void Only(string name, int line, string rule, string says = "")
    {
        var problem = Problems().Single();
        Assert.Equal((PathOf(name), line, rule), (problem.File, problem.Line, problem.Rule));
        Assert.Contains(says, problem.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{PathOf(name)}{(line > 0 ? $":{line}" : "")}: {rule}: ", problem.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The value at a JSON Pointer.</summary>
    public static JsonNode At(JsonNode json, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(json, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);

    /// <summary>The object that holds the value at a JSON Pointer.</summary>
    public static JsonObject Parent(JsonNode json, string pointer) => At(json, pointer[..pointer.LastIndexOf('/')]).AsObject();

    /// <summary>Leaves the first case of the first group alone.</summary>
    public static void OneCase(JsonNode json)
    {
        json["groups"] = new JsonArray(At(json, "/groups/0").DeepClone());
        At(json, "/groups/0")["cases"] = new JsonArray(At(json, "/groups/0/cases/0").DeepClone());
        json["flags"]!.AsObject().Remove("BadRequest");
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
