namespace AmpSpec.Cli.Exploring;

/// <summary>The ranges of numbers on the command line.</summary>
internal static class Limits
{
    /// <summary>The value, where it lies between 1 and <paramref name="most"/>.</summary>
    public static int Within(string option, int value, int most) =>
        value >= 1 && value <= most ? value : throw new UsageException($"{option} {value} is out of bounds: 1 to {most}");
}
