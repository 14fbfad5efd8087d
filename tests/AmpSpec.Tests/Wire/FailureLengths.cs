using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("MPP-WIRE-08")]
public sealed class Invalid_failure_messages
{
    public static IEnumerable<object[]> Rows() => FailureCode.All.Select(row => new object[] { row.Name });

    [Theory]
    [MemberData(nameof(Rows))]
    public void are_those_cut_anywhere_before_the_end_of_the_data(string name)
    {
        var bytes = A_failure_message.Written(Some(FailureCode.Named(name)!));

        Assert.All(Enumerable.Range(0, bytes.Length), size => Assert.IsType<Decoded<FailureMessage>.Malformed>(FailureMessage.Read(bytes.AsSpan(0, size))));
        Assert.Equal(bytes, A_failure_message.Written(A_failure_message.Read(bytes)));
    }

    [Theory]
    [InlineData("", ErrorClass.FailureCodeTruncated, 0, "0 of 2 bytes", "MPP-WIRE-08")]
    [InlineData("40", ErrorClass.FailureCodeTruncated, 0, "1 of 2 bytes", "MPP-WIRE-08")]
    [InlineData("400f", ErrorClass.FailureDataTruncated, 2, "htlc_msat: 0 of 8 bytes", "MPP-WIRE-08")]
    [InlineData("400f0000000000000064000c35", ErrorClass.FailureDataTruncated, 10, "height: 3 of 4 bytes", "MPP-WIRE-08")]
    [InlineData("100700", ErrorClass.FailureDataTruncated, 2, "channel_update: 1 of 2 bytes", "MPP-WIRE-08")]
    [InlineData("10070003abcd", ErrorClass.FailureDataTruncated, 2, "channel_update: 4 of 5 bytes", "MPP-WIRE-08")]
    [InlineData("4016fd02", ErrorClass.FailureDataTruncated, 2, "2 bytes", "MPP-WIRE-08")]
    [InlineData("4016fd000e0000", ErrorClass.BigSizeNotMinimal, 2, "14 in 3 bytes", "MPP-WIRE-02")]
    public void name_the_place_the_value_and_the_rule(string hex, string @class, int offset, string value, string requirement)
    {
        var error = Assert.IsType<Decoded<FailureMessage>.Malformed>(FailureMessage.Read(Convert.FromHexString(hex), offset: 100)).Error;

        Assert.Equal((@class, 100 + offset, value, requirement), (error.Class, error.Offset, error.Value, error.Requirement));
    }

    internal static FailureMessage Some(FailureCode row, Random? random = null) =>
        new(row.Value, row.Fields.Select(field => Some(field, random ?? new Random(row.Value))).ToSeq(), []);

    private static FailureDatum Some(FailureField field, Random random) => field.Form switch
    {
        FailureForm.Integer(var size) => FailureDatum.Of(field, (ulong)random.NextInt64() >> (64 - (8 * size))),
        FailureForm.BigSized => FailureDatum.Of(field, (ulong)random.NextInt64() >> (8 * random.Next(8))),
        FailureForm.Hash => FailureDatum.Of(field, Bytes(random, 32)),
        _ => FailureDatum.Of(field, Bytes(random, random.Next(300))),
    };

    private static byte[] Bytes(Random random, int size)
    {
        var bytes = new byte[size];
        random.NextBytes(bytes);
        return bytes;
    }
}

[Requirement("MPP-WIRE-08")]
public sealed class The_content_of_a_failure_field
{
    [Fact]
    public void must_fit_it()
    {
        var height = FailureCode.Named("incorrect_or_unknown_payment_details")!.Fields[1];
        var hash = FailureCode.Named("invalid_onion_key")!.Fields[0];
        var update = FailureCode.Named("expiry_too_soon")!.Fields[0];

        Assert.Equal(uint.MaxValue, FailureDatum.Of(height, uint.MaxValue).Number);
        Assert.Throws<ArgumentOutOfRangeException>(() => FailureDatum.Of(height, 1UL << 32));
        Assert.Throws<ArgumentException>(() => FailureDatum.Of(hash, new byte[31]));
        Assert.Equal(65535, FailureDatum.Of(update, new byte[65535]).Content.Count);
        Assert.Throws<ArgumentException>(() => FailureDatum.Of(update, new byte[65536]));
    }
}
