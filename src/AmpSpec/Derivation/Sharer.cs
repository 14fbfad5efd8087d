using System.Collections.Immutable;
using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Derivation;

/// <summary>A share that was handed out and not taken back.</summary>
/// <param name="Number">Counts what was handed out, from 0; never used twice.</param>
/// <param name="Share">Its share.</param>
public readonly record struct Shard(uint Number, Share Share);

/// <summary>A sharer after a step, and the child that the step issued, with its share.</summary>
public readonly record struct Issued(Sharer Sharer, Share Share, Child Child);

/// <summary>The payer's side of one set: the root, the shares handed out, and the share that is still free.</summary>
/// <remarks>
/// A value: every step gives a new one. At all times the XOR of the live shares and of the free one is the root (AMP-DRV-14).
/// A sharer whose free share is zero is exhausted. Randomness (a left share, an index) is handed in.
/// </remarks>
/// <source>lnd amp/sharer.go, amp/shard_tracker.go. Unlike lnd's, an exhausted sharer gives no child: decision 0004.</source>
public sealed class Sharer
{
    private Sharer(ChildDerivation.Indexed derivation, RootSeed root, Share free) => (Derivation, Root, Free) = (derivation, root, free);

    /// <summary>How children are derived.</summary>
    public ChildDerivation.Indexed Derivation { get; }

    /// <summary>The secret of the set.</summary>
    public RootSeed Root { get; }

    /// <summary>What is left to be handed out; zero when all is.</summary>
    public Share Free { get; private init; }

    /// <summary>What was handed out and not taken back, in the order of handing out.</summary>
    public Seq<Shard> Live { get; private init; }

    /// <summary>Whether nothing is left to be handed out.</summary>
    [Requirement("AMP-DRV-11")]
    public bool IsExhausted => Free.IsZero;

    /// <summary>Whether the live shares and the free one XOR to the root.</summary>
    [Requirement("AMP-DRV-14")]
    public bool Conserves => XorSharing.Root([Free, .. Live.Select(shard => shard.Share)]) == Root;

    /// <summary>Whether it gives a child of the zero share when nothing is left, as lnd's does. Ours does not: decision 0004.</summary>
    public bool GivesZeroShares { get; private init; }

    private ImmutableHashSet<Hash32> Hashes { get; init; } = [];

    private uint Next { get; init; }

    /// <summary>A sharer of which nothing was handed out: the whole root is free, so that a set of one part has the root as its share.</summary>
    [Requirement("AMP-DRV-09")]
    public static Sharer Of(RootSeed root, ChildDerivation.Indexed? derivation = null, bool givesZeroShares = false) =>
        new(derivation ?? ChildDerivation.Lnd, root, free: new Share(root.Value)) { GivesZeroShares = givesZeroShares };

    /// <summary>Hands out <paramref name="left"/>; the rest stays free.</summary>
    public Derived<Sharer> Split(Share left) =>
        IsExhausted ? Exhausted : XorSharing.Split(Free, left).Then<Sharer>(halves => HandOut(halves.Left, free: halves.Right));

    /// <summary>Hands out <paramref name="left"/> and issues its child: a part that is not the last.</summary>
    public Derived<Issued> Split(Share left, ChildIndex index) => Split(left).Then(sharer => sharer.Issue(left, index));

    /// <summary>Issues a child of the free share, which stays free. Another index gives the same share another hash.</summary>
    public Derived<Issued> Child(ChildIndex index) => HasNoChild ? Exhausted : Issue(Free, index);

    /// <summary>Hands out all that is free and issues its child: the part after which the payee can open the set.</summary>
    public Derived<Issued> Last(ChildIndex index) => HasNoChild ? Exhausted : HandOut(Free, free: default).Issue(Free, index);

    /// <summary>Takes a live share back, after its part has failed on the way.</summary>
    /// <param name="number">The number of the shard.</param>
    public Derived<Sharer> Merge(uint number)
    {
        foreach (var shard in Live)
        {
            if (shard.Number == number)
            {
                return TakeBack(shard);
            }
        }

        return new DerivationError(DerivationClass.UnknownShard, "AMP-DRV-13");
    }

    /// <summary>The counts, never a secret.</summary>
    [Requirement("AMP-DRV-15")]
    public override string ToString() => $"Sharer({Derivation}, {Live.Count} live, {(IsExhausted ? "exhausted" : "more to give")})";

    private bool HasNoChild => IsExhausted && !GivesZeroShares;

    private static DerivationError Exhausted => new(DerivationClass.SharerExhausted, "AMP-DRV-11");

    [Requirement("AMP-DRV-14")]
    private Sharer HandOut(Share share, Share free) => With(free, Live.Add(new(Next, share)), Hashes, Next + 1);

    [Requirement("AMP-DRV-14")]
    private Sharer TakeBack(Shard shard) => With(XorSharing.Merge(Free, shard.Share), Live.Where(live => live != shard).ToSeq(), Hashes, Next);

    // Equal pairs of share and index have equal hashes; the hash also catches the derivations that leave the share out.
    [Requirement("AMP-DRV-17")]
    private Derived<Issued> Issue(Share share, ChildIndex index) =>
        ChildPreimage.Derive(Derivation, Root, share, index).Then<Issued>(child =>
            Hashes.Contains(child.Hash)
                ? new DerivationError(DerivationClass.RepeatedChild, "AMP-DRV-17")
                : new Issued(With(Free, Live, Hashes.Add(child.Hash), Next), share, child));

    private Sharer With(Share free, Seq<Shard> live, ImmutableHashSet<Hash32> hashes, uint next) =>
        new(Derivation, Root, free) { Live = live, Hashes = hashes, Next = next, GivesZeroShares = GivesZeroShares };
}
