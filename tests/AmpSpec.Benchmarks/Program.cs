using System.Globalization;
using System.Runtime.Intrinsics.X86;
using AmpSpec.Benchmarks;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

// One run, two claims. The least disturbed iteration of each benchmark is compared: what disturbs a shared machine only ever adds.
const double DearestChild = 1.15, SlowestLanes = 5;

var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationTime(TimeInterval.FromMilliseconds(20)).WithIterationCount(150))
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "ampspec-benchmarks"));

var child = BenchmarkRunner.Run<OneChild>(config);
var lanes = BenchmarkRunner.Run<ManyIndices>(config);

var dear = Least(child, nameof(OneChild.ThroughTheLibrary)) / Least(child, nameof(OneChild.TwoBareHashes));
var fast = Least(lanes, nameof(ManyIndices.ByTheDefinition)) / Least(lanes, nameof(ManyIndices.InLanes));
var allocated = child.Reports.Max(report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);

Console.WriteLine(Say($"one child through the library: {dear:f3} times two bare hashes (at most {DearestChild}), {allocated} bytes allocated (none)"));
Console.WriteLine(Say($"fresh indices in lanes: {fast:f1} times as fast as the definition (at least {SlowestLanes} where AVX2 is there: {Avx2.IsSupported})"));
return dear <= DearestChild && allocated == 0 && (fast >= SlowestLanes || !Avx2.IsSupported) ? 0 : 1;

static double Least(Summary summary, string method) =>
    summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method).ResultStatistics!.Min;

static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
