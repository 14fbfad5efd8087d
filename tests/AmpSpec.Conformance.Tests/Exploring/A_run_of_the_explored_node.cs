using System.Text.Json.Nodes;
using AmpSpec.Conformance.Exploring;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring.Nodes;
using Xunit;
using Size = AmpSpec.Settlement.Exploring.Size;

namespace AmpSpec.Conformance.Tests.Exploring;

/// <summary>What the model leaves out of a node changes nothing: any run of it, played as a session by the node itself, ends alike.</summary>
public sealed class A_run_of_the_explored_node
{
    private const int Walks = 60, Steps = 10;

    public static TheoryData<string> Scopes => [.. Ours().Select(scope => scope.Name)];

    [Theory]
    [MemberData(nameof(Scopes))]
    public void ends_as_a_session_does(string name)
    {
        var scope = Ours().Single(each => each.Name == name);
        var played = Enumerable.Range(1, Walks).Count(seed => EndsAlike(scope, (uint)seed));
        Assert.Equal(Walks, played);
    }

    private static IEnumerable<Scope> Ours() => Alphabets.Names.SelectMany(alphabet => Alphabets.Of(alphabet, Rules.Ours, new Size(3)));

    private static bool EndsAlike(Scope scope, uint seed)
    {
        var model = new NodeModel(scope);
        var (world, pieces, run) = (model.Start, model.Parts.ToArray(), new List<(int? Part, ReceiverEvent On)>());
        for (var step = 0; step < Steps; step++)
        {
            var all = model.Events(world).Select(on => (Part: -1, On: on)).Concat(pieces.SelectMany((piece, part) => model.Events(world, piece).Select(on => (Part: part, On: on)))).Where(each => IsSaid(each.On)).ToArray();
            if (all is [])
            {
                break;
            }

            seed = unchecked((seed * 1664525) + 1013904223);
            var (chosen, on) = all[(seed >> 8) % (uint)all.Length];
            if (model.Next(world, chosen < 0 ? null : pieces[chosen], on) is not { } move)
            {
                continue;
            }

            run.Add((chosen < 0 ? null : chosen + 1, on));
            pieces = [.. pieces.Select((piece, part) => part == chosen ? move.Part! : move.Rest is Modelling.Rest<Fates>.All(var fates) ? model.Befall(piece, fates) : piece)];
            world = move.Summary;
        }

        var (input, reason) = ExploredSession.Of(scope, run);
        Assert.Null(reason);
        var answers = ((Answer.Ok)SessionOps.Run.Ask(input!, PolicySet.Ours)).Value["steps"]!.AsArray();
        Assert.All(answers, answer => Assert.Null(answer!["error"]));
        var told = answers.SelectMany(answer => answer!["outputs"]!.AsArray()).Where(output => output!["htlc"] is not null).GroupBy(output => (int)output!["htlc"]!).ToDictionary(part => part.Key, part => Word(part.Last()!));
        var words = string.Join('\n', run);
        Assert.Equal((words, string.Join(", ", pieces.Select((piece, part) => $"{part + 1} {Word(piece)}"))), (words, string.Join(", ", pieces.Select((piece, part) => $"{part + 1} {(IsOpen(piece) ? Word(piece) : (piece is Piece.Done(Outcome.Failed) && told.GetValueOrDefault(part + 1) is not ("settle" or "mpp_timeout" or null) ? "fail" : IsLost(run, part + 1) ? Word(piece) : told.GetValueOrDefault(part + 1, "gone")))}"))));
        var sets = answers[^1]!["state"]!["sets"]!.AsObject();
        Assert.Equal((words, Listed(world.Groups.Select(Sum))), (words, Listed(sets.Select(set => $"{set.Value!["received_msat"]} in {set.Value["htlcs"]}, {set.Value["state"]}"))));
        return true;
    }

    // what a session has no step for is left out of the walk
    private static bool IsSaid(ReceiverEvent on) => on is not (ReceiverEvent.TipSeen or ReceiverEvent.Stopping or ReceiverEvent.NextRejected or ReceiverEvent.Offered({ Offer.HmacFails: true }));

    private static string Listed(IEnumerable<string> sets) => string.Join("; ", sets.Order(StringComparer.Ordinal));

    private static bool IsOpen(Piece piece) => piece is Piece.Idle or Piece.InFlight or Piece.Held or Piece.Forgotten;

    // nobody hears what a lost part is told, unless it comes again
    private static bool IsLost(List<(int? Part, ReceiverEvent On)> run, int part) => run.FindLast(step => step.Part == part).On is ReceiverEvent.Lost;

    private static string Word(Piece piece) => piece switch
    {
        Piece.Done(Outcome.Settled) or Piece.Answered(_, NodeAction.Settle) => "settle",
        Piece.Done(Outcome.TimedOut) => "mpp_timeout",
        Piece.Done(Outcome.Gone) => "gone",
        Piece.Answered(_, NodeAction.Fail(_, var message)) => message.Row!.Name,
        Piece.Done(Outcome.Failed) => "fail",
        _ => "open",
    };

    private static string Word(JsonNode output) => (string)output["is"]! is "settle" ? "settle" : (string)output["code"]!;

    private static string Sum(Group group) => group.Set is HtlcSet.Complete(var complete) ? $"{complete.Sum.Msat.Value} in {complete.Parts}, complete" : $"{((HtlcSet.Collecting)group.Set).Held.Sum.Msat.Value} in {group.Members.Count}, open";
}
