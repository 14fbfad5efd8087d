using AmpSpec.Primitives;

namespace AmpSpec.Modelling;

/// <summary>Something that a state makes true or false. It must not depend on the order of interchangeable parts.</summary>
public abstract record Statement<TSummary, TPart>
{
    private Statement()
    {
    }

    /// <summary>Of the summary alone: asked once a summary.</summary>
    public sealed record OfSummary(Func<TSummary, bool> Holds) : Statement<TSummary, TPart>;

    /// <summary>Of the summary with one part: asked once for each pair of them that occurs.</summary>
    public sealed record OfPart(Func<TSummary, TPart, bool> Holds) : Statement<TSummary, TPart>;

    /// <summary>Of the summary with all parts: asked at every state, and so the dear one.</summary>
    public sealed record OfWhole(Func<TSummary, Seq<TPart>, bool> Holds) : Statement<TSummary, TPart>;
}
