using System.Security.Cryptography;
using System.Text;

namespace AmpSpec.Tests.Settlement.Stateful;

/// <summary>Invoices that have things in common, and payers who know them. What is meant becomes values here.</summary>
internal static class Shop
{
    internal const ulong Price = 1000;
    internal const int MostParts = 4, MostSets = 2;
    internal const uint Height = 800_000;
    private const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The invoices that stand at the beginning. The second has the secret, the third the hash of the first.</summary>
    internal static Bill[] Bills { get; } =
    [
        For(Purse.Mpp) with { Preimage = PreimageOf(Purse.Mpp) },
        For(Purse.SameSecret) with { Preimage = PreimageOf(Purse.SameSecret), Blocks = 30 },
        For(Purse.SameHash) with { Preimage = PreimageOf(Purse.SameHash), Ends = 100_000 },
        For(Purse.Hold) with { Hold = true },
        For(Purse.Kept) with { Hold = true, Preimage = PreimageOf(Purse.Kept) },
        For(Purse.Single) with { Preimage = PreimageOf(Purse.Single), InParts = false, Metadata = "aa" },
        For(Purse.Amp) with { Amp = true, Hash = null },
        For(Purse.OtherAmp) with { Amp = true, Hash = null, Asks = null },
    ];

    internal static bool IsAmp(Purse to) => to is Purse.Amp or Purse.OtherAmp or Purse.Stranger;

    internal static SetName SetOf(Purse to, int set) => IsAmp(to) ? new(null, SecretOf(to), SetId(set)) : new(HashOf(to), SecretOf(to), null);

    internal static string SecretOf(Purse to) => Bytes($"secret of {(to is Purse.SameSecret ? Purse.Mpp : to)}");

    internal static string PreimageOf(Purse to) => Bytes($"preimage of {(to is Purse.SameHash ? Purse.Mpp : to)}");

    internal static string WrongPreimage => Bytes("a wrong preimage");

    /// <summary>The part that is meant, at a height.</summary>
    internal static Htlc Htlc(Command.Offer meant, uint height)
    {
        var shard = (IsAmp(meant.To) && meant.Flaw is not Flaw.NoShard) || meant.Flaw is Flaw.StrayShard ? ShardOf(meant) : null;
        var expiry = height + meant.Blocks;
        return new Htlc(meant.Id, IsAmp(meant.To) ? ChildOf(meant) : HashOf(meant.To), meant.Flaw is Flaw.LowWire ? meant.Amount - 1 : meant.Amount + meant.Extra, expiry, meant.Flaw is Flaw.Unreadable ? null : new(meant.Amount, meant.Flaw is Flaw.EarlyWire ? expiry + 1 : expiry)
        {
            Secret = meant.Flaw is Flaw.NoSecret ? null : SecretOf(meant.Flaw is not Flaw.OtherSecret ? meant.To : meant.To is Purse.Hold ? Purse.Mpp : Purse.Hold),
            Total = meant.Total,
            Shard = shard,
            Keysend = meant.Flaw is Flaw.WrongKeysend ? WrongPreimage : meant.Flaw is Flaw.StrayKeysend || (meant.To is Purse.Keysend && meant.Flaw is not Flaw.NoKeysend) ? PreimageOf(meant.To) : null,
            Metadata = (meant.To is Purse.Single) == (meant.Flaw is not Flaw.Metadata) ? "aa" : null,
            Custom = meant.Flaw is Flaw.Custom ? "01" : null,
        });
    }

    private static Bill For(Purse to) => new(HashOf(to), SecretOf(to)) { Asks = Price };

    private static string HashOf(Purse to) => Sha(PreimageOf(to));

    private static string SetId(int set) => Bytes($"set {set}");

    // the first share of a set is the same however many there are, so that one may stand under two roots
    private static string Share(int set, int at) => Bytes($"share {at} of {set}");

    private static Shard ShardOf(Command.Offer meant) => new(
        meant.Flaw is Flaw.ZeroSet ? Zero : SetId(meant.Set),
        meant.Flaw is Flaw.ZeroShare ? Zero : meant.Flaw is Flaw.BadShare ? Bytes("a bad share") : Share(meant.Set, meant.At),
        (uint)meant.At);

    private static string ChildOf(Command.Offer meant)
    {
        var root = Enumerable.Range(0, meant.Of).Select(at => Convert.FromHexString(Share(meant.Set, at))).Aggregate((sum, share) => [.. sum.Zip(share, (s, b) => (byte)(s ^ b))]);
        return Sha(Sha($"{Convert.ToHexStringLower(root)}{Share(meant.Set, meant.At)}{meant.At:x8}"));
    }

    private static string Bytes(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private static string Sha(string hex) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(hex)));
}
