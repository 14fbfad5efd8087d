using AmpSpec.Conformance.Judging;
using AmpSpec.Conformance.Vectors;
using Profile = AmpSpec.Settlement.Profile;

namespace AmpSpec.Cli.Checking;

/// <summary>Judges every case of a suite, on as many cores as there are.</summary>
internal static class SuiteRun
{
    /// <summary>The verdicts in the order of the suite; fewer when <paramref name="stop"/> fired.</summary>
    public static IReadOnlyList<Verdict> Judged(Suite suite, Profile? profile, Host host, CancellationToken stop)
    {
        var cases = suite.All.SelectMany(f => f.Groups.SelectMany(g => g.Cases.Select(c => (Case: c, g.Roundtrip)))).ToArray();
        var verdicts = new Verdict?[cases.Length];
        using var progress = new Progress(host, "judging", cases.Length);
        try
        {
            Parallel.For(0, cases.Length, (i, loop) =>
            {
                if (stop.IsCancellationRequested)
                {
                    loop.Stop();
                    return;
                }

                verdicts[i] = profile is null ? Judge.One(cases[i].Case, cases[i].Roundtrip) : Judge.Under(profile, cases[i].Case);
                progress.Step();
            });
        }
        catch (AggregateException faults)
        {
            throw faults.InnerExceptions[0];
        }

        return [.. verdicts.OfType<Verdict>()];
    }
}
