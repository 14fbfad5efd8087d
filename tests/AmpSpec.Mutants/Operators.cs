using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AmpSpec.Mutants;

/// <summary>What may stand in place of what.</summary>
internal static class Operators
{
    public static IEnumerable<SyntaxKind> Replacements(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => [SyntaxKind.LessThanOrEqualExpression],
        SyntaxKind.LessThanOrEqualExpression => [SyntaxKind.LessThanExpression],
        SyntaxKind.GreaterThanExpression => [SyntaxKind.GreaterThanOrEqualExpression],
        SyntaxKind.GreaterThanOrEqualExpression => [SyntaxKind.GreaterThanExpression],
        SyntaxKind.EqualsExpression => [SyntaxKind.NotEqualsExpression],
        SyntaxKind.NotEqualsExpression => [SyntaxKind.EqualsExpression],
        SyntaxKind.AddExpression => [SyntaxKind.SubtractExpression],
        SyntaxKind.SubtractExpression => [SyntaxKind.AddExpression],
        SyntaxKind.MultiplyExpression => [SyntaxKind.AddExpression],
        SyntaxKind.DivideExpression => [SyntaxKind.MultiplyExpression],
        SyntaxKind.ModuloExpression => [SyntaxKind.DivideExpression],
        SyntaxKind.ExclusiveOrExpression => [SyntaxKind.BitwiseOrExpression, SyntaxKind.BitwiseAndExpression],
        SyntaxKind.BitwiseOrExpression => [SyntaxKind.BitwiseAndExpression],
        SyntaxKind.BitwiseAndExpression => [SyntaxKind.BitwiseOrExpression],
        SyntaxKind.LeftShiftExpression => [SyntaxKind.RightShiftExpression],
        SyntaxKind.RightShiftExpression => [SyntaxKind.LeftShiftExpression],
        SyntaxKind.LogicalAndExpression => [SyntaxKind.LogicalOrExpression],
        SyntaxKind.LogicalOrExpression => [SyntaxKind.LogicalAndExpression],
        _ => [],
    };

    /// <summary>Each side of a combination without the other.</summary>
    public static IEnumerable<ExpressionSyntax> Alone(BinaryExpressionSyntax node) =>
        node.Kind() is SyntaxKind.ExclusiveOrExpression or SyntaxKind.CoalesceExpression ? [node.Left, node.Right] : [];

    /// <summary>The arguments with one that is itself made or asked for left out: its default.</summary>
    public static IEnumerable<SeparatedSyntaxList<ArgumentSyntax>> WithoutOne(SeparatedSyntaxList<ArgumentSyntax> args) =>
        args.Where(a => a.RefKindKeyword.RawKind == 0 && a.Expression is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax)
            .Select(a => args.Replace(a, a.WithExpression(LiteralExpression(SyntaxKind.DefaultLiteralExpression, Token(SyntaxKind.DefaultKeyword)))));

    /// <summary>The number above and the number below, in the literal's own type.</summary>
    public static IEnumerable<ExpressionSyntax> Neighbours(LiteralExpressionSyntax literal)
    {
        if (literal.Token.Value is not (int or uint or long or ulong))
        {
            return [];
        }

        var value = Convert.ToUInt64(literal.Token.Value, CultureInfo.InvariantCulture);
        var above = value == ulong.MaxValue ? null : Number(value + 1, literal);
        return [.. new[] { above, value == 0 ? null : Number(value - 1, literal) }.OfType<ExpressionSyntax>()];
    }

    /// <summary>Calls of the same form that do another thing.</summary>
    public static IEnumerable<ExpressionSyntax> OtherNames(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.Text: var name } } access)
        {
            yield break;
        }

        foreach (var (from, to) in new[] { ("BigEndian", "LittleEndian"), ("All", "Any"), ("Any", "All"), ("Min", "Max"), ("Max", "Min"), ("First", "Last"), ("OrderBy", "OrderByDescending") })
        {
            if (name == from || (from == "BigEndian" && name.EndsWith(from, StringComparison.Ordinal)))
            {
                var other = from == "BigEndian" ? name.Replace(from, to, StringComparison.Ordinal) : to;
                yield return call.WithExpression(access.WithName(IdentifierName(other)));
            }
        }
    }

    /// <summary>The pattern with one bound moved.</summary>
    public static IEnumerable<(string Kind, PatternSyntax Pattern)> OtherPatterns(PatternSyntax pattern)
    {
        foreach (var literal in pattern.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>())
        {
            foreach (var other in Neighbours(literal))
            {
                yield return ("bound", pattern.ReplaceNode(literal, other));
            }
        }
    }

    private static ExpressionSyntax Number(ulong value, LiteralExpressionSyntax like)
    {
        var suffix = like.Token.Text.TrimStart('0', 'x', 'X').Reverse().TakeWhile(c => "uUlL".Contains(c)).Reverse();
        return ParseExpression(value.ToString(CultureInfo.InvariantCulture) + string.Concat(suffix));
    }
}
