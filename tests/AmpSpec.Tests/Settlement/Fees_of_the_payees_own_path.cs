using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

public sealed class Fees_of_the_payees_own_path
{
    private static readonly Invoice Bearing = Mpp with { Terms = Mpp.Terms with { PathFees = new Msat(10) } };

    [Theory]
    [InlineData(990)]
    [InlineData(495, 495)]
    [InlineData(330, 330, 330)]
    [Requirement("MPP-RCV-28")]
    public void are_credited_once_a_set_however_many_parts_there_are(params int[] amounts)
    {
        var node = With(Bearing);
        var answers = amounts.Select((amount, i) => node.Offers(Part((ulong)i, (ulong)amount)).Show()).ToList();
        Assert.All(answers.SkipLast(1), Assert.Empty);
        Assert.Equal(amounts.Length, answers[^1].Length);
        Assert.All(answers[^1], answer => Assert.EndsWith(" settles", answer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(989)]
    [InlineData(495, 494)]
    [InlineData(330, 330, 329)]
    [Requirement("MPP-RCV-28")]
    public void are_not_credited_once_a_part(params int[] amounts)
    {
        var node = With(Bearing);
        Assert.All(amounts.Select((amount, i) => node.Offers(Part((ulong)i, (ulong)amount))), answers => Assert.Empty(answers));
    }

    [Fact]
    [Requirement("MPP-RCV-28")]
    public void above_the_total_leave_nothing_to_be_brought_but_one_part()
    {
        var node = With(Mpp with { Terms = Mpp.Terms with { PathFees = new Msat(5000) } });
        Assert.Equal(["1 settles"], node.Offers(Part(1, 1)).Show());
    }
}
