using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AmpSpec.Analyzers.House;

/// <summary>AMP0005: the number in an amount is read only where amounts are made, encoded, or written into vectors.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AmountsStayAmounts : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Law = new(
        "AMP0005",
        "Amounts stay amounts",
        "The number of an Msat is read only in Primitives, Wire and AmpSpec.Conformance; compute with the amount itself",
        "House",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Law];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.AssemblyName == Assemblies.Conformance
                || start.Compilation.GetTypeByMetadataName("AmpSpec.Primitives.Msat") is not { } msat)
                return;
            start.RegisterOperationAction(c => OnProperty(c, msat), OperationKind.PropertyReference);
            start.RegisterOperationAction(c => OnTakenApart(c, msat), OperationKind.RecursivePattern);
            start.RegisterOperationAction(c => OnCall(c, msat), OperationKind.Invocation);
        });
    }

    private static void OnProperty(OperationAnalysisContext context, INamedTypeSymbol msat)
    {
        var read = (IPropertyReferenceOperation)context.Operation;
        if (read.Property.Name == "Value" && Is(read.Property.ContainingType, msat) && !IsWritten(read) && read.Parent is not INameOfOperation)
            Report(context);
    }

    private static void OnTakenApart(OperationAnalysisContext context, INamedTypeSymbol msat)
    {
        var pattern = (IRecursivePatternOperation)context.Operation;
        if (pattern.DeconstructSymbol is { } method && Is(method.ContainingType, msat) && !pattern.DeconstructionSubpatterns.All(p => p is IDiscardPatternOperation))
            Report(context);
    }

    private static void OnCall(OperationAnalysisContext context, INamedTypeSymbol msat)
    {
        if (((IInvocationOperation)context.Operation).TargetMethod is { Name: "Deconstruct" } method && Is(method.ContainingType, msat))
            Report(context);
    }

    private static bool Is(INamedTypeSymbol? type, INamedTypeSymbol msat) => SymbolEqualityComparer.Default.Equals(type, msat);

    private static bool IsWritten(IOperation member) => member.Parent is ISimpleAssignmentOperation assignment && assignment.Target == member;

    private static void Report(OperationAnalysisContext context)
    {
        var space = context.ContainingSymbol.ContainingNamespace.ToDisplayString() + ".";
        if (!space.StartsWith("AmpSpec.Primitives.", System.StringComparison.Ordinal) && !space.StartsWith("AmpSpec.Wire.", System.StringComparison.Ordinal))
            context.ReportDiagnostic(Diagnostic.Create(Law, context.Operation.Syntax.GetLocation()));
    }
}
