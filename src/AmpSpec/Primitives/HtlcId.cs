namespace AmpSpec.Primitives;

/// <summary>Names an HTLC for good: the channel that it came over, and its number there. Either alone repeats.</summary>
/// <source>BOLT 2, update_add_htlc: channel_id, id</source>
public readonly record struct HtlcId(string Channel, string Id)
{
    /// <summary>Channel, colon, number.</summary>
    public override string ToString() => $"{Channel}:{Id}";
}
