using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>Where a set stands after a row, read off the outcome that the row gives.</summary>
internal sealed class NextStates(CodeFolder code, Machine machine)
{
    /// <summary>The states that a row may lead to; null stands for the one that it came from.</summary>
    public IReadOnlyList<string?> Of(Row row) =>
        row.Outcome is InvocationExpressionSyntax call && Called(call) is { } made && Body(made) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var next, ..] }
            ? [.. States(next.Expression, made, call).Distinct()]
            : throw new Unwritable($"{row.Id} gives no step that can be read: {row.Outcome}");

    // what a method gives for the arguments of a call; where an argument says nothing, the parameter may be of one state alone
    private IEnumerable<string?> States(ExpressionSyntax next, MethodDeclarationSyntax method, InvocationExpressionSyntax call) => next switch
    {
        ObjectCreationExpressionSyntax made => [machine.Word(made.Type.ToString())],
        ConditionalExpressionSyntax either => States(either.WhenTrue, method, call).Concat(States(either.WhenFalse, method, call)),
        InvocationExpressionSyntax inner when Called(inner) is { } called && Body(called) is { } body => States(body, called, inner),
        IdentifierNameSyntax { Identifier.Text: nameof(HtlcSet.Start) } => [Machine.Gone],
        IdentifierNameSyntax { Identifier.Text: var name } when Parameter(method, name) is { } at => Given(method.ParameterList.Parameters[at], call.ArgumentList.Arguments[at].Expression, method, call),
        _ => throw new Unwritable($"no state can be read off '{next}'"),
    };

    private IEnumerable<string?> Given(ParameterSyntax parameter, ExpressionSyntax argument, MethodDeclarationSyntax method, InvocationExpressionSyntax call) =>
        machine.States.TryGetValue(parameter.Type!.ToString(), out var state) ? [state]
        : argument is IdentifierNameSyntax { Identifier.Text: "set" } ? [null]
        : States(argument, method, call);

    private static int? Parameter(MethodDeclarationSyntax method, string name) =>
        method.ParameterList.Parameters.IndexOf(p => p.Identifier.Text == name) is var at and >= 0 ? at : null;

    private MethodDeclarationSyntax? Called(InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax { Identifier.Text: var name } ? code.Find(machine.Type, name) as MethodDeclarationSyntax : null;

    private static ExpressionSyntax? Body(MethodDeclarationSyntax method) => method.ExpressionBody?.Expression;
}
