using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Wire;
using static AmpSpec.Conformance.Generating.PayloadBytes;
using static AmpSpec.Conformance.Generating.WireBytes;

namespace AmpSpec.Conformance.Generating;

/// <summary>The payload of the payee: what it holds, what it lacks, what may not stand in it.</summary>
internal static class FinalPayloadVectors
{
    // both sides of 21 million BTC: the codec reads them, the receiver decides
    private static readonly ulong[] Amounts = [0, 1, 255, 256, 2_100_000_000_000_000_000, 2_100_000_000_000_000_001, ulong.MaxValue];

    public static IEnumerable<VectorFile> Files() => [Decode(), Encode()];

    private static VectorFile Decode()
    {
        var file = new SuiteFile("wire/payload-final-decode", PayloadOps.DecodeFinal, "ampspec/wire/payload-final-decode");
        Whole(file);
        PassedOver(file);
        Missing(file);
        Unparsed(file);
        Unknown(file);
        Blinded(file);
        Choices(file);
        return file.Build();
    }

    private static void Whole(SuiteFile file)
    {
        file.Group("whole", ["MPP-WIRE-05", "AMP-WIRE-07"], roundtrip: "payload.final.encode");
        foreach (var amount in Amounts)
            file.Valid($"amount-{amount}", Ask(Record(2, Tint(amount)), Expiry, Mpp), [Flag.Boundary]);
        foreach (var expiry in Steps(32))
            file.Valid($"expiry-{expiry}", Ask(Amount, Record(4, Tint(expiry)), Mpp), [Flag.Boundary]);
        foreach (var total in Amounts)
            file.Valid($"total-{total}", Ask(Amount, Expiry, Record(8, Secret + Tint(total))), [Flag.Boundary], requirements: ["MPP-WIRE-01"]);
        foreach (var index in Steps(32))
            file.Valid($"amp-index-{index}", Ask(Amount, Expiry, Mpp, Record(14, Fill("11", 32) + Fill("33", 32) + Tint(index))), [Flag.Boundary], requirements: ["AMP-WIRE-01", "AMP-WIRE-08"]);
        file.Valid("amp-with-a-zero-set-id", Ask(Amount, Expiry, Mpp, Record(14, Fill("11", 32) + Fill("00", 32))), [Flag.Boundary], requirements: ["AMP-WIRE-01"]);
        file.Valid("payment-data", Ask(Amount, Expiry, Mpp), [Flag.KnownAnswer], requirements: ["MPP-WIRE-01"]);
        foreach (var length in new[] { 0, 1, 252, 253, 639 })
            file.Valid($"metadata-{length}", Ask(Amount, Expiry, Mpp, Record(16, Fill("5a", length))), [Flag.Boundary]);
        file.Valid("keysend-with-payment-data", Ask(Amount, Expiry, Mpp, Keysend), [Flag.KnownAnswer]);
        foreach (var type in new ulong[] { 65536, 65537, 5482373483, 5482373485, ulong.MaxValue - 1, ulong.MaxValue })
            file.Valid($"custom-{type}", Ask(Amount, Expiry, Mpp, Record(type, "2a")), [Flag.UnknownType], requirements: ["MPP-WIRE-03"]);
        file.Valid("all-at-once", Ask(Amount, Expiry, Mpp, Amp, Metadata, Record(65536, "2a"), Keysend, Record(ulong.MaxValue)), [Flag.KnownAnswer], requirements: ["MPP-WIRE-03"]);
        for (var i = 0; i < 16; i++)
            file.Valid($"seeded-{i}", Ask(Seeded(file.Draws, i)), [Flag.Seeded]);

        file.Group("blinded", ["MPP-WIRE-06", "AMP-WIRE-07"], roundtrip: "payload.final.encode");
        file.Valid("blinded", Ask(Amount, Expiry, Data, Total), [Flag.KnownAnswer]);
        file.Valid("blinded-at-its-entry", Ask(Amount, Expiry, Data, Key, Total), [Flag.KnownAnswer]);
        file.Valid("blinded-total-0", Ask(Amount, Expiry, Data, Record(18)), [Flag.Boundary]);
        file.Valid("blinded-without-data-bytes", Ask(Amount, Expiry, Record(10), Total), [Flag.Boundary]);
    }

