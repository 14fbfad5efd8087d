using System.Globalization;
using AmpSpec.Modelling;

namespace AmpSpec.Wire;

/// <summary>What one field of a record's value may be.</summary>
/// <source>BOLT 1, Fundamental Types</source>
public abstract record FieldKind
{
    private FieldKind()
    {
    }

    /// <summary>Exactly <paramref name="Size"/> bytes, whatever they are: integers of a fixed width, hashes, short channel ids.</summary>
    public sealed record Fixed(int Size) : FieldKind;

    /// <summary>A compressed public key: 33 bytes, the first of them 02 or 03. Whether it lies on the curve is not asked here.</summary>
    public sealed record Point : FieldKind;

    /// <summary>A truncated integer of at most <paramref name="Most"/> bytes. It can only stand last.</summary>
    public sealed record TruncatedInteger(int Most) : FieldKind;

    /// <summary>All bytes to the end of the value. It can only stand last.</summary>
    public sealed record Rest : FieldKind;

    /// <summary>Whether the field ends where the value ends, so that none can follow it.</summary>
    public bool IsOpen => this is TruncatedInteger or Rest;

    /// <summary>The kinds that have a name, in BOLT 1's words; beside them stands <c>N*byte</c>.</summary>
    public static IReadOnlyList<(string Name, FieldKind Kind)> Named { get; } =
    [
        ("byte", new Fixed(1)), ("u8", new Fixed(1)), ("u16", new Fixed(2)), ("u32", new Fixed(4)), ("u64", new Fixed(8)),
        ("s8", new Fixed(1)), ("s16", new Fixed(2)), ("s32", new Fixed(4)), ("s64", new Fixed(8)),
        ("tu16", new TruncatedInteger(2)), ("tu32", new TruncatedInteger(4)), ("tu64", new TruncatedInteger(8)),
        ("short_channel_id", new Fixed(8)), ("sha256", new Fixed(32)), ("chain_hash", new Fixed(32)), ("signature", new Fixed(64)),
        ("point", new Point()), ("...*byte", new Rest()),
    ];

    /// <summary>The kind with this name, or null when there is none.</summary>
    public static FieldKind? Parse(string name) =>
        Named.FirstOrDefault(kind => kind.Name == name).Kind
        ?? (name.EndsWith("*byte", StringComparison.Ordinal) ? Bytes(name[..^"*byte".Length]) : null);

    /// <summary>How many bytes the field takes from the front of <paramref name="rest"/>, or why it does not stand there.</summary>
    [Requirement("MPP-WIRE-02")]
    internal Decoded<int> Take(ReadOnlySpan<byte> rest, int offset) => this switch
    {
        Fixed(var size) => Whole(rest, size, offset),
        Point => Whole(rest, Sizes.Point, offset) is Decoded<int>.Ok && rest[0] is not (2 or 3)
            ? new WireError(ErrorClass.InvalidPoint, offset, $"{rest[0]:x2}", "MPP-WIRE-02")
            : Whole(rest, Sizes.Point, offset),
        TruncatedInteger(var most) => Truncated.Read(rest, most, offset) is Decoded<ulong>.Malformed(var error)
            ? error
            : new Decoded<int>.Ok(rest.Length, rest.Length),
        Rest => new Decoded<int>.Ok(rest.Length, rest.Length),
    };

    private static Decoded<int> Whole(ReadOnlySpan<byte> rest, int size, int offset) =>
        rest.Length < size
            ? new WireError(ErrorClass.ValueTooShort, offset + rest.Length, $"{rest.Length} of {size} bytes", "MPP-WIRE-02")
            : new Decoded<int>.Ok(size, size);

    private static Fixed? Bytes(string count) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? new Fixed(size) : null;
}
