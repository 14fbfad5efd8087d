using System.Diagnostics;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Vectors;

/// <summary>Runs beside no other test: what is allocated is counted for the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Alone
{
    public const string Name = "alone";
}

/// <summary>A file that is far too long costs no more than the limit.</summary>
[Collection(Alone.Name)]
public sealed class A_file_of_one_gigabyte : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void in_one_line_is_read_up_to_the_limit_only()
    {
        using (var huge = new FileStream(_folder.PathOf("wire/huge.json"), FileMode.CreateNew))
        {
            huge.SetLength(1L << 30);
        }

        var before = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        _folder.Only("wire/huge.json", 1, Rules.Size);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64L << 20);
        Assert.InRange(clock.ElapsedMilliseconds, 0, 5_000);
    }
}
