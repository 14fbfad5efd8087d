using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>A question about rules: <c>rules.SetIds is SetIds.Terminal</c>, in whichever way it is put.</summary>
/// <param name="Property">Which of the rules.</param>
/// <param name="Options">The values that are named.</param>
/// <param name="Among">Whether it must be one of them; else it must be none.</param>
internal sealed record Asked(string Property, IReadOnlyList<string> Options, bool Among)
{
    /// <summary>Whether rules answer yes.</summary>
    public bool Holds(Rules rules) => Options.Contains(PolicyNames.At(rules, Property)) == Among;

    /// <summary>In words.</summary>
    public string Words => Options.Select(option => PolicyNames.Of(Property, option)).ToList() is var named
        ? $"`{named[0].Policy}` is {(Among ? "" : "not ")}{string.Join(" or ", named.Select(n => $"`{n.Option}`"))}" : "";

    /// <summary>The question that an expression is; null where it is none about rules.</summary>
    public static Asked? Of(ExpressionSyntax expression) => expression switch
    {
        // with a single value, the language reads it as a type
        BinaryExpressionSyntax plain when plain.IsKind(SyntaxKind.IsExpression) && PropertyOf(plain.Left) is { } property => new(property, [Last(plain.Right)], true),
        IsPatternExpressionSyntax { Pattern: var pattern } asked when PropertyOf(asked.Expression) is { } property =>
            pattern is UnaryPatternSyntax { Pattern: var none } ? new(property, [.. Names(none)], false) : new(property, [.. Names(pattern)], true),
        _ => null,
    };

    /// <summary>The property of the rules that an expression reads; null where it reads something else.</summary>
    public static string? PropertyOf(ExpressionSyntax read) =>
        read is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "rules" }, Name.Identifier.Text: var name }
        && typeof(Rules).GetProperty(name)?.PropertyType.IsEnum is true ? name : null;

    /// <summary>The values that a pattern names.</summary>
    public static IEnumerable<string> Names(PatternSyntax pattern) => pattern switch
    {
        BinaryPatternSyntax either when either.IsKind(SyntaxKind.OrPattern) => Names(either.Left).Concat(Names(either.Right)),
        ConstantPatternSyntax one => [Last(one.Expression)],
        TypePatternSyntax one => [Last(one.Type)],
        _ => throw new Unwritable($"no words for '{pattern}'"),
    };

    private static string Last(SyntaxNode name) => name switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.Text: var last } => last,
        QualifiedNameSyntax { Right.Identifier.Text: var last } => last,
        _ => throw new Unwritable($"no option is named by '{name}'"),
    };
}
