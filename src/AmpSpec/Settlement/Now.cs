using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>The clock and the chain as the receiver knows them. Neither ever goes back.</summary>
public readonly record struct Now(Instant Clock, BlockHeight Height)
{
    /// <summary>Whether no block has come for so long that the height says little.</summary>
    public bool TipIsStale { get; init; }

    /// <summary>What is known after another reading; a reading that lies behind changes nothing.</summary>
    [Requirement("CHAIN-07")]
    public Now Moved(Instant clock, BlockHeight height) =>
        this with { Clock = Instant.Later(Clock, clock), Height = new BlockHeight(Math.Max(Height.Value, height.Value)) };
}
