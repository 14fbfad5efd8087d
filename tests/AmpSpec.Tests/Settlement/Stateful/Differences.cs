using FsCheck;
using FsCheck.Experimental;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>Where a receiver differs from the model, by random sessions and by all sessions. Its callers load this assembly beside a receiver that is broken on purpose.</summary>
public static class Differences
{
    /// <summary>The steps of the shortest session to which random ones were shrunk, as texts; null where none showed a difference.</summary>
    /// <param name="seed">The same seed plays the same sessions.</param>
    /// <param name="sessions">How many are played at most.</param>
    public static string[]? Shrunk(int seed, int sessions) => Shrunk(Subject.Shipped, seed, sessions);

    /// <summary>The steps of the shortest session there is, among all up to so many plain steps; null where none shows a difference.</summary>
    public static string[]? Shortest(int most) => Search.Shortest(Subject.Shipped, most) is { } steps ? [.. steps.Select(step => step.ToString())] : null;

    internal static string[]? Shrunk(Decides decides, int seed, int sessions)
    {
        var listener = new Listener();
        Check.One(Config.Default.WithMaxTest(sessions).WithStartSize(5).WithEndSize(40).WithReplay((ulong)seed, 1).WithRunner(listener), new ReceiverMachine(decides).ToProperty());
        return listener.Steps;
    }

    private sealed class Listener : IRunner
    {
        internal string[]? Steps { get; private set; }

        public void OnStartFixture(Type type)
        {
        }

        public void OnArguments(int count, FSharpList<object> arguments, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(FSharpList<object> arguments, FSharpFunc<FSharpList<object>, string> every)
        {
        }

        public void OnFinished(string name, TestResult result) =>
            Steps = result is TestResult.Failed failed && failed.Item3[0] is MachineRun<Subject, Story> run ? [.. run.Operations.Select(step => step.Item1).OfType<ReceiverMachine.Step>().Select(step => step.ToString())] : null;
    }
}
