using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>A folder with <c>spec/</c> and <c>vectors/</c> of its own, gone with the test.</summary>
public sealed class SmallCheckout : IDisposable
{
    /// <summary>The folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("ampspec-").FullName;

    public SmallCheckout()
    {
        Directory.CreateDirectory(Path.Combine(Root, "spec"));
        Directory.CreateDirectory(Path.Combine(Root, "vectors"));
    }

    /// <summary>With our own BigSize files, and the two requirements that they answer to, whole.</summary>
    public static SmallCheckout WithBigSize()
    {
        var checkout = new SmallCheckout();
        checkout.Write("spec/10-wire.md", """
            # Wire

            **MPP-WIRE-02** MUST: every integer has its one form.
            Rests on: decision 0001

            **AMP-WIRE-07** MUST: an encoder writes the one accepted form.
            Rests on: decision 0001
            """);
        checkout.Write("spec/decisions/0001-small.md", "# A decision\n");
        checkout.Write("src/AmpSpec/BigSize.cs", """[Requirement("MPP-WIRE-02")] [Requirement("AMP-WIRE-07")]""".Replace("] [", "]\n[") + "\n");
        checkout.Write("tests/BigSizes.cs", """[Requirement("MPP-WIRE-02", "AMP-WIRE-07")]""" + "\n");
        foreach (var file in OwnSuite.Files().Where(f => f.Op.StartsWith("bigsize.", StringComparison.Ordinal)))
        {
            checkout.Write($"vectors/{file.File}.json", CanonicalJson.Format(file.Json));
        }

        return checkout;
    }

    /// <summary>The same, and our own files of one operation more.</summary>
    public static SmallCheckout With(string op)
    {
        var checkout = WithBigSize();
        foreach (var file in OwnSuite.Files().Where(f => f.Op == op))
        {
            checkout.Write($"vectors/{file.File}.json", CanonicalJson.Format(file.Json));
        }

        return checkout;
    }

    /// <summary>Writes a file, and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Changes text in a file that is there.</summary>
    public SmallCheckout Change(string name, string from, string to)
    {
        var path = Path.Combine(Root, name);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
