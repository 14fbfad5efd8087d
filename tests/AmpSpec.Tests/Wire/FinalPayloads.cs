using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

internal static class Streams
{
    internal const string Secret = "4242424242424242424242424242424242424242424242424242424242424242";
    internal const string Point = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
    internal const string AmountAndExpiry = "02 02 01f4  04 03 0aae60";
    internal const string Mpp = "08 22" + Secret + "03e8";
    internal const string AmpOne = "0e 41" + Secret + Secret + "01";
    internal const string Keysend = "ff0000000146c6616c 20" + Secret;

    internal static Decoded<FinalPayload> Final(this string hex, PayloadRules? rules = null, bool? pathKeyGiven = null) =>
        FinalPayload.Decode(hex.Bytes(), rules ?? PayloadRules.Default, pathKeyGiven);

    internal static Decoded<ForwardPayload> Forward(this string hex, PayloadRules? rules = null, bool? pathKeyGiven = null) =>
        ForwardPayload.Decode(hex.Bytes(), rules ?? PayloadRules.Default, pathKeyGiven);
}

[Requirement("MPP-WIRE-05", "AMP-WIRE-07")]
public sealed class A_final_payload
{
    [Fact]
    public void says_all_that_its_records_say()
    {
        var hex = Streams.AmountAndExpiry + Streams.Mpp + Streams.AmpOne + "10 02 0102" + "fe00010000 01 2a" + "fe00010001 00" + Streams.Keysend;
        var payload = hex.Final().Value();
        var secret = Bytes32.Parse(Streams.Secret);

        Assert.Equal(
            new FinalPayload
            {
                AmtToForward = new Msat(500),
                OutgoingCltvValue = 700_000,
                PaymentData = new PaymentData(new PaymentSecret(secret), new Msat(1_000)),
                Amp = new AmpRecord(new Share(secret), new SetId(secret), 1),
                KeysendPreimage = new Preimage(secret),
                PaymentMetadata = [1, 2],
                Custom = [new(65536, [0x2a]), new(65537, [])],
            },
            payload);
        Assert.Equal(hex.Bytes(), payload.Encode(PayloadRules.Default).Value().Encode());
    }

    [Theory]
    [InlineData("0200 0400")]
    [InlineData("0208ffffffffffffffff 0404ffffffff")]
    [InlineData(Streams.AmountAndExpiry + Streams.AmpOne)]
    [InlineData(Streams.AmountAndExpiry + "0e40" + Streams.Secret + "0000000000000000000000000000000000000000000000000000000000000000")]
    public void is_read_though_a_receiver_may_refuse_it(string hex) =>
        Assert.Equal(hex.Bytes(), hex.Final().Value().Encode(PayloadRules.Default).Value().Encode());

    [Theory]
    [InlineData("", 2UL)]
    [InlineData("040101", 2UL)]
    [InlineData("020101", 4UL)]
    public void needs_amount_and_expiry(string hex, ulong type) =>
        hex.Final().IsRefused(ErrorClass.MissingType, 0, type, "MPP-WIRE-05");

    [Fact]
    public void names_no_channel()
    {
        var hex = Streams.AmountAndExpiry + "06080000000000000001";

        hex.Final().IsRefused(ErrorClass.ForbiddenType, 9, 6, "MPP-WIRE-05");
        Assert.Equal(500UL, hex.Final(new() { FinalShortChannelIdIgnored = true }).Value().AmtToForward.Value);
    }

    [Fact]
    public void may_be_asked_for_payment_data()
    {
        var rules = new PayloadRules { PaymentDataRequired = true };

        Streams.AmountAndExpiry.Final(rules).IsRefused(ErrorClass.MissingType, 0, 8, "MPP-WIRE-05");
        Assert.NotNull((Streams.AmountAndExpiry + Streams.Mpp).Final(rules).Value().PaymentData);
    }

