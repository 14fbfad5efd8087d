using AmpSpec.Primitives;

namespace AmpSpec.Modelling;

/// <summary>A promise about every state that a model can reach, or about one that it must reach.</summary>
public abstract record Property<TSummary, TPart>
{
    private Property(string name, Statement<TSummary, TPart> states) => (Name, States) = (name, states);

    /// <summary>The promise as a sentence.</summary>
    public string Name { get; }

    /// <summary>What it says of one state.</summary>
    public Statement<TSummary, TPart> States { get; }

    /// <summary>The requirements that it shows, by id; there may be none.</summary>
    public Seq<string> Requirements { get; init; }

    /// <summary>It holds in every state; a statement of one part holds for every part. A state without it is a counterexample.</summary>
    public sealed record Always(string Name, Statement<TSummary, TPart> States) : Property<TSummary, TPart>(Name, States)
    {
        /// <summary>Of the summary.</summary>
        public static Always Of(string name, Func<TSummary, bool> holds) => new(name, new Statement<TSummary, TPart>.OfSummary(holds));

        /// <summary>Of the summary with each part.</summary>
        public static Always OfEach(string name, Func<TSummary, TPart, bool> holds) => new(name, new Statement<TSummary, TPart>.OfPart(holds));

        /// <summary>Of the summary with all parts.</summary>
        public static Always OfWhole(string name, Func<TSummary, Seq<TPart>, bool> holds) => new(name, new Statement<TSummary, TPart>.OfWhole(holds));
    }

    /// <summary>It holds in some state that is reached; a statement of one part holds for some part. No such state is an error, unless the model is too small for one.</summary>
    public sealed record Sometimes(string Name, Statement<TSummary, TPart> States) : Property<TSummary, TPart>(Name, States)
    {
        /// <summary>Whether the model is large enough for such a state.</summary>
        public bool Fits { get; init; } = true;

        /// <summary>Of the summary.</summary>
        public static Sometimes Of(string name, Func<TSummary, bool> holds) => new(name, new Statement<TSummary, TPart>.OfSummary(holds));

        /// <summary>Of the summary with some part.</summary>
        public static Sometimes OfSome(string name, Func<TSummary, TPart, bool> holds) => new(name, new Statement<TSummary, TPart>.OfPart(holds));

        /// <summary>Of the summary with all parts.</summary>
        public static Sometimes OfWhole(string name, Func<TSummary, Seq<TPart>, bool> holds) => new(name, new Statement<TSummary, TPart>.OfWhole(holds));
    }
}
