using AmpSpec.Conformance.External;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Tests.External;

/// <summary>The project folder that the tests run in, and what is made from it once.</summary>
internal static class Project
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static readonly Lazy<IReadOnlyList<VectorFile>> Made = new(() => [.. ExternalSuite.Files(Root)]);

    public static string External { get; } = Path.Combine(Root, "vectors", "external");

    public static IReadOnlyList<VectorFile> Files => Made.Value;

    public static IEnumerable<Case> Cases => Files.SelectMany(file => file.Cases);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "AmpSpec.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
