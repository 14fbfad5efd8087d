using System.Runtime.CompilerServices;

namespace AmpSpec.Explorer.Engine;

/// <summary>States that were reached and not yet looked up, each with the state that it was reached from.</summary>
internal sealed class Batch<TKey>
{
    public const int Size = 256;

    public TKey[] Keys { get; } = new TKey[Size];

    public int[] Parents { get; } = new int[Size];

    public int Count { get; private set; }

    public bool IsFull => Count == Size;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(TKey key, int parent)
    {
        Keys[Count] = key;
        Parents[Count] = parent;
        Count++;
    }

    public void Clear() => Count = 0;
}
