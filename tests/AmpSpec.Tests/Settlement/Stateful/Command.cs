namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>One step of a session, as somebody means it. Each can be played at any time, so that any other may be left out before it.</summary>
internal abstract record Command
{
    private Command()
    {
    }

    /// <summary>The time that passes with it, in ms.</summary>
    internal ulong After { get; init; }

    /// <summary>The blocks that are found with it.</summary>
    internal uint Grows { get; init; }

    /// <summary>Whether it comes with a clock and a height that lie behind.</summary>
    internal bool Behind { get; init; }

    /// <summary>Whether time or blocks come with something else.</summary>
    internal bool IsTwofold => (After > 0 ? 1 : 0) + (Grows > 0 ? 1 : 0) + (this is Pass ? 0 : 1) > 1;

    /// <summary>Time or blocks alone.</summary>
    internal sealed record Pass : Command
    {
        public override string ToString() => "nothing else" + When;
    }

    /// <summary>A part, number <paramref name="Id"/>, to a payee of <see cref="Shop"/>.</summary>
    internal sealed record Offer(int Id, Purse To) : Command
    {
        /// <summary>Which AMP set.</summary>
        internal int Set { get; init; }

        /// <summary>How many shares its root was made for.</summary>
        internal int Of { get; init; } = 1;

        /// <summary>Which of these shares it brings.</summary>
        internal int At { get; init; }

        internal ulong Amount { get; init; } = Shop.Price;

        internal ulong Total { get; init; } = Shop.Price;

        /// <summary>What the last hop gives on top.</summary>
        internal ulong Extra { get; init; }

        /// <summary>The blocks that are left to it.</summary>
        internal uint Blocks { get; init; } = 144;

        internal Flaw Flaw { get; init; }

        internal bool Uncommitted { get; init; }

        public override string ToString() => $"part {Id}: {Amount} of {Total} to {To}" + (Shop.IsAmp(To) ? $" set {Set} share {At} of {Of}" : "")
            + (Extra > 0 ? $", {Extra} on top" : "") + (Blocks == 144 ? "" : $", {Blocks} blocks left") + (Flaw is Flaw.None ? "" : $", {Flaw}") + (Uncommitted ? ", uncommitted" : "") + When;
    }

    /// <summary>A part that is known comes again.</summary>
    internal sealed record Replay(int Id) : Command
    {
        public override string ToString() => $"part {Id} again" + When;
    }

    internal sealed record Commit(int Id) : Command
    {
        public override string ToString() => $"part {Id} is committed" + When;
    }

    internal sealed record Drop(int Id) : Command
    {
        public override string ToString() => $"part {Id} is lost" + When;
    }

    /// <summary>The owner settles with the preimage, a wrong one (false) or none (null).</summary>
    internal sealed record Settle(Purse To, bool? Right = true) : Command
    {
        public override string ToString() => $"settle {To}" + (Right is true ? "" : Right is false ? " with a wrong preimage" : " with no preimage") + When;
    }

    internal sealed record CancelSet(Purse To, int Set = 0) : Command
    {
        public override string ToString() => $"cancel {To}" + (Shop.IsAmp(To) ? $" set {Set}" : "") + When;
    }

    internal sealed record CancelInvoice(Purse To) : Command
    {
        public override string ToString() => $"cancel the invoice {To}" + When;
    }

    /// <summary>No block has come for too long, or blocks come again.</summary>
    internal sealed record Tip(bool IsStale) : Command
    {
        public override string ToString() => (IsStale ? "the tip is stale" : "the tip is fresh") + When;
    }

    internal sealed record Restart(bool Lossy = false, int? Delivered = null) : Command
    {
        public override string ToString() => $"{(Lossy ? "lossy " : "")}restart" + (Delivered is { } left ? $" after {left} answers" : "") + When;
    }

    private string When => (After > 0 ? $" after {After} ms" : "") + (Grows > 0 ? $" after {Grows} blocks" : "") + (Behind ? ", clock and height behind" : "");
}

/// <summary>Whom a part pays. The smaller a value, the simpler.</summary>
internal enum Purse
{
    Mpp,
    SameSecret,
    SameHash,
    Hold,
    Kept,
    Single,
    Amp,
    OtherAmp,
    Keysend,
    Stranger,
}

/// <summary>What is wrong with a part.</summary>
internal enum Flaw
{
    None,
    OtherSecret,
    NoSecret,
    BadShare,
    ZeroShare,
    ZeroSet,
    NoShard,
    StrayShard,
    LowWire,
    EarlyWire,
    WrongKeysend,
    StrayKeysend,
    NoKeysend,
    Metadata,
    Custom,
    Unreadable,
}
