using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Counted;
using Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

public sealed class A_counted_set
{
    private static readonly CountedRules Three = new(ChildDerivation.Og18Of4, MaxCount: 3);

    private static readonly int[][] Orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    [Fact]
    [Requirement("OG18-02", "OG18-03")]
    public void settles_with_its_last_part_in_any_order_and_each_part_by_its_own_preimage()
    {
        foreach (var parts in Orders.Select(order => order.Select(at => Made(3, 3, 3)[at]).ToArray()))
        {
            var (before, step) = Play(Three, parts);
            Assert.Equal(["counted/05", "counted/05"], before.Select(each => each.Row));
            Assert.All(before, each => Assert.Equal((new Fate.Held(), new Rest.Keep()), (each.One, each.Rest)));
            Assert.Equal(("counted/06", (CountedSet)new CountedSet.Settled()), (step.Row, step.Next));
            Assert.Equal(parts.Select(part => part.Hash), PreimagesOf(step).Select(preimage => preimage.Hash()));
            Assert.Equal(new Rest.All(step.One!), step.Rest);
        }
    }

    [Fact]
    [Requirement("OG18-03")]
    public void needs_its_count_from_one_part_alone_whenever_that_comes()
    {
        foreach (var counts in new uint[][] { [0, 0, 3], [0, 3, 3] })
        {
            var made = Made(counts).Select(part => part with { SetId = new SetId(Filled(0x99)) }).ToArray();
            foreach (var order in Orders)
            {
                var (before, step) = Play(Three, [.. order.Select(at => made[at])]);
                Assert.Equal(["counted/05", "counted/05", "counted/06"], [.. before.Select(each => each.Row), step.Row]);
            }
        }
    }

    [Fact]
    [Requirement("OG18-03")]
    public void is_never_complete_while_no_part_has_named_a_count()
    {
        var (_, step) = Play(Three, Made(0, 0, 0));
        Assert.Equal("counted/05", step.Row);
    }

    [Fact]
    [Requirement("OG18-01")]
    public void is_aborted_by_a_part_that_names_another_count()
    {
        var (_, step) = Play(Three, Made(3, 2));
        Assert.Equal(("counted/02", (CountedSet)new CountedSet.Aborted()), (step.Row, step.Next));
        Assert.Equal(new Fate.Failed(new Refusal.CountsDiffer()), step.One);
        Assert.Equal(new Rest.All(step.One!), step.Rest);
        Assert.Equal("counted/02", Play(Three, Made(0, 3, 2)).Last.Row);
        Assert.Equal("counted/02", Play(Three, Made(3, 1)).Last.Row);
    }

    [Fact]
    [Requirement("OG18-02")]
    public void is_aborted_where_one_hash_does_not_fit()
    {
        var parts = Made(2, 2);
        var (_, step) = Play(Three, parts[0], parts[1] with { Hash = new Hash32(Filled(0x77)) });
        Assert.Equal(("counted/07", (Fate?)new Fate.Failed(new Refusal.SharesDoNotOpen()), (Rest)new Rest.All(new Fate.Failed(new Refusal.SharesDoNotOpen()))), (step.Row, step.One, step.Rest));
        Assert.Equal("counted/07", Play(Three, parts[0], parts[0]).Last.Row);
        Assert.Equal("counted/07", Play(Three, parts[0], parts[1] with { Share = new Share(Filled(0x78)) }).Last.Row);
    }

    [Fact]
    [Requirement("OG18-02")]
    public void is_aborted_where_more_parts_are_there_than_the_count_says()
    {
        var (_, step) = Play(Three, Made(0, 0, 2));
        Assert.Equal(("counted/04", (Fate?)new Fate.Failed(new Refusal.CountsDiffer())), (step.Row, step.One));
    }

    [Fact]
    [Requirement("OG18-05")]
    public void is_bounded_by_the_payee_and_by_the_width_of_the_index()
    {
        Assert.Equal("counted/05", Play(Three, Made(3)).Last.Row);
        Assert.Equal(("counted/03", (Fate?)new Fate.Failed(new Refusal.TooMany())), (Play(Three, Made(4)).Last.Row, Play(Three, Made(4)).Last.One));
        Assert.Equal("counted/03", Play(Three, Made(0, 0, 0, 0)).Last.Row);
        var narrow = new CountedRules(ChildDerivation.Og18Of1, MaxCount: 1000);
        Assert.Equal("counted/05", Play(narrow, Made(255)).Last.Row);
        Assert.Equal("counted/03", Play(narrow, Made(256)).Last.Row);
        Assert.Equal(128u, new CountedRules(ChildDerivation.Og18Of4).MaxCount);
    }

