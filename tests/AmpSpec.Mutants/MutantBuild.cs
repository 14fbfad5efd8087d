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

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None);

    public static MutantBuild Of(string root, Func<string, bool> isExempt, IReadOnlyList<Incident> incidents)
    {
        var sources = SuiteDigest.Sources(root).OrderBy(s => s.Path, StringComparer.Ordinal)
            .Select(s => (s.Path, Tree: CSharpSyntaxTree.ParseText(File.ReadAllText(s.File), Parsing, s.Path))).ToArray();
        var plain = Compile(sources.Select(s => s.Tree), 0);
        var committed = new Committed(incidents, sources);
        var dead = new HashSet<string>();
        Find(sources, Rewritten, dead);

        var mutants = committed.Mutants.ToList();
        var (statics, trees) = (0, new List<SyntaxTree>());
        foreach (var source in sources)
        {
            trees.Add(Rewrite(source, mutants, () => statics++));
        }

        using var to = new MemoryStream();
        var emitted = Compile(trees, mutants.Count).Emit(to);
        return emitted.Success ? new(to.ToArray(), mutants)
            : throw new InvalidOperationException($"the mutant build does not compile: {string.Join("\n", emitted.Diagnostics.Where(d => d.Severity is DiagnosticSeverity.Error).Take(5))}");

        SyntaxTree Rewritten((string Path, SyntaxTree Tree) source) => Rewrite(source, [.. committed.Mutants], () => 0);

        SyntaxTree Rewrite((string Path, SyntaxTree Tree) source, List<Mutant> so, Func<int> next) => source.Tree.WithRootAndOptions(
            new Rewriter(source.Path, plain.GetSemanticModel(source.Tree), id => dead.Contains(id) || isExempt(id), so, committed, next).Visit(source.Tree.GetRoot())!.NormalizeWhitespace(), Parsing);
    }

    // a mutant inside a body makes no other body wrong: a file that compiles is looked at no more
    private static void Find((string Path, SyntaxTree Tree)[] sources, Func<(string Path, SyntaxTree Tree), SyntaxTree> rewritten, HashSet<string> dead)
    {
        var trees = sources.Select(rewritten).ToArray();
        for (var open = Enumerable.Range(0, sources.Length).ToArray(); open.Length > 0;)
        {
            var build = Compile(trees, 0);
            var errors = open.AsParallel().Select(i => (At: i, Errors: build.GetSemanticModel(trees[i]).GetDiagnostics().Where(d => d.Severity is DiagnosticSeverity.Error).ToArray())).Where(f => f.Errors.Length > 0).ToArray();
            var found = errors.SelectMany(f => f.Errors).SelectMany(Culprits).ToHashSet();
            // a mutant within what an incident changes may be wrong by itself: an incident is, when nothing else can be
            if (errors.SelectMany(f => f.Errors).FirstOrDefault(e => Culprits(e).ToArray() is { Length: > 0 } all && Array.TrueForAll(all, id => id.StartsWith("incident/", StringComparison.Ordinal))) is { } wrong)
            {
                throw new InvalidOperationException($"{string.Join(", ", Culprits(wrong))}: what it puts in place does not compile: {wrong}");
            }

            found.RemoveWhere(id => id.StartsWith("incident/", StringComparison.Ordinal));

            if (errors.Length > 0 && !found.Except(dead).Any())
            {
                throw new InvalidOperationException($"the mutant build does not compile: {string.Join("\n", errors.SelectMany(f => f.Errors).Take(5))}");
            }

            dead.UnionWith(found);
            open = [.. errors.Select(f => f.At)];
            foreach (var at in open)
            {
                trees[at] = rewritten(sources[at]);
            }
        }
    }

    // a guard that always holds, or an "or" in place of an "and", binds nothing: the nearest to a name without a value is at fault;
    // else the innermost mutant around the error; failing that, the guards of its member that always hold; failing that, every mutant of the member
    private static IEnumerable<string> Culprits(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        if (error.Id == "CS0165" && node.AncestorsAndSelf().TakeWhile(n => n is not MemberDeclarationSyntax).Select(Unbinding).FirstOrDefault(m => m.Length > 0) is { } unbinding)
        {
            return unbinding;
        }

        if (node.AncestorsAndSelf().Select(Marks).FirstOrDefault(m => m.Length > 0) is { } around)
        {
            return around;
        }

        var all = node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().DescendantNodesAndSelf().SelectMany(Marks).Where(id => !id.StartsWith("incident/", StringComparison.Ordinal)).ToArray();
        var always = Array.FindAll(all, IsAlways);
        return always.Length > 0 ? always : all;
    }

    private static string[] Unbinding(SyntaxNode node) => Array.FindAll([.. node.DescendantNodes().SelectMany(Marks)], IsAlways) is { Length: > 0 } always ? always
        : [.. node.DescendantNodes().Where(IsOr).SelectMany(Marks)];

    private static bool IsOr(SyntaxNode node) =>
        node is ParenthesizedExpressionSyntax { Expression: ConditionalExpressionSyntax { WhenTrue: ParenthesizedExpressionSyntax { Expression.RawKind: (int)SyntaxKind.LogicalOrExpression } } };

    private static bool IsAlways(string id) => id.Contains("/always-", StringComparison.Ordinal);

    private static string[] Marks(SyntaxNode node) => [.. node.GetAnnotations(Rewriter.Mark).Select(a => a.Data!)];

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, int mutants) => CSharpCompilation.Create(
        "AmpSpec",
        [.. trees, CSharpSyntaxTree.ParseText(Usings, Parsing), CSharpSyntaxTree.ParseText(Switch.Source(mutants), Parsing)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => Path.GetDirectoryName(f) == Path.GetDirectoryName(typeof(object).Assembly.Location)).Select(f => MetadataReference.CreateFromFile(f)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Suppress));
}
