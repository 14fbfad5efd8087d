namespace AmpSpec.Mutants;

/// <summary>One change to the specification, behind a switch.</summary>
/// <param name="Number">The number that activates it in this build.</param>
/// <param name="Id">File, member, operator and ordinal: stable while the member is.</param>
/// <param name="File">Path under the root.</param>
/// <param name="Line">From 1.</param>
/// <param name="Requirements">Ids of the nearest enclosing member that names any.</param>
/// <param name="Change">The text before and after.</param>
/// <param name="Type">The type that it stands in.</param>
/// <param name="InStart">It stands in a static initialiser of that type, which must then run again.</param>
public sealed record Mutant(int Number, string Id, string File, int Line, IReadOnlyList<string> Requirements, string Change, string Type, bool InStart);
