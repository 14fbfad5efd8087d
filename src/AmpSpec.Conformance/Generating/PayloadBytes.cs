using AmpSpec.Wire;
using static AmpSpec.Conformance.Generating.WireBytes;

namespace AmpSpec.Conformance.Generating;

/// <summary>The records of a payload in hexadecimal, to be put one after the other.</summary>
internal static class PayloadBytes
{
    public static readonly string Secret = Fill("42", 32);

    public static readonly string Amount = Record(RecordTypes.AmtToForward, "01f4");

    public static readonly string Expiry = Record(RecordTypes.OutgoingCltvValue, "0aae60");

    public static readonly string Channel = Record(RecordTypes.ShortChannelId, "deadbeef1bad1dea");

    public static readonly string Mpp = Record(RecordTypes.PaymentData, Secret + "03e8");

    public static readonly string Data = Record(RecordTypes.EncryptedRecipientData, "abcd");

    public static readonly string Key = Record(RecordTypes.CurrentPathKey, Point);

    public static readonly string Amp = Record(RecordTypes.Amp, Fill("11", 32) + Fill("33", 32) + "01");

    public static readonly string NodeId = Record(RecordTypes.Amp, Point);

    public static readonly string Metadata = Record(RecordTypes.PaymentMetadata, "010203");

    public static readonly string Total = Record(RecordTypes.TotalAmountMsat, "03e8");

    public static readonly string Keysend = Record(RecordTypes.KeysendPreimage, Secret);
}
