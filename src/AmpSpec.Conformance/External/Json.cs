using System.Globalization;
using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>Short words for the objects that converters write.</summary>
internal static class Json
{
    /// <summary>An object of these members, in their order; null members are left out.</summary>
    public static JsonObject Of(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Value!.DeepClone())));

    /// <summary>A number of 64 bits is written as a decimal string.</summary>
    public static JsonNode U64(ulong value) => JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Lower-case hexadecimal.</summary>
    public static JsonNode Hex(params ReadOnlySpan<byte> bytes) => JsonValue.Create(Convert.ToHexStringLower(bytes));
}
