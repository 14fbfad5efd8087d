namespace AmpSpec.Mutants;

/// <summary>One change to the specification, behind a switch.</summary>
/// <param name="Number">The number that activates it in this build.</param>
/// <param name="Id">File, member, operator and ordinal: stable while the member is. Of one that commits an incident, <c>incident/</c> and its number.</param>
/// <param name="File">Path under the root.</param>
/// <param name="Line">From 1.</param>
/// <param name="Requirements">Ids of the row that it stands in, and of the nearest enclosing member that names any.</param>
/// <param name="Change">The text before and after.</param>
/// <param name="Incident">The incident that it commits, or null.</param>
public sealed record Mutant(int Number, string Id, string File, int Line, IReadOnlyList<string> Requirements, string Change, string? Incident = null);

/// <summary>A case or a fact that fails under a mutant.</summary>
/// <param name="Name"><c>case:id</c> or <c>test:name</c>.</param>
/// <param name="Claims">The requirements of the mutant that it claims to show.</param>
internal sealed record Killer(string Name, IReadOnlyList<string> Claims)
{
    public bool IsCase => Name.StartsWith("case:", StringComparison.Ordinal);

    public static Killer Of(string[] told) => new(told[0], told[1..]);
}
