using AmpSpec.Conformance.External;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Publishing;

/// <summary>A file that the code writes.</summary>
/// <param name="Path">Under the root of the project, with slashes.</param>
/// <param name="Text">All of it.</param>
public sealed record GeneratedFile(string Path, string Text);

/// <summary>Every file under <c>vectors/</c> that the code writes, in one list.</summary>
public static class GeneratedFiles
{
    /// <summary>All of them, made anew.</summary>
    /// <param name="root">The root of the project; only <c>vectors/external/sources</c> is read.</param>
    public static IReadOnlyList<GeneratedFile> All(string root)
    {
        VectorFile[] files = [.. OwnSuite.Files(), .. ExternalSuite.Files(root)];
        return
        [
            .. files.Select(f => new GeneratedFile($"vectors/{f.File}.json", CanonicalJson.Format(f.Json))),
            new("vectors/external/unjudged.json", CanonicalJson.Format(ExternalSuite.UnjudgedJson(root))),
            new("vectors/registry/errors.json", CanonicalJson.Format(Registries.Errors())),
            new("vectors/registry/flags.json", CanonicalJson.Format(Registries.Flags(files))),
            new("vectors/registry/policies.json", CanonicalJson.Format(Registries.Policies())),
            .. Catalogue.All.Select(op => new GeneratedFile($"vectors/schemas/{op.Name}.schema.json", CanonicalJson.Format(SchemaOf(op)))),
            .. Catalogue.All.Select(op => new GeneratedFile($"vectors/formats/{op.Name}.md", FormatPage.Of(op, files))),
        ];
    }

    /// <summary>The JSON Schema of a whole file of one operation.</summary>
    public static System.Text.Json.Nodes.JsonObject SchemaOf(Operation op) =>
        FormSchema.Document(FileForm.Of(op), $"{VectorFile.Format}, a file of {op.Name}: {op.About}");
}
