using System.Buffers;
using System.Text;

namespace AmpSpec.Cli.Inspecting;

/// <summary>Hexadecimal digits as people paste them: white space between, 0x in front, either case.</summary>
internal static class HexInput
{
    /// <summary>More no message of Lightning holds.</summary>
    public const int MostBytes = ushort.MaxValue;

    private const int MostCharacters = 8 * MostBytes;

    /// <summary>The bytes of the words given, or of standard input where there are none or a dash.</summary>
    public static byte[] Read(string[] words, Host host) => Parse(words is [] or ["-"] ? FromInput(host) : string.Concat(words));

    private static string FromInput(Host host)
    {
        if (host.Typed && host.Watched)
        {
            host.Err.WriteLine("hex, then Ctrl-D:");
        }

        using var reader = new StreamReader(host.In, Encoding.UTF8, leaveOpen: true);
        var buffer = new char[MostCharacters + 1];
        var read = reader.ReadBlock(buffer);
        return read <= MostCharacters ? new(buffer, 0, read) : throw new UsageException($"more than {MostBytes} bytes of hex");
    }

    private static byte[] Parse(string text)
    {
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        digits = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
        if (digits.AsSpan().IndexOfAnyExcept(Digits) is >= 0 and var wrong)
        {
            throw new UsageException($"'{Shown(digits[wrong])}' at digit {wrong} is not hexadecimal");
        }

        return digits.Length % 2 != 0 ? throw new UsageException($"{digits.Length} hexadecimal digits are no whole bytes")
            : digits.Length / 2 > MostBytes ? throw new UsageException($"more than {MostBytes} bytes of hex")
            : Convert.FromHexString(digits);
    }

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");

    private static string Shown(char c) => char.IsControl(c) ? $"U+{(int)c:X4}" : $"{c}";
}