    [Theory]
    [InlineData("0209010000000000000000 0400", ErrorClass.ValueTooLong, 10, 2UL, "MPP-WIRE-02")]
    [InlineData("0200 04020001", ErrorClass.TruncatedIntNotMinimal, 4, 4UL, "MPP-WIRE-02")]
    [InlineData("0200 0400 0801ff", ErrorClass.ValueTooShort, 7, 8UL, "MPP-WIRE-01")]
    [InlineData("0200 0400 0e01ff", ErrorClass.ValueTooShort, 7, 14UL, "AMP-WIRE-02")]
    [InlineData("0801ff fd", ErrorClass.ValueTooShort, 3, 8UL, "MPP-WIRE-01")]
    [InlineData("0200 fd", ErrorClass.TypeTruncated, 2, null, "MPP-WIRE-02")]
    public void must_parse_before_anything_is_missing(string hex, string @class, int offset, ulong? type, string requirement) =>
        hex.Final().IsRefused(@class, offset, type, requirement);
}

[Requirement("MPP-WIRE-03")]
public sealed class An_unknown_record_in_a_payload
{
    [Theory]
    [InlineData("1600", 22UL)]
    [InlineData("fdfffe0101", 65534UL)]
    public void is_refused_when_it_is_even_and_below_65536(string record, ulong type)
    {
        (Streams.AmountAndExpiry + record).Final().IsRefused(ErrorClass.UnknownEvenType, 9, type, "MPP-WIRE-03");
        (Streams.AmountAndExpiry + "06080000000000000001" + record).Forward().IsRefused(ErrorClass.UnknownEvenType, 19, type, "MPP-WIRE-03");
    }

    [Theory]
    [InlineData("1700")]
    [InlineData("fdffff0101")]
    public void is_passed_over_when_it_is_odd_and_below_65536(string record) =>
        Assert.Empty((Streams.AmountAndExpiry + record).Final().Value().Custom);

    [Theory]
    [InlineData("fe000100000101", 65536UL)]
    [InlineData("fe000100010101", 65537UL)]
    public void is_listed_from_65536_on(string record, ulong type)
    {
        Assert.Equal([new(type, [1])], (Streams.AmountAndExpiry + record).Final().Value().Custom);
        Assert.Equal([new(type, [1])], Assert.IsType<ForwardPayload.Cleartext>((Streams.AmountAndExpiry + "06080000000000000001" + record).Forward().Value()).Custom);
    }
}

[Requirement("MPP-WIRE-04")]
public sealed class Several_records_at_fault
{
    [Theory]
    [InlineData("0000 0200 0400 0600", ErrorClass.ValueTooShort, 8, 6UL)]
    [InlineData("0000 0200 0400 06080000000000000001", ErrorClass.UnknownEvenType, 0, 0UL)]
    [InlineData("0200 0400 1401ff 1601ff", ErrorClass.UnknownEvenType, 4, 20UL)]
    [InlineData("0400 06080000000000000001", ErrorClass.MissingType, 0, 2UL)]
    [InlineData("0200 06080000000000000001", ErrorClass.MissingType, 0, 4UL)]
    public void are_told_by_the_lowest_once_the_stream_parses(string hex, string @class, int offset, ulong type)
    {
        var error = hex.Final().Error();
        Assert.Equal((@class, offset, type), (error.Class, error.Offset, error.Type));
    }

    [Fact]
    public void may_be_told_by_the_lowest_misplaced_one() =>
        "0000 0200 0400 06080000000000000001".Final(new() { PlacementBeforeUnknown = true }).IsRefused(ErrorClass.ForbiddenType, 6, 6, "MPP-WIRE-05");

    [Theory]
    [InlineData("0200 0400 1401ff", "140004")]
    [InlineData("0200 0400 fe0000", "000004")]
    [InlineData("0200 0400 fdfffe00", "fdfffe0004")]
    public void are_told_to_the_payer_as_type_and_offset(string hex, string data) =>
        Assert.Equal(data, InvalidOnionPayload.Of(hex.Final().Error()).Data().Hex());

    [Fact]
    public void are_told_within_sixteen_bits() =>
        Assert.Equal(new InvalidOnionPayload(0, 65535), InvalidOnionPayload.Of(new("tlv/type-truncated", 70_000, "", "MPP-WIRE-02")));
}

[Requirement("MPP-WIRE-06", "AMP-WIRE-06")]
public sealed class A_final_payload_in_a_blinded_path
{
    private const string Blinded = Streams.AmountAndExpiry + "0a 02 abcd" + "12 02 01f4";

