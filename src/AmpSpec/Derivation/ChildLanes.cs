using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AmpSpec.Primitives;
using Eight = System.Runtime.Intrinsics.Vector256<uint>;

namespace AmpSpec.Derivation;

/// <summary>Many fresh indices of one share under <c>lnd</c>, side by side in the lanes of a vector. Equal to <see cref="ChildPreimage"/>, only faster.</summary>
/// <remarks>
/// root ‖ share is one SHA-256 block, the same for every index: it is compressed once. A child then costs two compressions, of the
/// block that holds the index and of the block that holds the preimage. An accelerator: the definition stays the measure.
/// </remarks>
/// <source>FIPS 180-4, 5.3.3, 6.2</source>
public static class ChildLanes
{
    private const int Lanes = 8;

    /// <summary>The lanes that this machine runs best: 8 with AVX2 or its like, else 1, the definition.</summary>
    public static int Best => Vector256.IsHardwareAccelerated ? Lanes : 1;

    private static ReadOnlySpan<uint> Initial => [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The children of <paramref name="indices"/>, each in its place.</summary>
    /// <param name="root">The root of the set.</param>
    /// <param name="share">The share whose hashes are refreshed.</param>
    /// <param name="indices">Any number of them.</param>
    /// <param name="children">Takes as many children as there are indices.</param>
    /// <param name="lanes">1 or 8; not given, what runs best. Every choice gives the same on every machine.</param>
    /// <exception cref="ArgumentException"><paramref name="children"/> is too short, or there is no such number of lanes.</exception>
    public static void Derive(RootSeed root, Share share, ReadOnlySpan<uint> indices, Span<Child> children, int? lanes = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(children.Length, indices.Length, nameof(children));
        switch (lanes ?? Best)
        {
            case 1: Define(root, share, indices, children); break;
            case Lanes: Run(root, share, indices, children); break;
            default: throw new ArgumentOutOfRangeException(nameof(lanes));
        }
    }

    private static void Define(RootSeed root, Share share, ReadOnlySpan<uint> indices, Span<Child> children)
    {
        for (var at = 0; at < indices.Length; at++)
        {
            children[at] = ChildPreimage.Of(ChildDerivation.Lnd, root, share, new(indices[at]));
        }
    }

    private static void Run(RootSeed root, Share share, ReadOnlySpan<uint> indices, Span<Child> children)
    {
        Span<Eight> middle = stackalloc Eight[8], preimage = stackalloc Eight[8], hash = stackalloc Eight[8], block = stackalloc Eight[16];
        Span<byte> prefix = stackalloc byte[64];
        Span<uint> some = stackalloc uint[Lanes];
        root.Value.CopyTo(prefix);
        share.Value.CopyTo(prefix[32..]);
        for (var word = 0; word < 16; word++)
        {
            block[word] = Vector256.Create(BinaryPrimitives.ReadUInt32BigEndian(prefix[(4 * word)..]));
        }

        Compress(default, block, middle);
        for (var from = 0; from < indices.Length; from += Lanes)
        {
            var count = Math.Min(Lanes, indices.Length - from);
            indices.Slice(from, count).CopyTo(some);
            block[0] = Vector256.Create<uint>(some);
            Pad(block, used: 1, messageBytes: 68);
            Compress(middle, block, preimage);
            preimage.CopyTo(block);
            Pad(block, used: 8, messageBytes: 32);
            Compress(default, block, hash);
            Scatter(preimage, hash, children.Slice(from, count));
        }
    }

    /// <summary>One bit, zeros, and the length of the message in bits.</summary>
    private static void Pad(Span<Eight> block, int used, uint messageBytes)
    {
        block[used..].Clear();
        block[used] = Vector256.Create(0x8000_0000);
        block[15] = Vector256.Create(8 * messageBytes);
    }

    private static void Scatter(ReadOnlySpan<Eight> preimage, ReadOnlySpan<Eight> hash, Span<Child> children)
    {
        var preimages = MemoryMarshal.Cast<Eight, uint>(preimage);
        var hashes = MemoryMarshal.Cast<Eight, uint>(hash);
        for (var lane = 0; lane < children.Length; lane++)
        {
            children[lane] = new(ChildDerivation.Lnd, new(Lane(preimages, lane, Lanes)), new(Lane(hashes, lane, Lanes)));
        }
    }

    private static Bytes32 Lane(ReadOnlySpan<uint> words, int lane, int lanes)
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Size];
        for (var word = 0; word < 8; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(4 * word)..], words[(word * lanes) + lane]);
        }

        return new(bytes);
    }

    /// <summary>The compression function over a block, from a state (none: the initial one) into a state. The block is used up as message schedule.</summary>
    private static void Compress(ReadOnlySpan<Eight> from, Span<Eight> w, Span<Eight> into)
    {
        for (var word = 0; word < 8; word++)
        {
            into[word] = from.IsEmpty ? Vector256.Create(Initial[word]) : from[word];
        }

        var (a, b, c, d, e, f, g, h) = (into[0], into[1], into[2], into[3], into[4], into[5], into[6], into[7]);
        for (var round = 0; round < 64; round++)
        {
            if (round >= 16)
            {
                w[round & 15] += SmallSigma(w[(round + 1) & 15], 7, 18, 3) + w[(round + 9) & 15] + SmallSigma(w[(round + 14) & 15], 17, 19, 10);
            }

            var t = h + BigSigma(e, 6, 11, 25) + (g ^ (e & (f ^ g))) + Vector256.Create(RoundConstants[round]) + w[round & 15];
            var u = BigSigma(a, 2, 13, 22) + ((a & b) | (c & (a | b)));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t, c, b, a, t + u);
        }

        (into[0], into[1], into[2], into[3]) = (into[0] + a, into[1] + b, into[2] + c, into[3] + d);
        (into[4], into[5], into[6], into[7]) = (into[4] + e, into[5] + f, into[6] + g, into[7] + h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Eight BigSigma(Eight x, int first, int second, int third) => Turn(x, first) ^ Turn(x, second) ^ Turn(x, third);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Eight SmallSigma(Eight x, int first, int second, int shift) => Turn(x, first) ^ Turn(x, second) ^ (x >>> shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Eight Turn(Eight x, int right) => (x >>> right) | (x << (32 - right));
}
