using System.Text.Json;

namespace AmpSpec.Conformance.Vectors;

/// <summary>Where a JSON Pointer stands in a file. Only asked once something is wrong.</summary>
internal static class JsonPlace
{
    /// <summary>The line, from 1, of the value (or of its name); of the nearest thing around it where it is absent.</summary>
    public static int Line(ReadOnlySpan<byte> bytes, string pointer)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = SuiteLimits.Depth + 2 });
        var found = 0L;
        reader.Read();
        foreach (var step in pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (!Enter(ref reader, step, ref found))
            {
                break;
            }
        }

        return JsonScan.LineAt(bytes, found);
    }

    // from the start of an object or list to the value of one member or item
    private static bool Enter(ref Utf8JsonReader reader, string step, ref long found)
    {
        var isObject = reader.TokenType is JsonTokenType.StartObject;
        if (!isObject && reader.TokenType is not JsonTokenType.StartArray)
        {
            return false;
        }

        for (var i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); i++)
        {
            var start = reader.TokenStartIndex;
            var isIt = isObject ? reader.ValueTextEquals(step) : step == $"{i}";
            if (isObject)
            {
                reader.Read();
            }

            if (isIt)
            {
                found = start;
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
