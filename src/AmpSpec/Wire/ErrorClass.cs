namespace AmpSpec.Wire;

/// <summary>The closed list of reasons why bytes are no message. The names are those of <c>vectors/registry/errors.json</c>.</summary>
public static class ErrorClass
{
#pragma warning disable CS1591 // each name says what it is
    public const string BigSizeTruncated = "bigsize/truncated";
    public const string BigSizeNotMinimal = "bigsize/not-minimal";
    public const string FailureCodeTruncated = "failure/code-truncated";
    public const string FailureDataTruncated = "failure/data-truncated";
    public const string FailureRemovedCode = "failure/removed-code";

    public const string FeaturesTooLong = "features/too-long";
    public const string FeaturesMissingDependency = "features/missing-dependency";
    public const string FeaturesUnknownRequired = "features/unknown-required";
#pragma warning restore CS1591
}
