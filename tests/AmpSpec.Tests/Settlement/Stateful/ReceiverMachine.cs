using FsCheck;
using FsCheck.Experimental;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;

namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>FsCheck's machine: random sessions of a receiver beside the model, and the shortest that shows a difference.</summary>
internal sealed class ReceiverMachine(Decides decides) : Machine<Subject, Story>
{
    public override Arbitrary<Setup<Subject, Story>> Setup => Arb.From(
        Gen.Frequency((3, Gen.Constant<Setup<Subject, Story>>(new Start(decides, true))), (1, Gen.Constant<Setup<Subject, Story>>(new Start(decides, false)))),
        start => ((Start)start).Spontaneous ? [] : [new Start(decides, true)]);

    public override Gen<Operation<Subject, Story>> Next(Story story) => Intents.Next(story).Select(step => (Operation<Subject, Story>)new Step(step));

    public override IEnumerable<FSharpList<Operation<Subject, Story>>> ShrinkOperations(FSharpList<Operation<Subject, Story>> steps) =>
        Shrinking.Simpler([.. steps.OfType<Step>().Select(step => step.Command)]).Select(simpler => ListModule.OfSeq(simpler.Select(step => (Operation<Subject, Story>)new Step(step))));

    internal sealed class Start(Decides decides, bool spontaneous) : Setup<Subject, Story>
    {
        internal bool Spontaneous => spontaneous;

        public override Subject Actual() => Subject.Of(spontaneous, decides);

        public override Story Model() => Story.Of(spontaneous);

        public override string ToString() => spontaneous ? "spontaneous payments are taken" : "spontaneous payments are not taken";
    }

    internal sealed class Step(Command command) : Operation<Subject, Story>
    {
        internal Command Command => command;

        public override Story Run(Story before) => before.With(command);

        public override Property Check(Subject subject, Story story)
        {
            var answers = subject.Hears(story.What, story.ClockRead, story.HeightRead);
            return Agree(answers, story.Answers).Label(Agree(answers, story.Answers) ? "" : $"{command}: answered {Show(answers)}, and by the text {Show(story.Answers)}");
        }

        public override string ToString() => command.ToString();
    }

    internal static bool Agree(string[]? left, string[]? right) => left is null ? right is null : right is not null && left.AsSpan().SequenceEqual(right);

    private static string Show(string[]? answers) => answers is null ? "refused" : $"[{string.Join(", ", answers)}]";
}
