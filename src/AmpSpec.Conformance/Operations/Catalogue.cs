namespace AmpSpec.Conformance.Operations;

/// <summary>The operations on which vectors are judged, in one list.</summary>
public static class Catalogue
{
    /// <summary>All of them, in reading order.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        .. BigSizeOps.All,
        .. IntegerOps.All,
        .. TlvOps.All,
        .. PayloadOps.All,
        .. FailureOps.All,
        .. FeatureOps.All,
        .. AmpOps.All,
        Sessions.SessionOps.Run,
    ];

    private static readonly IReadOnlyDictionary<string, Operation> ByName = All.ToDictionary(op => op.Name);

    /// <summary>The operation of that name, or null.</summary>
    public static Operation? Find(string name) => ByName.GetValueOrDefault(name);
}
