namespace AmpSpec.Conformance.Vectors;

/// <summary>A suite, or why there is none. Nothing is half-read.</summary>
public abstract record SuiteReading
{
    private SuiteReading()
    {
    }

    /// <summary>Every file is well-formed.</summary>
    public sealed record Read(Suite Suite) : SuiteReading
    {
        /// <summary>What only <c>vectors lint</c> complains of: it takes nothing from what the cases say.</summary>
        public IReadOnlyList<Problem> Remarks { get; init; } = [];
    }

    /// <summary>At least one is not; nothing is judged.</summary>
    public sealed record Damaged(IReadOnlyList<Problem> Problems) : SuiteReading;
}
