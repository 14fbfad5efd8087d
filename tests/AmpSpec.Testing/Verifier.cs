// Replaced by the package Verify.Xunit once it can be restored: same file names, same act of acceptance; see spec/decisions.
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace AmpSpec.Testing;

/// <summary>Stand-in for Verify.Xunit: the same file names, the same act (move received over verified).</summary>
public static class Verifier
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly bool InCi = Environment.GetEnvironmentVariable("CI") is not null;

    public static async Task Verify(string text, string extension = "txt", string? parameters = null, [CallerFilePath] string source = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(source)!, Path.GetFileNameWithoutExtension(source) + "." + method + (parameters is null ? "" : "_" + parameters));
        var (verified, received) = ($"{stem}.verified.{extension}", $"{stem}.received.{extension}");
        var actual = text.ReplaceLineEndings("\n").TrimEnd('\n');
        var expected = File.Exists(verified) ? (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n").TrimEnd('\n') : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        if (!InCi)
        {
            await File.WriteAllTextAsync(received, actual, Utf8);
        }

        Assert.Fail($"{(expected is null ? "New" : "Changed")}: {Path.GetFileName(verified)}. To accept: mv \"{received}\" \"{verified}\"\n{Differing(expected ?? "", actual)}");
    }

    private static string Differing(string expected, string actual)
    {
        var (e, a) = (expected.Split('\n'), actual.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(e.Length, a.Length)).First(i => i >= e.Length || i >= a.Length || e[i] != a[i]);
        return $"line {at + 1}\n  verified: {e.ElementAtOrDefault(at) ?? "(no such line)"}\n  received: {a.ElementAtOrDefault(at) ?? "(no such line)"}";
    }
}
