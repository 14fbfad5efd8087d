using System.Buffers.Binary;
using System.Collections.Immutable;
using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>Why a part failed: a code of 2 bytes, the data that it calls for, and whatever follows.</summary>
/// <param name="Code">Flags and number; see <see cref="FailureCode.All"/>.</param>
/// <param name="Data">The fields that the code calls for, in order; none where the code has no name.</param>
/// <param name="Tail">
/// The bytes after the data. A payer must ignore what it does not expect there (BOLT 4, Receiving Failure Codes), so that
/// any bytes are taken; those after a code without a name are all here.
/// </param>
/// <source>BOLT 4, Failure Messages</source>
public sealed record FailureMessage(ushort Code, Seq<FailureDatum> Data, Seq<byte> Tail)
{
    /// <summary>The size of a code in bytes.</summary>
    public const int CodeSize = 2;

    /// <summary>The row of its code, or null where that has no name.</summary>
    public FailureCode? Row => FailureCode.Of(Code);

    /// <summary>The tail as records, or null where it is no stream of them. No type is assigned yet, so that evenness is not asked.</summary>
    [Requirement("MPP-WIRE-08")]
    public TlvStream? Records => TlvStream.Decode(Tail.AsSpan(), TlvRules.FormAlone) is Decoded<TlvStream>.Ok(var stream, _) ? stream : null;

    /// <summary>Reads all of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">What is read.</param>
    /// <param name="offset">Where they stand in the message, for the error.</param>
    [Requirement("MPP-WIRE-08")]
    public static Decoded<FailureMessage> Read(ReadOnlySpan<byte> bytes, int offset = 0)
    {
        if (!BinaryPrimitives.TryReadUInt16BigEndian(bytes, out var code))
        {
            return new WireError(ErrorClass.FailureCodeTruncated, offset, $"{bytes.Length} of {CodeSize} bytes", "MPP-WIRE-08");
        }

        var data = ImmutableArray.CreateBuilder<FailureDatum>();
        var at = CodeSize;
        foreach (var field in FailureCode.Of(code)?.Fields ?? [])
        {
            switch (field.Read(bytes[at..], offset + at))
            {
                case Decoded<FailureDatum>.Ok(var datum, var size):
                    data.Add(datum);
                    at += size;
                    break;
                case Decoded<FailureDatum>.Malformed(var error):
                    return error;
            }
        }

        return new Decoded<FailureMessage>.Ok(new(code, new(data.ToImmutable()), Seq.Create(bytes[at..])), bytes.Length);
    }

    /// <summary>Its bytes: code, data, tail. A removed code is refused.</summary>
    [Requirement("MPP-WIRE-08")]
    public Decoded<byte[]> Write()
    {
        if (FailureCode.IsRemoved(Code))
        {
            return new WireError(ErrorClass.FailureRemovedCode, 0, $"{Code:x4}", "MPP-WIRE-08");
        }

        byte[] bytes = [.. BigEndian.Bytes(Code, CodeSize), .. Data.SelectMany(datum => datum.Write()), .. Tail];
        return new Decoded<byte[]>.Ok(bytes, bytes.Length);
    }
}
