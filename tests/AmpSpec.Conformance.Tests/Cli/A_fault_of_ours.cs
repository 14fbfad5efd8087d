using AmpSpec.Cli;
using AmpSpec.Cli.Verbs;
using AmpSpec.Docs;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>Whatever is thrown below, people see one line, and exit 6.</summary>
public sealed class A_fault_of_ours
{
    [Fact]
    public void is_one_line_that_asks_for_a_report()
    {
        var (@out, err) = (new StringWriter(), new StringWriter { NewLine = "\n" });
        var host = new Host { In = new Broken(), Out = @out, Err = err, Folder = Path.GetTempPath() };
        Assert.Equal(6, CommandLine.Run(["serve"], host));
        Assert.Equal("ampspec: a fault of ours, please report it with this line: NotSupportedException: first second (serve)\n", err.ToString());
    }

    [Fact]
    public void in_what_is_written_from_a_broken_rule_does_not_hide_the_verdicts()
    {
        var broken = Task.FromException<DocsReport>(new NotSupportedException("no such length"));
        var report = CheckVerb.Traced(broken, anyFailed: true)!;
        Assert.Equal((false, "spec:0: the tables cannot be written from this code: NotSupportedException: no such length"), (report.Ok, $"{report.Findings.Single()}"));
        Assert.Throws<NotSupportedException>(() => CheckVerb.Traced(broken, anyFailed: false));
    }

    private sealed class Broken : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("first\nsecond");
    }
}
