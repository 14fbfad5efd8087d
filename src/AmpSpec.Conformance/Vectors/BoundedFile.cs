namespace AmpSpec.Conformance.Vectors;

/// <summary>The bytes of a file, never more than <see cref="SuiteLimits.File"/>, whatever kind of file it is.</summary>
internal static class BoundedFile
{
    /// <summary>The bytes, or why there are none.</summary>
    public static (byte[] Bytes, Problem? Problem) Read(string path)
    {
        try
        {
            // a pipe, a terminal or a device says that it is empty; opening or reading it may wait for ever
            return new FileInfo(path).Length > 0 ? Slurp(path) : Impatiently(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            return ([], new(path, 0, Rules.Missing, "no such file or folder"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ([], new(path, 0, Rules.Unreadable, e.Message));
        }
    }

    private static (byte[] Bytes, Problem? Problem) Impatiently(string path)
    {
        var reading = Task.Factory.StartNew(() => Slurp(path), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return reading.Wait(SuiteLimits.Silence) ? reading.Result
                : ([], new(path, 0, Rules.Unreadable, $"no end within {SuiteLimits.Silence.TotalSeconds} s"));
        }
        catch (AggregateException e) when (e.InnerException is IOException or UnauthorizedAccessException)
        {
            throw e.InnerException;
        }
    }

    private static (byte[] Bytes, Problem? Problem) Slurp(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, SuiteLimits.File) : 0);
        var line = 1;
        var chunk = new byte[64 << 10];
        while (stream.Read(chunk) is > 0 and var size)
        {
            bytes.Write(chunk, 0, size);
            if (bytes.Length > SuiteLimits.File)
            {
                return ([], new(path, line, Rules.Size, $"more than {SuiteLimits.File} bytes; this line goes beyond them"));
            }

            line += chunk.AsSpan(0, size).Count((byte)'\n');
        }

        return (bytes.ToArray(), null);
    }
}
