using System.Globalization;
using System.Numerics;

namespace AmpSpec.Conformance.Operations;

/// <summary>The regular expression of the decimal strings of a range, so that a schema refuses 2^64 as well as <c>01</c>.</summary>
internal static class DecimalRange
{
    /// <summary>Both limits included; the lower one is 0, 1 or negative.</summary>
    public static string Pattern(BigInteger min, BigInteger max)
    {
        if (min > 1 || max < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(min), $"no pattern from {min} to {max}");
        }

        string[] zero = min <= 0 ? ["0"] : [];
        string[] negative = min < 0 ? [$"-({string.Join('|', UpTo(-min))})"] : [];
        return $"^({string.Join('|', [.. zero, .. UpTo(max), .. negative])})$";
    }

    // fewer digits than the limit; then the limit's first i digits and a smaller one behind them; then the limit
    private static IEnumerable<string> UpTo(BigInteger limit)
    {
        var digits = limit.ToString(CultureInfo.InvariantCulture);
        if (digits.Length > 1)
        {
            yield return $"[1-9]{Any(digits.Length - 2, orFewer: true)}";
        }

        for (var i = 0; i < digits.Length; i++)
        {
            var (least, most) = (i == 0 ? '1' : '0', (char)(digits[i] - 1));
            if (most >= least)
            {
                yield return $"{digits[..i]}{(most == least ? $"{least}" : $"[{least}-{most}]")}{Any(digits.Length - 1 - i)}";
            }
        }

        yield return digits;
    }

    private static string Any(int count, bool orFewer = false) => count == 0 ? "" : $"[0-9]{{{(orFewer ? "0," : "")}{count}}}";
}
