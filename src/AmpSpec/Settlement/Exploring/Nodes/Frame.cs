using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>The moment and the height from which every world is looked at: time does not move, what is held grows older.</summary>
/// <remarks>So worlds that differ only by when they came about are one.</remarks>
internal static class Frame
{
    /// <summary>One tick of the clock, in ms.</summary>
    public const ulong Tick = 60_000;

    /// <summary>The moment.</summary>
    public static Instant Clock { get; } = new(1_000 * Tick);

    /// <summary>The height.</summary>
    public static BlockHeight Height { get; } = new(800_000);

    /// <summary>So many ticks ago.</summary>
    public static Instant Ago(int ticks) => new(Clock.Milliseconds - ((ulong)ticks * Tick));
}

/// <summary>What a tick or a block makes of moments and expiries. What is long over is not told apart.</summary>
/// <param name="Milliseconds">How much older everything is.</param>
/// <param name="Blocks">How much nearer every expiry is.</param>
/// <param name="Oldest">Nothing is older than this.</param>
/// <param name="Nearest">Nothing expires before this.</param>
internal readonly record struct Passing(ulong Milliseconds, uint Blocks, Instant Oldest, CltvExpiry Nearest)
{
    /// <summary>A moment, so much later.</summary>
    public Instant Of(Instant moment) => Instant.Later(Oldest, new(moment.Milliseconds - Milliseconds));

    /// <summary>An expiry, so many blocks later.</summary>
    public CltvExpiry Of(CltvExpiry expiry) =>
        expiry == CltvExpiry.Never ? expiry
        : expiry.Value - Blocks is var left && left < Nearest.Value ? Nearest : new(left);

    /// <summary>A part, so much later. The height at which it came is told to its payer and decides nothing.</summary>
    public Part Of(Part part) => part with { Expiry = Of(part.Expiry), AcceptedAt = new Now(Of(part.AcceptedAt.Clock), Frame.Height) };

    /// <summary>A set, so much later.</summary>
    public HtlcSet Of(HtlcSet set) => set switch
    {
        HtlcSet.Collecting(var held) => new HtlcSet.Collecting(held.Seen(Of, Of)),
        HtlcSet.Complete(var held) => new HtlcSet.Complete(held.Seen(Of, Of)),
        HtlcSet.Settled or HtlcSet.Dead => set,
    };

    /// <summary>An invoice, so much later.</summary>
    public Invoice Of(Invoice invoice) => invoice.ExpiresAt is { } end ? invoice with { ExpiresAt = Of(end) } : invoice;
}
