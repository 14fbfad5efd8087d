using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>The failure messages of a payee, each with the data that its code calls for.</summary>
/// <source>BOLT 4, Failure Messages</source>
public static class FinalFailure
{
    /// <summary>2|NODE: try again later.</summary>
    public static FailureMessage TemporaryNodeFailure => Of("temporary_node_failure");

    /// <summary>PERM|NODE|3: a feature that the payee needs was not used.</summary>
    public static FailureMessage RequiredNodeFeatureMissing => Of("required_node_feature_missing");

    /// <summary>23: the set was not complete in time.</summary>
    public static FailureMessage MppTimeout => Of("mpp_timeout");

    /// <summary>BADONION|PERM|24: a part into a blinded path, whatever was wrong with it. The hash of the onion is zero.</summary>
    public static FailureMessage InvalidOnionBlinding => Build("invalid_onion_blinding", only => FailureDatum.Of(only, new byte[Bytes32.Size]));

    /// <summary>BADONION|PERM|5: the onion was tampered with, or was made for another hash. The hash of the onion is zero.</summary>
    public static FailureMessage InvalidOnionHmac => Build("invalid_onion_hmac", only => FailureDatum.Of(only, new byte[Bytes32.Size]));

    /// <summary>PERM|15: the details do not fit; one message for everything that a prober could want to tell apart.</summary>
    /// <param name="htlc">The amount that is told back.</param>
    /// <param name="height">The height at which the part was accepted or refused.</param>
    public static FailureMessage UnknownDetails(Msat htlc, BlockHeight height) => Of("incorrect_or_unknown_payment_details", htlc.Value, height.Value);

    /// <summary>18: the expiry of the offer is not what the payer meant.</summary>
    public static FailureMessage IncorrectCltvExpiry(CltvExpiry offered) => Of("final_incorrect_cltv_expiry", offered.Value);

    /// <summary>19: the amount of the offer is not what the payer meant.</summary>
    public static FailureMessage IncorrectHtlcAmount(WireAmount offered) => Of("final_incorrect_htlc_amount", offered.Msat.Value);

    /// <summary>PERM|22: the payload cannot be read.</summary>
    public static FailureMessage InvalidPayload(InvalidOnionPayload where) => Of("invalid_onion_payload", where.Type, where.Offset);

    private static FailureMessage Of(string name, params ulong[] numbers)
    {
        var next = 0;
        return Build(name, field => FailureDatum.Of(field, numbers[next++]));
    }

    private static FailureMessage Build(string name, Func<FailureField, FailureDatum> datum)
    {
        var code = FailureCode.Named(name)!;
        return new(code.Value, code.Fields.Select(datum).ToSeq(), []);
    }
}
