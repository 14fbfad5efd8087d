using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;

namespace AmpSpec.Docs.Receiver;

/// <summary>What refuses a part before it comes to its set, from <see cref="Arrival.Refused"/>.</summary>
internal static class ArrivalTable
{
    /// <summary>The rows.</summary>
    public static IReadOnlyList<Row> Rows(CodeFolder code) => Row.Of(code, nameof(Arrival), nameof(Arrival.Refused));

    /// <summary>Row, condition, reason, answer, requirements, and who uses it.</summary>
    public static string Write(CodeFolder code)
    {
        var (phrases, applies) = (new Phrases(code, nameof(Arrival)), new Applies(code, nameof(Arrival)));
        return PipeTable.Of(
            ["row", "when", "reason", "told as", "requirements", "used by"],
            Rows(code).Select(row => new[]
            {
                row.Id,
                phrases.Of([(nameof(Arrival), row.Pattern)], row.When),
                string.Join(" or ", Reasons.In(row.Outcome).Select(Reasons.Name)),
                string.Join(" or ", Reasons.In(row.Outcome).Select(why => Reasons.Code(Reasons.Told(why, Rules.Ours))).Distinct()),
                string.Join(", ", row.Requirements),
                applies.Users(row),
            }));
    }
}
