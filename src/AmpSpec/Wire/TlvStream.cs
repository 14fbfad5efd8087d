using System.Collections.Immutable;
using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>A row of records whose types rise strictly.</summary>
/// <remarks>Every integer has one form, so the bytes of a stream follow from its records, and so does the place of each record.</remarks>
/// <source>BOLT 1, Type-Length-Value Format</source>
public sealed record TlvStream
{
    private TlvStream(Seq<TlvRecord> records) => Records = records;

    /// <summary>The records, types rising.</summary>
    public Seq<TlvRecord> Records { get; }

    /// <summary>All bytes of the stream.</summary>
    public int Size => Records.Sum(record => record.Size);

    /// <summary>Reads <paramref name="bytes"/> to their end; the first fault in reading order ends it.</summary>
    public static Decoded<TlvStream> Decode(ReadOnlySpan<byte> bytes, TlvRules rules)
    {
        var records = ImmutableArray.CreateBuilder<TlvRecord>();
        var at = 0;
        while (at < bytes.Length)
        {
            if (TlvReader.Record(bytes, at, after: records.Count > 0 ? records[^1].Type : null, rules).Fails(out var error, out var record, out var size))
                return error;

            records.Add(record);
            at += size;
        }

        return new Decoded<TlvStream>.Ok(new TlvStream(new Seq<TlvRecord>(records.ToImmutable())), at);
    }

    /// <summary>The records before the first fault; all of them where there is none.</summary>
    public static TlvStream Prefix(ReadOnlySpan<byte> bytes, TlvRules rules)
    {
        var records = ImmutableArray.CreateBuilder<TlvRecord>();
        var at = 0;
        while (at < bytes.Length && !TlvReader.Record(bytes, at, after: records.Count > 0 ? records[^1].Type : null, rules).Fails(out _, out var record, out var size))
        {
            records.Add(record);
            at += size;
        }

        return new TlvStream(new Seq<TlvRecord>(records.ToImmutable()));
    }

    /// <summary>The first record whose value its type does not take, at the place where it begins; null where there is none.</summary>
    internal WireError? FirstBadValue(TlvRules rules) => Records
        .Select(record => rules.Values.TryGetValue(record.Type, out var check) && check(record.Value.AsSpan(), 0) is { } error ? error with { Type = record.Type, Offset = OffsetOf(record.Type) } : null)
        .FirstOrDefault(error => error is not null);

    /// <summary>The stream of these records, in whatever order they are given; two of one type are refused.</summary>
    [Requirement("AMP-WIRE-07")]
    public static Decoded<TlvStream> Of(IEnumerable<TlvRecord> records)
    {
        var stream = new TlvStream(records.OrderBy(record => record.Type).ToSeq());
        var twice = stream.Records.GroupBy(record => record.Type).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? new Decoded<TlvStream>.Ok(stream, stream.Size)
            : new WireError(
                ErrorClass.DuplicateType,
                stream.OffsetOf(twice.Key) + twice.First().Size,
                $"{twice.Count()} records",
                "MPP-WIRE-02",
                twice.Key);
    }

    /// <summary>The records one after the other.</summary>
    [Requirement("AMP-WIRE-07")]
    public byte[] Encode() => [.. Records.SelectMany(record => record.Encode())];

    /// <summary>The record of this type, or null.</summary>
    public TlvRecord? Find(ulong type) => Records.FirstOrDefault(record => record.Type == type);

    /// <summary>Whether there is a record of this type.</summary>
    public bool Has(ulong type) => Find(type) is not null;

    /// <summary>The number that a record of at most 8 bytes holds.</summary>
    internal ulong Number(ulong type) => BigEndian.Unsigned(Find(type)!.Value.AsSpan());

    /// <summary>Where a record of this type stands, or would stand: the bytes of all records of lower types.</summary>
    public int OffsetOf(ulong type) => Records.TakeWhile(record => record.Type < type).Sum(record => record.Size);
}
