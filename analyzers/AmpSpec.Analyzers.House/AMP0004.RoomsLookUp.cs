using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AmpSpec.Analyzers.House;

/// <summary>AMP0004: a room uses only the rooms above it.</summary>
/// <remarks>
/// Names suffice: what is used without being named comes through a room above, which could name only what is above itself.
/// Documentation may speak of every room.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoomsLookUp : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Law = new(
        "AMP0004",
        "Rooms import upwards only",
        "The room {0} may not use '{1}' of the room {2}, which is not above it",
        "House",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor NoRoom = new(
        "AMP0004",
        "Rooms import upwards only",
        "'{0}' stands in no room of the specification",
        "House",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Law, NoRoom];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.AssemblyName != Assemblies.Specification)
                return;
            start.RegisterSymbolAction(OnType, SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(OnName, SyntaxKind.IdentifierName, SyntaxKind.GenericName);
        });
    }

    private static void OnType(SymbolAnalysisContext context)
    {
        if (context.Symbol.ContainingType is null && !Rooms.IsRoom(Rooms.Of(context.Symbol)))
            context.ReportDiagnostic(Diagnostic.Create(NoRoom, context.Symbol.Locations[0], context.Symbol.Name));
    }

    private static void OnName(SyntaxNodeAnalysisContext context)
    {
        if (context.Node.IsPartOfStructuredTrivia() || context.Node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
            return;
        if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is not { } symbol
            || symbol is INamespaceSymbol
            || Declarer(symbol) is not { } type
            || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly))
            return;
        var (room, other) = (Rooms.Of(context.ContainingSymbol!), Rooms.Of(type));
        if (!Rooms.Sees(room, other) && !IsMark(type, other) && !IsMemberOfNamedType(context))
            context.ReportDiagnostic(Diagnostic.Create(Law, context.Node.GetLocation(), room, symbol.Name, other));
    }

    private static INamedTypeSymbol? Declarer(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type,
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
        _ => null,
    };

    // Attributes of Modelling are marks, free for every room.
    private static bool IsMark(INamedTypeSymbol type, string room)
    {
        if (room != "Modelling")
            return false;
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at is { Name: "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }
        return false;
    }

    // In Type.Member the type has been reported already.
    private static bool IsMemberOfNamedType(SyntaxNodeAnalysisContext context) =>
        context.Node.Parent is MemberAccessExpressionSyntax access
        && access.Name == context.Node
        && context.SemanticModel.GetSymbolInfo(access.Expression, context.CancellationToken).Symbol is INamedTypeSymbol;
}
