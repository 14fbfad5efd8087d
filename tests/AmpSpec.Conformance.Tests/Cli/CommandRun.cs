using System.Text;
using AmpSpec.Cli;
using CliWrap;
using CliWrap.Buffered;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>What a command line came to.</summary>
internal sealed record CommandRun(int Exit, string Out, string Err)
{
    /// <summary>In this process, as on a terminal of 80 columns without colours.</summary>
    public static CommandRun Here(string folder, byte[] input, params string[] args)
    {
        var (@out, err) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var host = new Host { In = new MemoryStream(input), Out = @out, Err = err, Folder = folder, Program = folder, Width = 80 };
        var exit = CommandLine.Run(args, host);
        return new(exit, @out.ToString(), err.ToString());
    }

    /// <summary>The built program, as a process of its own.</summary>
    public static async Task<CommandRun> Built(string folder, string input, params string[] args)
    {
        var result = await CliWrap.Cli.Wrap("dotnet")
            .WithArguments([Path.Combine(AppContext.BaseDirectory, "AmpSpec.Cli.dll"), .. args])
            .WithWorkingDirectory(folder)
            .WithStandardInputPipe(PipeSource.FromString(input, new UTF8Encoding(false)))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(new UTF8Encoding(false));
        return new(result.ExitCode, result.StandardOutput, result.StandardError);
    }
}
