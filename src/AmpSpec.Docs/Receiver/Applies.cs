using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>Whether a guard can hold under the rules of a profile. What it asks of parts, sets and time is open; what it asks of rules is known.</summary>
/// <param name="code">Where guards are declared.</param>
/// <param name="type">The type whose guards are meant.</param>
internal sealed class Applies(CodeFolder code, string type)
{
    /// <summary>The profiles under which a row can be used, as a cell: empty where all can.</summary>
    public string Users(Row row) => Who.Of(Profiles.All, profile => row.When is null || Of(row.When, profile.Rules) is not false) is var who && who == Who.All ? "" : who;

    /// <summary>Whether it can hold: true, false, or null where that depends on more than rules.</summary>
    public bool? Of(ExpressionSyntax guard, Rules rules) => guard switch
    {
        _ when Asked.Of(guard) is { } asked => asked.Holds(rules),
        ParenthesizedExpressionSyntax inner => Of(inner.Expression, rules),
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.TrueLiteralExpression) => true,
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.FalseLiteralExpression) => false,
        PrefixUnaryExpressionSyntax negated when negated.IsKind(SyntaxKind.LogicalNotExpression) => !Of(negated.Operand, rules),
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) => Of(both.Left, rules) & Of(both.Right, rules),
        BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression) => Of(either.Left, rules) | Of(either.Right, rules),
        IsPatternExpressionSyntax { Expression: var asked } => Of(asked, rules) is false ? false : null,
        SwitchExpressionSyntax chosen when Asked.PropertyOf(chosen.GoverningExpression) is { } property =>
            Of(chosen.Arms.First(arm => Asked.Names(arm.Pattern).Contains(PolicyNames.At(rules, property))).Expression, rules),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } => Inside(called, rules),
        IdentifierNameSyntax named => Inside(named, rules),
        _ => null,
    };

    private bool? Inside(IdentifierNameSyntax named, Rules rules) => code.Body(type, named.Identifier.Text) is { } body ? Of(body, rules) : null;
}
