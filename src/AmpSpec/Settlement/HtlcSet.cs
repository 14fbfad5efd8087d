using AmpSpec.Modelling;

namespace AmpSpec.Settlement;

/// <summary>Where a set stands.</summary>
public abstract record HtlcSet
{
    private HtlcSet()
    {
    }

    /// <summary>A set that nothing has come for.</summary>
    public static HtlcSet Start { get; } = new Collecting(Held.None);

    /// <summary>Parts are held and more are awaited.</summary>
    public sealed record Collecting(Held Held) : HtlcSet;

    /// <summary>All that was asked is held; the owner has the word.</summary>
    public sealed record Complete(Held Held) : HtlcSet;

    /// <summary>Every part was opened. Nothing changes any more.</summary>
    public sealed record Settled : HtlcSet;

    /// <summary>Every part was failed, and the id of the set may not come back. Only AMP sets end so.</summary>
    [Requirement("AMP-RCV-12")]
    public sealed record Dead : HtlcSet;
}
