using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>A row of the table of a set: in which states, on which event.</summary>
/// <param name="Row">As it is written.</param>
/// <param name="From">The words for the states; all of them where the row asks none.</param>
/// <param name="Event">The event, by its name in the code.</param>
/// <param name="Next">Where the set stands then; null stands for where it stood.</param>
internal sealed record SetRow(Row Row, IReadOnlyList<string> From, string Event, IReadOnlyList<string?> Next)
{
    /// <summary>The rows of a table.</summary>
    public static IReadOnlyList<SetRow> All(CodeFolder code, Machine machine)
    {
        var next = new NextStates(code, machine);
        return [.. Row.Of(code, machine.Type, nameof(Settlement.Receiver.Next)).Select(row => new SetRow(row, States(row, machine), Name(Pair(row)[1]), next.Of(row)))];
    }

    /// <summary>The event in words.</summary>
    public string Happens => Reasons.Name(Event);

    /// <summary>Whether the set stands where it stood, whatever becomes of the part.</summary>
    public bool Stays => Next is [null];

    /// <summary>The pattern of the event.</summary>
    public PatternSyntax On => Pair(Row)[1];

    private static IReadOnlyList<string> States(Row row, Machine machine) => [.. Pair(row)[0] is DiscardPatternSyntax ? machine.States.Values : Types(Pair(row)[0]).Select(machine.Word)];

    private static IReadOnlyList<PatternSyntax> Pair(Row row) => row.Pattern is RecursivePatternSyntax { PositionalPatternClause.Subpatterns: [var set, var on] }
        ? [set.Pattern, on.Pattern]
        : throw new Unwritable($"{row.Id} is no pair of state and event");

    private static string Name(PatternSyntax pattern) => Types(pattern) switch
    {
        [var one] => one,
        _ => throw new Unwritable($"not one event: '{pattern}'"),
    };

    private static IReadOnlyList<string> Types(PatternSyntax pattern) => pattern switch
    {
        BinaryPatternSyntax either => [.. Types(either.Left), .. Types(either.Right)],
        DeclarationPatternSyntax declared => [declared.Type.ToString()],
        RecursivePatternSyntax { Type: { } type } => [type.ToString()],
        TypePatternSyntax type => [type.Type.ToString()],
        ConstantPatternSyntax named => [named.Expression.ToString()],
        _ => throw new Unwritable($"no words for the pattern '{pattern}'"),
    };
}
