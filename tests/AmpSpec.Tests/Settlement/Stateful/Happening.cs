namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>What a payee is told, in plain values, so that a model can judge it without the library.</summary>
internal abstract record Happening
{
    private Happening()
    {
    }

    internal sealed record Nothing : Happening;

    internal sealed record Offered(Htlc Htlc, bool IsCommitted) : Happening;

    internal sealed record Committed(int Id) : Happening;

    internal sealed record Dropped(int Id) : Happening;

    internal sealed record SetSettled(SetName Set, string? Preimage) : Happening;

    internal sealed record SetCanceled(SetName Set) : Happening;

    internal sealed record InvoiceCanceled(string Secret) : Happening;

    internal sealed record TipSeen(bool IsStale) : Happening;

    internal sealed record Restarted(bool Lossy, int? Delivered) : Happening;
}

/// <summary>A part as its last hop offers it; all 32-byte values in hexadecimal.</summary>
/// <param name="Id">Its number, on the only channel there is.</param>
/// <param name="Hash">What locks it.</param>
/// <param name="Wire">What the hop brings.</param>
/// <param name="Expiry">When the hop takes it back.</param>
/// <param name="Onion">What the payer says; null where that cannot be read.</param>
internal sealed record Htlc(int Id, string Hash, ulong Wire, uint Expiry, Onion? Onion);

/// <summary>What the payer says to the payee.</summary>
internal sealed record Onion(ulong Amount, uint Expiry)
{
    internal string? Secret { get; init; }

    /// <summary>Said together with the secret.</summary>
    internal ulong Total { get; init; }

    internal Shard? Shard { get; init; }

    internal string? Keysend { get; init; }

    internal string? Metadata { get; init; }

    /// <summary>The value of an even record of the application.</summary>
    internal string? Custom { get; init; }
}

/// <summary>The AMP record.</summary>
internal sealed record Shard(string SetId, string Share, uint Index);

/// <summary>What a set is known by: a hash and a secret, or a secret and an id.</summary>
internal sealed record SetName(string? Hash, string? Secret, string? SetId);

/// <summary>An invoice.</summary>
internal sealed record Bill(string? Hash, string? Secret)
{
    internal ulong? Asks { get; init; }

    internal bool Amp { get; init; }

    internal bool InParts { get; init; } = true;

    internal bool Hold { get; init; }

    internal string? Preimage { get; init; }

    internal uint Blocks { get; init; } = 18;

    internal ulong? Ends { get; init; }

    internal string? Metadata { get; init; }

    /// <summary>Made for a keysend part.</summary>
    internal bool Keysend { get; init; }
}

/// <summary>A part that came, and the height at which it did.</summary>
internal sealed record Held(Htlc Htlc, uint Height)
{
    internal int Id => Htlc.Id;

    internal Shard Shard => Htlc.Onion!.Shard!;
}

/// <summary>A set that is undecided, its parts in the order of arrival.</summary>
internal sealed record Pile(SetName Name, Bill Bill, ulong Total, ulong Since, List<Held> Parts)
{
    internal ulong Sum => Parts.Aggregate(0UL, (sum, part) => sum + part.Htlc.Onion!.Amount);

    internal bool IsComplete => Parts.Count > 0 && Sum >= Total;
}
