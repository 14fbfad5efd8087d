using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AmpSpec.Analyzers.House;

/// <summary>Where a value stands within what is switched over: a path of elements and properties.</summary>
internal sealed class Place(string path, ITypeSymbol type, bool mayBeNull)
{
    public string Path { get; } = path;
    public ITypeSymbol Type { get; } = type;
    public bool MayBeNull { get; } = mayBeNull;
}

/// <summary>What an arm asks of a place.</summary>
internal readonly struct Demand(Place place, IPatternOperation pattern)
{
    public Place Place { get; } = place;
    public IPatternOperation Pattern { get; } = pattern;
}

/// <summary>One of the values that a place can hold: null (no type), a constant, or anything of a type.</summary>
internal readonly struct Case
{
    public ITypeSymbol? Type { get; private init; }
    public object? Constant { get; private init; }

    /// <summary>No value of this case is of a type further down.</summary>
    public bool IsExact { get; private init; }

    public static IEnumerable<Case> At(Place place)
    {
        var type = place.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } optional
            ? optional.TypeArguments[0]
            : place.Type;
        return place.MayBeNull ? Of(type).Append(default) : Of(type);
    }

    private static IEnumerable<Case> Of(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean ? [One(type, false), One(type, true)]
        : type.TypeKind == TypeKind.Enum && !IsFlags(type) ? Named(type).Select(value => One(type, value))
        : ClosedHierarchy.Cases(type) is { IsEmpty: false } cases ? cases.Select(c => new Case { Type = c, IsExact = true })
        : [new Case { Type = type, IsExact = type.IsSealed || type.IsValueType }];

    private static Case One(ITypeSymbol type, object value) => new() { Type = type, Constant = value, IsExact = true };

    private static IEnumerable<object> Named(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => f.ConstantValue!).Distinct();

    private static bool IsFlags(ITypeSymbol type) =>
        type.GetAttributes().Any(a => a.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" });
}

/// <summary>Whether a pattern matches a case: in these ways, each with what it still asks of the parts.</summary>
internal sealed class Match
{
    public static readonly Match Always = If(ImmutableList<Demand>.Empty);
    public static readonly Match Never = new([], isExact: true);
    public static readonly Match Unknown = new([], isExact: false);

    private readonly bool isExact;

    private Match(ImmutableArray<ImmutableList<Demand>> ways, bool isExact) => (Ways, this.isExact) = (ways, isExact);

    public ImmutableArray<ImmutableList<Demand>> Ways { get; }

    private bool IsNever => Ways.IsEmpty && isExact;

    public static Match If(ImmutableList<Demand> demands) => new([demands], isExact: true);

    public Match Or(Match other) => new(Ways.AddRange(other.Ways), isExact && other.isExact);

    public Match And(Match other) =>
        IsNever || other.IsNever ? Never
        : new([.. Ways.SelectMany(a => other.Ways.Select(a.AddRange))], isExact && other.isExact);

    /// <summary>Only what is certain can be turned round.</summary>
    public Match Not() =>
        Ways.Any(w => w.IsEmpty) ? Never
        : IsNever ? Always
        : Unknown;
}
