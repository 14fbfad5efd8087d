using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

/// <summary>What an error says in one line: class, byte, type, value, requirement.</summary>
[Requirement("MPP-WIRE-02")]
public sealed class An_error_of_the_form
{
    [Fact]
    public void of_a_big_size_says_what_and_where()
    {
        Says("bigsize/truncated at byte 7: 2 bytes [MPP-WIRE-02]", BigSize.Read("fd01".Bytes(), offset: 7));
        Says("bigsize/not-minimal at byte 7: 252 in 3 bytes [MPP-WIRE-02]", BigSize.Read("fd00fc".Bytes(), offset: 7));
    }

    [Fact]
    public void of_an_integer_says_what_and_where()
    {
        Says("tlv/value-too-long at byte 9: 3 bytes [MPP-WIRE-02]", Truncated.Read("010203".Bytes(), most: 2, offset: 7));
        Says("tlv/truncated-int-not-minimal at byte 7: 0001 [MPP-WIRE-02]", Truncated.Read("0001".Bytes(), most: 2, offset: 7));
        Says("tlv/value-too-short at byte 8: 1 bytes [MPP-WIRE-02]", SignedInteger.Read("01".Bytes(), size: 2, offset: 7));
        Says("tlv/value-too-long at byte 9: 3 bytes [MPP-WIRE-02]", SignedInteger.Read("010203".Bytes(), size: 2, offset: 7));
    }

    [Fact]
    public void of_a_number_too_large_for_its_width_names_the_argument()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>("value", () => SignedInteger.Write(128, 1));

        Assert.StartsWith("does not fit in 1 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void of_a_stream_says_what_and_where()
    {
        Says("tlv/duplicate-type at byte 2 (type 3): 3 twice [MPP-WIRE-02]", TlvStream.Decode("03000300".Bytes(), TlvRules.FormAlone));
        Says("tlv/types-out-of-order at byte 2 (type 1): 1 after 3 [MPP-WIRE-02]", TlvStream.Decode("03000100".Bytes(), TlvRules.FormAlone));
        Says("tlv/value-missing at byte 2 (type 3): 0 of 5 bytes [MPP-WIRE-02]", TlvStream.Decode("0305".Bytes(), TlvRules.FormAlone));
        Says("tlv/value-truncated at byte 2 (type 3): 2 of 5 bytes [MPP-WIRE-02]", TlvStream.Decode("03050102".Bytes(), TlvRules.FormAlone));
    }

    [Fact]
    public void of_a_field_says_what_and_where()
    {
        var layout = new FieldLayout(new FieldKind.Fixed(2), new FieldKind.Point());
        var point = Streams.Point.Bytes();

        Assert.Null(layout.Check([1, 2, .. point], offset: 7));
        Assert.Equal("tlv/value-too-short at byte 8: 1 of 2 bytes [MPP-WIRE-02]", $"{layout.Check([1], offset: 7)}");
        Assert.Equal("tlv/value-too-short at byte 11: 2 of 33 bytes [MPP-WIRE-02]", $"{layout.Check([1, 2, 3, 4], offset: 7)}");
        Assert.Equal("tlv/invalid-point at byte 9: 05 [MPP-WIRE-02]", $"{layout.Check([1, 2, 5, .. point[1..]], offset: 7)}");
        Assert.Equal("tlv/value-too-long at byte 42: 36 bytes in place of 35 [MPP-WIRE-02]", $"{layout.Check([1, 2, .. point, 0], offset: 7)}");
    }

    [Fact]
    public void of_a_layout_that_cannot_be_read_names_the_argument()
    {
        var error = Assert.Throws<ArgumentException>(() => new FieldLayout(new FieldKind.Rest(), new FieldKind.Fixed(1)));

        Assert.Equal("fields", error.ParamName);
        Assert.StartsWith("an open field can only stand last", error.Message, StringComparison.Ordinal);
    }

    private static void Says<T>(string line, Decoded<T> decoded) => Assert.Equal(line, $"{decoded.Error()}");
}

[Requirement("MPP-WIRE-04", "MPP-WIRE-05")]
public sealed class An_error_of_a_payload
{
    [Fact]
    public void says_which_type_is_missing_and_no_place() =>
        Assert.Equal("payload/missing-type at byte 0 (type 4): no type 4 [MPP-WIRE-05]", $"{"020101".Final().Error()}");

    [Fact]
    public void says_which_type_stands_where() =>
        Assert.Equal("payload/forbidden-type at byte 6 (type 6): type 6 [MPP-WIRE-05]", $"{"020101 040101 06080000000000000001".Final().Error()}");

    [Fact]
    public void tells_the_payer_type_and_offset() =>
        Assert.Equal("fdfffe0006", InvalidOnionPayload.Of("020101 040101 fdfffe00".Final().Error()).Data().Hex());
}

[Requirement("AMP-WIRE-02")]
public sealed class An_error_of_an_amp_record
{
    [Fact]
    public void says_what_and_where()
    {
        Assert.Equal("tlv/value-too-short at byte 70: 63 bytes [AMP-WIRE-02]", $"{AmpRecord.Check(new byte[63], offset: 7)}");
        Assert.Equal("tlv/truncated-int-not-minimal at byte 71 (type 14): 00 [AMP-WIRE-02]", $"{AmpRecord.Check(new byte[65], offset: 7)}");
        Assert.Null(AmpRecord.Check(new byte[64], offset: 7));
    }
}

[Requirement("AMP-WIRE-05")]
public sealed class A_payment_record_at_a_hop
{
    [Fact]
    public void is_refused_by_the_rule_that_was_written_for_it()
    {
        Assert.Equal("payload/forbidden-type at byte 2 (type 14): type 14 [AMP-WIRE-05]", $"{("0a00" + Streams.AmpOne).Forward().Error()}");
        Assert.Equal("payload/forbidden-type at byte 0 (type 8): type 8 [AMP-WIRE-05]", $"{(Streams.Mpp + "0a00").Forward().Error()}");
    }
}

[Requirement("AMP-WIRE-08", "MPP-WIRE-05")]
public sealed class A_node_id_at_a_hop
{
    [Fact]
    public void stands_for_the_channel()
    {
        var rules = new PayloadRules { Record14 = Record14.OutgoingNodeId };

        Assert.IsType<ForwardPayload.Cleartext>(("0200 0400 0e21" + Streams.Point).Forward(rules).Value());
        Assert.Equal(6UL, "0200 0400".Forward(rules).Error().Type);
    }
}

[Requirement("AMP-WIRE-07", "AMP-WIRE-09")]
public sealed class What_is_written
{
    [Fact]
    public void fits_its_width() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SignedInteger.Write(128, size: 1));

