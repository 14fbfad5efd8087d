namespace AmpSpec.Docs.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "AmpSpec.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
