using AmpSpec.Wire;

namespace AmpSpec.Conformance.Operations;

/// <summary>What stands at the heart of an onion, and at each hop. Streams without their outer length.</summary>
internal static class PayloadOps
{
    private static readonly string[] Errors =
        [.. TlvOps.StreamErrors, .. TlvOps.ValueErrors, ErrorClass.UnknownEvenType, ErrorClass.MissingType, ErrorClass.ForbiddenType];

    // a member that is absent leaves the question whether a path key came with the offer unasked
    private static readonly Member PathKey = new("update_add_path_key", new Form.Bool(), Optional: true);

    // for receivers that read payloads only behind their checks of the offer
    private static readonly Member Wire = new(
        "wire", new Form.Object(new("amount_msat", Form.U64), new("cltv_expiry", Form.U32), new("height", Form.U32)), Optional: true);

    public static readonly Operation DecodeFinal = new(
        "payload.final.decode", "the payload of the payee",
        In: [new("payload", Form.Bytes), PathKey, Wire],
        Ok: PayloadForms.Final,
        Errors: TlvOps.In(Phase.Decode, Errors),
        Run: (input, policies) => Answer.From(
            FinalPayload.Decode(input.Bytes("payload"), Rules(policies), Given(input)),
            (payload, _) => PayloadForms.Show(payload)));

    public static readonly Operation EncodeFinal = new(
        "payload.final.encode", "the one stream that reads back as this payload",
        In: PayloadForms.Final,
        Ok: [new("payload", Form.Bytes)],
        Errors: TlvOps.In(Phase.Input, [ErrorClass.DuplicateType, ErrorClass.UnknownEvenType, ErrorClass.InvalidPoint, .. TlvOps.ValueErrors.Take(3), ErrorClass.MissingType, ErrorClass.ForbiddenType]),
        Run: (input, policies) => TlvForms.Written(PayloadForms.Read(input).Encode(Rules(policies)), "payload"));

    public static readonly Operation DecodeForward = new(
        "payload.forward.decode", "the payload of a hop, blinded or not",
        In: [new("payload", Form.Bytes), PathKey],
        Ok: PayloadForms.Forward,
        Errors: TlvOps.In(Phase.Decode, Errors),
        Run: (input, policies) => Answer.From(
            ForwardPayload.Decode(input.Bytes("payload"), Rules(policies), Given(input)),
            (payload, _) => PayloadForms.Show(payload)));

    public static readonly IReadOnlyList<Operation> All = [DecodeFinal, EncodeFinal, DecodeForward];

    private static bool? Given(Input input) =>
        input.Has(PathKey.Name) ? input.Json[PathKey.Name]!.GetValue<bool>() : null;

    private static PayloadRules Rules(PolicySet policies) => new()
    {
        Record14 = policies.Is(Policies.Record14, "outgoing_node_id") ? Record14.OutgoingNodeId : Record14.Amp,
        PaymentDataRequired = policies.Is(Policies.FinalPaymentData, "required"),
        FinalShortChannelIdIgnored = policies.Is(Policies.FinalShortChannelId, "ignored"),
        TotalAmountInCleartext = policies.Is(Policies.Record18, "cleartext"),
        BlindedTotalAmountOptional = policies.Is(Policies.BlindedTotalAmount, "optional"),
        PlacementBeforeUnknown = policies.Is(Policies.Offender, "placement-first"),
    };
}
