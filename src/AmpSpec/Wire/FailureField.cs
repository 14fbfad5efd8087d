using System.Buffers.Binary;
using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>One field of a failure's data, as BOLT 4 names it.</summary>
public sealed record FailureField(string Name, FailureForm Form)
{
    /// <summary>Reads the field from the front of <paramref name="rest"/>.</summary>
    /// <param name="rest">The bytes from the field on.</param>
    /// <param name="offset">Where they stand in the message, for the error.</param>
    [Requirement("MPP-WIRE-08")]
    internal Decoded<FailureDatum> Read(ReadOnlySpan<byte> rest, int offset) => Form switch
    {
        FailureForm.Integer(var size) => Whole(rest, 0, size, offset),
        FailureForm.Hash => Whole(rest, 0, Bytes32.Size, offset),
        FailureForm.Counted => rest.Length < 2 ? Cut(rest.Length, 2, offset) : Whole(rest, 2, BinaryPrimitives.ReadUInt16BigEndian(rest), offset),
        FailureForm.BigSized => BigSize.Read(rest, offset) switch
        {
            Decoded<ulong>.Ok(_, var size) => Whole(rest, 0, size, offset),
            Decoded<ulong>.Malformed({ Class: ErrorClass.BigSizeTruncated } error) => error with { Class = ErrorClass.FailureDataTruncated, Requirement = "MPP-WIRE-08" },
            Decoded<ulong>.Malformed(var error) => error,
        },
    };

    private Decoded<FailureDatum> Whole(ReadOnlySpan<byte> rest, int before, int size, int offset) =>
        rest.Length < before + size
            ? Cut(rest.Length, before + size, offset)
            : new Decoded<FailureDatum>.Ok(new(this, Seq.Create(rest.Slice(before, size))), before + size);

    private WireError Cut(int has, int needs, int offset) =>
        new(ErrorClass.FailureDataTruncated, offset, $"{Name}: {has} of {needs} bytes", "MPP-WIRE-08");
}

/// <summary>How a field of a failure's data stands in the bytes.</summary>
/// <source>BOLT 1, Fundamental Types; BOLT 4, Failure Messages</source>
public abstract record FailureForm
{
    private FailureForm()
    {
    }

    /// <summary>An integer of 2, 4 or 8 bytes, big-endian.</summary>
    public sealed record Integer(int Size) : FailureForm;

    /// <summary>An integer of 1 to 9 bytes, in the fewest.</summary>
    public sealed record BigSized : FailureForm;

    /// <summary>32 bytes of SHA-256.</summary>
    public sealed record Hash : FailureForm;

    /// <summary>A <c>u16</c> and as many bytes as it says.</summary>
    public sealed record Counted : FailureForm;
}

/// <summary>A field and its content. The count in front of a counted one is not part of it.</summary>
/// <param name="Field">Which one.</param>
/// <param name="Content">An integer's bytes as they stand on the wire, or the bytes themselves.</param>
public sealed record FailureDatum(FailureField Field, Seq<byte> Content)
{
    /// <summary>The number that an integer field holds.</summary>
    public ulong Number => Field.Form is FailureForm.BigSized && BigSize.Read(Content.AsSpan()) is Decoded<ulong>.Ok(var value, _)
        ? value
        : BigEndian.Unsigned(Content.AsSpan());

    /// <summary>The field as it stands in the message.</summary>
    [Requirement("MPP-WIRE-08")]
    public byte[] Write() => Field.Form switch
    {
        FailureForm.Counted => [.. BigEndian.Bytes((ulong)Content.Count, 2), .. Content],
        FailureForm.Integer or FailureForm.BigSized or FailureForm.Hash => [.. Content],
    };

    /// <summary>A number in the width of its field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static FailureDatum Of(FailureField field, ulong number)
    {
        if (field.Form is not FailureForm.Integer(var size))
        {
            return new(field, Seq.Create<byte>(BigSize.Write(number)));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, ulong.MaxValue >> (64 - (8 * size)));
        return new(field, Seq.Create<byte>(BigEndian.Bytes(number, size)));
    }

    /// <summary>A hash, or bytes to be counted.</summary>
    /// <exception cref="ArgumentException">A hash that is not 32 bytes long, or more than 65535 bytes to count.</exception>
    public static FailureDatum Of(FailureField field, ReadOnlySpan<byte> bytes) =>
        field.Form is FailureForm.Hash ? new(field, Seq.Create<byte>(new Bytes32(bytes).ToArray()))
        : bytes.Length <= ushort.MaxValue ? new(field, Seq.Create(bytes))
        : throw new ArgumentException($"{bytes.Length} bytes of {field.Name}", nameof(bytes));
}
