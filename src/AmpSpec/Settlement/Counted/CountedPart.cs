using System.Security.Cryptography;
using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Counted;

/// <summary>A part of a counted set: which set it belongs to, how many parts there are, and its share. The first proposal, of 2018; nobody runs it.</summary>
/// <param name="Id">Its name for good.</param>
/// <param name="Hash">What locks it.</param>
/// <param name="SetId">The same 32 bytes in all parts.</param>
/// <param name="Share">32 bytes; all shares of a set XOR to its base preimage.</param>
/// <param name="Count">How many parts there are, from 1; 0 where the part does not say (the adaptive form).</param>
/// <source>lightning-dev 2018-February 000993, 001001</source>
public sealed record CountedPart(HtlcId Id, Hash32 Hash, SetId SetId, Share Share, uint Count)
{
    /// <summary>SHA256(s_1 ‖ … ‖ s_n): the id of a set whose parts all name their count. 32 bytes a share in, 32 out.</summary>
    /// <remarks>It speaks of the shares and not of their XOR, so that nobody can try a guess of the base preimage against it.</remarks>
    /// <param name="shares">All shares, by index.</param>
    /// <source>lightning-dev 2018-February 000999</source>
    [Requirement("OG18-04")]
    public static SetId Fingerprint(Seq<Share> shares)
    {
        var bytes = new byte[shares.Count * Bytes32.Size];
        for (var i = 0; i < shares.Count; i++)
        {
            shares[i].Value.CopyTo(bytes.AsSpan(i * Bytes32.Size));
        }

        return new(new Bytes32(SHA256.HashData(bytes)));
    }
}
