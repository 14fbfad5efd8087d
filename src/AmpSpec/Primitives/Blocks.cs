namespace AmpSpec.Primitives;

/// <summary>The height of the best block that a node knows. Range 0 to 2^32 - 1; always handed in.</summary>
public readonly record struct BlockHeight(uint Value);

/// <summary>A number of blocks. Range 0 to 2^32 - 1.</summary>
/// <source>BOLT 11, min_final_cltv_expiry_delta</source>
public readonly record struct CltvDelta(uint Value)
{
    /// <summary>One more, where there is one.</summary>
    public CltvDelta OneMore() => new(Value == uint.MaxValue ? Value : Value + 1);

    /// <summary>The larger one.</summary>
    public static CltvDelta Max(CltvDelta left, CltvDelta right) => left.Value > right.Value ? left : right;
}

/// <summary>An expiry as an absolute block height. Range 0 to 499 999 999 on the chain; at or above that Bitcoin reads a time.</summary>
/// <source>BOLT 2, update_add_htlc: cltv_expiry</source>
public readonly record struct CltvExpiry(uint Value)
{
    /// <summary>Later than any other.</summary>
    public static CltvExpiry Never => new(uint.MaxValue);

    /// <summary>Whether fewer than <paramref name="blocks"/> are left at <paramref name="height"/>: expiry &lt; height + blocks.</summary>
    public bool IsNearer(CltvDelta blocks, BlockHeight height) => Value < (ulong)height.Value + blocks.Value;

    /// <summary>Whether more than <paramref name="blocks"/> are left at <paramref name="height"/>.</summary>
    public bool IsFurther(CltvDelta blocks, BlockHeight height) => Value > (ulong)height.Value + blocks.Value;

    /// <summary>Whether it comes before another one.</summary>
    public bool IsBefore(CltvExpiry other) => Value < other.Value;

    /// <summary>The one that comes first.</summary>
    public static CltvExpiry Earlier(CltvExpiry left, CltvExpiry right) => left.Value < right.Value ? left : right;
}
