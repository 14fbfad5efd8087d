namespace AmpSpec.Wire;

/// <summary>Why bytes are no message: what is wrong, where, with which value, and the rule that says so.</summary>
/// <param name="Class">A class of <see cref="ErrorClass"/>, as in <c>vectors/registry/errors.json</c>.</param>
/// <param name="Offset">Where it was seen, in bytes from the start of what was decoded.</param>
/// <param name="Value">The offending value, for people.</param>
/// <param name="Requirement">The requirement that the bytes break.</param>
/// <param name="Type">The TLV type at fault, where there is one; PERM|22 names it.</param>
public sealed record WireError(string Class, int Offset, string Value, string Requirement, ulong? Type = null)
{
    /// <summary>One line: class, place, value and rule.</summary>
    public override string ToString() =>
        $"{Class} at byte {Offset}{(Type is { } type ? $" (type {type})" : "")}: {Value} [{Requirement}]";
}
