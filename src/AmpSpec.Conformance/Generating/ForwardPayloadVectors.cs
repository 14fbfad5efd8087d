using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Wire;
using static AmpSpec.Conformance.Generating.PayloadBytes;
using static AmpSpec.Conformance.Generating.WireBytes;

namespace AmpSpec.Conformance.Generating;

/// <summary>The payload of a hop: with its channel, or blinded; nothing in it is for the payee.</summary>
internal static class ForwardPayloadVectors
{
    public static IEnumerable<VectorFile> Files()
    {
        var file = new SuiteFile("wire/payload-forward-decode", PayloadOps.DecodeForward, "ampspec/wire/payload-forward-decode");
        Whole(file);
        Missing(file);
        ForThePayee(file);
        Blinded(file);
        Choices(file);
        Requests(file);
        return [file.Build()];
    }

    private static void Whole(SuiteFile file)
    {
        file.Group("whole", ["MPP-WIRE-05"]);
        file.Valid("plain", Ask(Amount, Expiry, Channel), [Flag.KnownAnswer]);
        foreach (var amount in new ulong[] { 0, 1, ulong.MaxValue })
            file.Valid($"amount-{amount}", Ask(Record(2, Tint(amount)), Expiry, Channel), [Flag.Boundary]);
        foreach (var expiry in new ulong[] { 0, 1, uint.MaxValue })
            file.Valid($"expiry-{expiry}", Ask(Amount, Record(4, Tint(expiry)), Channel), [Flag.Boundary]);
        foreach (var channel in new[] { "0000000000000000", "0000000000000001", "ffffffffffffffff" })
            file.Valid($"channel-{channel}", Ask(Amount, Expiry, Record(6, channel)), [Flag.Boundary]);
        foreach (var type in new ulong[] { 7, 19, 513, 65535 })
            file.Valid($"odd-{type}", Ask(Amount, Expiry, Channel, Record(type, "2a")), [Flag.UnknownType], requirements: ["MPP-WIRE-03"]);
        foreach (var type in new ulong[] { 65536, 65537, ulong.MaxValue })
            file.Valid($"custom-{type}", Ask(Amount, Expiry, Channel, Record(type, "2a")), [Flag.UnknownType], requirements: ["MPP-WIRE-03"]);
        for (var i = 0; i < 8; i++)
            file.Valid($"seeded-{i}", Ask(Record(2, Tint(file.Draws.U64() >> (8 * i))), Record(4, Tint(file.Draws.U32() >> (4 * i))), Record(6, file.Draws.Hex(8))), [Flag.Seeded]);
        file.Valid("no-key-no-data", Ask(Amount, Expiry, Channel).And("update_add_path_key", false), [Flag.Placement], requirements: ["MPP-WIRE-06"]);

        file.Group("blinded", ["MPP-WIRE-06"]);
        file.Valid("blinded", Ask(Data), [Flag.KnownAnswer]);
        file.Valid("blinded-without-data-bytes", Ask(Record(10)), [Flag.Boundary]);
        file.Valid("blinded-at-its-entry", Ask(Data, Key), [Flag.KnownAnswer]);
        file.Valid("key-in-the-offer", Ask(Data).And("update_add_path_key", true), [Flag.Placement]);
        file.Valid("key-in-the-payload", Ask(Data, Key).And("update_add_path_key", false), [Flag.Placement]);
        file.Invalid("key-in-both", "key-in-the-payload", Ask(Data, Key).And("update_add_path_key", true), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("key-in-neither", "key-in-the-offer", Ask(Data).And("update_add_path_key", false), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("key-without-data", "no-key-no-data", Ask(Amount, Expiry, Channel).And("update_add_path_key", true), ErrorClass.MissingType, [Flag.Placement]);
    }

    private static void Requests(SuiteFile file)
    {
        file.Group("request", ["MPP-WIRE-05"]);
        file.Invalid("half-a-byte", "plain", Ask((Amount + Expiry + Channel)[..^1]), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("key-said-by-a-number", "key-in-the-offer", Ask(Data).And("update_add_path_key", 1), Operation.Malformed, [Flag.BadRequest]);
    }

    private static void Missing(SuiteFile file)
    {
        file.Group("missing", ["MPP-WIRE-05"]);
        file.Invalid("empty", "plain", Ask(), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("no-amount", "plain", Ask(Expiry, Channel), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("no-expiry", "plain", Ask(Amount, Channel), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("no-channel", "plain", Ask(Amount, Expiry), ErrorClass.MissingType, [Flag.Placement]);

        file.Group("unparsed", ["MPP-WIRE-02"]);
        file.Invalid("channel-7-bytes", "plain", Ask(Amount, Expiry, Record(6, Fill("01", 7))), ErrorClass.ValueTooShort, [Flag.WrongValue]);
        file.Invalid("channel-9-bytes", "plain", Ask(Amount, Expiry, Record(6, Fill("01", 9))), ErrorClass.ValueTooLong, [Flag.WrongValue]);
        file.Invalid("amount-leading-zero", "amount-1", Ask(Record(2, "0001"), Expiry, Channel), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
        file.Invalid("path-key-04", "blinded-at-its-entry", Ask(Data, Record(12, "04" + Point[2..])), ErrorClass.InvalidPoint, [Flag.WrongValue]);
        foreach (var (slug, payload, error) in new[]
        {
            ("cut-in-a-type", Amount + Expiry + Channel + "fd", ErrorClass.TypeTruncated), ("cut-before-a-length", Amount + Expiry + "06", ErrorClass.LengthMissing),
            ("cut-in-a-length", Amount + Expiry + "06fd", ErrorClass.LengthTruncated), ("cut-before-a-value", Amount + Expiry + "0608", ErrorClass.ValueMissing),
            ("cut-in-a-value", Amount + Expiry + Channel[..^2], ErrorClass.ValueTruncated), ("type-not-minimal", "fd00020201f4" + Expiry + Channel, ErrorClass.TypeNotMinimal),
            ("length-not-minimal", "02fd000201f4" + Expiry + Channel, ErrorClass.LengthNotMinimal), ("channel-first", Channel + Amount + Expiry, ErrorClass.TypesOutOfOrder),
            ("channel-twice", Amount + Expiry + Channel + Channel, ErrorClass.DuplicateType),
        })
        {
            file.Invalid(slug, "plain", Ask(payload), error, [Flag.Truncated]);
        }
    }

    private static void ForThePayee(SuiteFile file)
    {
        file.Group("payment-records", ["AMP-WIRE-05"]);
        file.Invalid("payment-data", "plain", Ask(Amount, Expiry, Channel, Mpp), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("amp", "plain", Ask(Amount, Expiry, Channel, Amp), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("payment-data-and-amp", "plain", Ask(Amount, Expiry, Channel, Mpp, Amp), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-payment-data", "blinded", Ask(Mpp, Data), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("amp-of-63-bytes", "plain", Ask(Amount, Expiry, Channel, Record(14, Fill("11", 63))), ErrorClass.ValueTooShort, [Flag.WrongValue], ["AMP-WIRE-02"]);

        file.Group("other-records-of-the-payee", ["MPP-WIRE-05"]);
        file.Invalid("metadata", "plain", Ask(Amount, Expiry, Channel, Metadata), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("total-amount", "plain", Ask(Amount, Expiry, Channel, Total), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("keysend", "plain", Ask(Amount, Expiry, Channel, Keysend), ErrorClass.ForbiddenType, [Flag.Placement]);

        file.Group("unknown", ["MPP-WIRE-03"]);
        foreach (var type in new ulong[] { 20, 128, 65534 })
            file.Invalid($"even-{type}", "odd-513", Ask(Amount, Expiry, Channel, Record(type, "2a")), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("even-0", "plain", Ask(Record(0), Amount, Expiry, Channel), ErrorClass.UnknownEvenType, [Flag.UnknownType]);

        file.Group("several", ["MPP-WIRE-04"]);
        file.Invalid("no-channel-and-unknown-22", "plain", Ask(Amount, Expiry, Record(22)), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("payment-data-and-unknown-22", "plain", Ask(Amount, Expiry, Channel, Mpp, Record(22)), ErrorClass.ForbiddenType, [Flag.Placement]);
    }

    private static void Blinded(SuiteFile file)
    {
        file.Group("blinded-refused", ["MPP-WIRE-06"]);
        foreach (var (slug, payload) in new[]
        {
            ("amount", Amount + Data), ("expiry", Expiry + Data), ("channel", Channel + Data), ("metadata", Data + Metadata), ("total", Data + Total), ("odd-11", Data + Record(11)),
            ("even-20", Data + Record(20)), ("custom-65536", Data + Record(65536)), ("custom-65537", Data + Record(65537)), ("keysend", Data + Keysend),
        })
        {
            file.Invalid($"blinded-{slug}", "blinded", Ask(payload), ErrorClass.ForbiddenType, [Flag.Placement]);
        }

        file.Invalid("path-key-without-data", "plain", Ask(Amount, Expiry, Channel, Key), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("path-key-alone", "blinded-at-its-entry", Ask(Key), ErrorClass.MissingType, [Flag.Placement]);

        file.Group("amp-beside-encrypted-data", ["AMP-WIRE-06"]);
        file.Invalid("blinded-amp", "blinded", Ask(Data, Amp), ErrorClass.ForbiddenType, [Flag.Placement]);
    }

    private static void Choices(SuiteFile file)
    {
        file.Group("choices", ["AMP-WIRE-08"]);
        file.Choice("node-id-in-place-of-a-channel", Ask(Amount, Expiry, NodeId), Policies.Record14, [Flag.Divergence]);
        file.Choice("node-id-beside-a-channel", Ask(Amount, Expiry, Channel, NodeId), Policies.Record14, [Flag.Divergence]);
        file.Choice("node-id-beside-encrypted-data", Ask(Data, NodeId), Policies.Record14, [Flag.Divergence]);
        file.Choice("type-14-of-65-bytes", Ask(Amount, Expiry, Channel, Record(14, Fill("02", 65))), Policies.Record14, [Flag.Divergence]);
        file.Choice("type-14-of-33-bytes-that-is-no-point", Ask(Amount, Expiry, Channel, Record(14, Fill("04", 33))), Policies.Record14, [Flag.Divergence]);
        file.Choice("unknown-0-and-payment-data", Ask(Record(0), Amount, Expiry, Channel, Mpp), Policies.Offender, [Flag.Divergence], ["MPP-WIRE-04"]);
    }

    private static JsonObject Ask(params string[] records) => WireBytes.Ask("payload", string.Concat(records));
}
