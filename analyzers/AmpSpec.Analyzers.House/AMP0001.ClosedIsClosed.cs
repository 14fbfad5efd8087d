using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AmpSpec.Analyzers.House;

/// <summary>AMP0001: what is meant closed is closed. A record's copy constructor leaves a door that this law shuts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClosedIsClosed : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Law = new(
        "AMP0001",
        "A closed hierarchy is closed",
        "'{0}' derives from the closed hierarchy '{1}', but {2}: nest it there as a sealed case",
        "House",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Law];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.BaseType?.OriginalDefinition is { } closed
            && ClosedHierarchy.IsMeantClosed(closed)
            && ClosedHierarchy.WhyNotACase(type, closed) is { } why)
        {
            context.ReportDiagnostic(Diagnostic.Create(Law, type.Locations[0], type.Name, closed.Name, why));
        }
    }
}
