using System.Text.RegularExpressions;
using Xunit;

namespace AmpSpec.Docs.Tests;

public sealed partial class The_readme
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void shows_the_region_of_the_test_that_runs_it()
    {
        var (file, region, shown) = Region().Match(Text) is { Success: true } m ? (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value) : throw new InvalidOperationException("no region");
        var source = File.ReadAllText(Path.Combine(Repository.Root, file)).ReplaceLineEndings("\n");
        var body = source.Split($"#region {region}\n")[1].Split("#endregion")[0].TrimEnd();
        Assert.Equal(string.Join('\n', body.Split('\n').Select(l => l.Length >= 8 ? l[8..] : l)), shown.TrimEnd());
    }

    [Theory]
    [InlineData("dotnet run -c Release --project src/AmpSpec.Cli")]
    [InlineData("dotnet test -c Release")]
    public void names_the_commands_that_gate_a_change(string command)
    {
        Assert.Contains($"\n{command}\n", Text, StringComparison.Ordinal);
        Assert.Contains($"\n{command} ", File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run")), StringComparison.Ordinal);
    }

    [GeneratedRegex("<!-- region of (\\S+): (\\w+) -->\n```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Region();
}
