using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Mutants;

/// <summary>Where a piece of code stands: its member, and the requirements that the nearest one names.</summary>
internal static class Place
{
    public static (string Member, IReadOnlyList<string> Requirements, string Type, bool InStart) Of(SyntaxNode node)
    {
        var members = node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Where(m => m is not BaseNamespaceDeclarationSyntax).ToArray();
        var requirements = members.Select(Requirements).FirstOrDefault(r => r.Count > 0) ?? [];
        var inStart = members is [FieldDeclarationSyntax field, ..] ? field.Modifiers.Any(SyntaxKind.StaticKeyword)
            : members is [PropertyDeclarationSyntax { Initializer: not null } property, ..] && property.Modifiers.Any(SyntaxKind.StaticKeyword);
        return (string.Join('.', members.Select(Name).Reverse()), requirements, TypeOf(node), inStart);
    }

    private static string TypeOf(SyntaxNode type)
    {
        var types = type.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().Select(t => t.Identifier.Text).Reverse();
        return $"{type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Single().Name}.{string.Join('+', types)}";
    }

    private static IReadOnlyList<string> Requirements(MemberDeclarationSyntax member) =>
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
