using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AmpSpec.Analyzers.Tests;

/// <summary>A text under one or more laws, compiled as the house compiles: C# 14, nullable, the assembly's name given.</summary>
internal sealed record Text(string Source, string Assembly = "AmpSpec")
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    public ImmutableArray<MetadataReference> References { get; init; } = [];

    public (string Path, string Content)[] AdditionalFiles { get; init; } = [];

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public CSharpCompilation Compiled() => CSharpCompilation.Create(
        Assembly,
        [Parse(Usings), Parse(Source)],
        [.. Reference.All, .. References],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: Nullable, generalDiagnosticOption: ReportDiagnostic.Error));

    /// <summary>The text as a library: metadata only, private members stripped, as project references hand it on.</summary>
    public MetadataReference AsLibrary()
    {
        using var stream = new MemoryStream();
        var emitted = Compiled().Emit(stream, options: new(metadataOnly: true, includePrivateMembers: false));
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>What the build would print: "CS8509 over `switch`". Everything that is not suppressed and not hidden.</summary>
    public async Task<string[]> Under(params DiagnosticAnalyzer[] laws) =>
        [.. (await All(laws)).Where(d => !d.IsSuppressed && d.Severity > DiagnosticSeverity.Info).Select(Shown)];

    /// <summary>The same without the compiler's own remarks.</summary>
    public async Task<string[]> AmpOnly(params DiagnosticAnalyzer[] laws) =>
        [.. (await Under(laws)).Where(d => d.StartsWith("AMP", StringComparison.Ordinal))];

    /// <summary>What the laws have lifted.</summary>
    public async Task<string[]> LiftedUnder(params DiagnosticAnalyzer[] laws) =>
        [.. (await All(laws)).Where(d => d.IsSuppressed).Select(d => d.Id)];

    private async Task<IEnumerable<Diagnostic>> All(DiagnosticAnalyzer[] laws)
    {
        var files = AdditionalFiles.Select(f => (AdditionalText)new InMemory(f.Path, f.Content));
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var all = await Compiled().WithAnalyzers([.. laws], options).GetAllDiagnosticsAsync();
        return all.OrderBy(d => d.Location.SourceSpan.Start);
    }

    private static string Shown(Diagnostic d) => $"{d.Id} over `{d.Location.SourceTree?.GetText().ToString(d.Location.SourceSpan)}`";

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14));

    private sealed class InMemory(string path, string content) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }
}
