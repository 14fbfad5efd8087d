using System.Buffers.Binary;
using AmpSpec.Modelling;

namespace AmpSpec.Wire;

/// <summary>The data of PERM|22: the type at fault as BigSize, and its offset in the stream as u16.</summary>
/// <param name="Type">0 where the stream breaks before a type.</param>
/// <param name="Offset">In bytes, without the outer length of the payload.</param>
/// <source>BOLT 4, Failure Messages: invalid_onion_payload</source>
public readonly record struct InvalidOnionPayload(ulong Type, ushort Offset)
{
    /// <summary>What a decoder's error says to the payer. An offset above 65535 is told as 65535: no onion is that long.</summary>
    [Requirement("MPP-WIRE-04")]
    public static InvalidOnionPayload Of(WireError error) =>
        new(error.Type ?? 0, (ushort)Math.Min(error.Offset, ushort.MaxValue));

    /// <summary>Type and offset.</summary>
    public byte[] Data()
    {
        var offset = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(offset, Offset);
        return [.. BigSize.Write(Type), .. offset];
    }
}
