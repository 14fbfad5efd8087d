using AmpSpec.Explorer.Engine;

namespace AmpSpec.Explorer;

/// <summary>The states of a model do not fit the 128 bits of a key; nothing can be said about it within these bounds.</summary>
public sealed class KeySpaceOverflowException(int parts, int partKinds, int partBits, int summaries, int summaryBits)
    : Exception($"the key space overflows: {parts} parts of {partBits} bits ({partKinds} kinds so far) and a summary of {summaryBits} bits ({summaries} so far) are {(parts * partBits) + summaryBits} bits, and a state has {Layout.Widest}");
