using System.Text.RegularExpressions;
using AmpSpec.Primitives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Parsing;

/// <summary>One row of a table that is written as a switch.</summary>
/// <param name="Id">Its name: <c>receiver/07</c>.</param>
/// <param name="Pattern">What it matches.</param>
/// <param name="When">Its guard, where it has one.</param>
/// <param name="Outcome">What it gives.</param>
/// <param name="Requirements">What it serves.</param>
internal sealed partial record Row(string Id, PatternSyntax Pattern, ExpressionSyntax? When, ExpressionSyntax Outcome, Seq<string> Requirements)
{
    /// <summary>The rows of the switch that a member of a type is. An arm that gives <c>null</c> is none; every other one names itself.</summary>
    public static IReadOnlyList<Row> Of(CodeFolder code, string type, string member)
    {
        var arms = code.Body(type, member) is SwitchExpressionSyntax table ? table.Arms : throw new Unwritable($"{type}.{member} is no table");
        Row[] rows = [.. arms.Where(arm => !arm.Expression.IsKind(SyntaxKind.NullLiteralExpression)).Select(arm => Of(arm, $"{type}.{member}"))];
        return rows.GroupBy(row => row.Id).FirstOrDefault(same => same.Count() > 1) is { } twice ? throw new Unwritable($"{type}.{member} has {twice.Key} twice") : rows;
    }

    /// <summary>The row that a call names, and the requirements behind it; null where it names none.</summary>
    public static (string Id, Seq<string> Requirements)? Named(InvocationExpressionSyntax call)
    {
        var texts = call.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression)).Select(literal => literal.Token.ValueText).ToList();
        return texts is [var id, ..] && Name().IsMatch(id) ? (id, texts.Skip(1).ToSeq()) : null;
    }

    private static Row Of(SwitchExpressionArmSyntax arm, string where)
    {
        var (outcome, named) = arm.Expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "By" } by } call => (by.Expression, Named(call)),
            InvocationExpressionSyntax { ArgumentList.Arguments: [var why, ..] } call => (why.Expression, Named(call)),
            _ => (arm.Expression, null),
        };
        return named is { } row ? new(row.Id, arm.Pattern, arm.WhenClause?.Condition, outcome, row.Requirements)
            : throw new Unwritable($"{where} has a row without a name: {arm.WithExpression(SyntaxFactory.IdentifierName("…")).NormalizeWhitespace()}");
    }

    [GeneratedRegex("^[a-z-]+/[0-9]{2}$")]
    private static partial Regex Name();
}
