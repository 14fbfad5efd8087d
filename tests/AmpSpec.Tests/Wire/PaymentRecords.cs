using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using FsCheck.Xunit;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("MPP-WIRE-01", "AMP-WIRE-07")]
public sealed class A_payment_data_record
{
    private const string Secret = "4242424242424242424242424242424242424242424242424242424242424242";

    [Theory]
    [InlineData("0820" + Secret, 0)]
    [InlineData("0821" + Secret + "01", 1)]
    [InlineData("0828" + Secret + "ffffffffffffffff", ulong.MaxValue)]
    public void is_a_secret_and_a_total(string hex, ulong total)
    {
        var record = PaymentData.Decode(hex.Bytes()).Value();

        Assert.Equal(new PaymentData(new PaymentSecret(Bytes32.Parse(Secret)), new Msat(total)), record);
        Assert.Equal(hex, record.ToRecord().Encode().Hex());
    }

    [Theory]
    [InlineData("081f" + "42424242424242424242424242424242424242424242424242424242424242", ErrorClass.ValueTooShort, 33)]
    [InlineData("0829" + Secret + "010000000000000000", ErrorClass.ValueTooLong, 42)]
    [InlineData("0821" + Secret + "00", ErrorClass.TruncatedIntNotMinimal, 34)]
    public void is_refused_in_another_form(string hex, string @class, int offset) =>
        PaymentData.Decode(hex.Bytes()).IsRefused(@class, offset, 8, "MPP-WIRE-01");

    [Theory]
    [InlineData("0e20" + Secret, ErrorClass.WrongType, 0, 14UL)]
    [InlineData("0820" + Secret + "00", ErrorClass.TrailingBytes, 34, 8UL)]
    [InlineData("0820", ErrorClass.ValueMissing, 2, 8UL)]
    [InlineData("", ErrorClass.TypeTruncated, 0, null)]
    public void is_refused_when_it_is_not_one_whole_record(string hex, string @class, int offset, ulong? type) =>
        PaymentData.Decode(hex.Bytes()).IsRefused(@class, offset, type, "MPP-WIRE-02");

    [Property]
    public void comes_back_as_it_was(ulong total, byte shift)
    {
        var record = new PaymentData(new PaymentSecret(Hash32.Of([shift]).Value), new Msat(total >> (shift % 64)));

        Assert.Equal(record, PaymentData.Decode(record.ToRecord().Encode()).Value());
    }
}

[Requirement("AMP-WIRE-01", "AMP-WIRE-02", "AMP-WIRE-07")]
public sealed class An_amp_record
{
    private const string Share = "1111111111111111111111111111111111111111111111111111111111111111";
    private const string Set = "3333333333333333333333333333333333333333333333333333333333333333";
    private const string Zeros = "0000000000000000000000000000000000000000000000000000000000000000";

    [Theory]
    [InlineData("0e40" + Share + Set, Set, 0)]
    [InlineData("0e41" + Share + Set + "01", Set, 1)]
    [InlineData("0e44" + Share + Set + "80000000", Set, 0x8000_0000)]
    [InlineData("0e44" + Share + Set + "ffffffff", Set, uint.MaxValue)]
    [InlineData("0e40" + Share + Zeros, Zeros, 0)]
    public void is_a_share_a_set_id_and_an_index(string hex, string set, uint index)
    {
        var record = AmpRecord.Decode(hex.Bytes()).Value();

        Assert.Equal(new AmpRecord(new Share(Bytes32.Parse(Share)), new SetId(Bytes32.Parse(set)), index), record);
        Assert.Equal(hex, record.ToRecord().Encode().Hex());
    }

    [Theory]
    [InlineData("0e00", ErrorClass.ValueTooShort, 2)]
    [InlineData("0e3f" + Share + "33333333333333333333333333333333333333333333333333333333333333", ErrorClass.ValueTooShort, 65)]
    [InlineData("0e45" + Share + Set + "0100000000", ErrorClass.ValueTooLong, 70)]
    [InlineData("0e41" + Share + Set + "00", ErrorClass.TruncatedIntNotMinimal, 66)]
    [InlineData("0e42" + Share + Set + "0001", ErrorClass.TruncatedIntNotMinimal, 66)]
    public void is_refused_in_another_form(string hex, string @class, int offset) =>
        AmpRecord.Decode(hex.Bytes()).IsRefused(@class, offset, 14, "AMP-WIRE-02");

    [Theory]
    [InlineData("0820" + Share, ErrorClass.WrongType, 0, 8UL)]
    [InlineData("0e40" + Share + Set + "01", ErrorClass.TrailingBytes, 66, 14UL)]
    [InlineData("0efd0040" + Share + Set, ErrorClass.LengthNotMinimal, 1, 14UL)]
    [InlineData("0e41" + Share + Set, ErrorClass.ValueTruncated, 2, 14UL)]
    public void is_refused_when_it_is_not_one_whole_record(string hex, string @class, int offset, ulong? type) =>
        AmpRecord.Decode(hex.Bytes()).IsRefused(@class, offset, type, "MPP-WIRE-02");

    [Property]
    public void comes_back_as_it_was(uint index, byte seed)
    {
        var record = new AmpRecord(new Share(Hash32.Of([seed]).Value), new SetId(Hash32.Of([seed, 1]).Value), index >> (seed % 32));

        Assert.Equal(record, AmpRecord.Decode(record.ToRecord().Encode()).Value());
    }
}
