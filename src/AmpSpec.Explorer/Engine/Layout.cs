using System.Numerics;

namespace AmpSpec.Explorer.Engine;

/// <summary>Where the ids of a state stand in its key: the summary lowest, above it the parts, the first lowest.</summary>
/// <remarks>Keys are exact: two states never share one. Ids of summaries start at 1, so that no key is zero.</remarks>
/// <param name="Parts">How many parts there are.</param>
/// <param name="PartBits">Bits for the id of a part, 1 to 31.</param>
/// <param name="SummaryBits">Bits for the id of the summary, 1 to 31.</param>
/// <param name="Width">Bits of a key: 64 or 128.</param>
internal sealed record Layout(int Parts, int PartBits, int SummaryBits, int Width)
{
    public const int Narrowest = 64, Widest = 128;
    private const int MostBits = 31, FirstSummaryBits = 16, FirstPartBits = 8;

    /// <summary>A first guess for so many parts.</summary>
    public static Layout Of(int parts)
    {
        var bits = Math.Clamp((Narrowest - FirstSummaryBits) / parts, 1, FirstPartBits);
        return (parts * bits) + FirstSummaryBits <= Narrowest ? Filling(parts, bits, Narrowest) : Of(parts, partKinds: 1, summaries: 1);
    }

    /// <summary>The narrowest that holds so many ids.</summary>
    /// <exception cref="KeySpaceOverflowException">There is none.</exception>
    public static Layout Of(int parts, int partKinds, int summaries)
    {
        var (partBits, summaryBits) = (BitsOf(partKinds - 1), BitsOf(summaries));
        var needed = (parts * partBits) + summaryBits;
        return needed <= Narrowest ? Filling(parts, partBits, Narrowest)
            : needed <= Widest ? Filling(parts, partBits, Widest)
            : throw new KeySpaceOverflowException(parts, partKinds, partBits, summaries, summaryBits);
    }

    /// <summary>How many distinct parts have room: their ids start at 0.</summary>
    public int MostPartKinds => (int)Math.Min(1L << PartBits, int.MaxValue);

    /// <summary>How many distinct summaries have room: their ids start at 1.</summary>
    public int MostSummaries => (int)((1L << SummaryBits) - 1);

    /// <summary>Where the id of a part begins.</summary>
    public int Shift(int part) => SummaryBits + (part * PartBits);

    private static Layout Filling(int parts, int partBits, int width) => new(parts, partBits, Math.Min(width - (parts * partBits), MostBits), width);

    private static int BitsOf(int largest) => Math.Max(BitOperations.Log2((uint)largest) + 1, 1);
}
