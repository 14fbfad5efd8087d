using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AmpSpec.Analyzers.House;

/// <summary>AMP0002: a requirement that the code names has its line in a chapter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KnownRequirement : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Law = new(
        "AMP0002",
        "A requirement exists",
        "No chapter has a line for the requirement '{0}'",
        "House",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    private static readonly Regex Line = new(@"^\*\*(?<id>[A-Z0-9-]+)\*\* (MUST|SHOULD|MAY):", RegexOptions.Multiline | RegexOptions.CultureInvariant);
    private static readonly Regex Form = new(@"^[A-Z][A-Z0-9]*(-[A-Z][A-Z0-9]*)?-[0-9]{2}\z", RegexOptions.CultureInvariant);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Law];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var chapters = start.Options.AdditionalFiles.Where(f => Path.GetExtension(f.Path) == ".md").ToList();
            if (chapters.Count == 0)
                return;
            var known = Ids(chapters, start.CancellationToken);
            start.RegisterSyntaxNodeAction(c => OnAttribute(c, known), SyntaxKind.Attribute);
            start.RegisterOperationAction(c => OnArgument(c, known), OperationKind.Argument);
            start.RegisterOperationAction(c => OnAssignment(c, known), OperationKind.SimpleAssignment);
        });
    }

    private static ImmutableHashSet<string> Ids(IEnumerable<AdditionalText> chapters, CancellationToken cancel) =>
        [.. chapters.SelectMany(c => Line.Matches(c.GetText(cancel)?.ToString() ?? "").Cast<System.Text.RegularExpressions.Match>()).Select(m => m.Groups["id"].Value)];

    // Whatever stands in [Requirement(…)] is an id, well-formed or not.
    private static void OnAttribute(SyntaxNodeAnalysisContext context, ImmutableHashSet<string> known)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (context.SemanticModel.GetSymbolInfo(attribute).Symbol?.ContainingType.Name != "RequirementAttribute" || attribute.ArgumentList is not { } list)
            return;
        foreach (var text in list.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (context.SemanticModel.GetConstantValue(text, context.CancellationToken) is { HasValue: true, Value: string id } && !known.Contains(id))
                context.ReportDiagnostic(Diagnostic.Create(Law, text.GetLocation(), id));
        }
    }

    private static void OnArgument(OperationAnalysisContext context, ImmutableHashSet<string> known)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (IsRequirement(argument.Parameter?.Name))
            Check(context, argument.Value, known);
    }

    private static void OnAssignment(OperationAnalysisContext context, ImmutableHashSet<string> known)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (IsRequirement((assignment.Target as IMemberReferenceOperation)?.Member.Name))
            Check(context, assignment.Value, known);
    }

    private static bool IsRequirement(string? name) =>
        string.Equals(name, "requirement", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "requirements", StringComparison.OrdinalIgnoreCase);

    private static void Check(OperationAnalysisContext context, IOperation value, ImmutableHashSet<string> known)
    {
        foreach (var part in value.DescendantsAndSelf().Where(o => o is ILiteralOperation or IFieldReferenceOperation or ILocalReferenceOperation))
        {
            if (part.ConstantValue is { HasValue: true, Value: string id } && Form.IsMatch(id) && !known.Contains(id))
                context.ReportDiagnostic(Diagnostic.Create(Law, part.Syntax.GetLocation(), id));
        }
    }
}