    [Fact]
    public void carries_amount_expiry_total_and_encrypted_data()
    {
        var payload = Blinded.Final().Value();

        Assert.Equal((new Msat(500), [0xab, 0xcd], null), (payload.TotalAmountMsat!.Value, payload.EncryptedRecipientData!.Value, payload.CurrentPathKey));
        Assert.Equal(Blinded.Bytes(), payload.Encode(PayloadRules.Default).Value().Encode());
    }

    [Fact]
    public void may_carry_the_path_key() =>
        Assert.Equal(Streams.Point.Bytes(), (Streams.AmountAndExpiry + "0a02abcd 0c21" + Streams.Point + "120201f4").Final().Value().CurrentPathKey!.Value);

    [Theory]
    [InlineData("0400 0a00 1200", 2UL)]
    [InlineData("0200 0a00 1200", 4UL)]
    [InlineData("0200 0400 0a00", 18UL)]
    public void lacks_none_of_them(string hex, ulong type) =>
        hex.Final().IsRefused(ErrorClass.MissingType, 0, type, "MPP-WIRE-06");

    [Fact]
    public void may_do_without_the_total() =>
        Assert.Null("0200 0400 0a00".Final(new() { BlindedTotalAmountOptional = true }).Value().TotalAmountMsat);

    [Theory]
    [InlineData("0200 0400 06080000000000000001 0a00 1200", 4, 6UL, "MPP-WIRE-06")]
    [InlineData("0200 0400" + Streams.Mpp + "0a00 1200", 4, 8UL, "MPP-WIRE-06")]
    [InlineData("0200 0400 0a00" + Streams.AmpOne + "1200", 6, 14UL, "AMP-WIRE-06")]
    [InlineData("0200 0400 0a00 1000 1200", 6, 16UL, "MPP-WIRE-06")]
    [InlineData("0200 0400 0a00 1200 1300", 8, 19UL, "MPP-WIRE-06")]
    [InlineData("0200 0400 0a00 1200 fe0001000100", 8, 65537UL, "MPP-WIRE-06")]
    [InlineData("0200 0400 0a00 1200" + Streams.Keysend, 8, 5482373484UL, "MPP-WIRE-06")]
    public void carries_nothing_else(string hex, int offset, ulong type, string requirement) =>
        hex.Final().IsRefused(ErrorClass.ForbiddenType, offset, type, requirement);

    [Theory]
    [InlineData("0200 0400 0c21" + Streams.Point)]
    [InlineData("0200 0400 1200")]
    [InlineData("0200 0400 0c21" + Streams.Point + "1200")]
    public void is_none_without_encrypted_data(string hex) =>
        hex.Final().IsRefused(ErrorClass.MissingType, 0, 10, "MPP-WIRE-06");

    [Fact]
    public void may_leave_its_total_to_another_payload() =>
        Assert.Equal(500UL, "0200 0400 120201f4".Final(new() { TotalAmountInCleartext = true }).Value().TotalAmountMsat!.Value.Value);
}

[Requirement("MPP-WIRE-06")]
public sealed class The_key_for_encrypted_data
{
    private const string WithKey = "0a00 0c21" + Streams.Point;

    [Fact]
    public void comes_in_the_payload_or_with_the_offer()
    {
        Assert.IsType<ForwardPayload.Blinded>(WithKey.Forward(pathKeyGiven: false).Value());
        Assert.IsType<ForwardPayload.Blinded>("0a00".Forward(pathKeyGiven: true).Value());
        Assert.NotNull("0200 0400 0a00 1200".Final(pathKeyGiven: true).Value());
    }

    [Fact]
    public void does_not_come_twice() =>
        WithKey.Forward(pathKeyGiven: true).IsRefused(ErrorClass.ForbiddenType, 2, 12, "MPP-WIRE-06");

    [Fact]
    public void does_not_stay_away()
    {
        "0a00".Forward(pathKeyGiven: false).IsRefused(ErrorClass.ForbiddenType, 0, 10, "MPP-WIRE-06");
        "0200 0400 0a00 1200".Final(pathKeyGiven: false).IsRefused(ErrorClass.ForbiddenType, 4, 10, "MPP-WIRE-06");
    }

    [Fact]
    public void does_not_come_where_there_are_none()
    {
        Streams.AmountAndExpiry.Final(pathKeyGiven: true).IsRefused(ErrorClass.MissingType, 0, 10, "MPP-WIRE-06");
        Assert.NotNull(Streams.AmountAndExpiry.Final(pathKeyGiven: false).Value());
    }
}
