using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>Where a set stands after a row, read off the outcome that the row gives.</summary>
internal sealed class NextStates(CodeFolder code)
{
    /// <summary>A set that nothing has come for.</summary>
    public const string Gone = "gone";

    /// <summary>An AMP set whose id may not come back.</summary>
    public const string Dead = "dead";

    // the words of the chapter for the states of the code
    private static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        [nameof(HtlcSet.Collecting)] = "open",
        [nameof(HtlcSet.Complete)] = "complete",
        [nameof(HtlcSet.Settled)] = "settled",
        [nameof(HtlcSet.Dead)] = Dead,
    };

    /// <summary>The word for a state.</summary>
    public static string Name(string state) => Names.GetValueOrDefault(state) ?? throw new Unwritable($"no word for the state {state}");

    /// <summary>All words, in the order of the code.</summary>
    public static IEnumerable<string> All => Names.Values;

    /// <summary>The states that a row may lead to; null stands for the one that it came from.</summary>
    public IReadOnlyList<string?> Of(Row row) =>
        row.Outcome is InvocationExpressionSyntax call && Called(call) is { } made && Body(made) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var next, ..] }
            ? [.. States(next.Expression, Arguments(made, call)).Distinct()]
            : throw new Unwritable($"{row.Id} gives no step that can be read: {row.Outcome}");

    private IEnumerable<string?> States(ExpressionSyntax next, IReadOnlyDictionary<string, ExpressionSyntax> given) => next switch
    {
        ObjectCreationExpressionSyntax made => [Name(made.Type.ToString())],
        ConditionalExpressionSyntax either => States(either.WhenTrue, given).Concat(States(either.WhenFalse, given)),
        InvocationExpressionSyntax call when Called(call) is { } method && Body(method) is { } body => States(body, Arguments(method, call)),
        IdentifierNameSyntax { Identifier.Text: nameof(HtlcSet.Start) } => [Gone],
        IdentifierNameSyntax { Identifier.Text: var name } when given.TryGetValue(name, out var argument) => States(argument, new Dictionary<string, ExpressionSyntax>()),
        IdentifierNameSyntax { Identifier.Text: "set" } => [null],
        _ => throw new Unwritable($"no state can be read off '{next}'"),
    };

    private MethodDeclarationSyntax? Called(InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax { Identifier.Text: var name } ? code.Find(nameof(Settlement.Receiver), name) as MethodDeclarationSyntax : null;

    private static ExpressionSyntax? Body(MethodDeclarationSyntax method) => method.ExpressionBody?.Expression;

    private static Dictionary<string, ExpressionSyntax> Arguments(MethodDeclarationSyntax method, InvocationExpressionSyntax call) =>
        method.ParameterList.Parameters.Select(p => p.Identifier.Text).Zip(call.ArgumentList.Arguments.Where(a => a.NameColon is null).Select(a => a.Expression))
            .ToDictionary(pair => pair.First, pair => pair.Second);
}