    [Fact]
    [Requirement("OG18-04")]
    public void has_an_id_that_tells_nothing_of_the_base_preimage()
    {
        var (one, two) = (Shares(0x11, 0x22), Shares(0x10, 0x23));
        Assert.Equal(XorSharing.Root(one), XorSharing.Root(two));
        Assert.NotEqual(CountedPart.Fingerprint(one), CountedPart.Fingerprint(two));
        Assert.NotEqual(CountedPart.Fingerprint(Shares(0x11, 0x22)), CountedPart.Fingerprint(Shares(0x22, 0x11)));

        // sha256 of 32 bytes 11 and 32 bytes 22, by another program
        Assert.Equal("5189c77d29fe5d546a045ec46986852785fea5c13ac7da9c115ff5fb6edf817c", CountedPart.Fingerprint(one).ToString());
    }

    [Fact]
    [Requirement("OG18-04")]
    public void is_aborted_where_its_id_is_no_fingerprint_of_its_shares()
    {
        var parts = Made(2, 2).Select(part => part with { SetId = new SetId(Filled(0x99)) }).ToArray();
        Assert.Equal("counted/07", Play(Three, parts).Last.Row);
        Assert.Equal("counted/07", Play(Three, parts[0], Made(2, 2)[1]).Last.Row);
        Assert.Equal("counted/07", Play(Three, Made(1)[0] with { SetId = new SetId(Filled(0x99)) }).Last.Row);
        Assert.Equal("counted/06", Play(Three, Made(2, 2)).Last.Row);
    }

    [Fact]
    [Requirement("OG18-02")]
    public void that_has_ended_takes_nothing_more()
    {
        foreach (var ended in new CountedSet[] { new CountedSet.Settled(), new CountedSet.Aborted() })
        {
            var step = CountedReceiver.Next(ended, new CountedEvent.PartArrived(Made(1)[0]), Three);
            Assert.Equal(("counted/01", ended, (Fate?)new Fate.Failed(new Refusal.SetIdDead()), (Rest)new Rest.Keep()), (step.Row, step.Next, step.One, step.Rest));
            var given = CountedReceiver.Next(ended, new CountedEvent.GivenUp(), Three);
            Assert.Equal(("counted/09", ended, (Fate?)null, (Rest)new Rest.Keep()), (given.Row, given.Next, given.One, given.Rest));
        }
    }

    [Fact]
    [Requirement("OG18-02")]
    public void that_is_given_up_fails_all_that_it_holds()
    {
        var held = CountedReceiver.Next(CountedSet.Start, new CountedEvent.PartArrived(Made(2)[0]), Three).Next;
        var step = CountedReceiver.Next(held, new CountedEvent.GivenUp(), Three);
        Assert.Equal(("counted/08", (CountedSet)new CountedSet.Aborted(), (Fate?)null, (Rest)new Rest.All(new Fate.Failed(new Refusal.TimedOut()))), (step.Row, step.Next, step.One, step.Rest));
    }

    private static Seq<Share> Shares(params byte[] values) => values.Select(value => new Share(Filled(value))).ToSeq();

    // one part for each count, which together are the set
    private static CountedPart[] Made(params uint[] counts)
    {
        var shares = Shares([.. Enumerable.Range(0, counts.Length).Select(i => (byte)(0x11 * (i + 1)))]);
        var id = CountedPart.Fingerprint(shares);
        return [.. shares.Select((share, i) => new CountedPart(
            new HtlcId("c0", $"{i}"),
            ChildPreimage.Of(ChildDerivation.Og18Of4, XorSharing.Root(shares), default, new ChildIndex((uint)i + 1)).Hash,
            id,
            share,
            counts[i]))];
    }

    private static (CountedStep[] Before, CountedStep Last) Play(CountedRules rules, params CountedPart[] parts)
    {
        var (set, steps) = (CountedSet.Start, new List<CountedStep>());
        foreach (var part in parts)
        {
            steps.Add(CountedReceiver.Next(set, new CountedEvent.PartArrived(part), rules));
            set = steps[^1].Next;
        }

        return ([.. steps[..^1]], steps[^1]);
    }

    private static Seq<Preimage> PreimagesOf(CountedStep step) => ((Opening.Each)((Fate.Settled)step.One!).With).Preimages;
}
