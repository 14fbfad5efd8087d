using System.Globalization;
using System.Numerics;

namespace AmpSpec.Conformance.Operations;

/// <summary>The regular expression of the decimal strings of a range, so that a schema refuses 2^64 as well as <c>01</c>.</summary>
internal static class DecimalRange
{
    /// <summary>Both limits included.</summary>
    public static string Pattern(BigInteger min, BigInteger max)
    {
        string[] negative = min < 0 ? [$"-({string.Join('|', Between(max < 0 ? -max : 1, -min))})"] : [];
        return $"^({string.Join('|', [.. max < 0 ? [] : Between(min < 0 ? 0 : min, max), .. negative])})$";
    }

    // one alternative, or a few, for each number of digits
    private static IEnumerable<string> Between(BigInteger min, BigInteger max)
    {
        var (first, last) = (Text(min), Text(max));
        return first.Length == last.Length
            ? SameLength(first, last)
            : [.. SameLength(first, new('9', first.Length)), .. Whole(first.Length + 1, last.Length - 1), .. SameLength($"1{new string('0', last.Length - 1)}", last)];
    }

    private static IEnumerable<string> Whole(int shortest, int longest) =>
        shortest > longest ? [] : [$"[1-9][0-9]{{{shortest - 1}{(shortest == longest ? "" : $",{longest - 1}")}}}"];

    private static IEnumerable<string> SameLength(string first, string last)
    {
        if (first == last)
        {
            return [first];
        }

        var (low, high, behind) = (first[0], last[0], first.Length - 1);
        if (low == high)
        {
            return SameLength(first[1..], last[1..]).Select(rest => $"{low}{rest}");
        }

        // the first and the last leading digit stand with all others where everything may follow them
        var (fromZero, toNine) = (first.AsSpan(1).IndexOfAnyExcept('0') < 0, last.AsSpan(1).IndexOfAnyExcept('9') < 0);
        var (from, to) = (fromZero ? low : (char)(low + 1), toNine ? high : (char)(high - 1));
        return
        [
            .. fromZero ? [] : SameLength(first[1..], new('9', behind)).Select(rest => $"{low}{rest}"),
            .. from > to ? (string[])[] : [$"{(from == to ? $"{from}" : $"[{from}-{to}]")}{(behind == 0 ? "" : $"[0-9]{{{behind}}}")}"],
            .. toNine ? [] : SameLength(new('0', behind), last[1..]).Select(rest => $"{high}{rest}"),
        ];
    }

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
