using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>Parts that come again, nodes that die, forget or stop, parts that are lost or taken back.</summary>
internal static class Restarts
{
    public static Seq<Scope> Scopes(Makings makings) =>
    [
        Crashes(makings, "crashes and parts that come again"),
        Amnesia(makings),
        Proposals(makings),
        Stops(makings, "a node that is about to stop"),
    ];

    /// <summary>Under policies that are not ours.</summary>
    public static Seq<Scope> Variations(Makings makings)
    {
        Makings Under(Func<Rules, Rules> but) => makings with { Rules = but(makings.Rules) };
        return
        [
            Crashes(Under(rules => rules with { Replays = Replays.Plain }), "a failed part that comes again is told something else") with { Waives = ["I6"] },
            Crashes(Under(rules => rules with { Replays = Replays.Anew }), "a failed part that comes again is judged anew") with { Waives = ["I6"] },
            Crashes(Under(rules => rules with { Restart = Restart.Forgets }), "undecided sets do not outlive the node") with { Waives = ["I6"] },
            Crashes(Under(rules => rules with { Restart = Restart.Fails }), "a node that starts fails what it holds") with { Waives = ["I6"] },
            Crashes(Under(rules => rules with { Restart = Restart.ResumesAfresh }), "timers begin again") with { Waives = ["I6", "I9"] },
            Stops(Under(rules => rules with { Shutdown = Shutdown.FailsIncomplete }), "a node that stops fails what is incomplete"),
            Late(Under(rules => rules with { LateParts = LateParts.AsEnded })),
        ];
    }

    private static Scope Plain(Makings makings, string name, int parts, params Invoice[] invoices) => makings.Scope("restart", name, parts) with
    {
        Invoices = invoices.ToSeq(),
        Letters = invoices.SelectMany((invoice, n) => new[] { makings.Part($"1 for set {n + 1}", invoice, 1), makings.Part($"all for set {n + 1}", invoice, makings.Total) }).ToSeq(),
        Sets = invoices.Select((invoice, n) => Makings.SetOf(invoice, n)).ToSeq(),
        Sights = [Sight.Settles, Sight.TimesOut],
    };

    private static Scope Crashes(Makings makings, string name) => Plain(makings, name, makings.Size.Parts, makings.Mpp(), makings.Hold(1)) with
    {
        Happens = Happens.Ticks | Happens.Crashes | Happens.Replays | Happens.Settles,
        Sights = [Sight.Settles, Sight.TimesOut, Sight.Waits],
    };

    private static Scope Amnesia(Makings makings) => Plain(makings, "a node that forgets its undecided sets", makings.Size.Parts, makings.Mpp()) with
    {
        Happens = Happens.Ticks | Happens.Amnesia | Happens.Replays | Happens.Losses | Happens.Loss,
        Sights = [Sight.Settles, Sight.TimesOut, Sight.Forgets],
    };

    private static Scope Proposals(Makings makings) => Plain(makings, "parts that can be taken back", Math.Min(makings.Size.Parts, 2), makings.Mpp()) with
    {
        Happens = Happens.Ticks | Happens.Proposals | Happens.Crashes | Happens.Amnesia | Happens.Replays | Happens.Loss,
    };

    private static Scope Stops(Makings makings, string name) => Plain(makings, name, makings.Size.Parts, makings.Mpp(), makings.Hold(1)) with
    {
        Happens = Happens.Ticks | Happens.Stops | Happens.Loss | Happens.Settles,
    };

    private static Scope Late(Makings makings)
    {
        var invoice = makings.Mpp();
        return Plain(makings, "parts that were under way to a set that has ended", makings.Size.Parts, invoice) with
        {
            Letters =
            [
                makings.Part("1", invoice, 1), makings.Part("all", invoice, makings.Total),
                makings.Part("1, under way", invoice, 1, offered: offer => offer with { ToEndedSet = true }),
            ],
            Happens = Happens.Ticks,
        };
    }
}
