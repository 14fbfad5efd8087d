using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Wire;
using FsCheck.Xunit;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("AMP-WIRE-07")]
public sealed class A_payload_that_is_written
{
    private static readonly FinalPayload Plain = new() { AmtToForward = new Msat(500), OutgoingCltvValue = 700_000 };

    private static readonly AmpRecord Amp = new(new Share(Bytes32.Parse(Streams.Secret)), new SetId(Bytes32.Parse(Streams.Secret)), 7);

    [Property(MaxTest = 500)]
    public void comes_back_as_it_was(ulong amount, uint expiry, ulong total, uint index, byte has, byte[] metadata, Dictionary<uint, byte[]> custom)
    {
        var secret = Hash32.Of(metadata ?? []).Value;
        var payload = new FinalPayload
        {
            AmtToForward = new Msat(amount >> (has % 64)),
            OutgoingCltvValue = expiry,
            PaymentData = (has & 1) != 0 ? new PaymentData(new PaymentSecret(secret), new Msat(total)) : null,
            Amp = (has & 2) != 0 ? new AmpRecord(new Share(secret), new SetId(secret), index) : null,
            KeysendPreimage = (has & 4) != 0 ? new Preimage(secret) : null,
            PaymentMetadata = (has & 8) != 0 ? (metadata ?? []).ToSeq() : null,
            Custom = custom.OrderBy(record => record.Key).Select(record => new TlvRecord(65536UL + record.Key, [.. record.Value ?? []])).ToSeq(),
        };
        var stream = payload.Encode(PayloadRules.Default).Value();

        Assert.Equal(payload, FinalPayload.Decode(stream.Encode(), PayloadRules.Default).Value());
        Assert.InRange(payload.SizeAtMost(), stream.Size, stream.Size + 4);
    }

    [Fact]
    public void is_refused_when_no_reader_would_take_it()
    {
        Refuses(Plain with { Amp = Amp, EncryptedRecipientData = [1], TotalAmountMsat = new Msat(1) }, ErrorClass.ForbiddenType, 14, "AMP-WIRE-06");
        Refuses(Plain with { EncryptedRecipientData = [1] }, ErrorClass.MissingType, 18, "MPP-WIRE-06");
        Refuses(Plain with { EncryptedRecipientData = [1], TotalAmountMsat = new Msat(1), CurrentPathKey = [2] }, ErrorClass.ValueTooShort, 12, "MPP-WIRE-02");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(65535)]
    [InlineData(5482373484)]
    public void is_refused_when_a_custom_record_would_not_come_back_as_one(ulong type) =>
        Refuses(Plain with { Custom = [new(type, [.. new byte[32]])] }, ErrorClass.ForbiddenType, type, "MPP-WIRE-03");

    [Fact]
    public void is_refused_when_a_type_stands_twice() =>
        Refuses(Plain with { Custom = [new(65536, []), new(65536, [1])] }, ErrorClass.DuplicateType, 65536, "MPP-WIRE-02");

    [Fact]
    public void is_refused_for_the_lowest_of_two_types_that_would_be_lost() =>
        Refuses(Plain with { Custom = [new(9, []), new(7, [])] }, ErrorClass.ForbiddenType, 7, "MPP-WIRE-03");

    private static void Refuses(FinalPayload payload, string @class, ulong type, string requirement)
    {
        var error = payload.Encode(PayloadRules.Default).Error();
        Assert.Equal((@class, type, requirement), (error.Class, error.Type, error.Requirement));
    }
}

[Requirement("AMP-WIRE-09")]
public sealed class An_estimate_of_the_size
{
    [Theory]
    [InlineData(0u, 4)]
    [InlineData(1u, 3)]
    [InlineData(0x00ff_ffffu, 1)]
    [InlineData(0x0100_0000u, 0)]
    public void reckons_with_the_longest_amp_record(uint index, int spare)
    {
        var secret = Bytes32.Parse(Streams.Secret);
        var payload = new FinalPayload { AmtToForward = new Msat(500), OutgoingCltvValue = 9, Amp = new AmpRecord(new Share(secret), new SetId(secret), index) };

        Assert.Equal(payload.Encode(PayloadRules.Default).Value().Size + spare, payload.SizeAtMost());
    }

    [Fact]
    public void is_exact_without_one() =>
        Assert.Equal(2 + 2 + 2 + 1, new FinalPayload { AmtToForward = new Msat(500), OutgoingCltvValue = 9 }.SizeAtMost());
}
