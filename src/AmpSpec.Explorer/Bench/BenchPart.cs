namespace AmpSpec.Explorer.Bench;

/// <summary>Where a part is.</summary>
internal enum Status
{
    Idle,
    Flight,
    Held,
    Done,
    Failed,
}

/// <summary>A part of the benchmark machine.</summary>
/// <param name="Status">Where it is.</param>
/// <param name="Amount">What it carries; 0 before it is sent and after it has failed.</param>
internal sealed record BenchPart(Status Status, int Amount)
{
    public override string ToString() => Amount == 0 ? $"{Status}" : $"{Status} {Amount}";
}
