namespace AmpSpec.Docs;

/// <summary>Something in the text that does not hold: where it stands, and what is wrong with it.</summary>
/// <param name="File">The path from the root of the repository, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 where the whole file is meant.</param>
/// <param name="Text">One sentence.</param>
public sealed record Finding(string File, int Line, string Text)
{
    public override string ToString() => $"{File}:{Line}: {Text}";
}
