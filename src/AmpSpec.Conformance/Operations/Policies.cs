namespace AmpSpec.Conformance.Operations;

/// <summary>Every place where the stateless operations may be answered in more than one way.</summary>
public static class Policies
{
    public static readonly Policy ReconstructEmpty = new(
        "amp.reconstruct.empty", "what reconstructing a set without parts gives", "AMP-DRV-01",
        ("refused", "no set, so nothing is opened"), ("nothing", "no children under the zero root, as in lnd"));

    public static readonly Policy SharerExhausted = new(
        "amp.sharer.exhausted", "what a sharer whose free share is zero does when it is asked for a child", "AMP-DRV-11",
        ("refused", "it gives none"), ("zero-share", "it gives a child of the zero share, as lnd's does"));

    public static readonly Policy BlindedTotalAmount = new(
        "payload.blinded.total-amount", "whether a final payload inside a blinded path needs type 18", "MPP-WIRE-06",
        ("required", "BOLT 4"), ("optional", "lnd reads it without"));

    public static readonly Policy AssumedFeatures = new(
        "features.assumed", "whether a feature that BOLT 9 takes for granted must still be shown where another depends on it", "INV-02",
        ("checked", "as implementations check it"), ("granted", "as BOLT 9 now has it"));

    public static readonly Policy FinalPaymentData = new(
        "payload.final.payment-data", "whether a final payload needs type 8 to be read", "MPP-WIRE-05",
        ("optional", "the receiver decides"), ("required", "eclair"));

    public static readonly Policy FinalShortChannelId = new(
        "payload.final.short-channel-id", "what a final payload with type 6 is", "MPP-WIRE-05",
        ("refused", "it was meant for a hop"), ("ignored", "eclair passes over it"));

    public static readonly Policy Offender = new(
        "payload.offender", "which of several types at fault is named", "MPP-WIRE-04",
        ("lowest", "whatever is wrong with it"), ("placement-first", "lnd: the unknown even ones come last"));

    public static readonly Policy Record14 = new(
        "payload.record-14", "what type 14 means", "AMP-WIRE-08",
        ("amp", "lnd's AMP record"), ("outgoing_node_id", "trampoline's next node"));

    public static readonly Policy Record18 = new(
        "payload.record-18", "where type 18 may stand", "MPP-WIRE-06",
        ("blinded", "inside a blinded path, as BOLT 4 has it"), ("cleartext", "lnd: in any final payload"));

    public static readonly Policy RecordSize = new(
        "tlv.record-size", "how long a value may be", "MPP-WIRE-02",
        ("any", "as long as the stream"), ("65535", "lnd, for what comes from a peer"));

    public static readonly Policy UnknownEven = new(
        "tlv.unknown-even", "which unknown even types a stream refuses", "MPP-WIRE-03",
        ("refused", "all of them, as BOLT 1 has it"), ("custom-passed", "eclair: those below 65536"));

    /// <summary>All that receivers differ in, taken together: a profile is nothing but its options and sizes.</summary>
    public static readonly Policy Profile = new(
        "receiver.profile", "whose options and sizes hold in all places where receivers differ", "",
        [.. Settlement.Profiles.All.Select(profile => (profile.Name, $"{profile.Name} as it was read at {profile.Version}"))]);

    /// <summary>All of them: those of stateless operations, then those of receivers, then the one that stands for all these.</summary>
    public static IReadOnlyList<Policy> All { get; } =
    [
        ReconstructEmpty,
        SharerExhausted,
        AssumedFeatures,
        BlindedTotalAmount,
        FinalPaymentData,
        FinalShortChannelId,
        Offender,
        Record14,
        Record18,
        RecordSize,
        UnknownEven,
        .. Sessions.ReceiverPolicies.All.Select(p => p.Policy),
        Profile,
    ];
}
