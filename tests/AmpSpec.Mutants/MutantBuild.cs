using AmpSpec.Conformance.Judging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Mutants;

/// <summary>One build of the specification with every mutant in it, each behind its switch.</summary>
/// <param name="Assembly">The bytes of <c>AmpSpec.dll</c>.</param>
/// <param name="Mutants">Those that compile.</param>
internal sealed record MutantBuild(byte[] Assembly, IReadOnlyList<Mutant> Mutants)
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; [assembly: System.Reflection.AssemblyVersion(\"0.1.0.0\")]";

    private const string Switch = """
        namespace AmpSpec;
        public static class Mutation
        {
            [System.ThreadStatic] private static int active;
            [System.ThreadStatic] private static long left;
            public static void Activate(int number, long steps) => (active, left) = (number, steps);
            public static long Left() => left;
            public static bool Is(int number) => --left < 0 && active != 0 ? throw new System.TimeoutException("a mutant that does not end") : active == number;
        }
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None);

    public static MutantBuild Of(string root, Func<string, bool> isExempt)
    {
        var sources = SuiteDigest.Sources(root).OrderBy(s => s.Path, StringComparer.Ordinal)
            .Select(s => (s.Path, Tree: CSharpSyntaxTree.ParseText(File.ReadAllText(s.File), Parsing, s.Path))).ToArray();
        var plain = Compile(sources.Select(s => s.Tree));
        var dead = new HashSet<string>();
        while (true)
        {
            var mutants = new List<Mutant>();
            var trees = sources.Select(s => s.Tree.WithRootAndOptions(new Rewriter(s.Path, plain.GetSemanticModel(s.Tree), id => dead.Contains(id) || isExempt(id), mutants).Visit(s.Tree.GetRoot()).NormalizeWhitespace(), Parsing)).ToArray();
            var build = Compile(trees);
            using var to = new MemoryStream();
            var emitted = build.Emit(to);
            if (emitted.Success)
            {
                return new(to.ToArray(), mutants);
            }

            if (Array.Find([.. emitted.Diagnostics], d => d.Severity is DiagnosticSeverity.Error && d.Location.SourceTree is null) is { } placeless)
            {
                throw new InvalidOperationException(placeless.ToString());
            }

            var errors = emitted.Diagnostics.Where(d => d.Severity is DiagnosticSeverity.Error).ToArray();
            var found = errors.SelectMany(Culprits).ToHashSet();
            if (!found.Except(dead).Any())
            {
                throw new InvalidOperationException($"the mutant build does not compile: {string.Join("\n", errors.Take(5))}");
            }

            dead.UnionWith(found);
        }
    }

    // the innermost mutant around an error; failing that, the guards of its member that always hold, for they bind nothing;
    // failing that, every mutant of the member
    private static IEnumerable<string> Culprits(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node.AncestorsAndSelf().Select(Marks).FirstOrDefault(m => m.Length > 0) is { } around)
        {
            return around;
        }

        var all = node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().DescendantNodesAndSelf().SelectMany(Marks).ToArray();
        var always = all.Where(id => id.Contains("/always-", StringComparison.Ordinal)).ToArray();
        return always.Length > 0 ? always : all;
    }

    private static string[] Marks(SyntaxNode node) => [.. node.GetAnnotations(Rewriter.Mark).Select(a => a.Data!)];

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "AmpSpec",
        [.. trees, CSharpSyntaxTree.ParseText(Usings, Parsing), CSharpSyntaxTree.ParseText(Switch, Parsing)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => Path.GetDirectoryName(f) == Path.GetDirectoryName(typeof(object).Assembly.Location)).Select(f => MetadataReference.CreateFromFile(f)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Suppress));
}
