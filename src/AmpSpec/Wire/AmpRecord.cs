using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>Type 14: the share of this part, the id of its set, the index of its child as tu32. The value has 64 to 68 bytes.</summary>
/// <param name="RootShare">All shares of the set XOR to its root.</param>
/// <param name="SetId">Zeros are read here; the receiver refuses them.</param>
/// <param name="ChildIndex">0 to 2^32 - 1; zero takes no byte.</param>
/// <source>lnd record/amp.go</source>
[Requirement("AMP-WIRE-01")]
public sealed record AmpRecord(Share RootShare, SetId SetId, uint ChildIndex)
{
    /// <summary>The bytes of a value whose index is zero.</summary>
    public const int LeastSize = 2 * Bytes32.Size;

    /// <summary>The bytes of a value whose index is 2^24 or more.</summary>
    public const int MostSize = LeastSize + Sizes.Tu32;

    /// <summary>Reads a whole record, type and length included.</summary>
    public static Decoded<AmpRecord> Decode(ReadOnlySpan<byte> record) =>
        WholeRecord.Decode(record, RecordTypes.Amp, Check).Fails(out var error, out var whole, out var size)
            ? error
            : new Decoded<AmpRecord>.Ok(Of(whole.Value.AsSpan()), size);

    /// <summary>Null when <paramref name="value"/> is a share, a set id and a tu32; else why not.</summary>
    [Requirement("AMP-WIRE-02")]
    public static WireError? Check(ReadOnlySpan<byte> value, int offset) =>
        TooShort(value.Length, offset)
            ?? (Truncated.Read(value[LeastSize..], Sizes.Tu32, offset + LeastSize) is Decoded<ulong>.Malformed(var error)
                ? error with { Requirement = "AMP-WIRE-02", Type = RecordTypes.Amp }
                : null);

    /// <summary>The record of the wire.</summary>
    public TlvRecord ToRecord() =>
        new(RecordTypes.Amp, [.. RootShare.Value.ToArray(), .. SetId.Value.ToArray(), .. Truncated.Write(ChildIndex)]);

    /// <summary>What a checked value says.</summary>
    internal static AmpRecord Of(ReadOnlySpan<byte> value) => new(
        new Share(new Bytes32(value[..Bytes32.Size])),
        new SetId(new Bytes32(value[Bytes32.Size..LeastSize])),
        (uint)BigEndian.Unsigned(value[LeastSize..]));

    /// <summary>Share and set id are whole; what is left is the index.</summary>
    [Requirement("AMP-WIRE-02")]
    private static WireError? TooShort(int length, int offset) => length < LeastSize
        ? new WireError(ErrorClass.ValueTooShort, offset + length, $"{length} bytes", "AMP-WIRE-02")
        : null;
}
