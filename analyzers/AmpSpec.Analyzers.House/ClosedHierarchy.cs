using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AmpSpec.Analyzers.House;

/// <summary>A closed hierarchy: an abstract class or record with private constructors only, and sealed cases nested in it.</summary>
/// <remarks>The copy constructor of a record cannot be private; that it is not misused is the diagnostic half of AMP0001.</remarks>
internal static class ClosedHierarchy
{
    /// <summary>True when the author shut the door: abstract, and no constructor but private ones.</summary>
    /// <remarks>In metadata private and internal constructors cannot be seen, so there the derived types decide (<see cref="Cases"/>).</remarks>
    public static bool IsMeantClosed(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false, SpecialType: SpecialType.None }
        && type.InstanceConstructors.All(c => IsCopy(c, type) || c.DeclaredAccessibility == Accessibility.Private);

    /// <summary>The sealed cases at the leaves, in the order of the text; nothing when the hierarchy is not closed.</summary>
    public static ImmutableArray<INamedTypeSymbol> Cases(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || !IsMeantClosed(named) || (IsMetadata(named) && HasStrangers(named)))
            return ImmutableArray<INamedTypeSymbol>.Empty;
        var leaves = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        foreach (var child in Nested(named).Where(n => DerivesDirectly(n, named)))
        {
            if (WhyNotACase(child.OriginalDefinition, named.OriginalDefinition) is not null)
                return ImmutableArray<INamedTypeSymbol>.Empty;
            if (child.IsSealed)
                leaves.Add(child);
            else if (Cases(child) is { IsEmpty: false } inner)
                leaves.AddRange(inner);
            else
                return ImmutableArray<INamedTypeSymbol>.Empty;
        }
        return leaves.ToImmutable();
    }

    /// <summary>Is the value switched over a closed hierarchy, or a tuple with one in it?</summary>
    public static bool IsIn(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(e => IsIn(e.Type)),
        null => false,
        _ => !Cases(type).IsEmpty,
    };

    /// <summary>What keeps a derived type from being a case of the closed type; null when nothing does.</summary>
    public static string? WhyNotACase(INamedTypeSymbol derived, INamedTypeSymbol closed) =>
        !IsNestedIn(derived, closed) ? "stands outside it"
        : derived.Arity > 0 ? "has type parameters of its own"
        : !SymbolEqualityComparer.Default.Equals(derived.BaseType, closed) ? "derives from another construction of it"
        : !derived.IsSealed && !IsMeantClosed(derived) ? "is neither sealed nor closed itself"
        : null;

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static bool IsMetadata(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty;

    private static bool DerivesDirectly(INamedTypeSymbol type, INamedTypeSymbol from) =>
        SymbolEqualityComparer.Default.Equals(type.BaseType?.OriginalDefinition, from.OriginalDefinition);

    private static bool IsNestedIn(INamedTypeSymbol type, INamedTypeSymbol outer)
    {
        for (var at = type.ContainingType; at is not null; at = at.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, outer.OriginalDefinition))
                return true;
        }
        return false;
    }

    private static IEnumerable<INamedTypeSymbol> Nested(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(n => new[] { n }.Concat(Nested(n)));

    private static bool HasStrangers(INamedTypeSymbol type) =>
        Types(type.ContainingAssembly.GlobalNamespace).Any(t => DerivesDirectly(t, type) && !IsNestedIn(t, type));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(t => new[] { t }.Concat(Nested(t)))
            .Concat(space.GetNamespaceMembers().SelectMany(Types));
}
