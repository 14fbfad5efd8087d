using System.CommandLine;

namespace AmpSpec.Cli;

/// <summary>The options that several verbs share.</summary>
internal static class Options
{
    public static Option<string?> Vectors() => new("--vectors")
    {
        Description = "A file of ampspec-vectors/1.x or ampspec-scenario-1, or a folder of them, in place of those of the checkout.",
        HelpName = "PATH",
    };

    public static Option<string?> Profile() => new("--profile")
    {
        Description = "Judge as this implementation does: lnd, ldk@0.3.0+git. What differs from our rules, or from who recorded a scenario, is told by requirement and is no failure.",
        HelpName = "NAME[@VERSION]",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object on standard output, and nothing else there." };
}
