namespace AmpSpec.Conformance.Judging;

/// <summary>A case could not be judged, and that is our own fault: the reference threw, or the case asks what is not there. Exit 6.</summary>
public sealed class JudgingFault(string id, string? policy, string what, Exception? cause = null)
    : Exception($"{id}{(policy is null ? "" : $" under {policy}")}: {what}", cause)
{
    /// <summary>The case.</summary>
    public string Id { get; } = id;
}
