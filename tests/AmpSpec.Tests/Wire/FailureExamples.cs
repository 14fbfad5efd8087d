using AmpSpec.Modelling;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("MPP-WIRE-08")]
public sealed class A_failure_message
{
    [Theory]
    [InlineData("2002", "temporary_node_failure")]
    [InlineData("6003", "required_node_feature_missing")]
    [InlineData("400f0000000000000064000c3500", "incorrect_or_unknown_payment_details", "htlc_msat=100", "height=800000")]
    [InlineData("4016fd02310451", "invalid_onion_payload", "type=561", "offset=1105")]
    [InlineData("40160e0000", "invalid_onion_payload", "type=14", "offset=0")]
    [InlineData("0012000004d2", "final_incorrect_cltv_expiry", "cltv_expiry=1234")]
    [InlineData("001300000000017d7840", "final_incorrect_htlc_amount", "incoming_htlc_amt=25000000")]
    [InlineData("0017", "mpp_timeout")]
    [InlineData("10070000", "temporary_channel_failure", "channel_update=")]
    [InlineData("101401010002abcd", "channel_disabled", "disabled_flags=257", "channel_update=abcd")]
    [InlineData("201a000003e800000064 0090", "trampoline_fee_or_expiry_insufficient", "fee_base_msat=1000", "fee_proportional_millionths=100", "cltv_expiry_delta=144")]
    public void has_the_data_that_its_code_calls_for(string hex, string name, params string[] data)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var message = Read(bytes);

        Assert.Equal(name, message.Row?.Name);
        Assert.Equal(data, message.Data.Select(Show));
        Assert.Empty(message.Tail);
        Assert.Equal(bytes, Written(message));
    }

    [Theory]
    [InlineData("4010", 0x4010, "")]
    [InlineData("00ff42", 0x00ff, "42")]
    [InlineData("2002fd023104deadbeef", 0x2002, "fd023104deadbeef")]
    [InlineData("0017ffff", 0x0017, "ffff")]
    public void keeps_what_follows(string hex, int code, string tail)
    {
        var message = Read(Convert.FromHexString(hex));

        Assert.Equal((code, tail), (message.Code, Convert.ToHexStringLower(message.Tail.AsSpan())));
    }

    [Fact]
    public void shows_its_tail_as_records_where_it_is_a_stream()
    {
        Assert.Equal([561, 1105], Read(Convert.FromHexString("2002fd023104deadbeeffd0451050102030405")).Records!.Records.Select(record => (int)record.Type));
        Assert.Empty(Read([0x20, 0x02]).Records!.Records);
        Assert.Null(Read(Convert.FromHexString("2002ffff")).Records);
    }

    private static string Show(FailureDatum datum) =>
        $"{datum.Field.Name}={(datum.Field.Form is FailureForm.Integer or FailureForm.BigSized ? $"{datum.Number}" : Convert.ToHexStringLower(datum.Content.AsSpan()))}";

    internal static FailureMessage Read(ReadOnlySpan<byte> bytes) => Assert.IsType<Decoded<FailureMessage>.Ok>(FailureMessage.Read(bytes)).Value;

    internal static byte[] Written(FailureMessage message) => Assert.IsType<Decoded<byte[]>.Ok>(message.Write()).Value;
}

[Requirement("MPP-WIRE-08")]
public sealed class A_removed_failure_code
{
    [Theory]
    [InlineData(0x4010)]
    [InlineData(0x0011)]
    public void is_never_written_though_it_is_read(int code)
    {
        var message = A_failure_message.Read([(byte)(code >> 8), (byte)(code & 0xff)]);
        var error = Assert.IsType<Decoded<byte[]>.Malformed>(message.Write()).Error;

        Assert.Equal((ErrorClass.FailureRemovedCode, "MPP-WIRE-08", $"{code:x4}"), (error.Class, error.Requirement, error.Value));
        Assert.Null(message.Row);
    }

    [Theory]
    [InlineData(0x0010)]
    [InlineData(0x4011)]
    [InlineData(0x400f)]
    [InlineData(0x0012)]
    public void is_told_from_its_neighbours(int code) => Assert.False(FailureCode.IsRemoved((ushort)code));
}

[Requirement("MPP-WIRE-08")]
public sealed class The_table_of_failure_codes
{
    [Fact]
    public void has_each_code_and_each_name_once_and_no_removed_one()
    {
        Assert.Equal(FailureCode.All.Length, FailureCode.All.Select(row => row.Value).Distinct().Count());
        Assert.Equal(FailureCode.All.Length, FailureCode.All.Select(row => row.Name).Distinct().Count());
        Assert.DoesNotContain(FailureCode.All, row => FailureCode.IsRemoved(row.Value));
        Assert.Equal(22, FailureCode.All.Count(row => row.Source is FailureSource.Bolt4));
    }

    [Theory]
    [InlineData("mpp_timeout", 0x0017, FailureFlags.None)]
    [InlineData("temporary_node_failure", 0x2002, FailureFlags.Node)]
    [InlineData("invalid_onion_blinding", 0xc018, FailureFlags.BadOnion | FailureFlags.Perm)]
    [InlineData("fee_insufficient", 0x100c, FailureFlags.Update)]
    [InlineData("permanent_node_failure", 0x6002, FailureFlags.Perm | FailureFlags.Node)]
    public void is_found_by_name_and_by_number(string name, int value, FailureFlags flags)
    {
        Assert.Equal((value, flags), (FailureCode.Named(name)!.Value, FailureCode.FlagsOf((ushort)(value | 0x0f00))));
        Assert.Equal(name, FailureCode.Of((ushort)value)!.Name);
    }
}
