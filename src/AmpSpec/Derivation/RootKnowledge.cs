using System.Numerics;
using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Derivation;

/// <summary>Who can compute the root, and from which shares: linear algebra over bits.</summary>
/// <remarks>
/// A party that holds the shares of some parts, each with the hash of its part, can try the XOR of any subset as a root and see
/// whether a hash comes out. So it knows the root as soon as one subset XORs to it: the empty one, when the root is zero.
/// Shares of parts that the payee failed count, for it has seen them. An analysis, not for secrets in production: its time depends on them.
/// </remarks>
public abstract record RootKnowledge
{
    private const int EnumeratedDimension = 12;

    private RootKnowledge()
    {
    }

    /// <summary>No subset of the shares XORs to the root.</summary>
    public sealed record Hidden : RootKnowledge;

    /// <summary>The shares at these positions XOR to the root.</summary>
    /// <param name="From">Ascending from 0. As few as possible, as long as at most 12 shares depend on the others.</param>
    public sealed record Known(Seq<int> From) : RootKnowledge;

    /// <summary>What a party knows of <paramref name="root"/> that has seen <paramref name="shares"/>.</summary>
    [Requirement("AMP-DRV-18")]
    public static RootKnowledge Of(RootSeed root, Seq<Share> shares)
    {
        var span = Span.Of(shares);
        var rest = span.Reduce(new Row(Bits(root.Value), From: 0));
        return rest.Bits.IsZero ? new Known(Positions(Smallest(rest.From, span.Cycles))) : new Hidden();
    }

    /// <summary>Whether the shares of a set give nothing away before the last one: no non-empty subset, the whole set among them, XORs to zero.</summary>
    [Requirement("AMP-DRV-19")]
    public static bool StaysHidden(Seq<Share> shares) => Span.Of(shares).Cycles.Count == 0;

    private static BigInteger Bits(Bytes32 value) => new(value.ToArray(), isUnsigned: true, isBigEndian: true);

    private static Seq<int> Positions(BigInteger from) =>
        Enumerable.Range(0, (int)from.GetBitLength()).Where(at => !((from >> at) & 1).IsZero).ToSeq();

    // All subsets with this XOR differ by a sum of cycles. Too many of those: the one at hand is sufficient, if not smallest.
    private static BigInteger Smallest(BigInteger from, Seq<BigInteger> cycles) =>
        cycles.Count > EnumeratedDimension
            ? from
            : cycles.Aggregate((IEnumerable<BigInteger>)[from], (all, cycle) => [.. all, .. all.Select(one => one ^ cycle)])
                .MinBy(BigInteger.PopCount);

    /// <summary>An XOR of shares, and the set of positions that it is made from, bit by bit.</summary>
    private readonly record struct Row(BigInteger Bits, BigInteger From)
    {
        public static Row operator ^(Row left, Row right) => new(left.Bits ^ right.Bits, left.From ^ right.From);
    }

    /// <summary>Everything that the shares XOR to: rows by their leading bit, and the subsets that XOR to zero.</summary>
    private sealed record Span(SortedList<long, Row> Rows, Seq<BigInteger> Cycles)
    {
        public static Span Of(Seq<Share> shares)
        {
            var span = new Span([], []);
            for (var at = 0; at < shares.Count; at++)
            {
                span = span.Add(span.Reduce(new Row(Bits(shares[at].Value), BigInteger.One << at)));
            }

            return span;
        }

        public Row Reduce(Row row)
        {
            while (!row.Bits.IsZero && Rows.TryGetValue(row.Bits.GetBitLength(), out var same))
            {
                row ^= same;
            }

            return row;
        }

        private Span Add(Row reduced) =>
            reduced.Bits.IsZero
                ? this with { Cycles = Cycles.Add(reduced.From) }
                : this with { Rows = new SortedList<long, Row>(Rows) { { reduced.Bits.GetBitLength(), reduced } } };
    }
}
