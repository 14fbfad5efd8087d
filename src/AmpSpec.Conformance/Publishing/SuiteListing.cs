using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Conformance.Publishing;

/// <summary>A line of <c>ampspec vectors list</c>.</summary>
/// <param name="File">Its name.</param>
/// <param name="Op">The operation that its cases ask.</param>
/// <param name="License">SPDX.</param>
/// <param name="Source">Repository and commit, or the seed.</param>
/// <param name="Valid">Cases with an answer.</param>
/// <param name="Invalid">Cases with a refusal.</param>
/// <param name="Choice">Cases that depend on a policy.</param>
public sealed record SuiteListing(string File, string Op, string License, string Source, int Valid, int Invalid, int Choice)
{
    /// <summary>One line for each file, in the order of the suite.</summary>
    public static IReadOnlyList<SuiteListing> Of(Suite suite) => [.. suite.Files.Select(f => new SuiteListing(
        f.File, f.Op, f.Json["license"]!.GetValue<string>(), From(f),
        f.Cases.Count(c => c.Result is Result.Valid), f.Cases.Count(c => c.Result is Result.Invalid), f.Cases.Count(c => c.Result is Result.Choice)))];

    private static string From(VectorFile file) => file.IsExternal
        ? $"{file.Json["source"]!["repository"]!.GetValue<string>()}@{file.Json["source"]!["commit"]!.GetValue<string>() switch { { Length: > 12 } c => c[..12], var c => c }}"
        : file.Json["generator"]!["seed"]!.GetValue<string>();
}
