using AmpSpec.Settlement;
using FsCheck;
using FsCheck.Experimental;
using FsCheck.Xunit;
using Xunit;

namespace AmpSpec.Tests.Settlement.Stateful;

public sealed class A_receiver_beside_a_model
{
    [Property(MaxTest = 3000, StartSize = 5, EndSize = 40)]
    public Property answers_as_the_text_says() => new ReceiverMachine(Subject.Shipped).ToProperty();

    [Fact]
    public void answers_as_the_text_says_in_every_session_of_two_plain_steps() => Assert.Null(Search.Shortest(Subject.Shipped, 2));

    [Theory]
    [InlineData(500)]
    public void meets_everything_that_can_be_answered(int sessions)
    {
        var (steps, silent) = (0, 0);
        var kinds = new HashSet<string>();
        Assert.Null(Differences.Shrunk((node, on, clock, height) => Count(Subject.Shipped(node, on, clock, height)), 1, sessions));
        Assert.Equal(
            ["claimable", "final_incorrect_cltv_expiry", "final_incorrect_htlc_amount", "incorrect_or_unknown_payment_details", "invalid_onion_payload", "mpp_timeout", "refused", "settled", "temporary_node_failure"],
            kinds.Order());
        Assert.InRange(silent, steps / 4, steps * 3 / 4);

        Released? Count(Released? released)
        {
            steps++;
            silent += released is { Actions: [] } ? 1 : 0;
            kinds.UnionWith(released is null ? ["refused"] : released.Actions.Select(action => action switch
            {
                NodeAction.Settle => "settled",
                NodeAction.Announce => "claimable",
                NodeAction.Fail(_, var message) => message.Row!.Name,
                _ => "malformed",
            }));
            return released;
        }
    }
}

public sealed class A_receiver_that_makes_a_known_mistake
{
    public static TheoryData<string> Known => [.. Mistakes.All.Keys];

    [Theory]
    [MemberData(nameof(Known))]
    public void is_found_and_shown_by_a_session_as_short_as_any(string mistake)
    {
        var shown = Differences.Shrunk(Mistakes.All[mistake], seed: 1, sessions: 1000);
        Assert.NotNull(shown);
        Assert.Equal(Search.Shortest(Mistakes.All[mistake], 4)!.Length, shown.Length);
    }

    // too long for a search through all sessions: five parts in one set, of which none may be left out
    [Theory]
    [InlineData(5)]
    public void is_shown_by_as_many_steps_as_it_takes(int parts) =>
        Assert.Equal(parts, Differences.Shrunk((node, on, clock, height) => Subject.Shipped(node with { Rules = node.Rules with { MaxParts = parts } }, on, clock, height), seed: 1, sessions: 3000)?.Length);
}
