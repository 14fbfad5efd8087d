using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>One way in which a part can be offered: a letter of an alphabet. Equal by its name.</summary>
/// <param name="Name">What it says, in words; once in a scope.</param>
/// <param name="Offer">What is offered, at the height of every world; its id means nothing.</param>
public sealed record Letter(string Name, Offer Offer)
{
    /// <summary>Whether a detail of it is wrong that nobody may learn of.</summary>
    public bool IsWrong { get; init; }

    /// <summary>Whether its payer made it up: it pays to an invoice that is only made for it.</summary>
    public bool IsSpontaneous { get; init; }

    /// <summary>The stream itself, where it cannot be read.</summary>
    public Seq<byte>? Stream { get; init; }

    /// <summary>What it can be read as; null where it cannot.</summary>
    public FinalPayload? Payload => (Offer.Payload as Decoded<FinalPayload>.Ok)?.Value;

    /// <summary>What its payer meant it to bring.</summary>
    public OnionAmount Onion => new(Payload?.AmtToForward ?? default);

    /// <summary>What its payer says that all parts bring.</summary>
    public Msat Total => Payload?.PaymentData?.TotalMsat ?? Onion.Msat;

    /// <summary>The whole key of the set that its payer means: hash and secret, or secret and set id.</summary>
    public SetKey Means => Payload is { Amp: { } amp, PaymentData: { } data }
        ? new SetKey.Amp(data.PaymentSecret, amp.SetId)
        : new SetKey.Mpp(Offer.Hash, Payload?.PaymentData?.PaymentSecret);

    /// <summary>The part that a set would be asked about; for sets that have ended and ask no invoice any more.</summary>
    internal Part AsPart => new(Offer.Id, Offer.Hash, Offer.Wire, Onion, new(Total), Offer.Expiry);

    /// <summary>Equal by its name.</summary>
    public bool Equals(Letter? other) => ReferenceEquals(this, other) || Name == other?.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}

/// <summary>Sums of letters.</summary>
internal static class Letters
{
    /// <summary>What the payers meant these to bring; null where it is above 2^64 - 1.</summary>
    public static OnionAmount? Sum(this IEnumerable<Letter> letters)
    {
        var sum = default(OnionAmount);
        foreach (var letter in letters)
        {
            if (letter.Onion.Msat > new Msat(ulong.MaxValue) - sum.Msat)
            {
                return null;
            }

            sum += letter.Onion;
        }

        return sum;
    }
}
