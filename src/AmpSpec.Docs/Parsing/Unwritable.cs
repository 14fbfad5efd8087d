namespace AmpSpec.Docs.Parsing;

/// <summary>A table cannot be written, because the code that it describes lacks something: a summary, the name of a row, words for a pattern.</summary>
public sealed class Unwritable(string what) : Exception(what);
