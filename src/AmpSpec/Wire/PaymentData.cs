using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>Type 8: the secret of the invoice, 32 bytes, and the total of all parts as tu64. The value has 32 to 40 bytes.</summary>
/// <param name="PaymentSecret">Shows the payee that the payer has read the invoice.</param>
/// <param name="TotalMsat">What all parts together bring; 0 to 2^64 - 1, zero takes no byte.</param>
/// <source>BOLT 4, payload format: payment_data</source>
[Requirement("MPP-WIRE-01")]
public sealed record PaymentData(PaymentSecret PaymentSecret, Msat TotalMsat)
{
    /// <summary>Reads a whole record, type and length included.</summary>
    public static Decoded<PaymentData> Decode(ReadOnlySpan<byte> record) =>
        WholeRecord.Decode(record, RecordTypes.PaymentData, Check).Fails(out var error, out var whole, out var size)
            ? error
            : new Decoded<PaymentData>.Ok(Of(whole.Value.AsSpan()), size);

    /// <summary>Null when <paramref name="value"/> is a secret and a tu64; else why not.</summary>
    public static WireError? Check(ReadOnlySpan<byte> value, int offset) =>
        value.Length < Bytes32.Size
            ? new WireError(ErrorClass.ValueTooShort, offset + value.Length, $"{value.Length} bytes", "MPP-WIRE-01")
            : Truncated.Read(value[Bytes32.Size..], Sizes.Tu64, offset + Bytes32.Size) is Decoded<ulong>.Malformed(var error)
                ? error with { Requirement = "MPP-WIRE-01", Type = RecordTypes.PaymentData }
                : null;

    /// <summary>The record of the wire.</summary>
    public TlvRecord ToRecord() => new(RecordTypes.PaymentData, [.. PaymentSecret.Value.ToArray(), .. Truncated.Write(TotalMsat.Value)]);

    /// <summary>What a checked value says.</summary>
    internal static PaymentData Of(ReadOnlySpan<byte> value) => new(
        new PaymentSecret(new Bytes32(value[..Bytes32.Size])),
        new Msat(BigEndian.Unsigned(value[Bytes32.Size..])));
}
