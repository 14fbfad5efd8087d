using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Parsing;

/// <summary>The types of a folder of C# files as they are written, each found by its name.</summary>
internal sealed class CodeFolder
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, Microsoft.CodeAnalysis.DocumentationMode.Parse);

    private readonly ILookup<string, BaseTypeDeclarationSyntax> _types;

    /// <summary>Parses all files.</summary>
    /// <param name="files">Path and text of each.</param>
    public CodeFolder(IEnumerable<(string File, string Text)> files) =>
        _types = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Options, file.File).GetCompilationUnitRoot())
            .SelectMany(unit => unit.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            .ToLookup(type => type.Identifier.Text);

    /// <summary>The type of a name.</summary>
    /// <param name="name">As it is declared; where several have it, with the type around it: <c>Refusal.Repeated</c>.</param>
    public BaseTypeDeclarationSyntax Type(string name)
    {
        var path = name.Split('.');
        return _types[path[^1]].FirstOrDefault(type => path.Length == 1 || type.Parent is BaseTypeDeclarationSyntax { Identifier.Text: var outer } && outer == path[^2])
            ?? throw new Unwritable($"no type {name}");
    }

    /// <summary>The member of a type.</summary>
    public MemberDeclarationSyntax? Find(string type, string member) => Type(type) switch
    {
        TypeDeclarationSyntax declared => declared.Members.FirstOrDefault(m => NameOf(m) == member),
        EnumDeclarationSyntax declared => declared.Members.FirstOrDefault(m => m.Identifier.Text == member),
        _ => null,
    };

    /// <summary>The member of a type; it has to be there.</summary>
    public MemberDeclarationSyntax Member(string type, string member) => Find(type, member) ?? throw new Unwritable($"{type} has no {member}");

    /// <summary>The summary of a type; it has to have one.</summary>
    public string Summary(string type) => DocText.Summary(Type(type)) ?? throw new Unwritable($"{type} has no summary");

    /// <summary>The summary of a member, or what is said of it as a parameter of its record; one of both has to be there.</summary>
    public string Summary(string type, string member) =>
        (Find(type, member) is { } found ? DocText.Summary(found) : DocText.Parameter(Type(type), member)) is { Length: > 0 } text
            ? text
            : throw new Unwritable($"{type}.{member} has no summary");

    /// <summary>The expression that a member of a type is; null where it is none.</summary>
    public ExpressionSyntax? Body(string type, string member) => Find(type, member) switch
    {
        MethodDeclarationSyntax method => method.ExpressionBody?.Expression,
        PropertyDeclarationSyntax property => property.ExpressionBody?.Expression,
        _ => null,
    };

    /// <summary>The name under which a member is declared.</summary>
    public static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => "",
    };
}
