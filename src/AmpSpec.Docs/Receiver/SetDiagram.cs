using System.Text;
using AmpSpec.Docs.Parsing;

namespace AmpSpec.Docs.Receiver;

/// <summary>The states of a set as a diagram: one arrow from state to state, with the events and the rows that bring it about.</summary>
internal static class SetDiagram
{
    // what is left of a set that was failed or given up
    private const string Over = "over";

    /// <summary>A block of Mermaid. Rows that leave the set where it stands have no arrow.</summary>
    public static string Write(CodeFolder code)
    {
        var arrows = from row in SetRow.All(code, Machine.Receiver)
                     where !row.Stays
                     from @from in row.From
                     from to in row.Next.Select(next => Node(next ?? @from)).Distinct()
                     group row by (From: Node(@from), To: to);
        var text = new StringBuilder("```mermaid\nstateDiagram-v2\n    direction LR\n");
        text.Append($"    state \"gone (AMP: dead)\" as {Over}\n    [*] --> open\n");
        foreach (var arrow in arrows)
        {
            text.Append($"    {arrow.Key.From} --> {arrow.Key.To} : {string.Join("<br/>", arrow.GroupBy(row => row.Happens).Select(Label))}\n");
        }

        return text.Append("```\n").ToString();
    }

    private static string Node(string state) => state is Machine.Gone or Machine.Dead ? Over : state;

    private static string Label(IGrouping<string, SetRow> rows) => $"{rows.Key} {string.Join(" ", rows.Select(row => row.Row.Id.Split('/')[1]))}";
}
