using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AmpSpec.Analyzers.Tests.Banned;

/// <summary>Clock, chance, files and tasks are kept out by BannedApiAnalyzers under <c>src/AmpSpec/BannedSymbols.txt</c>: the file that the build reads.</summary>
public sealed class The_world_outside
{
    [Theory]
    [InlineData("static object Read() => DateTime.UtcNow;")]
    [InlineData("static object Read() => DateTimeOffset.Now;")]
    [InlineData("static object Read() => TimeProvider.System;")]
    [InlineData("static object Read() => System.Diagnostics.Stopwatch.GetTimestamp();")]
    [InlineData("static object Read() => Environment.TickCount64;")]
    [InlineData("static object Read() => new Random(1).Next();")]
    [InlineData("static object Read() => Guid.NewGuid();")]
    [InlineData("static object Read() => System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);")]
    [InlineData("static object Read() => System.IO.File.ReadAllBytes(\"a\");")]
    [InlineData("static object Read() => new System.Net.IPEndPoint(1, 1);")]
    [InlineData("static object Read() => System.Threading.Tasks.Task.CompletedTask;")]
    [InlineData("static void Read() => System.Threading.Thread.Sleep(1);")]
    [InlineData("static void Read() => Console.WriteLine();")]
    [InlineData("static object? Read() => System.Diagnostics.Process.Start(\"a\");")]
    [InlineData("static object? Read() => Environment.GetEnvironmentVariable(\"a\");")]
    public async Task is_not_seen_by_the_specification(string member)
    {
        var found = await Under(member);
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.StartsWith("RS0030 ", d, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("static object Read() => System.Security.Cryptography.SHA256.HashData([1]);")]
    [InlineData("static object Read() => new TimeSpan(3);")]
    [InlineData("static object Read() => Math.Max(1, 2);")]
    public async Task is_not_what_a_function_computes(string member) => Assert.Empty(await Under(member));

    private static Task<string[]> Under(string member)
    {
        var path = Metadata("BannedSymbols");
        var text = new Text($"public static class Reader {{ {member} }}") { AdditionalFiles = [(Path.GetFileName(path), File.ReadAllText(path))] };
        return text.Under(Analyzer());
    }

    // By its name: other types of that assembly want a newer compiler than the tests run on.
    private static DiagnosticAnalyzer Analyzer()
    {
        var folder = Metadata("BannedApiAnalyzers");
        Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.BannedApiAnalyzers.dll"));
        var assembly = Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll"));
        var type = assembly.GetType("Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.CSharpSymbolIsBannedAnalyzer", throwOnError: true)!;
        return (DiagnosticAnalyzer)Activator.CreateInstance(type)!;
    }

    private static string Metadata(string key) => typeof(The_world_outside).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == key).Value!;
}
