using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AmpSpec.Mutants;

/// <summary>The changes of all incidents, by the code that they are about.</summary>
internal sealed class Committed
{
    private readonly ILookup<SyntaxNode, (Mutant Mutant, Change Change)> _at;

    /// <summary>Finds every place, and gives each incident its mutant.</summary>
    public Committed(IReadOnlyList<Incident> incidents, IReadOnlyList<(string Path, SyntaxTree Tree)> sources)
    {
        string[] lost = [.. from incident in incidents from change in incident.Changes let found = change.Find(sources.Select(s => s.Tree)) where found.Length != 1 select $"{incident.Id}: {change.Place} has {found.Length} places for {change.Part} {change.Of}, and not one"];
        if (lost.Length > 0)
        {
            throw new InvalidOperationException($"incidents.json is about another code:\n{string.Join('\n', lost)}");
        }

        var placed = new List<(SyntaxNode Node, Mutant Mutant, Change Change)>();
        foreach (var incident in incidents)
        {
            var found = incident.Changes.Select(change => (Change: change, Node: change.Find(sources.Select(s => s.Tree))[0])).ToArray();
            var first = found[0].Node;
            var mutant = new Mutant(
                Mutants.Count + 1, $"incident/{incident.Id}", sources.First(s => s.Tree == first.SyntaxTree).Path, first.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                [.. found.SelectMany(f => Place.Requirements(f.Node)).Distinct()], incident.Does, incident.Id);
            Mutants.Add(mutant);
            placed.AddRange(found.Select(f => (f.Node, mutant, f.Change)));
        }

        _at = placed.ToLookup(p => p.Node, p => (p.Mutant, p.Change));
    }

    /// <summary>One for each incident, in the order of the file.</summary>
    public List<Mutant> Mutants { get; } = [];

    /// <summary>An expression, or what stands in its place while a mutant is on.</summary>
    public SyntaxNode? Expression(SyntaxNode? original, SyntaxNode? now) => original is not ExpressionSyntax || now is not ExpressionSyntax here ? now
        : _at[original].Aggregate(here, (so, c) => Marked(ParenthesizedExpression(ConditionalExpression(
            ParseExpression(Rewriter.Is(c.Mutant)), Parsed(c) is var with && with is ThrowExpressionSyntax ? with : ParenthesizedExpression(with), ParenthesizedExpression(so.WithoutTrivia()))), c.Mutant));

    /// <summary>The rows to put in front of a row.</summary>
    public IEnumerable<SwitchExpressionArmSyntax> Before(SwitchExpressionArmSyntax arm) => _at[arm].Where(c => c.Change.Part == "row")
        .Select(c => Marked(Rewriter.When(Row(c), Rewriter.Is(c.Mutant)), c.Mutant));

    /// <summary>The row itself, which may not apply where it did.</summary>
    public SwitchExpressionArmSyntax Arm(SwitchExpressionArmSyntax original, SwitchExpressionArmSyntax now) => _at[original].Where(c => c.Change.Part is "guard" or "unless").Aggregate(now, (so, c) =>
    {
        var on = ParseExpression(c.Change.Part == "guard" ? $"(!{Rewriter.Is(c.Mutant)} || ({Parsed(c)}))" : $"!({Rewriter.Is(c.Mutant)} && ({Parsed(c)}))");
        var condition = so.WhenClause is { } clause ? BinaryExpression(SyntaxKind.LogicalAndExpression, ParenthesizedExpression(clause.Condition.WithoutTrivia()), on) : on;
        return so.WithWhenClause(WhenClause(Marked(condition, c.Mutant)));
    });

    private static SwitchExpressionArmSyntax Row((Mutant Mutant, Change Change) c) =>
        ((SwitchExpressionSyntax)Parsed($"it switch {{ {c.Change.With} }}", c.Mutant)).Arms.Single();

    private static ExpressionSyntax Parsed((Mutant Mutant, Change Change) c) => Parsed(c.Change.With, c.Mutant);

    private static ExpressionSyntax Parsed(string text, Mutant mutant) => ParseExpression(text) is var parsed && !parsed.ContainsDiagnostics && parsed.ToString() == text.Trim() ? parsed
        : throw new InvalidOperationException($"incident {mutant.Incident} is no expression: {text}");

    private static T Marked<T>(T node, Mutant mutant)
        where T : SyntaxNode => node.WithAdditionalAnnotations(new SyntaxAnnotation(Rewriter.Mark, mutant.Id));
}
