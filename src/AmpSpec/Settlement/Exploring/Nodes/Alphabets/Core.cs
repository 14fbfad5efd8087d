using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>Parts that fit, more on the wire than was meant, other totals; timers, blocks, losses and owners.</summary>
internal static class Core
{
    public static Seq<Scope> Scopes(Makings makings)
    {
        var size = makings.Size;
        var invoices = Enumerable.Range(0, size.Sets).Select(n => n % 2 == 0 ? makings.Mpp(n) : makings.Hold(n)).ToSeq();
        return
        [
            makings.Scope("core", "sets of one hash, every second one for its owner to settle", size.Parts) with
            {
                Invoices = invoices,
                Letters = invoices.SelectMany((invoice, n) => Letters(makings, invoice, n)).ToSeq(),
                Sets = invoices.Select((invoice, n) => Makings.SetOf(invoice, n)).ToSeq(),
                Happens = Happens.Ticks | Happens.Blocks | Happens.Loss | Happens.Settles | Happens.Cancels,
                Sights = [Sight.Settles, Sight.TimesOut, Sight.Fails, .. size.Sets > 1 ? new[] { Sight.Waits } : []],
            },
        ];
    }

    private static IEnumerable<Letter> Letters(Makings makings, Invoice invoice, int n)
    {
        for (var amount = 1; amount <= makings.Size.MaxAmount; amount++)
        {
            yield return makings.Part($"{amount} of {makings.Total} for set {n + 1}", invoice, (ulong)amount);
        }

        yield return makings.Part($"1 of {makings.Total} for set {n + 1}, 2 on the wire", invoice, 1, offered: offer => offer with { Wire = new(new Msat(2)) });
        yield return makings.Part($"1 of {makings.Total + 1} for set {n + 1}", invoice, 1, Makings.Naming(makings.Total + 1));
    }
}
