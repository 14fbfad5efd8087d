using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;

namespace AmpSpec.Docs.Receiver;

/// <summary>From a reason to what a payer is told: asked of <see cref="WireFailure.Of"/>, reason by reason and profile by profile.</summary>
internal static class RefusalTables
{
    private static readonly IReadOnlyDictionary<string, string> Forms = new Dictionary<string, string> { ["htlc_msat"] = "amount", ["incoming_htlc_amt"] = "amount" };

    /// <summary>Three tables: the messages with the reasons that look alike, the reasons, and where others tell something else.</summary>
    public static string Write(CodeFolder code, CodeFolder counted) => $"{Messages()}\n{Meanings(code, counted)}\n{Others()}";

    private static string Messages() => PipeTable.Of(
        ["told as", "message", "data", "reasons that look alike"],
        Reasons.All.GroupBy(why => Reasons.Told(why, Rules.Ours).Row!).OrderBy(message => message.Count()).Select(message => new[]
        {
            Reasons.Code(message.Key),
            $"`{message.Key.Name}`",
            string.Join(", ", message.Key.Fields.Select(field => Forms.GetValueOrDefault(field.Name, field.Name.Replace('_', ' ')))),
            string.Join(", ", message.Select(Reasons.Name)),
        }));

    private static string Meanings(CodeFolder code, CodeFolder counted)
    {
        var rows = Rows(code, counted);
        return PipeTable.Of(
            ["reason", "what has happened", "rows", "told as"],
            Reasons.All.Select(why => new[]
            {
                Reasons.Name(why),
                code.Summary($"{nameof(Refusal)}.{why.GetType().Name}").TrimEnd('.'),
                string.Join(", ", rows.Where(row => row.Reasons.Contains(why)).Select(row => row.Id.Replace("receiver/", "", StringComparison.Ordinal)).Distinct()),
                Reasons.Code(Reasons.Told(why, Rules.Ours)),
            }));
    }

    private static string Others() => PipeTable.Of(
        ["reason", "told as", "by"],
        from why in Reasons.All
        from other in Profiles.All.GroupBy(profile => Reasons.Told(why, profile.Rules).Row!)
        where other.Key != Reasons.Told(why, Rules.Ours).Row
        select new[] { Reasons.Name(why), $"{Reasons.Code(other.Key)} `{other.Key.Name}`", string.Join(", ", other.Select(profile => profile.Name)) });

    private static List<(string Id, IReadOnlyList<Refusal> Reasons)> Rows(CodeFolder code, CodeFolder counted) =>
    [
        .. NodeTable.Rows(code).Select(row => (row.Id, (IReadOnlyList<Refusal>)[.. row.Places.SelectMany(NodeTable.ReasonsOf)])),
        .. ArrivalTable.Rows(code).Concat(SetRow.All(code, Machine.Receiver).Concat(SetRow.All(counted, Machine.Counted)).Select(row => row.Row)).Select(row => (row.Id, Reasons.In(row.Outcome))),
    ];
}
