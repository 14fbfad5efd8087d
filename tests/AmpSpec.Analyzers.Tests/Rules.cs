using System.Reflection;

namespace AmpSpec.Analyzers.Tests;

/// <summary>The pages of the laws, where they stand in the repository.</summary>
internal static class Rules
{
    public static readonly string Folder = typeof(Rules).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Rules").Value!;

    public static string Page(string id) => File.ReadAllText(Path.Combine(Folder, id + ".md"));
}
