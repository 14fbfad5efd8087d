using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Parsing;

/// <summary>What a doc comment says, as text for a cell.</summary>
internal static partial class DocText
{
    /// <summary>The summary of a member; null where there is none.</summary>
    public static string? Summary(SyntaxNode member) => Element(member, "summary", null);

    /// <summary>What is said of a parameter; null where nothing is.</summary>
    public static string? Parameter(SyntaxNode member, string name) => Element(member, "param", name);

    private static string? Element(SyntaxNode member, string tag, string? name) =>
        member.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.Content.OfType<XmlElementSyntax>())
            .FirstOrDefault(element => element.StartTag.Name.ToString() == tag && (name is null || IsOf(element, name))) is { } found
            ? Spaces().Replace(string.Concat(found.Content.Select(Text)), " ").Trim()
            : null;

    private static bool IsOf(XmlElementSyntax element, string name) =>
        element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().Any(attribute => attribute.Identifier.ToString() == name);

    private static string Text(XmlNodeSyntax node) => node switch
    {
        XmlTextSyntax text => string.Concat(text.TextTokens.Select(token => token.ValueText)),
        XmlElementSyntax { StartTag.Name: var tag } element when tag.ToString() == "c" => $"`{string.Concat(element.Content.Select(Text))}`",
        XmlElementSyntax element => string.Concat(element.Content.Select(Text)),
        XmlEmptyElementSyntax empty => empty.Attributes.OfType<XmlCrefAttributeSyntax>().Select(cref => $"`{cref.Cref}`").FirstOrDefault(""),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
