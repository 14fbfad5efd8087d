using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AmpSpec.Analyzers.House;

/// <summary>AMP0003: in the specification no arm takes "everything else" of a closed hierarchy; a new case must be seen by the compiler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoDiscardArm : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Law = new(
        "AMP0003",
        "No discard arm over a closed hierarchy",
        "This arm takes every case of '{0}' that has no arm of its own; name the cases",
        "House",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Law];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.AssemblyName != Assemblies.Specification)
                return;
            start.RegisterOperationAction(OnExpression, OperationKind.SwitchExpression);
            start.RegisterOperationAction(OnStatement, OperationKind.Switch);
        });
    }

    private static void OnExpression(OperationAnalysisContext context)
    {
        var at = (ISwitchExpressionOperation)context.Operation;
        if (!ClosedHierarchy.IsIn(at.Value.Type))
            return;
        foreach (var arm in at.Arms.Where(a => a.Guard is null && TakesAll(a.Pattern, context.Compilation)))
            Report(context, arm.Pattern.Syntax, at.Value.Type!);
    }

    private static void OnStatement(OperationAnalysisContext context)
    {
        var at = (ISwitchOperation)context.Operation;
        if (!ClosedHierarchy.IsIn(at.Value.Type))
            return;
        foreach (var clause in at.Cases.SelectMany(c => c.Clauses))
        {
            if (clause is IDefaultCaseClauseOperation
                || (clause is IPatternCaseClauseOperation { Guard: null } pattern && TakesAll(pattern.Pattern, context.Compilation)))
                Report(context, clause.Syntax, at.Value.Type!);
        }
    }

    private static bool TakesAll(IPatternOperation pattern, Compilation compilation) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation { MatchesNull: true } => true,
        IDeclarationPatternOperation { MatchedType: { } type } => IsNoTest(pattern, type, compilation),
        ITypePatternOperation { MatchedType: { } type } => IsNoTest(pattern, type, compilation),
        INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            TakesAll(either.LeftPattern, compilation) || TakesAll(either.RightPattern, compilation),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both =>
            TakesAll(both.LeftPattern, compilation) && TakesAll(both.RightPattern, compilation),
        IRecursivePatternOperation { MatchedType: { } type } parts =>
            IsNoTest(pattern, type, compilation)
            && parts.DeconstructionSubpatterns.All(p => TakesAll(p, compilation))
            && parts.PropertySubpatterns.All(p => TakesAll(p.Pattern, compilation)),
        _ => false,
    };

    private static bool IsNoTest(IPatternOperation pattern, ITypeSymbol type, Compilation compilation) =>
        compilation.ClassifyConversion(pattern.InputType, type) is { IsImplicit: true, IsUserDefined: false };

    private static void Report(OperationAnalysisContext context, SyntaxNode at, ITypeSymbol type) =>
        context.ReportDiagnostic(Diagnostic.Create(Law, at.GetLocation(), type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
}
