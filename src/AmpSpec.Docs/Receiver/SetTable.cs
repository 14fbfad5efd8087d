using System.Text;
using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>What an event does to a set, from <see cref="Settlement.Receiver.Next"/>: one table an event.</summary>
internal sealed class SetTable(CodeFolder code)
{
    private const string Table = nameof(Settlement.Receiver);

    private readonly Phrases _phrases = new(code, Table);
    private readonly Applies _applies = new(code, Table);

    /// <summary>A heading, what the event is, and its rows, for each event in the order of the code.</summary>
    public static string Write(CodeFolder code) => new SetTable(code).Write();

    private string Write()
    {
        var text = new StringBuilder();
        foreach (var rows in SetRow.All(code).GroupBy(row => row.Event))
        {
            var words = rows.First().Happens;
            text.Append($"**{char.ToUpperInvariant(words[0])}{words[1..]}.** {code.Summary($"{nameof(SetEvent)}.{rows.Key}")}\n\n");
            text.Append(PipeTable.Of(["row", "the set is", "when", "then", "and the set is", "requirements", "used by"], rows.Select(Cells))).Append('\n');
        }

        return text.ToString();
    }

    private string[] Cells(SetRow row) =>
    [
        row.Row.Id,
        row.From.Count == NextStates.All.Count() ? "" : string.Join(", ", row.From),
        _phrases.Of([($"{nameof(SetEvent)}.{row.Event}", row.On)], row.Row.When),
        Outcome(row.Row),
        row.Stays ? "" : string.Join(" or ", row.Next.OrderBy(next => next is NextStates.Gone or NextStates.Dead).ThenBy(next => next is NextStates.Dead).Select(next => next ?? "as it was")),
        string.Join(", ", row.Row.Requirements),
        _applies.Users(row.Row),
    ];

    // what the helper says of itself, the reason, and the invoice where it goes too
    private string Outcome(Row row)
    {
        var call = row.Outcome as InvocationExpressionSyntax ?? throw new Unwritable($"{row.Id} gives no step that can be read: {row.Outcome}");
        var reasons = Reasons.In(row.Outcome);
        var cancels = call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text is "cancels");
        return code.Summary(Table, call.Expression.ToString())
            + (reasons is [] ? "" : $" ({string.Join(" or ", reasons.Select(Reasons.Name))})")
            + (cancels is null ? "" : $"; its invoice is cancelled too where {_phrases.Of([], cancels.Expression)}");
    }
}
