using System.Text;
using AmpSpec.Docs.Parsing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>What an event does to a set, from <see cref="Settlement.Receiver.Next"/> and its like: one table an event.</summary>
internal sealed class SetTable(CodeFolder code, Machine machine)
{
    private readonly Phrases _phrases = new(code, machine.Type);
    private readonly Applies _applies = new(code, machine.Type);

    private IEnumerable<(string Name, Func<SetRow, string> Cell)> Columns =>
    [
        ("row", row => row.Row.Id),
        ("the set is", row => row.From.Count == machine.States.Count ? "" : string.Join(", ", row.From)),
        ("when", row => _phrases.Of([($"{machine.Events}.{row.Event}", row.On)], row.Row.When)),
        ("then", row => Outcome(row.Row)),
        ("and the set is", row => row.Stays ? "" : string.Join(" or ", row.Next.OrderBy(next => next is Machine.Gone or Machine.Dead).ThenBy(next => next is Machine.Dead).Select(next => next ?? "as it was"))),
        ("requirements", row => string.Join(", ", row.Row.Requirements)),
        .. machine.HasProfiles ? [("used by", row => _applies.Users(row.Row))] : Array.Empty<(string, Func<SetRow, string>)>(),
    ];

    /// <summary>A heading, what the event is, and its rows, for each event in the order of the code.</summary>
    public static string Write(CodeFolder code, Machine machine) => new SetTable(code, machine).Write();

    private string Write()
    {
        var text = new StringBuilder();
        foreach (var rows in SetRow.All(code, machine).GroupBy(row => row.Event))
        {
            var words = rows.First().Happens;
            text.Append($"**{char.ToUpperInvariant(words[0])}{words[1..]}.** {code.Summary($"{machine.Events}.{rows.Key}")}\n\n");
            text.Append(PipeTable.Of([.. Columns.Select(column => column.Name)], rows.Select(row => Columns.Select(column => column.Cell(row)).ToArray()))).Append('\n');
        }

        return text.ToString();
    }

    // what the helper says of itself, the reason, and the invoice where it goes too
    private string Outcome(Row row)
    {
        var call = row.Outcome as InvocationExpressionSyntax ?? throw new Unwritable($"{row.Id} gives no step that can be read: {row.Outcome}");
        var reasons = Reasons.In(row.Outcome);
        var cancels = call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text is "cancels");
        return code.Summary(machine.Type, call.Expression.ToString())
            + (reasons is [] ? "" : $" ({string.Join(" or ", reasons.Select(Reasons.Name))})")
            + (cancels is null ? "" : $"; its invoice is cancelled too where {_phrases.Of([], cancels.Expression)}");
    }
}
