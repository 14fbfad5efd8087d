using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Vectors;

/// <summary>What is wrong with a file, and where.</summary>
/// <param name="File">The path as it was given.</param>
/// <param name="Line">From 1; 0 where the file as a whole is meant.</param>
/// <param name="Rule">The rule that it breaks, in a few words: <c>json</c>, <c>utf-8</c>, <c>size</c>, <c>schema</c>, <c>id-unique</c>, …</param>
/// <param name="Text">The place and the value, for people.</param>
public sealed record Problem(string File, int Line, string Rule, string Text)
{
    /// <summary><c>file:line: rule: text</c>.</summary>
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : "")}: {Rule}: {Text}";
}

/// <summary>A suite, or why there is none. Nothing is half-read.</summary>
public abstract record SuiteReading
{
    private SuiteReading()
    {
    }

    /// <summary>Every file is well-formed.</summary>
    public sealed record Read(Suite Suite) : SuiteReading;

    /// <summary>At least one is not; nothing is judged.</summary>
    public sealed record Damaged(IReadOnlyList<Problem> Problems) : SuiteReading;
}

/// <summary>Reads the vector files of a file or folder.</summary>
public static class SuiteReader
{
    /// <summary>Reads <paramref name="path"/>, a file of <c>ampspec-vectors/1.x</c> or a folder of them.</summary>
    public static SuiteReading Read(string path)
    {
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray() : [path];
        return new SuiteReading.Read(new([.. files.Select(f => VectorFile.From(JsonNode.Parse(File.ReadAllBytes(f), documentOptions: new JsonDocumentOptions { MaxDepth = 32 })!.AsObject()))]));
    }
}
