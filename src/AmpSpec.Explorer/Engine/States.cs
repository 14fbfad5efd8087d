using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AmpSpec.Explorer.Engine;

/// <summary>The states that were met, numbered in the order of meeting: key, and from which state each was first reached.</summary>
/// <remarks>The set is one table with open addressing, which doubles when it is two thirds full. The order stands in blocks, which are never copied.</remarks>
internal sealed class States<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    private const int BlockBits = 14, BlockSize = 1 << BlockBits, BlockMask = BlockSize - 1;
    private const int FirstSlots = 1 << 10;

    private readonly List<TKey[]> _keys = [];
    private readonly List<int[]> _parents = [];
    private readonly int[] _slotOf = new int[Batch<TKey>.Size];
    private TKey[] _slots = new TKey[FirstSlots];
    private int _shift = 64 - BitOperations.Log2(FirstSlots);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes in use for them.</summary>
    public long Bytes => ((long)_slots.Length * Unsafe.SizeOf<TKey>()) + ((long)_keys.Count * BlockSize * (Unsafe.SizeOf<TKey>() + sizeof(int)));

    /// <summary>The key of a state.</summary>
    public TKey this[int state] => _keys[state >> BlockBits][state & BlockMask];

    /// <summary>The state from which this one was first reached; of the first state, itself.</summary>
    public int Parent(int state) => _parents[state >> BlockBits][state & BlockMask];

    /// <summary>Adds those of a batch that are new, in its order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Add(Batch<TKey> batch)
    {
        MakeRoom(batch.Count);
        var (slots, mask) = (_slots, _slots.Length - 1);
        var keys = batch.Keys;
        var places = _slotOf.AsSpan(0, batch.Count);
        for (var i = 0; i < places.Length; i++) // all slots are fetched before the first is looked at: the waits overlap
        {
            places[i] = (int)(Hash(keys[i]) >> _shift);
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref slots[places[i]])); // a hint: should the table move, nothing is lost but time
            }
        }

        for (var i = 0; i < places.Length; i++)
        {
            var (key, slot) = (keys[i], places[i]);
            while (slots[slot] != TKey.Zero && slots[slot] != key)
            {
                slot = (slot + 1) & mask;
            }

            if (slots[slot] == TKey.Zero)
            {
                slots[slot] = key;
                Append(key, batch.Parents[i]);
            }
        }
    }

    private void Append(TKey key, int parent)
    {
        var place = Count & BlockMask;
        if (place == 0)
        {
            _keys.Add(GC.AllocateUninitializedArray<TKey>(BlockSize));
            _parents.Add(GC.AllocateUninitializedArray<int>(BlockSize));
        }

        _keys[^1][place] = key;
        _parents[^1][place] = parent;
        Count++;
    }

    private void MakeRoom(int more)
    {
        while ((long)(Count + more) * 3 > (long)_slots.Length * 2)
        {
            _slots = new TKey[_slots.Length * 2];
            _shift--;
            for (var state = 0; state < Count; state++)
            {
                var key = this[state];
                var slot = (int)(Hash(key) >> _shift);
                while (_slots[slot] != TKey.Zero)
                {
                    slot = (slot + 1) & (_slots.Length - 1);
                }

                _slots[slot] = key;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(TKey key) => Unsafe.SizeOf<TKey>() == sizeof(ulong)
        ? Mixed(ulong.CreateTruncating(key))
        : Mixed(ulong.CreateTruncating(key) ^ Mixed(ulong.CreateTruncating(key >> 64)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mixed(ulong bits)
    {
        unchecked
        {
            bits *= 0x9e37_79b9_7f4a_7c15;
            return (bits ^ (bits >> 32)) * 0xd6e8_feb8_6659_fd93;
        }
    }
}
