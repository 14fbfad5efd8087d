using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AmpSpec.Conformance.Vectors;

/// <summary>One walk over the bytes, before anything is built from them: UTF-8, JSON, depth, members twice, numbers that are no integers.</summary>
internal static class JsonScan
{
    /// <summary>The first problem, or null.</summary>
    public static Problem? First(string path, ReadOnlySpan<byte> bytes, bool fractions = false)
    {
        if (bytes.IsEmpty)
        {
            return new(path, 1, Rules.Json, "the file is empty");
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return new(path, 1, Rules.Utf8, "a byte order mark");
        }

        if (!Utf8.IsValid(bytes))
        {
            var at = FirstInvalid(bytes);
            return new(path, LineAt(bytes, at), Rules.Utf8, $"byte {at} (0x{bytes[at]:x2}) is not UTF-8");
        }

        // deeper than our limit, so that we and not the reader say so
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = SuiteLimits.Depth + 2 });
        try
        {
            return Walk(path, bytes, fractions, ref reader);
        }
        catch (JsonException e)
        {
            return new(path, (int)(e.LineNumber ?? 0) + 1, Rules.Json, Sentence(e.Message));
        }
    }

    /// <summary>The line of a byte, from 1.</summary>
    public static int LineAt(ReadOnlySpan<byte> bytes, long offset) => bytes[..(int)offset].Count((byte)'\n') + 1;

    private static Problem? Walk(string path, ReadOnlySpan<byte> bytes, bool fractions, ref Utf8JsonReader reader)
    {
        var members = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            var (rule, text) = reader.TokenType switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= SuiteLimits.Depth => (Rules.Depth, $"nested more than {SuiteLimits.Depth} deep"),
                JsonTokenType.PropertyName or JsonTokenType.String when reader.ValueIsEscaped && !IsText(ref reader) => (Rules.Json, "half of a surrogate pair is no text"),
                JsonTokenType.PropertyName when !members.Peek().Add(reader.GetString()!) => (Rules.DuplicateMember, $"{reader.GetString()} stands twice in one object"),
                JsonTokenType.Number when !IsInteger(reader.ValueSpan) && !(fractions && IsDecimal(reader.ValueSpan)) => (Rules.Number, $"{Encoding.ASCII.GetString(reader.ValueSpan[..Math.Min(40, reader.ValueSpan.Length)])} is not an integer in its one form"),
                _ => ("", ""),
            };
            if (rule.Length > 0)
            {
                return new(path, LineAt(bytes, reader.TokenStartIndex), rule, text);
            }

            if (reader.TokenType is JsonTokenType.StartObject)
            {
                members.Push([]);
            }
            else if (reader.TokenType is JsonTokenType.EndObject)
            {
                members.Pop();
            }
        }

        return null;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsInteger(ReadOnlySpan<byte> digits) => !digits.ContainsAnyExcept("-0123456789"u8) && !digits.SequenceEqual("-0"u8);

    private static bool IsDecimal(ReadOnlySpan<byte> digits) => !digits.ContainsAnyExcept("-.0123456789"u8) && digits.Length <= 24;

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var size) is OperationStatus.Done)
        {
            at += size;
        }

        return at;
    }

    // the framework's sentence without its own idea of the place
    private static string Sentence(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;
}
