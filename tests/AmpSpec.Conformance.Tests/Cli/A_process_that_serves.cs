using System.Diagnostics;
using System.Text.Json.Nodes;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>The built program, on pipes that stay open.</summary>
public sealed class A_process_that_serves : IDisposable
{
    private const string Python = """
        import json, subprocess, sys
        ampspec = subprocess.Popen(["dotnet", sys.argv[1], "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        def ask(op, **members):
            ampspec.stdin.write(json.dumps({"id": op, "op": op, **members}) + "\n")
            ampspec.stdin.flush()
            answer = json.loads(ampspec.stdout.readline())
            assert answer.pop("id") == op
            return answer
        hello = ask("hello", protocol=[1, 1], runner="a test")["ok"]
        assert {"bigsize.decode", "amp.child.derive", "amp.reconstruct"} <= set(hello["ops"])
        child = ask("amp.child.derive", **{"in": {"derivation": "lnd", "root_seed": "11" * 32, "share": "22" * 32, "child_index": 7}})["ok"]
        import hashlib
        preimage = hashlib.sha256(b"\x11" * 32 + b"\x22" * 32 + (7).to_bytes(4, "big")).digest()
        assert child == {"preimage": preimage.hex(), "hash": hashlib.sha256(preimage).hexdigest()}
        assert ask("bigsize.decode", **{"in": {"hex": "fd00fc"}})["refuse"]["class"] == "bigsize/not-minimal"
        assert ask("reset") == {"ok": {}}
        assert ask("bye") == {"ok": {}}
        print("left with", ampspec.wait(10), repr(ampspec.stdout.read()))
        """;

    private const string Listening = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])";

    private readonly Process _ampspec = Start("dotnet", Path.Combine(AppContext.BaseDirectory, "AmpSpec.Cli.dll"), "serve");

    [Fact]
    public Task answers_a_line_at_once_while_the_input_stays_open() => Greeted(_ampspec);

    [Fact]
    public async Task ends_with_0_when_its_input_ends()
    {
        _ampspec.StandardInput.Close();
        await _ampspec.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((0, ""), (_ampspec.ExitCode, await _ampspec.StandardOutput.ReadToEndAsync()));
    }

    // who is started in the background, or by nohup, ignores the signal, and so would every child: that is undone first
    [Fact]
    public async Task ends_with_130_when_it_is_interrupted()
    {
        using var ampspec = Start("python3", "-c", Listening, "dotnet", Path.Combine(AppContext.BaseDirectory, "AmpSpec.Cli.dll"), "serve");
        await Greeted(ampspec);
        await Start("kill", "-INT", $"{ampspec.Id}").WaitForExitAsync();
        await ampspec.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((130, ""), (ampspec.ExitCode, await ampspec.StandardError.ReadToEndAsync()));
    }

    [Fact]
    public async Task keeps_its_memory_bounded_whatever_the_length_of_a_line()
    {
        var block = new string('x', 1 << 20);
        for (var i = 0; i < 300; i++)
        {
            await _ampspec.StandardInput.WriteAsync(block);
        }

        await _ampspec.StandardInput.WriteLineAsync();
        await _ampspec.StandardInput.WriteLineAsync("""{"id":1,"op":"hello"}""");
        await _ampspec.StandardInput.FlushAsync();
        Assert.Contains($"a line of {300L << 20} bytes", await _ampspec.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":1,\"ok\"", await _ampspec.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        _ampspec.Refresh();
        Assert.InRange(_ampspec.PeakWorkingSet64, 1, 200L << 20);
    }

    [Fact]
    public async Task can_be_driven_from_Python()
    {
        using var python = Start("python3", "-c", Python, Path.Combine(AppContext.BaseDirectory, "AmpSpec.Cli.dll"));
        var (said, complained) = (await python.StandardOutput.ReadToEndAsync(), await python.StandardError.ReadToEndAsync());
        Assert.Equal(("left with 0 ''\n", ""), (said, complained));
    }

    public void Dispose()
    {
        if (!_ampspec.HasExited)
        {
            _ampspec.Kill();
        }

        _ampspec.Dispose();
    }

    private static async Task Greeted(Process ampspec)
    {
        await ampspec.StandardInput.WriteLineAsync("""{"id":1,"op":"hello"}""");
        await ampspec.StandardInput.FlushAsync();
        var answer = await ampspec.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(1, (int)JsonNode.Parse(answer!)!["id"]!);
    }

    private static Process Start(string program, params string[] args) => Process.Start(new ProcessStartInfo(program, args)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
