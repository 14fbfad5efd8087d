using System.Text;
using AmpSpec.Cli;
using CliWrap;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>What a terminal is given, and a pipe is spared.</summary>
public sealed class A_terminal
{
    private const char Escape = '\u001b';

    private static string Checked(bool colours, int? width)
    {
        using var checkout = SmallCheckout.WithBigSize();
        var @out = new StringWriter { NewLine = "\n" };
        CommandLine.Run(["check"], new Host { In = Stream.Null, Out = @out, Err = TextWriter.Null, Folder = checkout.Root, Width = width, Colours = colours });
        return @out.ToString();
    }

    [Fact]
    public void has_colours() => Assert.Contains(Escape, Checked(colours: true, width: 80));

    [Fact]
    public void has_none_when_they_are_declined() => Assert.DoesNotContain(Escape, Checked(colours: false, width: 80));

    [Fact]
    public void is_not_written_past_its_edge() => Assert.All(Checked(colours: false, width: 64).Split('\n'), line => Assert.InRange(line.Length, 0, 64));

    [Fact]
    public async Task is_not_presumed_behind_a_pipe_which_gets_plain_UTF_8_without_mark()
    {
        using var checkout = SmallCheckout.WithBigSize();
        var bytes = new MemoryStream();
        await CliWrap.Cli.Wrap("dotnet").WithArguments([Path.Combine(AppContext.BaseDirectory, "AmpSpec.Cli.dll")])
            .WithWorkingDirectory(checkout.Root).WithStandardOutputPipe(PipeTarget.ToStream(bytes)).ExecuteAsync();
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
        Assert.StartsWith("AmpSpec, suite", text, StringComparison.Ordinal);
        Assert.Contains('─', text);
        Assert.DoesNotContain(Escape, text);
    }

    [Fact]
    public void gets_what_there_is_when_a_check_is_interrupted()
    {
        using var checkout = SmallCheckout.WithBigSize();
        var @out = new StringWriter();
        var host = new Host { In = Stream.Null, Out = @out, Err = TextWriter.Null, Folder = checkout.Root };
        host.Interrupt();
        Assert.Equal(130, CommandLine.Run(["check"], host));
        Assert.Contains("Interrupted after 0 cases", @out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task may_go_away_while_a_check_still_writes()
    {
        using var checkout = SmallCheckout.WithBigSize();
        var run = await CliWrap.Cli.Wrap("bash")
            .WithArguments(["-c", "dotnet \"$0\" | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}", Path.Combine(AppContext.BaseDirectory, "AmpSpec.Cli.dll")])
            .WithWorkingDirectory(checkout.Root).WithValidation(CommandResultValidation.None).WithStandardErrorPipe(PipeTarget.ToDelegate(line => Assert.Fail(line))).ExecuteAsync();
        Assert.Equal(0, run.ExitCode);
    }
}
