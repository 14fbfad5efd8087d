using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Mutants;

/// <summary>Where a piece of code stands: its member, and the requirements that it serves.</summary>
internal static class Place
{
    // what names a row, its first text, and the requirements that the row serves
    private static readonly string[] Naming = ["By", "Because", "Used"];

    /// <summary>Type and member.</summary>
    public static string Member(SyntaxNode node) => string.Join('.', Members(node).Select(Name).Reverse());

    /// <summary>The requirements of the row that it stands in, then those of the nearest enclosing member that names any.</summary>
    public static IReadOnlyList<string> Requirements(SyntaxNode node) =>
    [
        .. node.AncestorsAndSelf().TakeWhile(n => n is not MemberDeclarationSyntax).Where(n => n is SwitchExpressionArmSyntax or StatementSyntax and not BlockSyntax)
            .Select(Rows).FirstOrDefault(rows => rows.Length > 0)?.SelectMany(row => row.Requirements) ?? [],
        .. Members(node).Select(Attributes).FirstOrDefault(r => r.Count > 0) ?? [],
    ];

    /// <summary>The rows that are named in a piece of code, by row id.</summary>
    public static (string Row, string[] Requirements)[] Rows(SyntaxNode node) =>
    [
        .. node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(call => Naming.Contains(Called(call)))
            .Select(call => call.ArgumentList.Arguments.Select(a => a.Expression).OfType<LiteralExpressionSyntax>().Where(l => l.IsKind(SyntaxKind.StringLiteralExpression)).Select(l => l.Token.ValueText).ToArray())
            .Where(texts => texts.Length > 0).Select(texts => (texts[0], texts[1..])),
    ];

    private static MemberDeclarationSyntax[] Members(SyntaxNode node) =>
        [.. node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Where(m => m is not BaseNamespaceDeclarationSyntax)];

    private static string? Called(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.Text,
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        _ => null,
    };

    private static IReadOnlyList<string> Attributes(MemberDeclarationSyntax member) =>
    [
        .. member.AttributeLists.SelectMany(l => l.Attributes)
            .Where(a => a.Name.ToString() is "Requirement" or "RequirementAttribute")
            .SelectMany(a => a.ArgumentList?.Arguments ?? [])
            .Select(a => a.Expression).OfType<LiteralExpressionSyntax>().Select(l => l.Token.ValueText),
    ];

    private static string Name(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        OperatorDeclarationSyntax op => $"operator{op.OperatorToken.Text}",
        ConversionOperatorDeclarationSyntax => "conversion",
        ConstructorDeclarationSyntax => "new",
        IndexerDeclarationSyntax => "this",
        _ => member.Kind().ToString(),
    };
}
