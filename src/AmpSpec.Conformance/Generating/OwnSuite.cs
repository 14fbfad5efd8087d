using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Generating;

/// <summary>The files that we write ourselves, in one list.</summary>
public static class OwnSuite
{
    /// <summary>All of them, made anew.</summary>
    public static IEnumerable<VectorFile> Files() =>
    [
        .. BigSizeVectors.Files(),
        .. IntegerVectors.Files(),
        .. StreamVectors.Files(),
        .. RecordVectors.Files(),
        .. FinalPayloadVectors.Files(),
        .. ForwardPayloadVectors.Files(),
        .. FailureVectors.Files(),
        .. FeatureVectors.Files(),
        AmpChildVectors.File(),
        AmpReconstructVectors.File(),
        .. AmpSharingVectors.Files(),
        SettlementParts.File(),
        SettlementSets.File(),
        SettlementNode.File(),
        SettlementAmp.File(),
        SettlementSpontaneous.File(),
        SettlementIncidents.File(),
        SettlementDifferences.File(),
    ];
}
