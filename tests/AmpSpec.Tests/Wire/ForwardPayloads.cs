using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("MPP-WIRE-05", "AMP-WIRE-05")]
public sealed class A_forwarding_payload
{
    private const string Channel = "06 08 deadbeef1bad1dea";
    private const string Forward = Streams.AmountAndExpiry + Channel;

    [Fact]
    public void says_what_goes_where() =>
        Assert.Equal(new ForwardPayload.Cleartext(new Msat(500), 700_000, 0xdeadbeef1bad1dea, null, []), Forward.Forward().Value());

    [Theory]
    [InlineData("0400" + Channel, 2UL)]
    [InlineData("0200" + Channel, 4UL)]
    [InlineData("0200 0400", 6UL)]
    public void needs_amount_expiry_and_channel(string hex, ulong type) =>
        hex.Forward().IsRefused(ErrorClass.MissingType, 0, type, "MPP-WIRE-05");

    [Theory]
    [InlineData(Forward + Streams.Mpp, 8UL, "AMP-WIRE-05")]
    [InlineData(Forward + Streams.AmpOne, 14UL, "AMP-WIRE-05")]
    [InlineData(Forward + "1000", 16UL, "MPP-WIRE-05")]
    [InlineData(Forward + "1200", 18UL, "MPP-WIRE-05")]
    [InlineData(Forward + Streams.Keysend, 5482373484UL, "MPP-WIRE-05")]
    public void carries_nothing_for_the_payee(string hex, ulong type, string requirement) =>
        hex.Forward().IsRefused(ErrorClass.ForbiddenType, 19, type, requirement);

    [Fact]
    public void has_no_path_key_without_encrypted_data() =>
        (Forward + "0c21" + Streams.Point).Forward().IsRefused(ErrorClass.MissingType, 0, 10, "MPP-WIRE-06");
}

[Requirement("MPP-WIRE-06", "AMP-WIRE-05")]
public sealed class A_forwarding_payload_in_a_blinded_path
{
    [Fact]
    public void carries_encrypted_data_and_perhaps_the_path_key()
    {
        Assert.Equal(new ForwardPayload.Blinded([0xab], null), "0a01ab".Forward().Value());
        Assert.Equal(new ForwardPayload.Blinded([0xab], Streams.Point.Bytes().ToSeq()), ("0a01ab 0c21" + Streams.Point).Forward().Value());
    }

    [Theory]
    [InlineData("0200 0a01ab", 0, 2UL, "MPP-WIRE-06")]
    [InlineData("0400 0a01ab", 0, 4UL, "MPP-WIRE-06")]
    [InlineData("06080000000000000001 0a01ab", 0, 6UL, "MPP-WIRE-06")]
    [InlineData(Streams.Mpp + "0a01ab", 0, 8UL, "AMP-WIRE-05")]
    [InlineData("0a01ab" + Streams.AmpOne, 3, 14UL, "AMP-WIRE-05")]
    [InlineData("0a01ab 1000", 3, 16UL, "MPP-WIRE-06")]
    [InlineData("0a01ab 1200", 3, 18UL, "MPP-WIRE-06")]
    [InlineData("0a01ab 1300", 3, 19UL, "MPP-WIRE-06")]
    [InlineData("0a01ab fe0001000100", 3, 65537UL, "MPP-WIRE-06")]
    public void carries_nothing_else(string hex, int offset, ulong type, string requirement) =>
        hex.Forward().IsRefused(ErrorClass.ForbiddenType, offset, type, requirement);
}

[Requirement("AMP-WIRE-08")]
public sealed class Type_14
{
    private const string NodeId = "0e21" + Streams.Point;

    private static readonly PayloadRules Trampoline = new() { Record14 = Record14.OutgoingNodeId };

    [Fact]
    public void is_the_amp_record_by_default()
    {
        Assert.NotNull((Streams.AmountAndExpiry + Streams.AmpOne).Final().Value().Amp);
        (Streams.AmountAndExpiry + NodeId).Final().IsRefused(ErrorClass.ValueTooShort, 44, 14, "AMP-WIRE-02");
    }

    [Fact]
    public void is_a_node_id_where_the_rules_say_so()
    {
        var forward = Assert.IsType<ForwardPayload.Cleartext>((Streams.AmountAndExpiry + NodeId).Forward(Trampoline).Value());

        Assert.Equal(Streams.Point.Bytes(), forward.OutgoingNodeId!.Value);
        Assert.Null(forward.ShortChannelId);
        Streams.AmountAndExpiry.Forward(Trampoline).IsRefused(ErrorClass.MissingType, 0, 6, "MPP-WIRE-05");
        (Streams.AmountAndExpiry + Streams.AmpOne).Forward(Trampoline).IsRefused(ErrorClass.InvalidPoint, 11, 14, "AMP-WIRE-08");
    }

    [Fact]
    public void has_no_place_in_a_final_payload_when_it_is_a_node_id()
    {
        (Streams.AmountAndExpiry + NodeId).Final(Trampoline).IsRefused(ErrorClass.ForbiddenType, 9, 14, "AMP-WIRE-08");
        ("0200 0400 0a00" + NodeId + "1200").Final(Trampoline).IsRefused(ErrorClass.ForbiddenType, 6, 14, "MPP-WIRE-06");
        ("0a00" + NodeId).Forward(Trampoline).IsRefused(ErrorClass.ForbiddenType, 2, 14, "MPP-WIRE-06");
    }
}
