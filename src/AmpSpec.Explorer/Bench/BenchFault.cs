namespace AmpSpec.Explorer.Bench;

/// <summary>A mistake that can be put into the benchmark machine, so that somebody must notice.</summary>
public enum BenchFault
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The set is released when one unit is still missing.</summary>
    EarlyRelease,

    /// <summary>The timer may also run out while the set is being released.</summary>
    LateTimeout,
}
