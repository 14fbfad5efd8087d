using System.Diagnostics;
using System.Globalization;

namespace AmpSpec.Cli;

/// <summary>One line on standard error that counts, while somebody watches; gone when the work is done.</summary>
internal sealed class Progress(Host host, string doing, int? of = null) : IDisposable
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _sinceShown = Stopwatch.StartNew();
    private readonly Lock _line = new();
    private long _done;
    private bool _shown;

    /// <summary>One more is done.</summary>
    public void Step() => Reach(Interlocked.Increment(ref _done));

    /// <summary>So many are done.</summary>
    public void Reach(long done)
    {
        if (host.Watched && _sinceShown.Elapsed > Rhythm && _line.TryEnter())
        {
            host.Err.Write(string.Create(CultureInfo.InvariantCulture, $"\r{doing} {done:N0}{(of is { } all ? $" of {all:N0}" : "")}"));
            _shown = true;
            _sinceShown.Restart();
            _line.Exit();
        }
    }

    public void Dispose()
    {
        if (_shown)
        {
            host.Err.Write($"\r{new string(' ', doing.Length + 30)}\r");
        }
    }
}
