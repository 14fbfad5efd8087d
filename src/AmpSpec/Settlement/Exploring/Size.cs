namespace AmpSpec.Settlement.Exploring;

/// <summary>How large explorations are. Alphabets other than core have many letters, and so few parts and one total.</summary>
/// <param name="Parts">Parts of all sets together.</param>
/// <param name="Sets">Sets of the core alphabet.</param>
/// <param name="MaxAmount">A part of the core alphabet brings 1 to this.</param>
/// <param name="Timer">Ticks until a timer runs out.</param>
/// <param name="Total">What each invoice of the core alphabet asks.</param>
public sealed record Size(int Parts = 5, int Sets = 2, int MaxAmount = 2, int Timer = 2, int Total = 3)
{
    /// <summary>The most parts of alphabets other than core, and what their invoices ask.</summary>
    public const int Few = 3;

    private const string Core = "core";

    /// <summary>As large as an alphabet is.</summary>
    internal Size For(string alphabet) => alphabet == Core ? this : this with { Parts = Math.Min(Parts, Few), Total = Few };

    /// <summary>Whether an alphabet is as large as it gets, so that all can be seen that is to be seen.</summary>
    internal bool IsWhole(string alphabet) => alphabet == Core ? Parts * MaxAmount >= Total : Parts >= Few;
}
