using System.Reflection;
using System.Text.RegularExpressions;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Docs;

/// <summary>The table of the payload's records. It asks the decoders: a record is put in and left out, in each of the four places, in every length.</summary>
internal static partial class PayloadTable
{
    private const int LongestTried = 100;

    // enough for a decoder to say yes, in each place
    private static readonly Place[] Places =
    [
        new("final", Final, RecordTypes.AmtToForward, RecordTypes.OutgoingCltvValue),
        new("final, blinded", Final, RecordTypes.AmtToForward, RecordTypes.OutgoingCltvValue, RecordTypes.EncryptedRecipientData, RecordTypes.TotalAmountMsat),
        new("forwarding", Forward, RecordTypes.AmtToForward, RecordTypes.OutgoingCltvValue, RecordTypes.ShortChannelId),
        new("forwarding, blinded", Forward, RecordTypes.EncryptedRecipientData),
    ];

    /// <summary>Type, name, length, and where it stands.</summary>
    public static string Write() => PipeTable.Of(
        ["type", "name", "bytes", .. Places.Select(p => p.Name)],
        Types().Select(t => (string[])[t.Name is "first_custom" ? $"from {t.Type}" : $"{t.Type}", t.Name is "first_custom" ? "custom" : $"`{t.Name}`", Lengths(t.Type), .. Places.Select(p => p.Says(t.Type))]));

    private static IEnumerable<(ulong Type, string Name)> Types() =>
        typeof(RecordTypes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => ((ulong)f.GetRawConstantValue()!, Humps().Replace(f.Name, "_$0").ToLowerInvariant()))
            .OrderBy(t => t.Item1);

    private static string Lengths(ulong type)
    {
        var good = Enumerable.Range(0, LongestTried + 1).Where(length => Places.Any(p => p.Takes(type, length))).ToList();
        return good is [] ? "none" : good is [0, .., LongestTried] ? "any" : good[0] == good[^1] ? $"{good[0]}" : $"{good[0]} to {good[^1]}";
    }

    private static bool Final(byte[] stream) => FinalPayload.Decode(stream, PayloadRules.Default) is Decoded<FinalPayload>.Ok;

    private static bool Forward(byte[] stream) => ForwardPayload.Decode(stream, PayloadRules.Default) is Decoded<ForwardPayload>.Ok;

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Humps();

    private sealed record Place(string Name, Func<byte[], bool> Reads, params ulong[] Enough)
    {
        public string Says(ulong type) => (With(type), Reads(Stream(Enough.Except([type])))) switch
        {
            (true, true) => "may",
            (true, false) => "needed",
            (false, _) => "",
        };

        public bool Takes(ulong type, int length) => Reads(Stream(Enough.Except([type]), new TlvRecord(type, Value(length))));

        private bool With(ulong type) => Enumerable.Range(0, LongestTried + 1).Any(length => Takes(type, length));

        private static byte[] Stream(IEnumerable<ulong> types, params TlvRecord[] more) =>
            [.. types.Select(t => new TlvRecord(t, Value(t is RecordTypes.ShortChannelId ? 8 : 1))).Concat(more).OrderBy(r => r.Type).SelectMany(r => r.Encode())];

        // 02 opens a point, and no integer is made longer by it
        private static Seq<byte> Value(int length) => Enumerable.Repeat((byte)2, length).ToSeq();
    }
}
