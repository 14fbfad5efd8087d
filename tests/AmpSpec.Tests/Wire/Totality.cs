using AmpSpec.Modelling;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

/// <summary>100,000 random and mutated inputs a decoder, from a fixed seed. An accepted one encodes to the same bytes.</summary>
[Requirement("MPP-WIRE-02", "AMP-WIRE-07")]
public sealed class Any_bytes
{
    private const int Inputs = 100_000;

    private static readonly byte[][] Seeds = new[]
    {
        "0200 0400", Streams.AmountAndExpiry + Streams.Mpp + Streams.AmpOne, Streams.AmountAndExpiry + "10020102 fe000100000101" + Streams.Keysend,
        Streams.AmountAndExpiry + "0a02abcd 0c21" + Streams.Point + "120201f4", Streams.AmountAndExpiry + "06080000000000000001 fd01010103", "0a01ab",
        Streams.Mpp, Streams.AmpOne, "ffffffffffffffffff00", "fd00fd00fe00010000fd00fd" + new string('5', 506), "01", "", "ff7f", "80000000",
    }.Select(hex => hex.Bytes()).ToArray();

    [Fact]
    public void are_a_big_size_or_none() => Try<ulong>(bytes => (BigSize.Read(bytes), BigSize.Write));

    [Fact]
    public void are_a_truncated_integer_or_none() => Try<ulong>(bytes => (Truncated.Read(bytes, most: 8), Truncated.Write));

    [Fact]
    public void are_a_signed_integer_or_none() => Try<long>(bytes => (SignedInteger.Read(bytes, size: 2), value => SignedInteger.Write(value, 2)));

    [Fact]
    public void are_a_stream_or_none() => Try<TlvStream>(bytes => (TlvStream.Decode(bytes, TlvRules.FormAlone), stream => stream.Encode()));

    [Fact]
    public void are_payment_data_or_none() => Try<PaymentData>(bytes => (PaymentData.Decode(bytes), record => record.ToRecord().Encode()));

    [Fact]
    public void are_an_amp_record_or_none() => Try<AmpRecord>(bytes => (AmpRecord.Decode(bytes), record => record.ToRecord().Encode()));

    [Fact]
    public void are_a_final_payload_or_none() => Try<FinalPayload>(bytes => (FinalPayload.Decode(bytes, PayloadRules.Default), payload => WithOdd(bytes, payload)));

    [Fact]
    public void are_a_forwarding_payload_or_none() => Try<ForwardPayload>(bytes => (ForwardPayload.Decode(bytes, PayloadRules.Default), _ => bytes));

    private static void Try<T>(Func<byte[], (Decoded<T> Read, Func<T, byte[]> Write)> decoder)
    {
        var random = new Random(14);
        var accepted = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var bytes = i % 4 == 0 ? Noise(random) : Mutated(random, Seeds[random.Next(Seeds.Length)]);
            switch (decoder(bytes))
            {
                case (Decoded<T>.Ok(var value, var size), var write):
                    accepted++;
                    Assert.Equal(bytes.AsSpan(0, size).ToArray(), write(value));
                    break;
                case (Decoded<T>.Malformed(var error), _):
                    Assert.InRange(error.Offset, 0, bytes.Length);
                    Assert.Contains('/', error.Class);
                    break;
            }
        }

        Assert.InRange(accepted, 200, Inputs - 200);
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(48)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Mutated(Random random, byte[] seed)
    {
        var bytes = seed.ToList();
        for (var times = random.Next(4); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(4))
            {
                case 0: bytes.Insert(at, (byte)random.Next(256)); break;
                case 1 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
                case 2 when at < bytes.Count: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 3 when at < bytes.Count: bytes.RemoveRange(at, random.Next(bytes.Count - at + 1)); break;
            }
        }

        return [.. bytes];
    }

    // unknown odd records below 65536 are passed over, so they are put back before the bytes are compared
    private static byte[] WithOdd(byte[] bytes, FinalPayload payload)
    {
        var odd = TlvStream.Decode(bytes, TlvRules.FormAlone).Value().Records.Where(record => !record.IsEven && record.Type < 65536);
        return TlvStream.Of([.. payload.Encode(PayloadRules.Default).Value().Records, .. odd]).Value().Encode();
    }
}
