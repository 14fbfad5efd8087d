using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AmpSpec.Cli;

/// <summary>A command that knows how it can end, and shows it in its help.</summary>
internal sealed class Verb(string name, string about, int[] exits, string[] examples, IReadOnlyDictionary<int, string>? meanings = null) : Command(name, about)
{
    /// <summary>The tail of its help.</summary>
    public void WriteEnd(TextWriter to)
    {
        to.WriteLine("Exit codes:");
        foreach (var exit in exits)
        {
            to.WriteLine($"  {exit,-4} {meanings?.GetValueOrDefault(exit) ?? Exit.Meaning(exit)}");
        }

        to.WriteLine();
        to.WriteLine(examples.Length > 1 ? "Examples:" : "Example:");
        foreach (var example in examples)
        {
            to.WriteLine($"  {example}");
        }
    }
}

/// <summary>Help with exit codes and examples below.</summary>
internal sealed class Help(Func<Command, Verb?> verbOf) : SynchronousCommandLineAction
{
    private const int Width = 80;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parsed)
    {
        new HelpAction { MaxWidth = Width }.Invoke(parsed);
        verbOf(parsed.CommandResult.Command)?.WriteEnd(parsed.InvocationConfiguration.Output);
        return Exit.Holds;
    }
}