    private static string[] Seeded(Draws draws, int i) =>
    [
        Record(2, Tint(draws.U64() >> (4 * i))),
        Record(4, Tint(draws.U32() >> i)),
        Record(8, draws.Hex() + Tint(draws.U64() >> (3 * i))),
        i % 3 == 0 ? Record(14, draws.Hex() + draws.Hex() + Tint(draws.U32() >> (2 * i))) : "",
        i % 2 == 0 ? Record(16, draws.Hex(1 + draws.Below(32))) : "",
        i % 5 == 0 ? Record(65536 + draws.U32(), draws.Hex(1 + draws.Below(32))) : "",
    ];

    private static void PassedOver(SuiteFile file)
    {
        file.Group("passed-over", ["MPP-WIRE-03"]);
        foreach (var type in new ulong[] { 1, 3, 7, 9, 15, 19, 21, 0xfd, 65535 })
        {
            string[] records = [Amount, Expiry, Mpp];
            var at = type < 2 ? 0 : type < 4 ? 1 : type < 8 ? 2 : 3;
            file.Valid($"odd-{type}", Ask([.. records[..at], Record(type, "2a"), .. records[at..]]), [Flag.UnknownType]);
        }

        file.Group("offer", ["MPP-WIRE-06"]);
        file.Valid("no-key-no-data", Ask(Amount, Expiry, Mpp).And("update_add_path_key", false), [Flag.Placement]);
        file.Valid("key-in-the-offer", Ask(Amount, Expiry, Data, Total).And("update_add_path_key", true), [Flag.Placement]);
        file.Valid("key-in-the-payload", Ask(Amount, Expiry, Data, Key, Total).And("update_add_path_key", false), [Flag.Placement]);
        file.Invalid("key-in-both", "key-in-the-payload", Ask(Amount, Expiry, Data, Key, Total).And("update_add_path_key", true), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("key-in-neither", "key-in-the-offer", Ask(Amount, Expiry, Data, Total).And("update_add_path_key", false), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("key-without-data", "no-key-no-data", Ask(Amount, Expiry, Mpp).And("update_add_path_key", true), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("key-said-by-a-number", "key-in-the-offer", Ask(Amount, Expiry, Data, Total).And("update_add_path_key", 1), Operation.Malformed, [Flag.BadRequest]);
        file.Valid("wire-values-are-not-asked", Ask(Amount, Expiry, Mpp).And("wire", new JsonObject { ["amount_msat"] = "500", ["cltv_expiry"] = 700_000, ["height"] = 699_000 }), [Flag.Placement]);
    }

    private static void Missing(SuiteFile file)
    {
        file.Group("missing", ["MPP-WIRE-05"]);
        file.Invalid("empty", "payment-data", Ask(), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("no-amount", "payment-data", Ask(Expiry, Mpp), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("no-expiry", "payment-data", Ask(Amount, Mpp), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("no-amount-with-keysend", "keysend-with-payment-data", Ask(Expiry, Mpp, Keysend), ErrorClass.MissingType, [Flag.Placement]);

        file.Group("several", ["MPP-WIRE-04"]);
        file.Choice("missing-2-and-unknown-0", Ask(Record(0), Expiry, Mpp), Policies.Offender, [Flag.Divergence]);
        file.Invalid("missing-2-and-forbidden-6", "payment-data", Ask(Expiry, Channel, Mpp), ErrorClass.MissingType, [Flag.Placement]);
        file.Choice("forbidden-6-and-unknown-20", Ask(Amount, Expiry, Channel, Mpp, Record(20)), Policies.FinalShortChannelId, [Flag.Divergence]);
        file.Invalid("missing-10-and-unknown-20", "payment-data", Ask(Amount, Expiry, Mpp, Key, Record(20)), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("bad-value-and-unknown-0", "payment-data", Ask(Record(0), Amount, Expiry, Record(8, Secret + "00")), ErrorClass.TruncatedIntNotMinimal, [Flag.Placement]);
        file.Invalid("bad-value-and-missing-2", "payment-data", Ask(Expiry, Record(8, Secret[2..])), ErrorClass.ValueTooShort, [Flag.Placement]);
    }

    private static void Unparsed(SuiteFile file)
    {
        file.Group("unparsed", ["MPP-WIRE-02"]);
        foreach (var (slug, control, payload, error) in new[]
        {
            ("amount-9-bytes", "amount-18446744073709551615", Record(2, "01" + Fill("00", 8)) + Expiry + Mpp, ErrorClass.ValueTooLong),
            ("amount-leading-zero", "amount-1", Record(2, "0001") + Expiry + Mpp, ErrorClass.TruncatedIntNotMinimal),
            ("amount-zero-byte", "amount-0", Record(2, "00") + Expiry + Mpp, ErrorClass.TruncatedIntNotMinimal),
            ("expiry-5-bytes", "expiry-4294967295", Amount + Record(4, "0100000000") + Mpp, ErrorClass.ValueTooLong),
            ("expiry-leading-zero", "expiry-1", Amount + Record(4, "0001") + Mpp, ErrorClass.TruncatedIntNotMinimal),
            ("keysend-31-bytes", "keysend-with-payment-data", Amount + Expiry + Mpp + Record(5482373484, Secret[2..]), ErrorClass.ValueTooShort),
            ("keysend-33-bytes", "keysend-with-payment-data", Amount + Expiry + Mpp + Record(5482373484, Secret + "42"), ErrorClass.ValueTooLong),
            ("keysend-empty", "keysend-with-payment-data", Amount + Expiry + Mpp + Record(5482373484), ErrorClass.ValueTooShort),
            ("path-key-32-bytes", "blinded-at-its-entry", Amount + Expiry + Data + Record(12, Point[2..]) + Total, ErrorClass.ValueTooShort),
            ("path-key-34-bytes", "blinded-at-its-entry", Amount + Expiry + Data + Record(12, Point + "00") + Total, ErrorClass.ValueTooLong),
            ("path-key-04", "blinded-at-its-entry", Amount + Expiry + Data + Record(12, "04" + Point[2..]) + Total, ErrorClass.InvalidPoint),
            ("total-amount-9-bytes", "blinded", Amount + Expiry + Data + Record(18, Fill("01", 9)), ErrorClass.ValueTooLong),
            ("total-amount-leading-zero", "blinded", Amount + Expiry + Data + Record(18, "0001"), ErrorClass.TruncatedIntNotMinimal),
            ("expiry-before-amount", "payment-data", Expiry + Amount + Mpp, ErrorClass.TypesOutOfOrder),
            ("payment-data-before-expiry", "payment-data", Amount + Mpp + Expiry, ErrorClass.TypesOutOfOrder),
            ("payment-data-twice", "payment-data", Amount + Expiry + Mpp + Mpp, ErrorClass.DuplicateType),
            ("amount-twice", "payment-data", Amount + Amount + Expiry + Mpp, ErrorClass.DuplicateType),
            ("cut-in-the-last-value", "payment-data", (Amount + Expiry + Mpp)[..^2], ErrorClass.ValueTruncated),
            ("cut-before-the-last-value", "payment-data", Amount + Expiry + "0822", ErrorClass.ValueMissing),
            ("cut-before-the-last-length", "payment-data", Amount + Expiry + "08", ErrorClass.LengthMissing),
            ("cut-in-the-last-length", "payment-data", Amount + Expiry + "08fd00", ErrorClass.LengthTruncated),
            ("cut-in-the-last-type", "custom-65536", Amount + Expiry + Mpp + "fe0001", ErrorClass.TypeTruncated),
            ("type-in-three-bytes", "payment-data", Amount + "fd0004030aae60" + Mpp, ErrorClass.TypeNotMinimal),
            ("length-in-three-bytes", "payment-data", Amount + "04fd00030aae60" + Mpp, ErrorClass.LengthNotMinimal),
        })
        {
            file.Invalid(slug, control, Ask(payload), error, [Flag.WrongValue]);
        }

        file.Group("payment-data-refused", ["MPP-WIRE-01"]);
        file.Invalid("payment-data-31-bytes", "total-0", Ask(Amount, Expiry, Record(8, Secret[2..])), ErrorClass.ValueTooShort, [Flag.WrongValue]);
        file.Invalid("payment-data-41-bytes", "total-18446744073709551615", Ask(Amount, Expiry, Record(8, Secret + Fill("01", 9))), ErrorClass.ValueTooLong, [Flag.WrongValue]);
        file.Invalid("payment-data-total-leading-zero", "total-1", Ask(Amount, Expiry, Record(8, Secret + "0001")), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);

        file.Group("amp-refused", ["AMP-WIRE-02"]);
        file.Invalid("amp-63-bytes", "amp-index-0", Ask(Amount, Expiry, Mpp, Record(14, Fill("11", 63))), ErrorClass.ValueTooShort, [Flag.WrongValue]);
        file.Invalid("amp-69-bytes", "amp-index-4294967295", Ask(Amount, Expiry, Mpp, Record(14, Fill("11", 69))), ErrorClass.ValueTooLong, [Flag.WrongValue]);
        file.Invalid("amp-index-leading-zero", "amp-index-1", Ask(Amount, Expiry, Mpp, Record(14, Fill("11", 64) + "0001")), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
        file.Invalid("amp-33-bytes-that-are-a-point", "amp-index-0", Ask(Amount, Expiry, Mpp, NodeId), ErrorClass.ValueTooShort, [Flag.WrongValue], ["AMP-WIRE-08"]);
    }

    private static void Unknown(SuiteFile file)
    {
        file.Group("unknown", ["MPP-WIRE-03"]);
        foreach (var type in new ulong[] { 20, 22, 0xfe, 65534 })
            file.Invalid($"even-{type}", "odd-21", Ask(Amount, Expiry, Mpp, Record(type, "2a")), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("even-0", "odd-1", Ask(Record(0, "2a"), Amount, Expiry, Mpp), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("even-20-beside-amp", "all-at-once", Ask(Amount, Expiry, Mpp, Amp, Record(20)), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
    }

    private static void Blinded(SuiteFile file)
    {
        file.Group("blinded-refused", ["MPP-WIRE-06"]);
        file.Invalid("blinded-no-amount", "blinded", Ask(Expiry, Data, Total), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("blinded-no-expiry", "blinded", Ask(Amount, Data, Total), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("blinded-channel", "blinded", Ask(Amount, Expiry, Channel, Data, Total), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-payment-data", "blinded", Ask(Amount, Expiry, Mpp, Data, Total), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-metadata", "blinded", Ask(Amount, Expiry, Data, Metadata, Total), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-odd-11", "blinded", Ask(Amount, Expiry, Data, Record(11), Total), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-even-20", "blinded", Ask(Amount, Expiry, Data, Total, Record(20)), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-custom-65536", "blinded", Ask(Amount, Expiry, Data, Total, Record(65536)), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-custom-65537", "blinded", Ask(Amount, Expiry, Data, Total, Record(65537)), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-odd-65535", "blinded", Ask(Amount, Expiry, Data, Total, Record(65535)), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-keysend", "blinded", Ask(Amount, Expiry, Data, Total, Keysend), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("path-key-without-data", "payment-data", Ask(Amount, Expiry, Mpp, Key), ErrorClass.MissingType, [Flag.Placement]);
        file.Invalid("path-key-and-total-without-data", "blinded-at-its-entry", Ask(Amount, Expiry, Key, Total), ErrorClass.MissingType, [Flag.Placement]);

        file.Group("amp-beside-encrypted-data", ["AMP-WIRE-06"]);
        file.Invalid("blinded-amp", "blinded", Ask(Amount, Expiry, Data, Amp, Total), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-amp-at-its-entry", "blinded-at-its-entry", Ask(Amount, Expiry, Data, Key, Amp, Total), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("blinded-amp-total-0", "blinded-total-0", Ask(Amount, Expiry, Data, Amp, Record(18)), ErrorClass.ForbiddenType, [Flag.Placement]);
    }

    private static void Choices(SuiteFile file)
    {
        file.Group("choices", ["MPP-WIRE-05"]);
        file.Choice("channel-and-amp", Ask(Amount, Expiry, Channel, Mpp, Amp), Policies.FinalShortChannelId, [Flag.Divergence]);
        file.Choice("channel-and-payment-data", Ask(Amount, Expiry, Channel, Mpp), Policies.FinalShortChannelId, [Flag.Divergence]);
        file.Choice("channel-and-unknown-22", Ask(Amount, Expiry, Channel, Mpp, Record(22)), Policies.FinalShortChannelId, [Flag.Divergence], ["MPP-WIRE-04"]);
        file.Choice("amount-and-expiry", Ask(Amount, Expiry), Policies.FinalPaymentData, [Flag.Divergence]);
        file.Choice("metadata-without-payment-data", Ask(Amount, Expiry, Metadata), Policies.FinalPaymentData, [Flag.Divergence]);
        file.Choice("keysend-without-payment-data", Ask(Amount, Expiry, Keysend), Policies.FinalPaymentData, [Flag.Divergence]);
        file.Choice("amp-without-payment-data", Ask(Amount, Expiry, Amp), Policies.FinalPaymentData, [Flag.Divergence], ["AMP-WIRE-01"]);
        file.Choice("blinded-no-total", Ask(Amount, Expiry, Data), Policies.BlindedTotalAmount, [Flag.Divergence], ["MPP-WIRE-06"]);
        file.Choice("blinded-no-total-at-its-entry", Ask(Amount, Expiry, Data, Key), Policies.BlindedTotalAmount, [Flag.Divergence], ["MPP-WIRE-06"]);
        file.Choice("total-without-data", Ask(Amount, Expiry, Mpp, Total), Policies.Record18, [Flag.Divergence], ["MPP-WIRE-06"]);
        file.Choice("unknown-0-and-no-data", Ask(Record(0), Amount, Expiry, Mpp, Key), Policies.Offender, [Flag.Divergence], ["MPP-WIRE-04"]);
        file.Choice("unknown-0-and-no-expiry", Ask(Record(0), Amount, Mpp), Policies.Offender, [Flag.Divergence], ["MPP-WIRE-04"]);
        file.Choice("type-14-of-65-bytes", Ask(Amount, Expiry, Record(14, Fill("02", 65))), Policies.Record14, [Flag.Divergence], ["AMP-WIRE-08"]);
        file.Choice("type-14-that-is-a-point", Ask(Amount, Expiry, NodeId), Policies.Record14, [Flag.Divergence], ["AMP-WIRE-08"]);
        file.Choice("type-14-point-beside-encrypted-data", Ask(Amount, Expiry, Data, NodeId, Total), Policies.Record14, [Flag.Divergence], ["AMP-WIRE-08"]);
    }

    private static VectorFile Encode()
    {
        var file = new SuiteFile("wire/payload-final-encode", PayloadOps.EncodeFinal, "ampspec/wire/payload-final-encode");
        file.Group("written", ["AMP-WIRE-07"]);
        file.Valid("payment-data", Plain(), [Flag.KnownAnswer], Ask(Amount, Expiry, Mpp), requirements: ["MPP-WIRE-01"]);
        file.Valid("amp", Plain().And("amp", AmpForm()), [Flag.KnownAnswer], Ask(Amount, Expiry, Mpp, Amp), requirements: ["AMP-WIRE-01"]);
        file.Valid("keysend", Plain().And("keysend_preimage", Secret), [Flag.KnownAnswer], Ask(Amount, Expiry, Mpp, Keysend));
        file.Valid("metadata", Plain().And("payment_metadata", "010203"), [Flag.KnownAnswer], Ask(Amount, Expiry, Mpp, Metadata));
        file.Valid("metadata-empty", Plain().And("payment_metadata", ""), [Flag.Boundary], Ask(Amount, Expiry, Mpp, Record(16)));
        file.Valid("custom", Plain().And("custom", Custom((65537, ""), (65536, "2a"))), [Flag.Order], Ask(Amount, Expiry, Mpp, Record(65536, "2a"), Record(65537)));
        file.Valid("blinded", BlindedForm(), [Flag.KnownAnswer], Ask(Amount, Expiry, Data, Total), requirements: ["MPP-WIRE-06"]);
        file.Valid("blinded-at-its-entry", BlindedForm().And("current_path_key", Point), [Flag.KnownAnswer], Ask(Amount, Expiry, Data, Key, Total), requirements: ["MPP-WIRE-06"]);

        file.Group("refused", ["AMP-WIRE-07"]);
        file.Invalid("custom-twice", "custom", Plain().And("custom", Custom((65536, ""), (65536, "2a"))), ErrorClass.DuplicateType, [Flag.Order]);
        file.Invalid("custom-of-a-known-type-twice", "payment-data", Plain().And("custom", Custom((8, ""))), ErrorClass.DuplicateType, [Flag.Order]);
        file.Invalid("custom-16", "metadata", Plain().And("custom", Custom((16, "010203"))), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("custom-65535", "custom", Plain().And("custom", Custom((65535, ""))), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("custom-65534", "custom", Plain().And("custom", Custom((65534, ""))), ErrorClass.UnknownEvenType, [Flag.UnknownType]);
        file.Invalid("custom-keysend", "keysend", Plain().And("custom", Custom((5482373484, Secret))), ErrorClass.ForbiddenType, [Flag.Placement]);
        file.Invalid("custom-beside-encrypted-data", "blinded", BlindedForm().And("custom", Custom((65536, ""))), ErrorClass.ForbiddenType, [Flag.Placement], ["MPP-WIRE-06"]);
        file.Invalid("custom-14-too-short", "amp", Plain().And("custom", Custom((14, "42"))), ErrorClass.ValueTooShort, [Flag.WrongValue]);
        file.Invalid("custom-18-too-long", "blinded", BlindedOf().And("custom", Custom((18, Fill("01", 9)))), ErrorClass.ValueTooLong, [Flag.WrongValue]);
        file.Invalid("custom-18-not-minimal", "blinded", BlindedOf().And("custom", Custom((18, "0001"))), ErrorClass.TruncatedIntNotMinimal, [Flag.NonMinimal]);
        file.Invalid("path-key-04", "blinded-at-its-entry", BlindedForm().And("current_path_key", "04" + Point[2..]), ErrorClass.InvalidPoint, [Flag.WrongValue]);
        file.Invalid("path-key-32-bytes", "blinded-at-its-entry", BlindedForm().And("current_path_key", Point[2..]), Operation.Malformed, [Flag.BadRequest]);
        file.Invalid("path-key-without-data", "payment-data", Plain().And("current_path_key", Point), ErrorClass.MissingType, [Flag.Placement], ["MPP-WIRE-06"]);
        file.Invalid("amp-beside-encrypted-data", "blinded", BlindedForm().And("amp", AmpForm()), ErrorClass.ForbiddenType, [Flag.Placement], ["AMP-WIRE-06"]);
        file.Invalid("payment-data-beside-encrypted-data", "blinded", BlindedForm().And("payment_data", MppForm()), ErrorClass.ForbiddenType, [Flag.Placement], ["MPP-WIRE-06"]);
        file.Invalid("no-expiry", "payment-data", new() { ["amt_to_forward"] = "500", ["payment_data"] = MppForm() }, Operation.Malformed, [Flag.BadRequest], ["MPP-WIRE-05"]);
        return file.Build();
    }

    private static JsonObject Ask(params string[] records) => WireBytes.Ask("payload", string.Concat(records));

    private static JsonObject Plain() => Bare().And("payment_data", MppForm());

    private static JsonObject BlindedForm() => BlindedOf().And("total_amount_msat", "1000");

    private static JsonObject BlindedOf() => Bare().And("encrypted_recipient_data", "abcd");

    private static JsonObject Bare() => new() { ["amt_to_forward"] = "500", ["outgoing_cltv_value"] = 700_000 };

    private static JsonObject MppForm() => new() { ["payment_secret"] = Secret, ["total_msat"] = "1000" };

    private static JsonObject AmpForm() => new() { ["root_share"] = Fill("11", 32), ["set_id"] = Fill("33", 32), ["child_index"] = 1 };

    private static JsonArray Custom(params (ulong Type, string Value)[] records) =>
        [.. records.Select(record => (JsonNode)new JsonObject { ["type"] = $"{record.Type}", ["value"] = record.Value })];
}
