using System.Buffers.Binary;
using AmpSpec.Wire;

namespace AmpSpec.Cli.Inspecting;

/// <summary>TLV streams, with the names that a payload gives to its records or with none.</summary>
internal static class Records
{
    /// <summary>A stream of which only the form is known.</summary>
    public static Inspection Stream(byte[] bytes) => Of(bytes, TlvStream.Decode(bytes, TlvRules.FormAlone), _ => null);

    /// <summary>The payload of a payee.</summary>
    public static Inspection Final(byte[] bytes) => Of(bytes, FinalPayload.Decode(bytes, PayloadRules.Default), PayloadRecord.Of);

    /// <summary>The payload of a hop.</summary>
    public static Inspection Forward(byte[] bytes) => Of(bytes, ForwardPayload.Decode(bytes, PayloadRules.Default), PayloadRecord.Of);

    private static Inspection Of<T>(byte[] bytes, Decoded<T> decoded, Func<ulong, PayloadRecord?> meaning)
    {
        var error = decoded is Decoded<T>.Malformed(var fault) ? fault : null;
        var records = Whole(bytes, Reach(bytes, error)).ToArray();
        var end = records is [.., var last] ? last.End : 0;
        return new([.. records.SelectMany(r => Rows(r, meaning(r.Type), error)), .. end < bytes.Length ? Rest(bytes, end) : []], error);
    }

    // what stands behind the fault is shown as it is
    private static Row[] Rest(byte[] bytes, int at) => [new(at, bytes[at..], "not read", Words.Bytes(bytes.Length - at), "MPP-WIRE-02")];

    // a record that is missing has no place in the bytes: then everything is shown
    private static int Reach(byte[] bytes, WireError? error) => error is null or { Class: ErrorClass.MissingType } ? bytes.Length : error.Offset + 1;

    /// <summary>The records that can be told apart, up to the one that holds byte <paramref name="reach"/>.</summary>
    private static IEnumerable<Found> Whole(byte[] bytes, int reach)
    {
        for (var at = 0; at < reach;)
        {
            if (BigSize.Read(bytes.AsSpan(at)) is not Decoded<ulong>.Ok(var type, var typeSize)
                || BigSize.Read(bytes.AsSpan(at + typeSize)) is not Decoded<ulong>.Ok(var length, var lengthSize)
                || length > (ulong)(bytes.Length - at - typeSize - lengthSize))
            {
                yield break;
            }

            var header = typeSize + lengthSize;
            yield return new(at, type, bytes[at..(at + header)], bytes[(at + header)..(at + header + (int)length)]);
            at += header + (int)length;
        }
    }

    private static IEnumerable<Row> Rows(Found record, PayloadRecord? meaning, WireError? error)
    {
        var name = meaning?.Name ?? (record.Type >= RecordTypes.FirstCustom ? "custom" : record.Type % 2 == 0 ? "even" : "odd");
        yield return new(record.At, record.Header, name, $"type {record.Type}, {Words.Bytes(record.Value.Length)}", "MPP-WIRE-02");
        if (meaning is null)
        {
            if (record.Value.Length > 0)
            {
                yield return new(record.ValueAt, record.Value, "  value", Words.Bytes(record.Value.Length), "MPP-WIRE-03");
            }

            yield break;
        }

        var at = 0;
        var isFaulty = error is { } fault && fault.Type == record.Type && fault.Offset >= record.ValueAt && fault.Offset <= record.End;
        foreach (var field in meaning.Fields)
        {
            var rest = record.Value.Length - at;
            var bytes = record.Value[at..(at + Math.Min(field.Size ?? rest, rest))];
            var value = bytes.Length < field.Size ? $"{bytes.Length} of {Words.Bytes(field.Size.Value)}" : isFaulty && field.Size is null ? "malformed" : field.Show(bytes);
            yield return new(record.ValueAt + at, bytes, $"  {field.Name}", value, meaning.Requirement);
            at += bytes.Length;
            if (bytes.Length < field.Size)
            {
                yield break;
            }
        }

        if (at < record.Value.Length)
        {
            yield return new(record.ValueAt + at, record.Value[at..], "  too much", Words.Bytes(record.Value.Length - at), meaning.Requirement);
        }
    }

    private sealed record Found(int At, ulong Type, byte[] Header, byte[] Value)
    {
        public int ValueAt => At + Header.Length;

        public int End => ValueAt + Value.Length;
    }
}

/// <summary>What a record of a payload is called, what it answers to, and the fields of its value.</summary>
internal sealed record PayloadRecord(ulong Type, string Name, string Requirement, params ValueField[] Fields)
{
    private static readonly PayloadRecord[] All =
    [
        new(RecordTypes.AmtToForward, "amt_to_forward", "MPP-WIRE-05", ValueField.Msat("amount")),
        new(RecordTypes.OutgoingCltvValue, "outgoing_cltv_value", "MPP-WIRE-05", ValueField.Number("expiry", "block ")),
        new(RecordTypes.ShortChannelId, "short_channel_id", "MPP-WIRE-05", new ValueField("channel", 8, Channel)),
        new(RecordTypes.PaymentData, "payment_data", "MPP-WIRE-01", ValueField.Bytes("payment_secret", 32), ValueField.Msat("total_msat")),
        new(RecordTypes.EncryptedRecipientData, "encrypted_recipient_data", "MPP-WIRE-06", ValueField.Bytes("data")),
        new(RecordTypes.CurrentPathKey, "current_path_key", "MPP-WIRE-06", ValueField.Bytes("point", 33)),
        new(RecordTypes.Amp, "amp", "AMP-WIRE-01", ValueField.Bytes("root_share", 32), ValueField.Bytes("set_id", 32), ValueField.Number("child_index")),
        new(RecordTypes.PaymentMetadata, "payment_metadata", "MPP-WIRE-02", ValueField.Bytes("data")),
        new(RecordTypes.TotalAmountMsat, "total_amount_msat", "MPP-WIRE-06", ValueField.Msat("total")),
        new(RecordTypes.KeysendPreimage, "keysend_preimage", "MPP-WIRE-03", ValueField.Bytes("preimage", 32)),
    ];

    /// <summary>The record of that type, or null.</summary>
    public static PayloadRecord? Of(ulong type) => Array.Find(All, r => r.Type == type);

    private static string Channel(byte[] id)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(id);
        return $"{number >> 40}x{(number >> 16) & 0xff_ffff}x{number & 0xffff}";
    }
}

/// <summary>A field of a record's value; without a size it takes what is left.</summary>
internal sealed record ValueField(string Name, int? Size, Func<byte[], string> Show)
{
    public static ValueField Bytes(string name, int? size = null) => new(name, size, b => Words.Bytes(b.Length));

    public static ValueField Msat(string name) => new(name, null, b => $"{Unsigned(b)} msat");

    public static ValueField Number(string name, string unit = "") => new(name, null, b => $"{unit}{Unsigned(b)}");

    private static ulong Unsigned(byte[] bytes) => bytes.Aggregate(0UL, (number, next) => (number << 8) | next);
}
