using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>What the node does with an offer before anything is asked about its payload: the rows that <c>Turn</c> uses itself.</summary>
internal static class NodeTable
{
    private const string Where = "Turn";

    /// <summary>The rows that calls name, in their order; one row may be named in several places.</summary>
    public static IReadOnlyList<(string Id, IReadOnlyList<InvocationExpressionSyntax> Places)> Rows(CodeFolder code) =>
    [
        .. code.Type(Where).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is IdentifierNameSyntax { Identifier.Text: "Used" } or MemberAccessExpressionSyntax { Name.Identifier.Text: "Used" })
            .Select(call => (Call: call, Named: Row.Named(call))).Where(row => row.Named is not null)
            .GroupBy(row => row.Named!.Value.Id, row => row.Call)
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => (row.Key, (IReadOnlyList<InvocationExpressionSyntax>)[.. row])),
    ];

    /// <summary>Row, what happens, reason, answer, requirements.</summary>
    public static string Write(CodeFolder code) => PipeTable.Of(
        ["row", "what happens", "reason", "told as", "requirements"],
        Rows(code).Select(row =>
        {
            var reasons = row.Places.SelectMany(ReasonsOf).Distinct().ToList();
            var told = reasons.Select(why => Reasons.Told(why, Rules.Ours)).Concat(row.Places.SelectMany(Messages)).Select(Reasons.Code);
            return new[]
            {
                row.Id,
                string.Join("; ", row.Places.Select(place => Says(row.Id, place)).Distinct()),
                string.Join(" or ", reasons.Select(Reasons.Name)),
                string.Join(" or ", told.Distinct()),
                string.Join(", ", row.Places.SelectMany(place => Row.Named(place)!.Value.Requirements).Distinct()),
            };
        }));

    /// <summary>The reasons for which a part fails there.</summary>
    public static IEnumerable<Refusal> ReasonsOf(InvocationExpressionSyntax place) => Reasons.In(Comment(place) is null ? Member(place) : Around(place));

    // the messages that are told without a reason
    private static IEnumerable<FailureMessage> Messages(InvocationExpressionSyntax place) =>
        Around(place).DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(read => read.Expression.ToString() == nameof(FinalFailure))
            .Select(read => typeof(FinalFailure).GetProperty(read.Name.Identifier.Text)?.GetValue(null)).OfType<FailureMessage>();

    // the comment over the arm or statement, else the summary of the member around it
    private static string Says(string id, InvocationExpressionSyntax place) =>
        (Comment(place) ?? DocText.Summary(Member(place))) is { Length: > 0 } text
            ? $"{char.ToLowerInvariant(text[0])}{text[1..].TrimEnd('.')}"
            : throw new Unwritable($"nothing is said of {id} in {CodeFolder.NameOf(Member(place))}");

    private static string? Comment(SyntaxNode place) =>
        Around(place).GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)).ToString() is ['/', '/', .. var text] ? text.Trim() : null;

    private static MemberDeclarationSyntax Member(SyntaxNode place) => place.Ancestors().OfType<MemberDeclarationSyntax>().First();

    private static SyntaxNode Around(SyntaxNode place) => place.Ancestors().First(node => node is SwitchExpressionArmSyntax or StatementSyntax);
}
