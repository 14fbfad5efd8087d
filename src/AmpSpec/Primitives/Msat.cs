using System.Numerics;

namespace AmpSpec.Primitives;

/// <summary>An amount in millisatoshi; 1 sat is 1000 msat.</summary>
/// <remarks>Range 0 to 2^64 - 1, as <c>tu64</c> on the wire. A sum that leaves it throws <see cref="OverflowException"/>.</remarks>
/// <source>BOLT 4, payment_data: total_msat</source>
public readonly record struct Msat(ulong Value) : IAdditionOperators<Msat, Msat, Msat>
{
    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum is above 2^64 - 1.</exception>
    public static Msat operator +(Msat left, Msat right) => new(checked(left.Value + right.Value));

    /// <summary>The number and its unit.</summary>
    public override string ToString() => $"{Value} msat";
}
