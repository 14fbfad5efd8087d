namespace AmpSpec.Analyzers.House;

/// <summary>The assemblies that laws name.</summary>
internal static class Assemblies
{
    public const string Specification = "AmpSpec";
    public const string Conformance = "AmpSpec.Conformance";
}
