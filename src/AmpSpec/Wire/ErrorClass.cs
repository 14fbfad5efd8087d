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

    public const string TypeTruncated = "tlv/type-truncated";
    public const string TypeNotMinimal = "tlv/type-not-minimal";
    public const string TypesOutOfOrder = "tlv/types-out-of-order";
    public const string DuplicateType = "tlv/duplicate-type";
    public const string UnknownEvenType = "tlv/unknown-even-type";
    public const string WrongType = "tlv/wrong-type";
    public const string LengthMissing = "tlv/length-missing";
    public const string LengthTruncated = "tlv/length-truncated";
    public const string LengthNotMinimal = "tlv/length-not-minimal";
    public const string RecordTooLarge = "tlv/record-too-large";
    public const string ValueMissing = "tlv/value-missing";
    public const string ValueTruncated = "tlv/value-truncated";
    public const string ValueTooShort = "tlv/value-too-short";
    public const string ValueTooLong = "tlv/value-too-long";
    public const string TruncatedIntNotMinimal = "tlv/truncated-int-not-minimal";
    public const string InvalidPoint = "tlv/invalid-point";
    public const string TrailingBytes = "tlv/trailing-bytes";

    public const string MissingType = "payload/missing-type";
    public const string ForbiddenType = "payload/forbidden-type";
#pragma warning restore CS1591
}
