using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Scenarios;

namespace AmpSpec.Conformance.Vectors;

/// <summary>Reads the vector files of a file or folder: bounded, strictly, and all or nothing.</summary>
public static class SuiteReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = SuiteLimits.Depth, AllowDuplicateProperties = false };

    private static readonly ConditionalWeakTable<Operation, Form> Forms = [];

    /// <summary>Reads <paramref name="path"/>, a file of <c>ampspec-vectors/1.x</c> or a folder of them. An empty folder is a suite without files.</summary>
    public static SuiteReading Read(string path) => Read(path, null);

    /// <summary>The same; every requirement that is named must also be one of <paramref name="requirements"/>.</summary>
    public static SuiteReading Read(string path, IReadOnlySet<string>? requirements)
    {
        var isFolder = Directory.Exists(path);
        var (files, layout) = isFolder ? SuiteLayout.Of(path) : ([path], []);
        var (contents, overfull) = Contents(files);
        var examined = contents.AsParallel().AsOrdered()
            .Select(f => Examine(f.File, f.Bytes, f.Problem, isFolder ? Path.GetRelativePath(path, f.File).Replace('\\', '/') : null, requirements))
            .ToArray();
        SourceText[] sources = [.. examined.Select(e => e.Source).OfType<SourceText>()];

        // what stands in two files can only be said of files that are whole
        Problem[] problems =
        [
            .. layout, .. examined.SelectMany(e => e.Problems), .. overfull is null ? [] : new[] { overfull },
            .. sources.Length == files.Count ? SuiteRules.Check([.. sources.Where(s => !s.IsScenario)]) : [],
            .. SuiteRules.Scenarios([.. sources.Where(s => s.IsScenario && examined.Any(e => e.Source == s && e.Problems.Count == 0))]),
        ];
        var remarks = problems.Where(p => p.Rule is Rules.FlagUsed).ToArray();
        return remarks.Length == problems.Length
            ? new SuiteReading.Read(new([.. sources.Where(s => !s.IsScenario).Select(s => VectorFile.From(s.Json))])
            {
                Recorded = [.. sources.Where(s => s.IsScenario).Select(s => Scenario.File(s.Json))],
            })
            {
                Remarks = [.. remarks.Take(SuiteLimits.Problems)],
            }
            : new SuiteReading.Damaged([.. problems.Except(remarks).Concat(remarks).Take(SuiteLimits.Problems)]);
    }

    // one after the other, so that never more is in memory than a suite may have
    private static (IReadOnlyList<(string File, byte[] Bytes, Problem? Problem)> Contents, Problem? Overfull) Contents(IReadOnlyList<string> files)
    {
        var contents = new List<(string, byte[], Problem?)>();
        var size = 0L;
        foreach (var file in files)
        {
            var (bytes, problem) = BoundedFile.Read(file);
            if ((size += bytes.Length) > SuiteLimits.Suite)
            {
                return (contents, new(file, 0, Rules.Size, $"the files together are more than {SuiteLimits.Suite} bytes"));
            }

            contents.Add((file, bytes, problem));
        }

        return (contents, null);
    }

    private static (SourceText? Source, IReadOnlyList<Problem> Problems) Examine(string file, byte[] bytes, Problem? unread, string? relative, IReadOnlySet<string>? requirements)
    {
        // only recorded scenarios may have numbers with a point, and what is one can be said before that
        if ((unread ?? JsonScan.First(file, bytes, fractions: true)) is { } broken)
        {
            return (null, [broken]);
        }

        var json = JsonNode.Parse(bytes, documentOptions: Strict);
        var source = new SourceText(file, bytes, json as JsonObject ?? []);
        if (source.IsScenario)
        {
            var faults = ClosedCheck.Faults(ScenarioForm.File, json).Select(f => source.At(f.Pointer, Rules.Schema, f.Text)).ToArray();
            return (source, [.. faults.Length > 0 ? faults : ScenarioRules.Check(source.Json).Select(p => source.At(p.At, p.Rule, p.Text))]);
        }

        if (JsonScan.First(file, bytes) is { } fraction)
        {
            return (null, [fraction]);
        }

        var found = Envelope(source, json).ToArray();
        return found is [] ? (source, [.. FileRules.Check(source, relative, requirements)]) : (null, found);
    }

    private static IEnumerable<Problem> Envelope(SourceText source, JsonNode? json) => (Text(json, "format"), Text(json, "op")) switch
    {
        (null, _) => [source.At("", Rules.Format, "no vector file: it has no member \"format\", nor \"schema\" of recorded scenarios")],
        (VectorFile.Format, null) => [source.At("", Rules.Op, "no member \"op\"")],
        (VectorFile.Format, var name) => Catalogue.Find(name) is { } op
            ? ClosedCheck.Faults(Forms.GetValue(op, FileForm.Of), json).Select(f => source.At(f.Pointer, Rules.Schema, f.Text))
            : [source.At("/op", Rules.Op, $"no operation {name}")],
        (var format, _) => [source.At("/format", Rules.Format, $"{(format.Length <= 40 ? format : format[..40])} is not {VectorFile.Format}, the one that this version reads")],
    };

    private static string? Text(JsonNode? json, string name) => json is JsonObject o ? Form.TextOf(o[name]) : null;
}
