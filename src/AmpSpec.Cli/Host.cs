using System.Text;

namespace AmpSpec.Cli;

/// <summary>The process as the verbs see it; a test hands in its own.</summary>
internal sealed class Host
{
    /// <summary>Standard input, as bytes: what comes from outside need not be text.</summary>
    public required Stream In { get; init; }

    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Err { get; init; }

    /// <summary>The folder in which the user stands.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of the program, where its own <c>spec/</c> and <c>vectors/</c> are looked for next.</summary>
    public string Program { get; init; } = AppContext.BaseDirectory;

    /// <summary>Columns of the terminal; null where there is none, and then nothing is wrapped.</summary>
    public int? Width { get; init; }

    /// <summary>Whether standard output understands colours and the user has not declined them.</summary>
    public bool Colours { get; init; }

    /// <summary>Whether somebody watches standard error.</summary>
    public bool Watched { get; init; }

    /// <summary>Whether somebody types on standard input.</summary>
    public bool Typed { get; init; }

    /// <summary>Fires on Ctrl-C for a verb that has called <see cref="FinishOnInterrupt"/>; any other ends at once.</summary>
    public CancellationToken Interrupted => _interrupt.Token;

    private readonly CancellationTokenSource _interrupt = new();
    private bool _finishes;

    /// <summary>The verb prints what it has when it is interrupted.</summary>
    public void FinishOnInterrupt() => _finishes = true;

    /// <summary>Ctrl-C. False when the process should end here and now.</summary>
    public bool Interrupt()
    {
        var orderly = _finishes && !_interrupt.IsCancellationRequested;
        _interrupt.Cancel();
        return orderly;
    }

    /// <summary>The real process.</summary>
    public static Host OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is "dumb";
        return new()
        {
            In = Console.OpenStandardInput(),
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 14) { NewLine = "\n" },
            Err = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true },
            Folder = Environment.CurrentDirectory,
            Width = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 40),
            Colours = !Console.IsOutputRedirected && !plain,
            Watched = !Console.IsErrorRedirected,
            Typed = !Console.IsInputRedirected,
        };
    }
}
