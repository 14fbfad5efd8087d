using System.Text.RegularExpressions;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>lnd's own error texts, where its code was asked, and our classes.</summary>
internal static partial class LndErrors
{
    private const string NotMinimal = "truncated uint not minimally encoded";

    /// <summary>An integer that fills its bytes.</summary>
    public static string Integer(Element e) => e.Text("error") switch
    {
        NotMinimal => ErrorClass.TruncatedIntNotMinimal,
        var text when WrongLength(text) is > 0 => ErrorClass.ValueTooLong,
        var text => throw new InvalidOperationException($"{e.Citation}: {text}"),
    };

    /// <summary>A record that stands alone: lnd says the longest length there is, and the one it got.</summary>
    public static string Record(Element e) => e.Text("error") switch
    {
        NotMinimal => ErrorClass.TruncatedIntNotMinimal,
        var text when WrongLength(text) is { } over => over > 0 ? ErrorClass.ValueTooLong : ErrorClass.ValueTooShort,
        var text => throw new InvalidOperationException($"{e.Citation}: {text}"),
    };

    /// <summary>A type that may not be missing, may not be there, or is unknown and even.</summary>
    public static string? Placement(string text) =>
        text.Contains(" omitted record with type ", StringComparison.Ordinal) ? ErrorClass.MissingType
        : text.Contains(" included record with type ", StringComparison.Ordinal) ? ErrorClass.ForbiddenType
        : text.Contains(" required record with type ", StringComparison.Ordinal) ? ErrorClass.UnknownEvenType
        : null;

    /// <summary>A stream or a payload. Null where lnd's words do not tell: <c>tlv stream is not canonical</c> is said of an order and of a type twice.</summary>
    public static string? Stream(string text) => text switch
    {
        NotMinimal => ErrorClass.TruncatedIntNotMinimal,
        "record is too large" => ErrorClass.RecordTooLarge,
        _ when WrongLength(text) is { } over => over > 0 ? ErrorClass.ValueTooLong : ErrorClass.ValueTooShort,
        _ => Placement(text),
    };

    /// <summary>How many bytes the length was above the longest there is; below zero where it was shorter; null where the text is about something else.</summary>
    private static int? WrongLength(string text) =>
        Lengths().Match(text) is { Success: true } match ? Number(match.Groups[2]) - Number(match.Groups[1]) : null;

    private static int Number(Group digits) => int.Parse(digits.Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ErrTypeForDecoding want \(type: \S+, length: (\d+)\), got \(type: \S+, length: (\d+)\)$")]
    private static partial Regex Lengths();
}
