using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AmpSpec.Analyzers.House;

/// <summary>Do the unguarded arms of a switch expression take every case of what is switched over?</summary>
/// <remarks>
/// Split by cases: the first demand of the first arm names a place (the value, an element, a property); for each case that can
/// stand there the arms are narrowed to it. Complete when in each branch the first arm left demands nothing more.
/// Whatever is not understood counts as an arm that does not match, so doubt leaves the compiler's error standing.
/// </remarks>
internal sealed class Coverage
{
    private const int MostSteps = 100_000; // a table has some 25 rows; beyond this the compiler's error stands

    private readonly Compilation compilation;
    private readonly Dictionary<string, bool> nullable = [];
    private int steps;

    private Coverage(Compilation compilation) => this.compilation = compilation;

    public static bool IsComplete(ISwitchExpressionOperation at, SemanticModel model)
    {
        if (at.Value.Type is not { } type)
            return false;
        var coverage = new Coverage(model.Compilation);
        coverage.LearnNulls(at.Value, "", model);
        var whole = new Place("", type, coverage.nullable[""]);
        return coverage.IsComplete([.. at.Arms.Where(a => a.Guard is null).Select(a => Row(whole, a.Pattern))]);
    }

    private bool IsComplete(ImmutableArray<ImmutableList<Demand>> rows)
    {
        if (rows.IsEmpty || ++steps > MostSteps)
            return false;
        if (rows[0].IsEmpty)
            return true;
        var place = rows[0][0].Place;
        return Case.At(place).All(c => IsComplete([.. rows.SelectMany(r => Narrow(r, place, c))]));
    }

    private IEnumerable<ImmutableList<Demand>> Narrow(ImmutableList<Demand> row, Place place, Case here)
    {
        var met = row.Where(d => d.Place.Path == place.Path)
            .Aggregate(Match.Always, (m, d) => m.And(Of(d.Pattern, place, here)));
        var rest = row.RemoveAll(d => d.Place.Path == place.Path);
        return met.Ways.Select(rest.AddRange);
    }

    private Match Of(IPatternOperation pattern, Place place, Case here) => pattern switch
    {
        IDiscardPatternOperation => Match.Always,
        IDeclarationPatternOperation { MatchesNull: true } => Match.Always,
        IDeclarationPatternOperation { MatchedType: { } type } => OfType(type, here),
        ITypePatternOperation { MatchedType: { } type } => OfType(type, here),
        IConstantPatternOperation constant => OfConstant(constant.Value.ConstantValue, here),
        INegatedPatternOperation not => Of(not.Pattern, place, here).Not(),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            Of(either.LeftPattern, place, here).Or(Of(either.RightPattern, place, here)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both =>
            Of(both.LeftPattern, place, here).And(Of(both.RightPattern, place, here)),
        IRecursivePatternOperation { MatchedType: { } type } recursive => OfType(type, here).And(OfParts(recursive, place)),
        _ => Match.Unknown,
    };

    private Match OfType(ITypeSymbol type, Case here) =>
        here.Type is null ? Match.Never
        : compilation.ClassifyConversion(here.Type, type) is { IsImplicit: true } c && (c.IsIdentity || c.IsReference || c.IsBoxing) ? Match.Always
        : here.IsExact ? Match.Never
        : Match.Unknown;

    private static Match OfConstant(Optional<object?> constant, Case here) => constant switch
    {
        { HasValue: false } => Match.Unknown,
        { Value: null } => here.Type is null ? Match.Always : Match.Never,
        { Value: var value } when here.Constant is { } one => Equals(one, value) ? Match.Always : Match.Never,
        _ => here.Type is null ? Match.Never : Match.Unknown,
    };

    private Match OfParts(IRecursivePatternOperation pattern, Place place)
    {
        var demands = ImmutableList<Demand>.Empty;
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            if (Element(pattern, i) is not var (type, annotation))
                return Match.Unknown;
            demands = demands.Add(new(Child(place, $"/{i}", type, annotation), pattern.DeconstructionSubpatterns[i]));
        }
        foreach (var part in pattern.PropertySubpatterns)
        {
            if ((part.Member as IMemberReferenceOperation)?.Member is not { } member)
                return Match.Unknown;
            var (type, annotation) = member is IPropertySymbol property
                ? (property.Type, property.NullableAnnotation)
                : (part.Member.Type!, ((IFieldSymbol)member).NullableAnnotation);
            demands = demands.Add(new(Child(place, "." + member.Name, type, annotation), part.Pattern));
        }
        return Match.If(demands);
    }

    private static (ITypeSymbol, NullableAnnotation)? Element(IRecursivePatternOperation pattern, int index) =>
        pattern.DeconstructSymbol is IMethodSymbol method
            ? method.Parameters[index + (method.IsStatic ? 1 : 0)] is var parameter ? (parameter.Type, parameter.NullableAnnotation) : null
        : pattern.MatchedType is INamedTypeSymbol { IsTupleType: true } tuple
            ? (tuple.TupleElements[index].Type, tuple.TupleElements[index].NullableAnnotation)
        : null;

    private Place Child(Place place, string step, ITypeSymbol type, NullableAnnotation annotation) =>
        new(place.Path + step, type, nullable.TryGetValue(place.Path + step, out var known) ? known : MayBeNull(type, annotation));

    private static bool MayBeNull(ITypeSymbol type, NullableAnnotation annotation) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (!type.IsValueType && (annotation == NullableAnnotation.Annotated
            || (annotation == NullableAnnotation.NotAnnotated && type is ITypeParameterSymbol { IsReferenceType: false, HasNotNullConstraint: false })));

    // The compiler stays silent about null once it has reported CS8509, so null is a case here wherever the flow allows it.
    private void LearnNulls(IOperation value, string path, SemanticModel model)
    {
        nullable[path] = model.GetTypeInfo(value.Syntax) is var info
            && (info.Nullability.FlowState == NullableFlowState.MaybeNull
                || value.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);
        if (value is ITupleOperation tuple)
        {
            for (var i = 0; i < tuple.Elements.Length; i++)
                LearnNulls(tuple.Elements[i], $"{path}/{i}", model);
        }
    }

    private static ImmutableList<Demand> Row(Place place, IPatternOperation pattern) =>
        ImmutableList.Create(new Demand(place, pattern));
}
