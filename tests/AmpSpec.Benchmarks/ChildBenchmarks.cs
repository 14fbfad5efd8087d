using System.Security.Cryptography;
using AmpSpec.Derivation;
using AmpSpec.Primitives;
using BenchmarkDotNet.Attributes;

namespace AmpSpec.Benchmarks;

/// <summary>What a child costs: through the library, beside the two hashes that nobody can avoid.</summary>
[MemoryDiagnoser]
public class OneChild
{
    private readonly byte[] _input = [.. Enumerable.Repeat((byte)0x77, 32), .. Enumerable.Repeat((byte)0x11, 32), 0, 0, 0, 7];
    private readonly RootSeed _root = new(new Bytes32([.. Enumerable.Repeat((byte)0x77, 32)]));
    private readonly Share _share = new(new Bytes32([.. Enumerable.Repeat((byte)0x11, 32)]));

    [Benchmark(Baseline = true)]
    public byte TwoBareHashes()
    {
        Span<byte> preimage = stackalloc byte[32], hash = stackalloc byte[32];
        SHA256.HashData(_input, preimage);
        SHA256.HashData(preimage, hash);
        return hash[0];
    }

    [Benchmark]
    public Child ThroughTheLibrary() => ChildPreimage.Of(ChildDerivation.Lnd, _root, _share, new(7));
}

/// <summary>What a batch of fresh indices of one share costs, a child: one by one, and side by side in the lanes of a vector.</summary>
[MemoryDiagnoser]
public class ManyIndices
{
    private const int Count = 1024;

    private readonly Child[] _children = new Child[Count];
    private readonly uint[] _indices = [.. Enumerable.Range(0, Count).Select(n => (uint)(n * 40503))];
    private readonly RootSeed _root = new(new Bytes32([.. Enumerable.Repeat((byte)0x77, 32)]));
    private readonly Share _share = new(new Bytes32([.. Enumerable.Repeat((byte)0x11, 32)]));

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public void ByTheDefinition() => ChildLanes.Derive(_root, _share, _indices, _children, lanes: 1);

    [Benchmark(OperationsPerInvoke = Count)]
    public void InLanes() => ChildLanes.Derive(_root, _share, _indices, _children);
}
