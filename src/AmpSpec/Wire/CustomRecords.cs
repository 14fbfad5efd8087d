using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>The records of a payload that are listed and not understood: types from 65536 on, even and odd, keysend's own excepted.</summary>
internal static class CustomRecords
{
    /// <summary>In the order of the stream.</summary>
    [Requirement("MPP-WIRE-03")]
    internal static Seq<TlvRecord> Of(TlvStream payload) => payload.Records
        .Where(record => record.Type >= RecordTypes.FirstCustom && record.Type != RecordTypes.KeysendPreimage)
        .ToSeq();
}
