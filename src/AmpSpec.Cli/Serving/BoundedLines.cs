namespace AmpSpec.Cli.Serving;

/// <summary>Lines of bytes from a stream, none kept longer than the limit, whatever the other side sends.</summary>
internal sealed class BoundedLines(Stream from, int limit)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly MemoryStream _line = new();
    private int _at;
    private int _end;

    /// <summary>The next line without its end; null at the end of the stream. Too long a line is read past and not kept.</summary>
    public Line? Next()
    {
        _line.SetLength(0);
        var size = 0L;
        while (Fill())
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            size += part.Length;
            if (size <= limit)
            {
                _line.Write(part);
            }

            _at += part.Length + (end < 0 ? 0 : 1);
            if (end >= 0)
            {
                return Whole(size);
            }
        }

        return size > 0 ? Whole(size) : null;
    }

    private Line Whole(long size) => new(size > limit ? null : _line.ToArray(), size);

    private bool Fill()
    {
        if (_at == _end)
        {
            (_at, _end) = (0, from.Read(_buffer));
        }

        return _end > 0;
    }
}

/// <summary>One line: its bytes, or null where there were too many.</summary>
internal sealed record Line(byte[]? Bytes, long Size)
{
    /// <summary>Nothing but white space.</summary>
    public bool IsBlank => Bytes is { } bytes && bytes.AsSpan().IndexOfAnyExcept(" \t\r"u8) < 0;
}