    [Fact]
    public void is_refused_with_the_custom_record_that_would_be_lost() =>
        Assert.Equal(
            "payload/forbidden-type at byte 4 (type 7): custom type 7 [MPP-WIRE-03]",
            $"{new FinalPayload { AmtToForward = new Msat(0), OutgoingCltvValue = 0, Custom = [new(7, [])] }.Encode(PayloadRules.Default).Error()}");

    [Fact]
    public void is_estimated_with_the_longest_amp_record()
    {
        var payload = new FinalPayload { AmtToForward = new Msat(0), OutgoingCltvValue = 0, Amp = new AmpRecord(default, default, 0) };

        Assert.Equal(2 + 2 + 2 + 68, payload.SizeAtMost());
    }
}

[Requirement("MPP-WIRE-08")]
public sealed class An_error_of_a_failure_message
{
    [Fact]
    public void says_what_is_cut_and_where()
    {
        Says("failure/code-truncated at byte 7: 1 of 2 bytes [MPP-WIRE-08]", FailureMessage.Read("40".Bytes(), offset: 7));
        Says("failure/data-truncated at byte 9: htlc_msat: 1 of 8 bytes [MPP-WIRE-08]", FailureMessage.Read("400f00".Bytes(), offset: 7));
        Says("failure/data-truncated at byte 17: height: 3 of 4 bytes [MPP-WIRE-08]", FailureMessage.Read("400f0000000000000000000000".Bytes(), offset: 7));
        Says("failure/data-truncated at byte 9: channel_update: 1 of 2 bytes [MPP-WIRE-08]", FailureMessage.Read("100700".Bytes(), offset: 7));
        Says("failure/data-truncated at byte 9: channel_update: 3 of 5 bytes [MPP-WIRE-08]", FailureMessage.Read("1007000301".Bytes(), offset: 7));
    }

    [Fact]
    public void says_which_code_is_gone() =>
        Says("failure/removed-code at byte 0: 4010 [MPP-WIRE-08]", new FailureMessage(0x4010, [], []).Write());

    [Fact]
    public void of_a_field_that_is_too_long_names_the_argument()
    {
        var field = FailureCode.Named("temporary_channel_failure")!.Fields[0];
        var error = Assert.Throws<ArgumentException>("bytes", () => FailureDatum.Of(field, new byte[65536]));

        Assert.StartsWith("65536 bytes of channel_update", error.Message, StringComparison.Ordinal);
    }

    private static void Says<T>(string line, Decoded<T> decoded) => Assert.Equal(line, $"{decoded.Error()}");
}

[Requirement("INV-08")]
public sealed class The_longest_field_of_features
{
    [Fact]
    public void has_65535_bytes() => Assert.IsType<Decoded<Features>.Ok>(Features.Read(new byte[65535]));

    [Fact]
    public void has_no_more()
    {
        Assert.Equal("features/too-long at byte 7: 65536 bytes [INV-08]", $"{Features.Read(new byte[65536], offset: 7).Error()}");
    }

    [Fact]
    public void pairs_its_bits()
    {
        Assert.Equal((16, 17), (Feature.Of(17)!.Even, Feature.Of(16)!.Odd));
    }

    [Fact]
    public void holds_the_bits_from_0_to_524279()
    {
        Assert.Equal(65535, Features.Of(524279).Write().Length);
        Assert.Throws<ArgumentOutOfRangeException>("bits", () => Features.Of(524280));
        Assert.Throws<ArgumentOutOfRangeException>("bits", () => Features.Of(-1));
    }
}

[Requirement("MPP-WIRE-01")]
public sealed class An_error_of_payment_data
{
    [Fact]
    public void says_what_and_where()
    {
        Assert.Equal("tlv/value-too-short at byte 38: 31 bytes [MPP-WIRE-01]", $"{PaymentData.Check(new byte[31], offset: 7)}");
        Assert.Equal("tlv/truncated-int-not-minimal at byte 39 (type 8): 00 [MPP-WIRE-01]", $"{PaymentData.Check(new byte[33], offset: 7)}");
    }

    [Fact]
    public void as_a_whole_record_names_its_end_and_its_type()
    {
        var secret = new string('1', 64);

        Assert.Equal("tlv/trailing-bytes at byte 34 (type 8): 1 bytes after the record [MPP-WIRE-02]", $"{PaymentData.Decode($"0820{secret}00".Bytes()).Error()}");
        Assert.Equal("tlv/wrong-type at byte 0 (type 14): 14 in place of 8 [MPP-WIRE-02]", $"{PaymentData.Decode($"0e20{secret}".Bytes()).Error()}");
    }
}
