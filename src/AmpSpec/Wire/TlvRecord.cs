using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Wire;

/// <summary>One record of a stream: type, length and value. The length is that of the value.</summary>
/// <param name="Type">BigSize; 0 to 2^64 - 1. Even types must be understood, odd ones may be passed over.</param>
/// <param name="Value">The bytes.</param>
/// <source>BOLT 1, Type-Length-Value Format</source>
public sealed record TlvRecord(ulong Type, Seq<byte> Value)
{
    /// <summary>Whether a reader that does not know the type must refuse.</summary>
    public bool IsEven => Type % 2 == 0;

    /// <summary>The bytes before the value: type and length.</summary>
    public int HeaderSize => BigSize.Size(Type) + BigSize.Size((ulong)Value.Count);

    /// <summary>All bytes of the record.</summary>
    public int Size => HeaderSize + Value.Count;

    /// <summary>Type, length, value.</summary>
    [Requirement("AMP-WIRE-07")]
    public byte[] Encode() => [.. BigSize.Write(Type), .. BigSize.Write((ulong)Value.Count), .. Value.AsSpan()];

    /// <summary>The type, the size of the value; not the value, which may be a secret.</summary>
    public override string ToString() => $"{Type}: {Value.Count} bytes";
}
