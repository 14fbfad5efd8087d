using AmpSpec.Conformance.Generating;

namespace AmpSpec.Conformance.External;

/// <summary>What a reader of an external case must know about it.</summary>
internal static class ExternalFlags
{
    /// <summary>Only the refusal is the source's.</summary>
    public static readonly Flag ClassFromReference = new("ClassFromReference", "basic", "interop", "the source refuses and does not say why: that it refuses is external, the class is the reference's");

    /// <summary>The source gives bits, not names.</summary>
    public static readonly Flag NamesFromReference = new("NamesFromReference", "basic", "interop", "the bits are the source's, the names are the reference's");

    /// <summary>The request was put together.</summary>
    public static readonly Flag Assembled = new("Assembled", "basic", "interop", "the source gives the values; the converter put the bytes of the request together", "vectors/external/README.md");

    /// <summary>The source speaks of states; the session is ours.</summary>
    public static readonly Flag SessionAround = new("SessionAround", "state", "interop", "the source says what becomes of the parts; invoice, shares and the other values of the session are the converter's", "vectors/external/README.md");

    /// <summary>A rule of the source, applied to its own cases.</summary>
    public static readonly Flag ByRule = new("ByRule", "basic", "interop", "a rule that the source states, applied to its own cases", "vectors/external/README.md");
}
