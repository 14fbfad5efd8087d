using AmpSpec.Wire;

namespace AmpSpec.Cli.Inspecting;

/// <summary>One field of a message.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Bytes">What stands there.</param>
/// <param name="Field">Its name.</param>
/// <param name="Value">What it says, for people.</param>
/// <param name="Requirement">The requirement that it answers to.</param>
internal sealed record Row(int Offset, byte[] Bytes, string Field, string Value, string Requirement);

/// <summary>A message field by field, up to its end or to its first fault.</summary>
/// <param name="Rows">The fields.</param>
/// <param name="Error">The first fault, or null.</param>
/// <param name="Says">What the message is, where that has a name.</param>
internal sealed record Inspection(IReadOnlyList<Row> Rows, WireError? Error, string? Says = null);

/// <summary>Numbers in words.</summary>
internal static class Words
{
    public static string Bytes(long count) => count == 1 ? "1 byte" : $"{count} bytes";
}
