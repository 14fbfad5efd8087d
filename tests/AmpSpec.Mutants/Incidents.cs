using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Mutants;

/// <summary>A mistake that others have made, committed here: the mutant of an incident. It must die by the scenario that has the incident's name.</summary>
/// <param name="Id">The number of chapter 31.</param>
/// <param name="Does">What goes wrong, in words.</param>
/// <param name="Changes">What is written in place of what.</param>
internal sealed record Incident(string Id, string Does, IReadOnlyList<Change> Changes);

/// <summary>One place that an incident's mutant changes.</summary>
/// <param name="Place">A row, <c>receiver/37</c>, or a member, <c>Receiver.Repeats</c>.</param>
/// <param name="Part">
/// <c>guard</c>: the condition of a row. <c>unless</c>: when else the row does not apply. <c>outcome</c>: what a row says, without the naming of the row. <c>row</c>: a row put in front of it.
/// <c>body</c>: what a member is. <c>expression</c>: an expression in it.
/// </param>
/// <param name="Of">The expression; or, in a member of rows without names, the outcome of the row that is meant.</param>
/// <param name="With">What stands there instead.</param>
internal sealed record Change(string Place, string Part, string? Of, string With);

/// <summary><c>incidents.json</c>.</summary>
internal static class Incidents
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = false };

    public static IReadOnlyList<Incident> Read(string root) =>
        JsonSerializer.Deserialize<Incident[]>(File.ReadAllText(Path.Combine(root, "tests", "AmpSpec.Mutants", "incidents.json")), Form)!;

    /// <summary>The pieces of code that a change is about; any number but one is a fault of the file.</summary>
    public static SyntaxNode[] Find(this Change change, IEnumerable<SyntaxTree> trees) =>
        [.. trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).Where(change.IsPlace).SelectMany(change.Parts).Distinct()];

    private static bool IsPlace(this Change change, SyntaxNode node) => change.Place.Contains('/', StringComparison.Ordinal)
        ? node is SwitchExpressionArmSyntax arm && Place.Rows(arm.Expression).Any(row => row.Row == change.Place)
        : node is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax && Place.Member(node).EndsWith(change.Place, StringComparison.Ordinal)
            && $".{Place.Member(node)}".EndsWith($".{change.Place}", StringComparison.Ordinal);

    private static IEnumerable<SyntaxNode> Parts(this Change change, SyntaxNode place) => change.Part switch
    {
        "body" => place.ChildNodes().OfType<ArrowExpressionClauseSyntax>().Select(arrow => arrow.Expression),
        "expression" => place.DescendantNodes().OfType<ExpressionSyntax>().Where(e => IsText(e, change.Of!)),
        "guard" => Arms(change, place).Select(arm => (SyntaxNode?)arm.WhenClause?.Condition ?? arm),
        "outcome" => Arms(change, place).Select(Outcome),
        "row" or "unless" => Arms(change, place),
        _ => throw new InvalidOperationException($"no part of a row or member is called {change.Part}"),
    };

    private static IEnumerable<SwitchExpressionArmSyntax> Arms(Change change, SyntaxNode place) => place is SwitchExpressionArmSyntax arm ? [arm]
        : place.DescendantNodes().OfType<SwitchExpressionArmSyntax>().Where(a => IsText(a.Expression, change.Of!));

    private static ExpressionSyntax Outcome(SwitchExpressionArmSyntax arm) =>
        arm.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "By" } by } ? by.Expression : arm.Expression;

    private static bool IsText(SyntaxNode node, string text) => SyntaxFactory.AreEquivalent(node, SyntaxFactory.ParseExpression(text));
}
