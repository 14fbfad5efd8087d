namespace AmpSpec.Explorer;

/// <summary>How far an exploration goes.</summary>
/// <param name="Symmetry">Whether of states that differ by a permutation of parts that start equal only one is kept.</param>
/// <param name="MaxStates">Once more states than this have been found it stops, unfinished; at most 2^29.</param>
/// <param name="Interrupted">Stops it, unfinished.</param>
public sealed record Bounds(bool Symmetry = false, int MaxStates = Bounds.MostStates, CancellationToken Interrupted = default)
{
    /// <summary>The largest bound on states.</summary>
    public const int MostStates = 1 << 29;
}
