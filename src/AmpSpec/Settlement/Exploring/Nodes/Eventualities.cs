using AmpSpec.Primitives;
using static AmpSpec.Settlement.Exploring.Nodes.ReceiverEvent;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>What can happen in a world.</summary>
internal static class Eventualities
{
    /// <summary>To the world as a whole.</summary>
    public static IEnumerable<ReceiverEvent> Of(Scope scope, World world)
    {
        var happens = scope.Happens;
        if (happens.HasFlag(Happens.Ticks) && (world.Groups.Count > 0 || world.Invoices.Any(invoice => invoice.ExpiresAt is { } end && end != scope.After(new Ticked()).Oldest)))
        {
            yield return new Ticked();
        }

        if (happens.HasFlag(Happens.Blocks) && world.Groups.Count > 0)
        {
            yield return new BlocksCame();
        }

        for (var set = 0; set < world.Memories.Count; set++)
        {
            if (IsKnown(world, set) && happens.HasFlag(Happens.Settles) && scope.Sets[set].Opens is not null)
            {
                yield return new OwnerSettles(set);
            }

            if (IsKnown(world, set) && happens.HasFlag(Happens.Cancels))
            {
                yield return new OwnerCancels(set);
            }
        }

        for (var invoice = 0; invoice < world.Invoices.Count && happens.HasFlag(Happens.CancelsInvoices); invoice++)
        {
            if (world.Invoices[invoice] is { Status: not InvoiceStatus.Canceled, PaymentSecret: not null })
            {
                yield return new InvoiceCancelled(invoice);
            }
        }

        foreach (var on in OfTheNode(happens, world))
        {
            yield return on;
        }
    }

    /// <summary>To one part.</summary>
    public static IEnumerable<ReceiverEvent> Of(Scope scope, World world, Piece piece) => piece switch
    {
        Piece.Idle => Offers(scope),
        Piece.InFlight => [new Committed(), new Lost(), .. Offers(scope)],
        Piece.Held held when !world.Holds(held) => [], // only after a promise was broken: parts of one kind were told different things
        Piece.Held => [.. scope.Happens.HasFlag(Happens.Loss) ? new ReceiverEvent[] { new Lost() } : [], .. Again(scope)],
        Piece.Answered => [.. scope.Happens.HasFlag(Happens.Losses) ? new ReceiverEvent[] { new Lost() } : [], .. Again(scope)],
        Piece.Forgotten => Again(scope),
        Piece.Done => [],
    };

    private static IEnumerable<ReceiverEvent> OfTheNode(Happens happens, World world)
    {
        if (happens.HasFlag(Happens.Crashes))
        {
            yield return new Restarted(Lossy: false, Delivered: null);
            for (var left = 0; left < world.Last.Count; left++)
            {
                yield return new Restarted(Lossy: false, left);
            }
        }

        if (happens.HasFlag(Happens.Amnesia))
        {
            yield return new Restarted(Lossy: true, Delivered: null);
        }

        if (happens.HasFlag(Happens.Stops) && !world.IsStopping)
        {
            yield return new Stopping();
        }

        if (happens.HasFlag(Happens.StaleTips))
        {
            yield return new TipSeen(!world.IsStale);
        }

        if (happens.HasFlag(Happens.Rejects) && !world.RejectsNext)
        {
            yield return new NextRejected();
        }
    }

    private static IEnumerable<ReceiverEvent> Offers(Scope scope) => scope.Letters.Select(ReceiverEvent (letter) => new Offered(letter))
        .Concat(scope.Happens.HasFlag(Happens.Proposals) ? scope.Letters.Select(ReceiverEvent (letter) => new Proposed(letter)) : []);

    private static ReceiverEvent[] Again(Scope scope) => (scope.Happens & Happens.Replays) != 0 ? [new Replayed()] : [];

    // one that is undecided, or has ended and may not change
    private static bool IsKnown(World world, int set) =>
        world.Find(world.Memories[set].Key) is not null || (world.Memories[set].Seen & (Seen.WasSettled | Seen.HasEnded)) != 0;
}
