namespace AmpSpec.Conformance.Operations;

/// <summary>Every place where the stateless operations may be answered in more than one way.</summary>
public static class Policies
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<Policy> All { get; } = [];
}
