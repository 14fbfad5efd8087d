using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AmpSpec.Analyzers.Tests;

/// <summary>The reference pack of the SDK that built the tests: nothing is fetched while they run.</summary>
internal static class Reference
{
    private static readonly string Pack = typeof(Reference).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "ReferencePack").Value!;

    public static readonly ImmutableArray<MetadataReference> All =
        [.. Directory.GetFiles(Pack, "*.dll").Select(f => (MetadataReference)MetadataReference.CreateFromFile(f))];
}
