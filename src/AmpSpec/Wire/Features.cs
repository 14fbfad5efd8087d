using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>A set of feature bits, numbered from 0; on the wire a byte string in which bit 0 is the lowest bit of the last byte.</summary>
/// <remarks>Range of a bit: 0 to <see cref="MaxBit"/>, for the field's length is a <c>u16</c>. Zero bytes in front are read and never written.</remarks>
/// <source>BOLT 9, Assigned Feature Flags; BOLT 1, The init Message</source>
public sealed record Features
{
    /// <summary>The longest field, in bytes.</summary>
    public const int MaxSize = ushort.MaxValue;

    /// <summary>The highest bit of the longest field.</summary>
    public const int MaxBit = (8 * MaxSize) - 1;

    private Features(IEnumerable<int> bits) => Bits = bits.ToSeq();

    /// <summary>No bit at all.</summary>
    public static Features None { get; } = Of();

    /// <summary>The bits that are set, ascending.</summary>
    public Seq<int> Bits { get; }

    /// <summary>What it says, a name for each known pair that is there: <c>payment_secret.required</c>, <c>basic_mpp.optional</c>.</summary>
    public Seq<string> Names => Known.Select(f => $"{f.Name}.{(Requires(f.Even) ? "required" : "optional")}").ToSeq();

    private IEnumerable<Feature> Known => Bits.Select(Feature.Of).OfType<Feature>().Distinct();

    /// <summary>The set of these bits, in any order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bit is below 0 or above <see cref="MaxBit"/>.</exception>
    public static Features Of(params IEnumerable<int> bits)
    {
        SortedSet<int> sorted = [.. bits];
        ArgumentOutOfRangeException.ThrowIfNegative(sorted.Min, nameof(bits));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sorted.Max, MaxBit, nameof(bits));
        return new(sorted);
    }

    /// <summary>Reads the whole of <paramref name="bytes"/>: 0 to 65535 of them.</summary>
    /// <param name="bytes">What is read.</param>
    /// <param name="offset">Where they stand in the message, for the error.</param>
    [Requirement("INV-08")]
    public static Decoded<Features> Read(ReadOnlySpan<byte> bytes, int offset = 0)
    {
        if (bytes.Length > MaxSize)
        {
            return new WireError(ErrorClass.FeaturesTooLong, offset, $"{bytes.Length} bytes", "INV-08");
        }

        List<int> bits = [];
        for (var at = 0; at < bytes.Length; at++)
        {
            for (var (rest, bit) = ((uint)bytes[^(at + 1)], 8 * at); rest != 0; rest >>= 1, bit++)
            {
                if (uint.IsOddInteger(rest))
                {
                    bits.Add(bit);
                }
            }
        }

        return new Decoded<Features>.Ok(new(bits), bytes.Length);
    }

    /// <summary>The shortest byte string that has these bits.</summary>
    [Requirement("INV-08")]
    public byte[] Write()
    {
        var bytes = new byte[Bits.Count == 0 ? 0 : (Bits[^1] / 8) + 1];
        foreach (var bit in Bits)
        {
            bytes[^((bit / 8) + 1)] |= (byte)(1 << (bit % 8));
        }

        return bytes;
    }

    /// <summary>Whether this very bit is set.</summary>
    public bool Has(int bit) => Bits.AsSpan().BinarySearch(bit) >= 0;

    /// <summary>Whether the feature is there, needed or not: one bit of the pair is enough.</summary>
    public bool Offers(int bit) => Has(bit & ~1) || Has(bit | 1);

    /// <summary>Whether the feature is needed: its even bit is set, whatever the odd one says.</summary>
    [Requirement("INV-08")]
    public bool Requires(int bit) => Has(bit & ~1);

    /// <summary>What must stand beside these bits in <paramref name="context"/> and does not: the even bits of the pairs, ascending.</summary>
    [Requirement("INV-02")]
    public Seq<int> Missing(string context = "") =>
        Known.SelectMany(f => f.Dependencies(context)).Select(f => f.Even).Where(even => !Offers(even)).Distinct().Order().ToSeq();

    /// <summary>What these bits need and <paramref name="reader"/> does not know: the even bits, ascending.</summary>
    [Requirement("INV-08")]
    public Seq<int> UnknownTo(Features reader) => Bits.Where(bit => int.IsEvenInteger(bit) && !reader.Offers(bit)).ToSeq();

    /// <summary>The bits that a writer shows in <paramref name="context"/>; those without a name stand nowhere.</summary>
    public Features In(string context) => new(Bits.Where(bit => Feature.Of(bit) is { } feature && feature.StandsIn(context)));

    /// <summary>The same and <paramref name="bit"/>, with all that it depends on, as needed as it is. Of these pairs each is left with one bit; the others stay.</summary>
    [Requirement("INV-02")]
    public Features With(int bit) =>
        (Feature.Of(bit)?.Dependencies() ?? []).Select(f => f.Even | (bit & 1)).Prepend(bit).Aggregate(this, (set, next) => set.Raised(next));

    // What was needed stays needed.
    private Features Raised(int bit) => Of(Bits.Where(other => other >> 1 != bit >> 1).Append(Requires(bit) ? bit & ~1 : bit));
}
