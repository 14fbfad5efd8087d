using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using AmpSpec.Cli.Verbs;
using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Cli;

/// <summary>From the words of a command line to an exit code. Nothing that happens below shows a stack trace.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    public static int Run(string[] args, Host host)
    {
        var exit = Ending(args, host);
        host.Out.Flush();
        return exit;
    }

    private static int Ending(string[] args, Host host)
    {
        try
        {
            var parsed = Root(host).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return parsed.Action is ParseErrorAction
                ? Refuse(parsed, host)
                : parsed.Invoke(new InvocationConfiguration { Output = host.Out, Error = host.Err, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException wrong)
        {
            host.Err.WriteLine($"ampspec: {wrong.Message}");
            return Exit.Usage;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            host.Err.WriteLine($"ampspec: {e.Message}");
            return Exit.Usage;
        }
        catch (Exception fault)
        {
            var text = fault is JudgingFault ? $"judging {fault.Message}" : $"{fault.GetType().Name}: {fault.Message}";
            host.Err.WriteLine($"ampspec: a fault of ours, please report it with this line: {text.ReplaceLineEndings(" ")} ({string.Join(' ', args)})");
            return Exit.Fault;
        }
    }

    private static RootCommand Root(Host host)
    {
        var check = CheckVerb.Make(host);
        var root = new RootCommand("The executable specification and conformance suite of atomic multi-path payments on Lightning. Without a verb: check.")
        {
            check,
            ExplainVerb.Make(host),
            ExploreVerb.Make(host),
            InspectVerb.Make(host),
            ServeVerb.Make(host),
            DocsVerb.Make(host),
            VectorsVerb.Make(host),
        };
        root.HelpName = "ampspec";
        root.Directives.Clear();
        CheckVerb.Bind(root, host);
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new Help(command => command as Verb ?? (command is RootCommand ? check : null));
        }

        foreach (var version in root.Options.OfType<VersionOption>())
        {
            version.Action = new Version(host);
        }

        return root;
    }

    private static int Refuse(ParseResult parsed, Host host)
    {
        var command = parsed.CommandResult.Command;
        var path = string.Join(' ', Names(parsed.CommandResult));
        var verbs = command.Subcommands.Select(c => c.Name).ToArray();
        foreach (var error in parsed.Errors.Select(e => e.Message).Distinct())
        {
            host.Err.WriteLine(verbs.Length > 0 && parsed.UnmatchedTokens.Count == 0 && command is not RootCommand
                ? $"ampspec: {path} what? One of: {string.Join(", ", verbs)}"
                : $"ampspec: {error}");
        }

        if (parsed.UnmatchedTokens.Count > 0 && verbs.Length > 0 && command is not RootCommand)
        {
            host.Err.WriteLine($"ampspec: {path} knows: {string.Join(", ", verbs)}");
        }

        if (parsed.UnmatchedTokens is [var word, ..] && Near.To(word, verbs) is [var near, ..])
        {
            host.Err.WriteLine($"ampspec: did you mean '{near}'?");
        }

        host.Err.WriteLine($"ampspec: see '{path} --help'");
        return Exit.Usage;
    }

    private static IEnumerable<string> Names(CommandResult result) =>
        result.Command is RootCommand ? ["ampspec"] : [.. Names((CommandResult)result.Parent!), result.Command.Name];

    private sealed class Version(Host host) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parsed)
        {
            host.Out.WriteLine($"ampspec {Suite.Version}");
            return Exit.Holds;
        }
    }
}
